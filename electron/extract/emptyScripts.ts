// An HTML document's text in, the same without what its scripts and styles say out: half of many a page, which a parser reads letter by
// letter and nobody asks for. It reads tags as the WHATWG tokenizer does; where it cannot be sure, it leaves the rest as it is.

/** White space between attributes, or one attribute with its value. */
const ATTRIBUTE =
  /[\t\n\f\r /]+|[^\t\n\f\r />][^\t\n\f\r />=]*(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|[^\t\n\f\r >"'][^\t\n\f\r >]*|(?=>)))?/y;
const NAME = /[^\t\n\f\r />]+/y;
/** Elements whose text is no markup (WHATWG HTML 13.2.6.4, with scripting); `plaintext` never ends and is not among them. */
const RAW: ReadonlySet<string> = new Set('script style textarea title xmp iframe noembed noframes noscript'.split(' '));
const EMPTIED: ReadonlySet<string> = new Set(['script', 'style']);
/** There other rules hold, up to its end. */
const FOREIGN: ReadonlySet<string> = new Set(['svg', 'math']);
const DATA_TYPE = /type[\t\n\f\r ]*=[^>]*json/i;

/** Empties `script` and `style` elements, but for scripts that are JSON. Time is linear in the text. */
export function emptyScripts(html: string): string {
  const parts: string[] = [];
  let kept = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const start = at;
    const end = endOfMarkup(html, at);
    if (end === -1) break;
    at = end;
    const name = startTagAt(html, start);
    if (RAW.has(name) || FOREIGN.has(name)) {
      const close = endTagFrom(html, end, name);
      if (close === -1) break;
      if (EMPTIED.has(name) && !DATA_TYPE.test(html.slice(start, end))) {
        // Inside a comment in a script another script may hide the end of the first.
        if (name === 'script' && isEscaped(html, end, close)) break;
        parts.push(html.slice(kept, end));
        kept = close;
      }
      at = close;
    } else if (name === 'plaintext') {
      break;
    }
    at = html.indexOf('<', at);
  }
  return kept === 0 ? html : parts.join('') + html.slice(kept);
}

/** Where the tag, comment or other markup at `start` ends; -1 when it does not, or in a way that needs a parser. */
function endOfMarkup(html: string, start: number): number {
  const next = html.charCodeAt(start + 1);
  if (next === 0x21) return endOfDeclaration(html, start);
  const isClosing = next === 0x2f;
  if (isLetter(html.charCodeAt(start + (isClosing ? 2 : 1)))) return endOfTag(html, start + (isClosing ? 2 : 1));
  if (isClosing || next === 0x3f) return after(html, '>', start);
  return start + 1;
}

function endOfDeclaration(html: string, start: number): number {
  if (html.startsWith('<!--', start)) {
    if (html.startsWith('>', start + 4)) return start + 5;
    if (html.startsWith('->', start + 4)) return start + 6;
    const plain = after(html, '-->', start + 4);
    const odd = html.slice(start, plain === -1 ? undefined : plain).indexOf('--!>');
    return odd === -1 ? plain : start + odd + 4;
  }
  return html.startsWith('<![CDATA[', start) ? -1 : after(html, '>', start);
}

function endOfTag(html: string, nameStart: number): number {
  NAME.lastIndex = nameStart;
  NAME.test(html);
  let at = NAME.lastIndex;
  while (at < html.length) {
    if (html.charCodeAt(at) === 0x3e) return at + 1;
    ATTRIBUTE.lastIndex = at;
    if (!ATTRIBUTE.test(html)) return -1;
    at = ATTRIBUTE.lastIndex;
  }
  return -1;
}

/** The lower-case name of the start tag at `start`; empty when there is none. */
function startTagAt(html: string, start: number): string {
  if (!isLetter(html.charCodeAt(start + 1))) return '';
  NAME.lastIndex = start + 1;
  return NAME.exec(html)?.[0].toLowerCase() ?? '';
}

/** Where the end tag begins that closes what holds no markup; -1 for nowhere. */
function endTagFrom(html: string, from: number, name: string): number {
  const pattern = END_TAGS.get(name);
  if (pattern === undefined) return -1;
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

const END_TAGS: ReadonlyMap<string, RegExp> = new Map(
  [...RAW, ...FOREIGN].map((name) => [name, new RegExp(`</${name}[\\t\\n\\f\\r />]`, 'gi')]),
);

function isEscaped(html: string, from: number, to: number): boolean {
  const comment = html.slice(from, to).indexOf('<!--');
  return comment !== -1 && /<script/i.test(html.slice(from + comment, to));
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
