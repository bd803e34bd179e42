// The elements of a drawing come in; how many more a browser must draw because parts are used again goes out.
// Ten lines of SVG can stand for a thousand million shapes; this is how they are seen before they are shown.

/** An element. `references` are ids it draws again; `children` are indexes into the list of all elements, in document order. */
export interface DrawingNode {
  readonly name: string;
  id: string | null;
  readonly references: string[];
  readonly children: number[];
}

// Only these bring elements of their own wherever they are named; gradients and filters do not.
const REPEATED_BY_PAINT = new Set(['pattern', 'marker', 'mask', 'clippath']);
const MAX_STYLE_TARGETS = 2;

/**
 * Elements drawn beyond those that stand in the file; `Infinity` for a drawing that contains itself. A style sheet may
 * apply a pattern to any element, so each of its patterns counts once for every element. Linear in elements and references.
 */
export function countExpansion(nodes: readonly DrawingNode[], styles: string): number {
  // The first element with an id is the one that is found by it.
  const byId = new Map<string, number>();
  for (const [index, node] of nodes.entries()) if (node.id !== null && !byId.has(node.id)) byId.set(node.id, index);
  const edges = nodes.map((node) => [...node.children, ...targetsOf(node, nodes, byId)]);
  const totals = totalsOf(edges);
  if (totals === null) return Number.POSITIVE_INFINITY;
  const painted = new Set(
    [...styles.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].flatMap((match) => byId.get(match[1] ?? '') ?? []),
  );
  const repeated = [...painted].filter((index) => isRepeated(nodes[index]) && nodes[index]?.name !== 'clippath');
  if (repeated.length > MAX_STYLE_TARGETS) return Number.POSITIVE_INFINITY;
  const byStyle = repeated.reduce((sum, index) => sum + (totals[index] ?? 0) * nodes.length, 0);
  return (totals[0] ?? 0) - nodes.length + byStyle;
}

function targetsOf(node: DrawingNode, nodes: readonly DrawingNode[], byId: ReadonlyMap<string, number>): number[] {
  const targets = node.references.flatMap((id) => byId.get(id) ?? []);
  const isCopying = node.name === 'use' || node.name === 'set' || node.name.startsWith('animate');
  return isCopying ? targets : targets.filter((index) => isRepeated(nodes[index]));
}

function isRepeated(node: DrawingNode | undefined): boolean {
  return node !== undefined && REPEATED_BY_PAINT.has(node.name);
}

/** Elements drawn for each element, itself included; `null` when there is a circle. Its own stack, for nesting may be deep. */
function totalsOf(edges: readonly (readonly number[])[]): number[] | null {
  const totals: number[] = edges.map(() => 0);
  const isOpen = edges.map(() => false);
  for (const start of edges.keys()) {
    const stack: { readonly index: number; next: number }[] = totals[start] === 0 ? [{ index: start, next: 0 }] : [];
    if (stack.length > 0) isOpen[start] = true;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const target = edges[top.index]?.[top.next];
      top.next += 1;
      if (target === undefined) {
        totals[top.index] = (edges[top.index] ?? []).reduce((sum, each) => sum + (totals[each] ?? 0), 1);
        isOpen[top.index] = false;
        stack.pop();
      } else if (isOpen[target] === true) {
        return null;
      } else if (totals[target] === 0) {
        isOpen[target] = true;
        stack.push({ index: target, next: 0 });
      }
    }
  }
  return totals;
}
