// One word, beginning of a word or phrase in; the documents of a segment on disk that have it out, with what its occurrences count together.
import { matchPhrase } from './matchPhrase.ts';
import { FIELDS, WEIGHTS } from './fields.ts';
import type { PlacesReader } from './placesReader.ts';
import type { PostingsReader } from './postings.ts';
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
import type { TermCursor } from './termCursor.ts';

/** Gets a term, one of its postings, and the positions there. */
export type TakePosting = (
  term: number,
  posting: Pick<PostingsReader, 'document' | 'weight' | 'mask'>,
  places: Pick<PlacesReader, 'each'>,
) => void;

/** A segment that knows for each term where it stands. */
export interface InvertedSegment {
  readonly documents: SegmentDocuments;
  /** Number of a term; -1 when no document has it. */
  find(term: string): number;
  /** Numbers of the terms that begin so: from the first up to, but not with, the second. */
  range(prefix: string): readonly [number, number];
  /** In how many documents a term stands. */
  documentsOf(term: number): number;
  /** What a term counts in each document that has it. */
  weighted(term: number): Weighted;
  /** Goes through the postings of neighbouring terms: those of the first up to, but not with, the second. */
  eachPosting(from: number, to: number, take: TakePosting): void;
  /** A term of which few documents are looked at, or with `readsAll` most. */
  cursor(term: number, readsAll: boolean): TermCursor;
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
  return exact < 0 ? noneFound() : matchTerm(segment, exact, field);
}

function matchBeginning(segment: InvertedSegment, prefix: string, exact: number, field: number | null): Weighted {
  if (field !== null) {
    const [from, to] = segment.range(prefix);
    return matchRange(segment, from, to, exact, field);
  }
  const kept = keptTerm(segment, prefix);
  if (kept >= 0) return weighKept(segment.weighted(kept), exact < 0 ? noneFound() : segment.weighted(exact));
  const sums = new Float32Array(segment.documents.count);
  segment.addWeights(...segment.range(prefix), BEGINNING_SHARE, sums);
  if (exact >= 0) segment.addWeights(exact, exact + 1, 1 - BEGINNING_SHARE, sums);
  return foundOf(sums);
}

/** Number of the term under which a beginning is kept; -1 where it is not. */
function keptTerm(segment: InvertedSegment, prefix: string): number {
  return prefix.length <= LONGEST_KEPT_BEGINNING ? segment.find(beginningTerm(prefix)) : -1;
}

/** What the words of a kept beginning count, those of the word itself whole. Whatever has the word has the beginning. */
function weighKept(kept: Weighted, exact: Weighted): Weighted {
  const { documents } = kept;
  const weights = new Float32Array(documents.length);
  let place = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const weight = (kept.weights[at] ?? 0) * (BEGINNING_SHARE / 2);
    const isExact = exact.documents[place] === documents[at];
    weights[at] = isExact ? weight + (exact.weights[place] ?? 0) * (1 - BEGINNING_SHARE) : weight;
    if (isExact) place += 1;
  }
  return { documents, weights };
}

/** Adds to the sums by document what all words count that begin so, times a share. */
export function addBeginning(segment: InvertedSegment, prefix: string, share: number, sums: Float32Array): void {
  const kept = keptTerm(segment, prefix);
  if (kept >= 0) segment.addWeights(kept, kept + 1, share / 2, sums);
  else segment.addWeights(...segment.range(prefix), share, sums);
}

/** What any of the terms count together, as words that are only like the one that is looked for. */
function matchAny(segment: InvertedSegment, terms: readonly number[], field: number | null): Weighted {
  const sums = new Float32Array(segment.documents.count);
  for (const term of terms) {
    const { documents, weights } = matchTerm(segment, term, field);
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
  segment.eachPosting(from, to, (term, { document, weight, mask }, places) => {
    if ((mask & own) === 0) return;
    const inField = mask === own ? weight : weightIn(segment, document, field, places);
    sums[document] = (sums[document] ?? 0) + inField * (term === exact ? 1 : BEGINNING_SHARE);
  });
  return foundOf(sums);
}

function weightIn(
  segment: InvertedSegment,
  document: number,
  field: number,
  places: Pick<PlacesReader, 'each'>,
): number {
  const [from, to] = rangeOf(segment, document, field);
  let count = 0;
  places.each((place) => {
    if (place >= from && place < to) count += 1;
  });
  return (WEIGHTS[field] ?? 0) * count;
}

function matchTerm(segment: InvertedSegment, term: number, field: number | null): Weighted {
  return field === null ? segment.weighted(term) : matchRange(segment, term, term + 1, term, field);
}

function rangeOf({ documents }: InvertedSegment, document: number, field: number): readonly [number, number] {
  const at = document * FIELDS.length + field;
  // One position is left free between two fields.
  return [field === 0 ? 0 : (documents.fieldEnds[at - 1] ?? 0) + 1, documents.fieldEnds[at] ?? 0];
}
