// One word, beginning of a word or phrase in; the documents of a segment on disk that have it out, with what its occurrences count together.
import { ByteReader } from './bytes.ts';
import { matchPhrase } from './matchPhrase.ts';
import { FIELDS, WEIGHTS } from './fields.ts';
import {
  BEGINNING_SHARE,
  beginningTerm,
  foundOf,
  LONGEST_KEPT_BEGINNING,
  noneFound,
  type SegmentDocuments,
  type TermUnit,
  type Weighted,
} from './segment.ts';

/** Where a term stands: documents ascending, with what its occurrences count together and in which fields they are. */
export interface Postings {
  readonly size: number;
  readonly documents: Uint32Array;
  /** In halves; see `WEIGHTS`. */
  readonly weights: Uint32Array;
  /** A bit a field. */
  readonly masks: Uint8Array;
  /** Where the positions of each begin among the bytes of `positions`; one more than documents. */
  readonly positionsAt: Uint32Array;
  /** A part of the bytes of all positions: for each document differences from one to the next. Empty for the beginnings of words. */
  readonly positions: (from: number, to: number) => Uint8Array;
}

/** Gets a term, a document that has it, what it counts there, in which fields, and a part of the file of positions: its begin and length. */
export type TakePosting = (
  term: number,
  document: number,
  weight: number,
  mask: number,
  positionsAt: number,
  positionsLength: number,
) => void;

/** A segment that knows for each term where it stands. */
export interface InvertedSegment {
  readonly documents: SegmentDocuments;
  /** Number of a term; -1 when no document has it. */
  find(term: string): number;
  /** Numbers of the terms that begin so: from the first up to, but not with, the second. */
  range(prefix: string): readonly [number, number];
  postings(term: number): Postings;
  /** Goes through the postings of neighbouring terms: those of the first up to, but not with, the second. */
  eachPosting(from: number, to: number, take: TakePosting): void;
  /** A part of the file of positions; what would lie behind its end is left out. */
  positions(from: number, length: number): Uint8Array;
  /** Adds to the sums by document what neighbouring terms count, times a share. */
  addWeights(from: number, to: number, share: number, sums: Float32Array): void;
}

/** Finds a unit in a segment; documents that were removed are found as well. */
export function matchUnit(segment: InvertedSegment, unit: TermUnit): Weighted {
  const { terms, isPrefix, instead, field } = unit;
  const [only = '', second] = terms;
  if (second !== undefined) return matchPhrase(segment, unit);
  if (instead.length > 0) {
    const others = instead.map((term) => segment.find(term)).filter((term) => term >= 0);
    return matchAny(segment, others, field);
  }
  const exact = segment.find(only);
  if (isPrefix) return matchBeginning(segment, only, exact, field);
  return exact < 0 ? noneFound() : restrict(segment, segment.postings(exact), field);
}

function matchBeginning(segment: InvertedSegment, prefix: string, exact: number, field: number | null): Weighted {
  const [from, to] = segment.range(prefix);
  if (field !== null) return matchRange(segment, from, to, exact, field);
  const sums = new Float32Array(segment.documents.count);
  const kept = prefix.length <= LONGEST_KEPT_BEGINNING ? segment.find(beginningTerm(prefix)) : -1;
  if (kept >= 0) segment.addWeights(kept, kept + 1, BEGINNING_SHARE, sums);
  else segment.addWeights(from, to, BEGINNING_SHARE, sums);
  if (exact >= 0) segment.addWeights(exact, exact + 1, 1 - BEGINNING_SHARE, sums);
  return foundOf(sums);
}

/** What any of the terms count together, as words that are only like the one that is looked for. */
function matchAny(segment: InvertedSegment, terms: readonly number[], field: number | null): Weighted {
  const sums = new Float32Array(segment.documents.count);
  for (const term of terms) {
    const { documents, weights } = restrict(segment, segment.postings(term), field);
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0;
      sums[document] = (sums[document] ?? 0) + (weights[at] ?? 0) * BEGINNING_SHARE;
    }
  }
  return foundOf(sums);
}

/** What neighbouring terms count together in one field: `exact` whole, the others as words that only begin so. */
function matchRange(segment: InvertedSegment, from: number, to: number, exact: number, field: number): Weighted {
  const sums = new Float32Array(segment.documents.count);
  const own = 1 << field;
  segment.eachPosting(from, to, (term, document, weight, mask, at, length) => {
    if ((mask & own) === 0) return;
    const inField = mask === own ? weight : weightIn(segment, document, field, segment.positions(at, length));
    sums[document] = (sums[document] ?? 0) + inField * (term === exact ? 1 : BEGINNING_SHARE);
  });
  return foundOf(sums);
}

function weightIn(segment: InvertedSegment, document: number, field: number, bytes: Uint8Array): number {
  const [from, to] = rangeOf(segment, document, field);
  const reader = new ByteReader(bytes);
  let count = 0;
  for (let place = 0; reader.at < bytes.length;) {
    place += reader.number();
    if (place >= from && place < to) count += 1;
  }
  return (WEIGHTS[field] ?? 0) * count;
}

function restrict(segment: InvertedSegment, postings: Postings, field: number | null): Weighted {
  if (field === null) return { documents: postings.documents, weights: Float32Array.from(postings.weights) };
  const documents = new Uint32Array(postings.size);
  const weights = new Float32Array(postings.size);
  let size = 0;
  for (let at = 0; at < postings.size; at += 1) {
    const mask = postings.masks[at] ?? 0;
    if ((mask & (1 << field)) === 0) continue;
    const document = postings.documents[at] ?? 0;
    documents[size] = document;
    if (mask === 1 << field) {
      weights[size] = postings.weights[at] ?? 0;
    } else {
      const bytes = postings.positions(postings.positionsAt[at] ?? 0, postings.positionsAt[at + 1] ?? 0);
      weights[size] = weightIn(segment, document, field, bytes);
    }
    size += 1;
  }
  return { documents: documents.subarray(0, size), weights: weights.subarray(0, size) };
}

function rangeOf({ documents }: InvertedSegment, document: number, field: number): readonly [number, number] {
  const at = document * FIELDS.length + field;
  // One position is left free between two fields.
  return [field === 0 ? 0 : (documents.fieldEnds[at - 1] ?? 0) + 1, documents.fieldEnds[at] ?? 0];
}
