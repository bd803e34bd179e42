// An outline in, the places where independent methods see the article out. None of them decides alone.
import { HINT_BITS, type HintName } from './hints.ts';
import type { Block, Outline } from './outline.ts';
import type { LineFacts } from './lineFacts.ts';

/** Where each method sees the article: the index of a block, or -1. */
export interface Candidates {
  /** Text weighed by its commas and length, handed up the tree (the method of Arc90's Readability). */
  readonly density: number;
  /** What the page itself marks: article body, article, main. */
  readonly marked: number;
  /** The block around the longest chain of sentences. */
  readonly chain: number;
  /** The block around what JSON-LD gives as the article's text. */
  readonly stated: number;
}

const bit = (...names: HintName[]): number => names.reduce((bits, name) => bits | (HINT_BITS.get(name) ?? 0), 0);
const GOOD = bit('body', 'content', 'article', 'main');
const BAD = bit(
  'nav',
  'aside',
  'footer',
  'comment',
  'share',
  'related',
  'offer',
  'cookie',
  'ad',
  'meta',
  'form',
  'hidden',
);
const BODY = bit('body');
const ARTICLE = bit('article');
const MAIN = bit('main');
const OUTSIDE = bit('nav', 'aside', 'footer', 'comment', 'cookie', 'related');

/** Sums over the lines before each line, so that any range is one subtraction. */
export interface Sums {
  readonly letters: Float64Array;
  readonly linked: Float64Array;
  readonly prose: Float64Array;
}

/** Sums letters, linked letters, and letters of prose. */
export function sumLines(outline: Outline, facts: readonly LineFacts[]): Sums {
  const { lines } = outline;
  const size = lines.length + 1;
  const [letters, linked, prose] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (const [i, line] of lines.entries()) {
    const { length } = line.text;
    letters[i + 1] = (letters[i] ?? 0) + length;
    linked[i + 1] = (linked[i] ?? 0) + length * line.linked;
    prose[i + 1] = (prose[i] ?? 0) + (facts[i]?.isProse === true ? (facts[i]?.words ?? 0) : 0);
  }
  return { letters, linked, prose };
}

/** What of a sum lies in a block. */
export function within(sum: Float64Array, block: Block | undefined): number {
  return block === undefined ? 0 : (sum[block.lineEnd] ?? 0) - (sum[block.line] ?? 0);
}

/** Asks every method. */
export function findCandidates(outline: Outline, facts: readonly LineFacts[], sums: Sums): Candidates {
  return {
    density: findDensest(outline, facts, sums),
    marked: findMarked(outline, sums),
    chain: findChain(outline, facts, sums),
    stated: findStated(outline, facts),
  };
}

function findDensest(outline: Outline, facts: readonly LineFacts[], sums: Sums): number {
  const { blocks, lines } = outline;
  const scores = new Float64Array(blocks.length);
  const direct = new Int32Array(blocks.length);
  for (const line of lines) direct[line.block] = (direct[line.block] ?? 0) + 1;
  for (const [i, line] of lines.entries()) {
    const fact = facts[i];
    if (fact === undefined || fact.words < 5) continue;
    const points = (1 + fact.commas + Math.min(3, fact.words / 16)) * (1 - line.linked);
    let holder = (direct[line.block] ?? 0) > 1 ? line.block : (blocks[line.block]?.parent ?? -1);
    for (let level = 0; level < 4 && holder > 0; level++) {
      scores[holder] = (scores[holder] ?? 0) + points / (level === 0 ? 1 : level === 1 ? 2 : level * 3);
      holder = blocks[holder]?.parent ?? -1;
    }
  }
  let best = -1;
  let bestScore = 0;
  for (const [index, block] of blocks.entries()) {
    const raw = scores[index] ?? 0;
    if (raw === 0) continue;
    const favour =
      ((block.hints & GOOD) !== 0 ? 25 : 0) -
      ((block.hints & BAD) !== 0 ? 25 : 0) -
      ((block.above & BAD) !== 0 ? 10 : 0);
    const letters = within(sums.letters, block);
    const score = (raw + favour) * (1 - within(sums.linked, block) / Math.max(1, letters));
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return climb(outline, sums, best);
}

/** Goes up while the block around adds prose and little else. */
function climb(outline: Outline, sums: Sums, from: number): number {
  let index = from;
  let best = from;
  for (let level = 0; level < 12; level++) {
    const parent = outline.blocks[index]?.parent ?? -1;
    if (parent <= 0) break;
    const [inner, outer] = [outline.blocks[best], outline.blocks[parent]];
    const more = within(sums.prose, outer) - within(sums.prose, inner);
    const letters = within(sums.letters, outer) - within(sums.letters, inner);
    if (more > 0.15 * within(sums.prose, inner) && more * 6 > 0.5 * letters) best = parent;
    index = parent;
  }
  return best;
}

function findMarked(outline: Outline, sums: Sums): number {
  const whole = sums.prose[sums.prose.length - 1] ?? 0;
  const most = (bits: number, least: number): number => {
    let best = -1;
    let bestProse = least;
    for (const [index, block] of outline.blocks.entries()) {
      if ((block.hints & bits) === 0 || (block.above & OUTSIDE) !== 0) continue;
      const prose = within(sums.prose, block);
      if (prose > bestProse) [best, bestProse] = [index, prose];
    }
    return best;
  };
  const article = most(ARTICLE, whole * 0.35);
  const main = most(MAIN, whole * 0.35);
  const outer = article !== -1 ? article : main;
  const least = Math.max(whole * 0.3, within(sums.prose, outline.blocks[outer]) * 0.6);
  const body = most(BODY, least);
  return body !== -1 ? body : outer;
}

/** Chains sentences with few other lines between them; the longest chain's common block is the answer. */
function findChain(outline: Outline, facts: readonly LineFacts[], sums: Sums): number {
  let best = { words: 0, first: -1, last: -1 };
  let chain = { words: 0, first: -1, last: -1 };
  for (const [i, fact] of facts.entries()) {
    if (!fact.isProse) continue;
    if (chain.first !== -1 && i - chain.last <= 6) {
      chain.last = i;
      chain.words += fact.words;
    } else {
      chain = { words: fact.words, first: i, last: i };
    }
    if (chain.words > best.words) best = { ...chain };
  }
  if (best.first === -1) return -1;
  let index = outline.lines[best.first]?.block ?? -1;
  while (index > 0 && (outline.blocks[index]?.lineEnd ?? 0) <= best.last) index = outline.blocks[index]?.parent ?? -1;
  void sums;
  return index;
}

function findStated(outline: Outline, facts: readonly LineFacts[]): number {
  let [first, last, count] = [-1, -1, 0];
  for (const [i, fact] of facts.entries()) {
    if (fact.isStated !== 'yes') continue;
    if (first === -1) first = i;
    last = i;
    count++;
  }
  if (count < 2) return -1;
  let index = outline.lines[first]?.block ?? -1;
  while (index > 0 && (outline.blocks[index]?.lineEnd ?? 0) <= last) index = outline.blocks[index]?.parent ?? -1;
  return index;
}
