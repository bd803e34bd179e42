// A formula of the stored content in; one that the schema of MathML 3 takes out: each element with as many parts as it has to have and with
// attributes of its own. Pure.
import type { AnyNode, Element } from 'domhandler';
import { element, type XElement } from './xhtml.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
/** Elements that have so many parts and no other number. */
const PARTS: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};
const ANY_PARTS: ReadonlySet<string> = new Set(['mrow', 'msqrt', 'mstyle', 'merror', 'mpadded', 'mphantom']);

const TRUTH = /^(?:true|false)$/;
const LENGTH = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:em|ex|px|in|cm|mm|pt|pc|%)$/;
const VARIANTS =
  /^(?:normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif|bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace)$/;
const token = { mathvariant: VARIANTS };
const SIDES = { width: LENGTH, height: LENGTH, depth: LENGTH };
const COUNT = /^[1-9]\d{0,2}$/;
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  mi: token,
  mn: token,
  ms: token,
  mtext: token,
  mo: {
    ...token,
    form: /^(?:prefix|infix|postfix)$/,
    fence: TRUTH,
    separator: TRUTH,
    stretchy: TRUTH,
    symmetric: TRUTH,
    largeop: TRUTH,
    movablelimits: TRUTH,
    accent: TRUTH,
    lspace: LENGTH,
    rspace: LENGTH,
    minsize: LENGTH,
    maxsize: LENGTH,
  },
  mspace: SIDES,
  mpadded: { ...SIDES, lspace: LENGTH, voffset: LENGTH },
  mfrac: { linethickness: LENGTH },
  mstyle: { displaystyle: TRUTH, scriptlevel: /^[+-]?\d$/ },
  munder: { accentunder: TRUTH },
  mover: { accent: TRUTH },
  munderover: { accent: TRUTH, accentunder: TRUTH },
  mtable: { displaystyle: TRUTH },
  mtd: { rowspan: COUNT, columnspan: COUNT },
};

/** The formula with its text in other words, for readers that draw none. */
export function bookMath(math: Element): XElement {
  const text = wordsOf(math).replace(/\s+/g, ' ').trim();
  return element(
    'math',
    {
      xmlns: MATHML,
      display: math.attribs['display'] === 'block' ? 'block' : undefined,
      alttext: text === '' ? undefined : text.slice(0, 500),
    },
    partsOf(math),
  );
}

function partsOf(parent: Element): readonly XElement[] {
  return parent.children.flatMap((child) => (isElement(child) ? [toPart(child)] : []));
}

function toPart(node: Element): XElement {
  const { name } = node;
  const attributes = ownAttributes(node);
  if (TOKENS.has(name)) return element(name, attributes, [wordsOf(node)]);
  if (name === 'mspace') return element(name, attributes);
  if (name === 'mtable') return element(name, attributes, partsOf(node).map(toRow));
  if (name === 'mmultiscripts') return multiScripts(node);
  const parts = partsOf(node);
  const wanted = PARTS[name];
  if (wanted === undefined) return ANY_PARTS.has(name) ? element(name, attributes, parts) : element('mrow', {}, parts);
  return parts.length === wanted ? element(name, attributes, parts) : element('mrow', {}, parts);
}

function toRow(row: XElement): XElement {
  if (row.name !== 'mtr' && row.name !== 'mrow') return element('mtr', {}, [element('mtd', {}, [row])]);
  return element(
    'mtr',
    {},
    row.children.map((cell) => (typeof cell !== 'string' && cell.name === 'mtd' ? cell : element('mtd', {}, [cell]))),
  );
}

/** A base, then pairs of scripts, then perhaps a sign and pairs that stand before the base. */
function multiScripts(node: Element): XElement {
  const kids = node.children.filter(isElement);
  const sign = kids.findIndex(({ name }) => name === 'mprescripts');
  const [behind, before] = sign < 0 ? [kids, []] : [kids.slice(0, sign), kids.slice(sign + 1)];
  const isWhole = behind.length % 2 === 1 && before.length % 2 === 0;
  const script = (each: Element): XElement => (each.name === 'none' ? element('none') : toPart(each));
  const all = [...behind.map(script), ...(before.length > 0 ? [element('mprescripts'), ...before.map(script)] : [])];
  if (isWhole && behind[0]?.name !== 'none') return element('mmultiscripts', {}, all);
  return element('mrow', {}, kids.filter(({ name }) => name !== 'none' && name !== 'mprescripts').map(toPart));
}

function ownAttributes({ name, attribs }: Element): Record<string, string> {
  const known = ATTRIBUTES[name] ?? {};
  return Object.fromEntries(Object.entries(attribs).filter(([key, value]) => known[key]?.test(value) === true));
}

function isElement(node: AnyNode): node is Element {
  return 'attribs' in node;
}

function wordsOf(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
