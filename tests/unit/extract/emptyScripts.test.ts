// Emptying scripts before parsing must change nothing but their text, on documents made to mislead it.
import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'playwright/test';
import { emptyScripts } from '../../../electron/extract/emptyScripts.ts';

const CODE = 'if (a < b && c > d) { document.write("<p>never</p>"); }';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'scripts and styles of every spelling': `<head><SCRIPT SRC=a.js async>${CODE}</SCRIPT\n><style media=print>p > a {}</style ></head><p>Words.<script>${CODE}</script>More.`,
  'a tag in the value of an attribute': `<p title="<script>">One.</p><p title='</p><style>'>Two.</p><script>${CODE}</script><p>Three.`,
  'an end of a tag in the value of an attribute': `<script data-x="a>b" src='>'>${CODE}</script><p>Words.`,
  'a quote where no value begins': `<p data"x=1 ="y">One.</p><script>${CODE}</script><p a = "b" c= d>Two.`,
  'a comment with tags in it': `<!-- <b> <script> --><p>One.</p><script>${CODE}</script><p>Two.`,
  comments: `<!-- <script> --><p>One.</p><!--> <script>${CODE}</script> <!---><p>Two.</p><!-- a --!><script>${CODE}</script><p>Three.`,
  'a script that is a comment': `<script><!--\n${CODE}\n//--></script><p>Words.`,
  'a script in a comment in a script': `<script><!-- <script>${CODE}</script> still the script --></script><p>Words.<script>${CODE}</script>`,
  'elements whose text is no markup': `<title><script></title><textarea><style></textarea><noscript><script>no</script></noscript><iframe><script></iframe><p>Words.`,
  'drawings and formulas': `<svg><title><script></title><style><p></style><script>if (a<b) x()</script></svg><math><style></style></math><p>Words.<script>${CODE}</script>`,
  'a drawing with a style that is closed in its own tag': `<svg><style/><path d="M0 0"/></svg><p>Words.</p><style>p {}</style>`,
  'a drawing that never ends': `<svg><style>a</style><p>Words.</p><script>${CODE}</script><p>More.`,
  CDATA: `<svg><![CDATA[<script>]]></svg><p>Words.</p><script>${CODE}</script>`,
  'plain text to the end': `<p>Words.<plaintext><script>${CODE}</script>`,
  'nothing that ends': `<p>Words.<script>${CODE}`,
  'a tag that never ends': `<p>Words.<a href="x`,
  'markup of no kind': `<p>1 < 2, <3, </>, </ p>, <?php echo "<script>"; ?><!DOCTYPE html PUBLIC "x>y"><script>${CODE}</script>Words.`,
};

for (const [name, html] of Object.entries(DOCUMENTS)) {
  test(`nothing but code goes: ${name}`, () => {
    expect(serialize(withoutCode(html))).toBe(serialize(withoutCode(emptyScripts(html))));
  });
}

test('code goes, and data in JSON stays', () => {
  const data = '<script type="application/ld+json">{"headline": "Words"}</script>';
  expect(emptyScripts(`${data}<script>${CODE}</script><style>p {}</style><p>Words.`)).toBe(
    `${data}<script></script><style></style><p>Words.`,
  );
});

function withoutCode(html: string): DefaultTreeAdapterTypes.Document {
  const document = parse(html);
  const stack: DefaultTreeAdapterTypes.Node[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('childNodes' in node)) continue;
    if (node.nodeName === 'script' || node.nodeName === 'style') node.childNodes = [];
    stack.push(...node.childNodes);
  }
  return document;
}
