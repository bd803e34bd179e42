// A small tree of elements and text, and how it is written as XML 1.0: well-formed whatever the texts hold. Pure.

/** An element; namespaces are attributes like others. */
export interface XElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XNode[];
}

/** An element or text. */
export type XNode = XElement | string;

/** Makes an element; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XNode[] = [],
): XElement {
  return {
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
    children,
  };
}

/** Elements that HTML has without content; all others are written with an end tag, so that a parser of HTML reads the same. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'meta', 'link', 'col', 'source', 'mspace', 'mprescripts', 'none']);

/** Writes nodes. */
export function writeXml(nodes: readonly XNode[]): string {
  const out: string[] = [];
  for (const node of nodes) write(node, out);
  return out.join('');
}

function write(node: XNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeXml(node));
    return;
  }
  out.push('<', node.name);
  for (const [name, value] of node.attributes) out.push(' ', name, '="', escapeXml(value), '"');
  if (node.children.length === 0 && (VOID.has(node.name) || node.name.includes(':'))) {
    out.push('/>');
    return;
  }
  out.push('>');
  for (const child of node.children) write(child, out);
  out.push('</', node.name, '>');
}

/** A text as it stands between tags and in attributes. What XML 1.0 (2.2) has no room for is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** The text of nodes, without pictures. */
export function textOf(nodes: readonly XNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

/** A language tag that XML and EPUB take (BCP 47, the parts in use); `undefined` for anything else. */
export function languageTag(lang: string | null | undefined): string | undefined {
  const tag = lang?.replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : undefined;
}
