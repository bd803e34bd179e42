// A decision on blocks and lines in, the nodes of the tree to read and those to leave out, out.
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import type { Decision } from './decide.ts';
import type { Outline } from './outline.ts';

/** Where to read, in reading order, and what to pass over there. */
export interface Marks {
  readonly roots: readonly AnyNode[];
  readonly dropped: ReadonlySet<AnyNode>;
}

interface Frame {
  readonly node: AnyNode;
  readonly isKept: boolean;
  /** Stands below a root already. */
  readonly isInside: boolean;
}

/** Marks the tree. What stands in no line, such as a picture, goes with the block around it. */
export function markTree(outline: Outline, decision: Decision): Marks {
  const roots: AnyNode[] = [];
  const dropped = new Set<AnyNode>();
  const index = new Map<Element, number>(outline.blocks.map((block, at) => [block.element, at]));
  const keptBefore = new Uint32Array(outline.lines.length + 1);
  const textKept = new Map<AnyNode, boolean>();
  for (const [i, line] of outline.lines.entries()) {
    const isKept = decision.lines[i] === 1;
    keptBefore[i + 1] = (keptBefore[i] ?? 0) + (isKept ? 1 : 0);
    if (isKept !== (decision.blocks[line.block] === 1)) for (const node of line.nodes) textKept.set(node, isKept);
  }
  const body = outline.blocks[0]?.element;
  const stack: Frame[] = body === undefined ? [] : [{ node: body, isKept: false, isInside: false }];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { node, isInside } = frame;
    let { isKept } = frame;
    if (isText(node)) {
      isKept = textKept.get(node) ?? isKept;
      if (isKept && !isInside) roots.push(node);
      if (!isKept && isInside) dropped.add(node);
      continue;
    }
    if (!isTag(node)) continue;
    const at = index.get(node);
    const block = at === undefined ? undefined : outline.blocks[at];
    if (at !== undefined && block !== undefined) {
      isKept = decision.blocks[at] === 1;
      const holdsKept = (keptBefore[block.lineEnd] ?? 0) > (keptBefore[block.line] ?? 0);
      if (!isKept && !holdsKept) {
        if (isInside) dropped.add(node);
        continue;
      }
    } else if (!isKept && node.children.length === 0) {
      if (isInside) dropped.add(node);
      continue;
    }
    const isRoot = isKept && !isInside;
    if (isRoot) roots.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push({ node: child, isKept, isInside: isInside || isRoot });
    }
  }
  return { roots, dropped };
}
