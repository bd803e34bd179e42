// Pages that hold no attack out, so that what a sanitiser of another hand takes away of a whole article shows: one that has all that the allow-list
// names, our own fixtures, and pages of the web.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BLOCK_MODELS, INLINE_ELEMENTS, VOID_ELEMENTS } from '../../../../electron/extract/allowList.ts';
import { PAGES } from '../../../fixtures/content/pages.ts';
import { sharedFolder } from './publicVectors.ts';

const DOT = `data:image/png;base64,${'iVBORw0KGgo'.repeat(60)}`;

/** A page that has every element, attribute and kind of address that an article may have. */
const EVERYTHING = `<body lang="en" dir="ltr">
${[...INLINE_ELEMENTS.keys()].map((name) => `<p>Before <${name} lang="de" dir="ltr" title="A word" datetime="2026-03-01" href="https://a.example/?q=1#x" role="doc-noteref">the ${name}</${name}> after<wbr>wards.<br>And on.</p>`).join('\n')}
<p><a href="#note">1</a> <a href="mailto:a@b.example">write</a> <a href="tel:+4930123">call</a> <a href="/local">here</a> <ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby></p>
<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6><hr>
<ol start="3" type="a" reversed><li value="4">a</li></ol><ul><li>b<ul><li>c</li></ul></li></ul><dl><dt>d</dt><dd>e</dd></dl>
<blockquote><p>f</p></blockquote><pre class="language-js"><code class="language-js">  g</code></pre><details><summary>h</summary><p>i</p></details>
<table><caption>A table</caption><thead><tr><th scope="col" colspan="2">Name</th><th rowspan="2">Number</th></tr></thead><tbody><tr><td colspan="2">ferry</td><td rowspan="2">12</td></tr><tr><th scope="row">boat</th><td>3</td></tr></tbody><tfoot><tr><td>all</td><td>15</td><td>.</td></tr></tfoot></table>
<figure><img src="https://a.example/p.png" alt="A boat" width="40" height="30" id="note"><figcaption>The boat</figcaption></figure>
<p><img src="cid:part.1@a.example" alt="a part"><img src="${DOT}" alt="a dot"></p>
<svg viewBox="0 0 200 200" width="200" height="200"><title>A drawing</title><path d="M0 0L9 9"/></svg>
<p><span class="missing-image" title="It was gone." data-address="https://a.example/gone.png">A picture</span></p><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>
<p><math display="block"><mrow intent="x" dir="rtl"><mi mathvariant="normal">a</mi><mo fence="true" form="prefix" separator="true" stretchy="true" symmetric="true" largeop="true" movablelimits="true" lspace="1em" rspace="1em" minsize="1em" maxsize="2em">(</mo><mn>1</mn><ms>s</ms><mtext>t</mtext><mspace width="1em" height="1em" depth="1em"></mspace>
<mfrac linethickness="1px"><mn>1</mn><mn>2</mn></mfrac><msqrt><mn>1</mn></msqrt><mroot><mn>1</mn><mn>2</mn></mroot><mstyle displaystyle="true" scriptlevel="1"><mn>1</mn></mstyle><merror><mn>1</mn></merror><mpadded voffset="1em"><mn>1</mn></mpadded><mphantom><mn>1</mn></mphantom>
<msub><mn>1</mn><mn>2</mn></msub><msup><mn>1</mn><mn>2</mn></msup><msubsup><mn>1</mn><mn>2</mn><mn>3</mn></msubsup><munder accentunder="true"><mn>1</mn><mn>2</mn></munder><mover accent="true"><mn>1</mn><mn>2</mn></mover><munderover><mn>1</mn><mn>2</mn><mn>3</mn></munderover>
<mmultiscripts><mn>1</mn><none></none><mn>2</mn><mprescripts></mprescripts><mn>3</mn><none></none></mmultiscripts><mtable columnalign="left" rowalign="top"><mtr><mtd columnspan="2" rowspan="1"><mn>1</mn></mtd></mtr></mtable></mrow></math></p>
<div class="footnotes"><ol><li id="note-1">A note <a href="#x" class="footnote-backref">back</a></li></ol></div></body>`;

/** The page of all that may be kept, sanitised, must have each of these in it. */
export const ALL_KEPT: readonly string[] = [
  ...new Set([...INLINE_ELEMENTS.values(), ...BLOCK_MODELS.keys(), ...VOID_ELEMENTS, 'math', 'none', 'mprescripts']),
].map((name) => `<${name}`);

/** `most` pages of the web at the most, taken evenly from those that lie beside the sets of vectors; none when there are none. The first has everything. */
export function keptPages(most: number): readonly string[] {
  return [EVERYTHING, ...PAGES.map(({ html }) => html), ...webPages(most)];
}

function webPages(most: number): readonly string[] {
  const folder = join(sharedFolder(), 'extraction');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  const step = Math.max(1, Math.floor(files.length / most));
  return files
    .sort()
    .filter((_, index) => index % step === 0)
    .slice(0, most)
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
