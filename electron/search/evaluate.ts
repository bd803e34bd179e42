// A query and the segments of an index in; every document that fits out, with how well. Ranking is Okapi BM25 (Robertson and Zaragoza,
// "The Probabilistic Relevance Framework", 2009) over one frequency a unit, in which occurrences count by where they stand.
import type { Segment, TermUnit, Weighted } from './segment.ts';
import { toTermUnit, type TextQuery } from './textQuery.ts';
import { unreachable } from '#contract/errors.ts';
import { nearestWords } from './typos.ts';

/** A segment as a query sees it. */
export interface LiveSegment {
  readonly segment: Segment;
  /** A bit a document, set for those that were removed. */
  readonly removed: Uint8Array;
  /** How many are left. */
  readonly count: number;
  /** Words of those that are left. */
  readonly words: number;
}

/** Documents ascending and their scores. */
export interface Scored {
  readonly documents: Uint32Array;
  readonly scores: Float32Array;
}

/** What was found: for each segment in its order, and which words were taken for which. */
export interface Found {
  readonly segments: readonly Scored[];
  readonly corrections: readonly { readonly typed: string; readonly taken: readonly string[] }[];
}

const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
// In a list so many times as long it is faster to leap than to walk.
const FAR = 8;

/** Answers a query. A word that stands nowhere is looked for as those it was probably meant to be; see `nearestWords`. */
export function evaluate(query: TextQuery, live: readonly LiveSegment[]): Found {
  const total = live.reduce((sum, { count }) => sum + count, 0);
  const meanLength = live.reduce((sum, { words }) => sum + words, 0) / Math.max(1, total);
  const segments = live.map(({ segment }) => segment);
  const corrections: Found['corrections'][number][] = [];

  function match(unit: TermUnit): Matched {
    const corrected = correctUnit(unit, segments);
    if (corrected.instead.length > 0) corrections.push({ typed: unit.terms[0] ?? '', taken: corrected.instead });
    const matches = live.map((each) => withoutRemoved(each.segment.match(corrected), each));
    const holders = matches.reduce((sum, { documents }) => sum + documents.length, 0);
    const rarity = Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
    return { matches, holders, most: rarity * (SATURATION + 1) };
  }

  function scoreAll(units: readonly Matched[]): readonly Scored[] {
    const rarestFirst = units.toSorted((a, b) => a.holders - b.holders);
    return segments.map(({ documents: { lengths } }, index) => {
      const lists = rarestFirst.flatMap(({ matches, most }) => {
        const found = matches[index];
        return found === undefined ? [] : [{ ...found, most }];
      });
      return scoreTogether(lists, lengths, meanLength);
    });
  }

  function answer(node: TextQuery): readonly Scored[] {
    switch (node.is) {
      case 'unit': {
        const unit = toTermUnit(node);
        return unit === undefined ? live.map(everything) : scoreAll([match(unit)]);
      }
      case 'or':
        return node.of.map(answer).reduce((a, b) => join(a, b, union), live.map(nothing));
      case 'not':
        return join(live.map(everything), answer(node.of), subtract);
      case 'and': {
        const units = node.of.flatMap((each) => (each.is === 'unit' ? (toTermUnit(each) ?? []) : []));
        const together = units.length === 0 ? [] : [scoreAll(units.map(match))];
        const nested = node.of.filter(({ is }) => is === 'and' || is === 'or').map(answer);
        const unwanted = node.of.flatMap((each) => (each.is === 'not' ? [answer(each.of)] : []));
        const [first = live.map(everything), ...others] = [...together, ...nested];
        const common = others.reduce((a, b) => join(a, b, intersect), first);
        return unwanted.reduce((a, b) => join(a, b, subtract), common);
      }
      default:
        return unreachable(node);
    }
  }

  const found = answer(query);
  return { segments: found, corrections };
}

/** A single word that stands in no segment is looked for as those it was probably meant to be; see `nearestWords`. */
export function correctUnit(unit: TermUnit, segments: readonly Segment[]): TermUnit {
  const [term = '', second] = unit.terms;
  const isThere = (segment: Segment): boolean => segment.has(term, unit.isPrefix);
  if (second !== undefined || segments.some(isThere)) return unit;
  return { ...unit, instead: nearestWords(term, segments) };
}

/** What a unit found in every segment, and the most it can count. */
interface Matched {
  readonly matches: readonly Weighted[];
  readonly holders: number;
  readonly most: number;
}

type ScoredList = Weighted & { readonly most: number };

/** Scores the documents that all lists have; the shortest list comes first. Weights are in halves, so all of it is. */
function scoreTogether(lists: readonly ScoredList[], lengths: Uint32Array, meanLength: number): Scored {
  const [shortest, ...others] = lists;
  if (shortest === undefined) return nothing();
  const even = 2 * SATURATION * (1 - LENGTH_SHARE);
  const perWord = (2 * SATURATION * LENGTH_SHARE) / meanLength;
  const { weights, most } = shortest;
  const documents = shortest.documents.slice();
  const [scores, dampings] = [new Float32Array(documents.length), new Float32Array(documents.length)];
  for (let at = 0; at < documents.length; at += 1) {
    const damping = even + perWord * (lengths[documents[at] ?? 0] ?? 0);
    const weight = weights[at] ?? 0;
    dampings[at] = damping;
    scores[at] = (most * weight) / (weight + damping);
  }
  let size = documents.length;
  for (const other of others) size = narrow(documents, scores, dampings, size, other);
  return { documents: documents.subarray(0, size), scores: scores.subarray(0, size) };
}

