// An outline in, what its lines stand among out: all that is worked out once for a page before its lines are looked at one by one.
import { markArticles, markBlocks, markCaptions, markKin, markRepeats, type Kin, type Repeats } from './blockMarks.ts';
import { findCandidates, sumLines, within, type Candidates, type Sums } from './candidates.ts';
import { HINT_NAMES } from './hints.ts';
import type { Knowledge } from './knowledge.ts';
import { readLines, type LineFacts } from './lineFacts.ts';
import type { Outline } from './outline.ts';
import { findTitleLine } from './titleLine.ts';

/** Nowhere among the blocks around. */
export const FAR = 20;

/** What is known of a page's lines together. */
export interface PageContext {
  readonly outline: Outline;
  readonly facts: readonly LineFacts[];
  readonly sums: Sums;
  readonly candidates: Candidates;
  readonly knowledge: Knowledge;
  /** The line that shows the title, or -1; and from 0 to 3 how sure that is. */
  readonly title: { readonly line: number; readonly trust: number };
  /** By block and hint: how many blocks up the nearest with that hint is, `FAR` at most. */
  readonly hintDistance: Uint8Array;
  /** By block: the next block around it that holds other lines as well, or -1. */
  readonly around: Int32Array;
  readonly kin: Kin;
  readonly repeats: Repeats;
  /** By block: 1 inside a list of related posts, and inside an element that shows a fact. */
  readonly related: Uint8Array;
  readonly shown: Uint8Array;
  /** By block: 1 inside the caption of a figure. */
  readonly captions: Uint8Array;
  /** By block: share of the page's prose in the innermost article element around it, in steps of 0 to 5. */
  readonly articles: Int8Array;
  /** By block: how many blocks stand around it. */
  readonly depths: Uint16Array;
  /** By line: the last line of prose before it, and the next after it; -1 and the number of lines where there is none. */
  readonly proseBefore: Int32Array;
  readonly proseAfter: Int32Array;
  /** First and last line of prose in the densest root, -1 when it has none. */
  readonly firstProse: number;
  readonly lastProse: number;
  /** Words of prose on the page. */
  readonly prose: number;
}

/** Works out the context of a page; time is linear in its blocks and lines. */
export function contextOf(outline: Outline, knowledge: Knowledge): PageContext {
  const { lines, blocks } = outline;
  const facts = readLines(outline, knowledge.stated);
  const sums = sumLines(outline, facts);
  const candidates = findCandidates(outline, facts, sums);
  const prose = sums.prose[lines.length] ?? 0;
  const [proseBefore, proseAfter] = neighbouringProse(facts);
  const root = blocks[candidates.density];
  const first = root === undefined || within(sums.prose, root) === 0 ? -1 : firstFrom(root.line, facts, proseAfter);
  const last = first === -1 || root === undefined ? -1 : lastUpTo(root.lineEnd - 1, facts, proseBefore);
  return {
    outline,
    facts,
    sums,
    candidates,
    knowledge,
    title: findTitleLine(outline, knowledge.title),
    hintDistance: measureHints(outline),
    around: findAround(outline),
    kin: markKin(outline, facts),
    repeats: markRepeats(outline, sums),
    related: markBlocks(outline, knowledge.relatedBlocks),
    shown: markBlocks(outline, knowledge.factElements),
    captions: markCaptions(outline),
    articles: markArticles(outline, sums, prose),
    depths: measureDepths(outline),
    proseBefore,
    proseAfter,
    firstProse: first,
    lastProse: last,
    prose,
  };
}

function firstFrom(line: number, facts: readonly LineFacts[], proseAfter: Int32Array): number {
  return facts[line]?.isProse === true ? line : (proseAfter[line] ?? -1);
}

function lastUpTo(line: number, facts: readonly LineFacts[], proseBefore: Int32Array): number {
  return facts[line]?.isProse === true ? line : (proseBefore[line] ?? -1);
}

function neighbouringProse(facts: readonly LineFacts[]): [Int32Array, Int32Array] {
  const [before, after] = [new Int32Array(facts.length), new Int32Array(facts.length)];
  let known = -1;
  for (let i = 0; i < facts.length; i++) {
    before[i] = known;
    if (facts[i]?.isProse === true) known = i;
  }
  known = facts.length;
  for (let i = facts.length - 1; i >= 0; i--) {
    after[i] = known;
    if (facts[i]?.isProse === true) known = i;
  }
  return [before, after];
}

function measureHints({ blocks }: Outline): Uint8Array {
  const count = HINT_NAMES.length;
  const distances = new Uint8Array(blocks.length * count).fill(FAR);
  for (const [index, { parent, hints }] of blocks.entries()) {
    for (let bit = 0; bit < count; bit++) {
      const above = parent === -1 ? FAR : (distances[parent * count + bit] ?? FAR);
      distances[index * count + bit] = ((hints >> bit) & 1) === 1 ? 0 : Math.min(FAR, above + 1);
    }
  }
  return distances;
}

function findAround({ blocks }: Outline): Int32Array {
  const around = new Int32Array(blocks.length);
  for (const [index, { parent, line, lineEnd }] of blocks.entries()) {
    const holder = blocks[parent];
    const isSame = holder !== undefined && holder.line === line && holder.lineEnd === lineEnd;
    around[index] = isSame ? (around[parent] ?? -1) : parent;
  }
  return around;
}

function measureDepths({ blocks }: Outline): Uint16Array {
  const depths = new Uint16Array(blocks.length);
  for (const [index, { parent }] of blocks.entries()) {
    depths[index] = parent === -1 ? 0 : Math.min(65_535, (depths[parent] ?? 0) + 1);
  }
  return depths;
}
