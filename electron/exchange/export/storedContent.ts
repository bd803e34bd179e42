// HTML in; whether it is such as Layover itself stores out. What comes back from a file is only let in when it is: elements and attributes that
// articles have, addresses that may be followed, pictures of the library. Pure.
import type { AnyNode } from 'domhandler';
import { parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { pictureOf } from './exportArticle.ts';

const HTML = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code dd del details dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ' +
    'ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);
const MATH = new Set(
  (
    'math mi mn mo ms mtext mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts ' +
    'mprescripts none mtable mtr mtd mspace'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'alt class colspan data-address datetime dir height href id lang reversed role rowspan scope src start title type value width ' +
    'accent accentunder columnalign columnspan depth display displaystyle fence form intent largeop linethickness lspace mathvariant maxsize ' +
    'minsize movablelimits rowalign rspace scriptlevel separator stretchy symmetric voffset'
  ).split(' '),
);
const LINK = /^(?:https?:|mailto:|tel:|#)/i;
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Tells whether stored content may hold it. */
export function isStoredContent(html: string): boolean {
  const waiting: AnyNode[] = [...parseFragment(html, { treeAdapter: adapter }).children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') continue;
    if (!('attribs' in node)) return false;
    const names = node.namespace === MATHML ? MATH : HTML;
    if (!names.has(node.name) || !Object.entries(node.attribs).every(([name, value]) => isHarmless(name, value)))
      return false;
    waiting.push(...node.children);
  }
  return true;
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'href') return LINK.test(value);
  if (name === 'src') return pictureOf(value) !== undefined;
  return ATTRIBUTES.has(name);
}
