// Evidence on every line in, which blocks and lines are content out: the best labelling of the whole tree at once.
import type { Outline } from './outline.ts';

/** Which blocks and lines are content: 1, or 0. */
export interface Decision {
  readonly blocks: Uint8Array;
  readonly lines: Uint8Array;
}

/** How dear it is that a part is judged otherwise than what it stands in, in log-odds. */
export interface Costs {
  readonly block: number;
  readonly line: number;
}

/**
 * Labels every block and line as content or not, so that the sum of the evidence kept, less the cost of every change between a
 * part and what it stands in, is the greatest there is. This is the most probable state of a tree of binary labels with equal
 * ties (maximum a posteriori by dynamic programming), found in one pass up and one down. `odds[i]` is line `i`'s evidence:
 * above 0 for content.
 */
export function decide({ blocks, lines }: Outline, odds: Float64Array, costs: Costs): Decision {
  const kept = new Float64Array(blocks.length);
  const left = new Float64Array(blocks.length);
  for (const [i, line] of lines.entries()) {
    const gain = odds[i] ?? 0;
    kept[line.block] = (kept[line.block] ?? 0) + Math.max(gain, -costs.line);
    left[line.block] = (left[line.block] ?? 0) + Math.max(gain - costs.line, 0);
  }
  for (let index = blocks.length - 1; index > 0; index--) {
    const parent = blocks[index]?.parent ?? -1;
    if (parent < 0) continue;
    const [asKept, asLeft] = [kept[index] ?? 0, left[index] ?? 0];
    kept[parent] = (kept[parent] ?? 0) + Math.max(asKept, asLeft - costs.block);
    left[parent] = (left[parent] ?? 0) + Math.max(asLeft, asKept - costs.block);
  }
  const states = new Uint8Array(blocks.length);
  for (const [index, block] of blocks.entries()) {
    const around = block.parent === -1 ? 0 : (states[block.parent] ?? 0);
    const lead = (kept[index] ?? 0) - (left[index] ?? 0) + (around === 1 ? costs.block : -costs.block);
    states[index] = lead > 0 || (lead === 0 && around === 1) ? 1 : 0;
  }
  const labels = Uint8Array.from(lines, (line, i) => {
    const gain = odds[i] ?? 0;
    return gain > (states[line.block] === 1 ? -costs.line : costs.line) ? 1 : 0;
  });
  return { blocks: states, lines: labels };
}
