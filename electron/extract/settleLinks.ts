// A clean tree in, the same at rest out: each id in it is one that a link of it leads to, each link within it leads to an id that is there, and attributes
// stand in one order, whichever way they came. So nothing changes when it is written, read and sanitised again.
import type { Attribute, CleanElement, CleanNode } from './contentTree.ts';

/**
 * Settles a tree in place and answers its top. What a link led to may have been left out, and what led to an id too: such a link leads to the page's own address
 * then, which `elsewhere` has by the link's `#…`, or is no link where it has none; such an id goes. Of two elements with one id the first keeps it.
 */
export function settleLinks(
  content: readonly CleanNode[],
  elsewhere: ReadonlyMap<string, string | undefined>,
): readonly CleanNode[] {
  const [ids, links] = [new Set<string>(), new Set<string>()];
  survey(content, ids, links);
  const written = new Set<string>();

  function settled([name, value]: Attribute): Attribute | undefined {
    if (name === 'id') {
      if (!links.has(value) || written.has(value)) return undefined;
      written.add(value);
    } else if (isWithin(name, value) && !ids.has(value.slice(1))) {
      const address = elsewhere.get(value);
      return address === undefined ? undefined : [name, address];
    }
    return [name, value];
  }

  /** False for a link that leads nowhere. */
  function settle(element: CleanElement): boolean {
    const { name, attributes, children } = element;
    if (attributes.some(([attribute, value]) => attribute === 'id' || isWithin(attribute, value)))
      attributes.splice(0, attributes.length, ...attributes.map(settled).filter((each) => each !== undefined));
    if (attributes.length > 1) attributes.sort((a, b) => placeOf(a) - placeOf(b));
    settleAll(children);
    return name !== 'a' || attributes.some(([attribute]) => attribute === 'href');
  }

  function settleAll(nodes: CleanNode[]): void {
    let kept: CleanNode[] | undefined;
    for (const [index, node] of nodes.entries()) {
      if (typeof node === 'string' || settle(node)) kept?.push(node);
      else {
        kept ??= nodes.slice(0, index);
        for (const child of node.children) kept.push(child);
      }
    }
    if (kept === undefined) return;
    nodes.length = 0;
    for (const node of kept) nodes.push(node);
  }
  const nodes = [...content];
  settleAll(nodes);
  return nodes;
}

function survey(nodes: readonly CleanNode[], ids: Set<string>, links: Set<string>): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    for (const [name, value] of node.attributes) {
      if (name === 'id') ids.add(value);
      else if (isWithin(name, value)) links.add(value.slice(1));
    }
    survey(node.children, ids, links);
  }
}

function isWithin(name: string, value: string): boolean {
  return name === 'href' && value.startsWith('#');
}

/** Language and direction, which may come from a block around, first; the id, which may come from one before, last. */
function placeOf([name]: Attribute): number {
  if (name === 'lang') return 0;
  if (name === 'dir') return 1;
  return name === 'id' ? 3 : 2;
}
