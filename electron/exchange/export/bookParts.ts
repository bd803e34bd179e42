// The parts of lists, tables, figures, and what else HTML allows only in an order, put in that order; nothing of them is lost. Pure.
import { element, type XElement, type XNode } from './xhtml.ts';

/** The children of an element of this name as the schema wants them. */
export function tidyParts(name: string, children: readonly XNode[]): readonly XNode[] {
  switch (name) {
    case 'dl':
      return definitions(children);
    case 'figure':
      return withOneCaption(children);
    case 'details':
      return withSummary(children);
    case 'table':
      return tableParts(children);
    case 'ul':
    case 'ol':
      return only(children, ['li'], 'li');
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return only(children, ['tr'], undefined);
    case 'tr':
      return only(children, ['td', 'th'], 'td');
    case 'ruby':
      return rubyParts(children);
    default:
      return children;
  }
}

function isNamed(node: XNode, names: readonly string[]): node is XElement {
  return typeof node !== 'string' && names.includes(node.name);
}

function isBlank(node: XNode): boolean {
  return typeof node === 'string' && node.trim() === '';
}

/** What else is said there gets a part of its own, or goes where there is none for it. */
function only(children: readonly XNode[], names: readonly string[], otherwise: string | undefined): readonly XNode[] {
  return children.flatMap((child) => {
    if (isNamed(child, names)) return [child];
    return isBlank(child) || otherwise === undefined ? [] : [element(otherwise, {}, [child])];
  });
}

/** Terms before what is said of them, and neither without the other. */
function definitions(children: readonly XNode[]): readonly XNode[] {
  const parts: XNode[] = [];
  let last = 'dd';
  for (const child of only(children, ['dt', 'dd'], 'dd')) {
    if (typeof child === 'string') continue;
    if (child.name === 'dd' && parts.length === 0) parts.push(element('dt'));
    parts.push(child);
    last = child.name;
  }
  if (parts.length > 0 && last === 'dt') parts.push(element('dd'));
  return parts;
}

/** A figure has one caption, before or behind all else. */
function withOneCaption(children: readonly XNode[]): readonly XNode[] {
  const captions = children.filter((child) => isNamed(child, ['figcaption']));
  if (captions.length === 0) return children;
  const rest = children.filter((child) => !isNamed(child, ['figcaption']));
  const said = captions.length === 1 ? captions : [element('figcaption', {}, captions.map(asDivision))];
  return isNamed(children.find((child) => !isBlank(child)) ?? '', ['figcaption'])
    ? [...said, ...rest]
    : [...rest, ...said];
}

function asDivision(node: XElement): XElement {
  return { ...node, name: 'div' };
}

function withSummary(children: readonly XNode[]): readonly XNode[] {
  const summaries = children.filter((child) => isNamed(child, ['summary']));
  const rest = children.filter((child) => !isNamed(child, ['summary']));
  return [summaries[0] ?? element('summary', {}, ['…']), ...summaries.slice(1).map(asDivision), ...rest];
}

/** A caption, a head, bodies, a foot: in this order, and each but the bodies once. */
function tableParts(children: readonly XNode[]): readonly XNode[] {
  const named = (name: string): readonly XElement[] => children.filter((child) => isNamed(child, [name]));
  const [caption, ...captions] = named('caption');
  const [head, ...heads] = named('thead');
  const [foot, ...feet] = named('tfoot');
  const rows = named('tr');
  const bodies = named('tbody');
  const asBody = (part: XElement): XElement => ({ ...part, name: 'tbody' });
  return [
    ...(caption === undefined
      ? []
      : [{ ...caption, children: [...caption.children, ...captions.flatMap((each) => [' ', ...each.children])] }]),
    ...(head === undefined ? [] : [head]),
    ...heads.map(asBody),
    ...bodies,
    ...(rows.length === 0 ? [] : [element('tbody', {}, rows)]),
    ...feet.map(asBody),
    ...(foot === undefined ? [] : [foot]),
  ];
}

/** A base before each reading; parentheses for readers without ruby are left out, since those of books have it. */
function rubyParts(children: readonly XNode[]): readonly XNode[] {
  const parts: XNode[] = [];
  let hasBase = false;
  for (const child of children) {
    if (isNamed(child, ['rp'])) continue;
    if (!isNamed(child, ['rt'])) {
      parts.push(child);
      hasBase ||= !isBlank(child);
    } else if (hasBase) {
      parts.push(child);
      hasBase = false;
    } else parts.push(...child.children);
  }
  return parts;
}
