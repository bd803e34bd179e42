// A decision on a page's lines in; the same without headings of boxes of which nothing else was kept, out.
import { isTag, type Element } from 'domhandler';
import type { Decision } from './decide.ts';
import { HINT_NAMES } from './hints.ts';
import type { Block, Outline } from './outline.ts';

const HEADING = /^h[1-6]$/;
/** Blocks that say they are none of the article; a heading with its standfirst, whose byline was left out, is in none of them. */
const ASIDE = (1 << HINT_NAMES.indexOf('offer')) | (1 << HINT_NAMES.indexOf('aside'));
/** What a heading may stand over although it has no line of text. */
const SHOWN: ReadonlySet<string> = new Set([
  'img',
  'picture',
  'svg',
  'video',
  'audio',
  'iframe',
  'object',
  'table',
  'math',
]);

/**
 * A heading reads like the article's own even where all that it stands over (an offer, a list of links) was left out. It goes with that when the block around it holds
 * other lines, none of which is kept, and shows nothing without words.
 */
export function dropStrandedHeadings({ blocks }: Outline, decision: Decision): Decision {
  const kept = Uint8Array.from(decision.lines);
  const states = Uint8Array.from(decision.blocks);
  for (const [index, block] of blocks.entries()) {
    const around = blocks[block.parent];
    if (!HEADING.test(block.element.name) || around === undefined || kept[block.line] !== 1) continue;
    if ((around.hints & ASIDE) === 0) continue;
    if (!isStranded(block, around, decision) || showsMore(around.element)) continue;
    states[index] = 0;
    kept.fill(0, block.line, block.lineEnd);
  }
  return { blocks: states, lines: kept };
}

function isStranded(heading: Block, around: Block, { lines }: Decision): boolean {
  const count = around.lineEnd - around.line - (heading.lineEnd - heading.line);
  if (count === 0) return false;
  for (let i = around.line; i < around.lineEnd; i++) {
    if ((i < heading.line || i >= heading.lineEnd) && lines[i] === 1) return false;
  }
  return true;
}

function showsMore(element: Element): boolean {
  const open: Element[] = [element];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (SHOWN.has(next.name)) return true;
    open.push(...next.children.filter(isTag));
  }
  return false;
}