/** Keeps those of the first `size` documents that the list has too, and adds what it counts; answers how many they are. */
function narrow(
  documents: Uint32Array,
  scores: Float32Array,
  dampings: Float32Array,
  size: number,
  { documents: others, weights, most }: ScoredList,
): number {
  const isLong = others.length > size * FAR;
  let [kept, place] = [0, 0];
  for (let at = 0; at < size; at += 1) {
    const document = documents[at] ?? 0;
    if (isLong) place = placeFrom(others, place, document);
    else while (place < others.length && (others[place] ?? 0) < document) place += 1;
    if (others[place] !== document) continue;
    const [weight, damping] = [weights[place] ?? 0, dampings[at] ?? 0];
    documents[kept] = document;
    dampings[kept] = damping;
    scores[kept] = (scores[at] ?? 0) + (most * weight) / (weight + damping);
    kept += 1;
  }
  return kept;
}

/** Place of the first number from `at` on that is not smaller; steps double, so that far ones are found as fast as near ones. */
function placeFrom(numbers: Uint32Array, at: number, wanted: number): number {
  let [low, step] = [at, 1];
  if (low >= numbers.length || (numbers[low] ?? 0) >= wanted) return low;
  while (low + step < numbers.length && (numbers[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, numbers.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function join(
  a: readonly Scored[],
  b: readonly Scored[],
  combine: (a: Scored, b: Scored) => Scored,
): readonly Scored[] {
  return a.map((each, index) =>
    combine(each, b[index] ?? { documents: new Uint32Array(), scores: new Float32Array() }),
  );
}

function nothing(): Scored {
  return { documents: new Uint32Array(), scores: new Float32Array() };
}

function everything({ segment, removed, count }: LiveSegment): Scored {
  const documents = new Uint32Array(count);
  let size = 0;
  for (let document = 0; document < segment.documents.count; document += 1) {
    if (isRemoved(removed, document)) continue;
    documents[size] = document;
    size += 1;
  }
  return { documents, scores: new Float32Array(count) };
}

function isRemoved(removed: Uint8Array, document: number): boolean {
  return ((removed[document >>> 3] ?? 0) & (1 << (document & 7))) !== 0;
}

function withoutRemoved(found: Weighted, { segment, removed, count }: LiveSegment): Weighted {
  if (count === segment.documents.count) return found;
  const [documents, weights] = [new Uint32Array(found.documents.length), new Float32Array(found.documents.length)];
  let size = 0;
  for (let at = 0; at < found.documents.length; at += 1) {
    const document = found.documents[at] ?? 0;
    if (isRemoved(removed, document)) continue;
    documents[size] = document;
    weights[size] = found.weights[at] ?? 0;
    size += 1;
  }
  return { documents: documents.subarray(0, size), weights: weights.subarray(0, size) };
}

function intersect(a: Scored, b: Scored): Scored {
  const most = Math.min(a.documents.length, b.documents.length);
  const [documents, scores] = [new Uint32Array(most), new Float32Array(most)];
  let [size, left, right] = [0, 0, 0];
  while (left < a.documents.length && right < b.documents.length) {
    const [one, other] = [a.documents[left] ?? 0, b.documents[right] ?? 0];
    if (one === other) {
      documents[size] = one;
      scores[size] = (a.scores[left] ?? 0) + (b.scores[right] ?? 0);
      size += 1;
    }
    if (one <= other) left += 1;
    if (other <= one) right += 1;
  }
  return { documents: documents.subarray(0, size), scores: scores.subarray(0, size) };
}

function union(a: Scored, b: Scored): Scored {
  const most = a.documents.length + b.documents.length;
  const [documents, scores] = [new Uint32Array(most), new Float32Array(most)];
  let [size, left, right] = [0, 0, 0];
  while (left < a.documents.length || right < b.documents.length) {
    const [one, other] = [a.documents[left] ?? Infinity, b.documents[right] ?? Infinity];
    documents[size] = Math.min(one, other);
    scores[size] = (one <= other ? (a.scores[left] ?? 0) : 0) + (other <= one ? (b.scores[right] ?? 0) : 0);
    size += 1;
    if (one <= other) left += 1;
    if (other <= one) right += 1;
  }
  return { documents: documents.subarray(0, size), scores: scores.subarray(0, size) };
}

function subtract(a: Scored, b: Scored): Scored {
  const [documents, scores] = [new Uint32Array(a.documents.length), new Float32Array(a.documents.length)];
  let [size, right] = [0, 0];
  for (let left = 0; left < a.documents.length; left += 1) {
    const one = a.documents[left] ?? 0;
    while ((b.documents[right] ?? Infinity) < one) right += 1;
    if (b.documents[right] === one) continue;
    documents[size] = one;
    scores[size] = a.scores[left] ?? 0;
    size += 1;
  }
  return { documents: documents.subarray(0, size), scores: scores.subarray(0, size) };
}
