// MathML in, its presentational core out (MathML Core, W3C). Refuses `annotation-xml`, `maction`, `mglyph` and whatever else could
// bring HTML or an address into a formula, and formulas nested too deep to be ones.
import type { AnyNode, Element } from 'domhandler';
import { foldWhiteSpace } from './allowList.ts';
import type { Attribute, CleanElement } from './contentTree.ts';

const TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
const LAYOUT: ReadonlySet<string> = new Set(
  (
    'mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts ' +
    'none mtable mtr mtd mspace'
  ).split(' '),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'mathvariant displaystyle scriptlevel fence separator stretchy symmetric largeop movablelimits accent accentunder form ' +
    'lspace rspace minsize maxsize linethickness width height depth voffset rowspan columnspan columnalign rowalign dir intent'
  ).split(' '),
);
const VALUE = /^[\w .%+-]{1,60}$/;
const MAX_DEPTH = 60;
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Tells whether an element is a formula by the parser's own namespace, not only by its name. */
export function isFormula(element: Element): boolean {
  return element.name === 'math' && element.namespace === MATHML;
}

/** The formula with nothing but numbers, signs and their arrangement; `undefined` when none can be made of it. */
export function toFormula(math: Element): CleanElement | undefined {
  const children = cleanAll(math.children, 1);
  if (children === undefined || children.length === 0) return undefined;
  const attributes: Attribute[] = math.attribs['display'] === 'block' ? [['display', 'block']] : [];
  return { name: 'math', attributes, children };
}

/** All or nothing: a formula with a part left out is another formula. */
function cleanAll(nodes: readonly AnyNode[], depth: number): CleanElement[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const cleaned: CleanElement[] = [];
  for (const node of nodes) {
    if (!('name' in node) || !('attribs' in node)) continue;
    if (node.namespace !== MATHML) return undefined;
    if (node.name === 'semantics') {
      // Its first child is the formula; what follows says the same in other notations.
      const inner = cleanAll(node.children.filter((child) => 'name' in child).slice(0, 1), depth + 1);
      if (inner === undefined) return undefined;
      cleaned.push(...inner);
      continue;
    }
    if (node.name === 'annotation') continue;
    const element = clean(node, depth);
    if (element === undefined) return undefined;
    cleaned.push(element);
  }
  return cleaned;
}

function clean(element: Element, depth: number): CleanElement | undefined {
  const attributes = attributesOf(element);
  if (TOKENS.has(element.name)) {
    const text = textOf(element);
    return text === undefined ? undefined : { name: element.name, attributes, children: text === '' ? [] : [text] };
  }
  if (!LAYOUT.has(element.name)) return undefined;
  const children = cleanAll(element.children, depth + 1);
  return children === undefined ? undefined : { name: element.name, attributes, children };
}

function attributesOf(element: Element): Attribute[] {
  return Object.entries(element.attribs).filter(([name, value]) => ATTRIBUTES.has(name) && VALUE.test(value));
}

/** Inside a token HTML is read as HTML, so a token with anything but text in it is refused. */
function textOf(element: Element): string | undefined {
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += child.data;
    else if (child.type !== 'comment') return undefined;
  }
  return foldWhiteSpace(text);
}
