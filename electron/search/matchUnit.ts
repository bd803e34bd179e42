// One word, beginning of a word or phrase in; the documents of a segment on disk that have it out, with what its occurrences count together.
import { ByteReader } from './bytes.ts';
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
  /** Bytes of all positions: for each document differences from one to the next. Empty for the beginnings of words. */
  readonly positions: () => Uint8Array;
}

/** A segment that knows for each term where it stands. */
export interface InvertedSegment {
  readonly documents: SegmentDocuments;
  /** Number of a term; -1 when no document has it. */
  find(term: string): number;
  /** Numbers of the terms that begin so: from the first up to, but not with, the second. */
  range(prefix: string): readonly [number, number];
  postings(term: number): Postings;
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
    return matchAny(segment, others, -1, field);
  }
  const exact = segment.find(only);
  if (isPrefix) return matchBeginning(segment, only, exact, field);
  return exact < 0 ? noneFound() : restrict(segment, segment.postings(exact), field);
}

function matchBeginning(segment: InvertedSegment, prefix: string, exact: number, field: number | null): Weighted {
  const [from, to] = segment.range(prefix);
  if (field !== null) {
    const longer = Array.from({ length: to - from }, (_, index) => from + index);
    return matchAny(segment, longer, exact, field);
  }
  const sums = new Float32Array(segment.documents.count);
  const kept = prefix.length <= LONGEST_KEPT_BEGINNING ? segment.find(beginningTerm(prefix)) : -1;
  if (kept >= 0) segment.addWeights(kept, kept + 1, BEGINNING_SHARE, sums);
  else segment.addWeights(from, to, BEGINNING_SHARE, sums);
  if (exact >= 0) segment.addWeights(exact, exact + 1, 1 - BEGINNING_SHARE, sums);
  return foundOf(sums);
}

/** What any of the terms count together: `exact` whole, the others as words that only begin so. */
function matchAny(segment: InvertedSegment, terms: readonly number[], exact: number, field: number | null): Weighted {
  const sums = new Float32Array(segment.documents.count);
  for (const term of terms) {
    const { documents, weights } = restrict(segment, segment.postings(term), field);
    const share = term === exact ? 1 : BEGINNING_SHARE;
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0;
      sums[document] = (sums[document] ?? 0) + (weights[at] ?? 0) * share;
    }
  }
  return foundOf(sums);
}

function restrict(segment: InvertedSegment, postings: Postings, field: number | null): Weighted {
  if (field === null) return { documents: postings.documents, weights: Float32Array.from(postings.weights) };
  const documents = new Uint32Array(postings.size);
  const weights = new Float32Array(postings.size);
  let size = 0;
  let positions: Uint8Array | undefined;
  for (let at = 0; at < postings.size; at += 1) {
    const mask = postings.masks[at] ?? 0;
    if ((mask & (1 << field)) === 0) continue;
    const document = postings.documents[at] ?? 0;
    documents[size] = document;
    if (mask === 1 << field) {
      weights[size] = postings.weights[at] ?? 0;
    } else {
      positions ??= postings.positions();
      const [from, to] = rangeOf(segment, document, field);
      const places = readPositions(positions, postings, at);
      weights[size] = (WEIGHTS[field] ?? 0) * places.filter((place) => place >= from && place < to).length;
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

/** Positions of a document, ascending. */
function readPositions(bytes: Uint8Array, { positionsAt }: Postings, at: number): number[] {
  const reader = new ByteReader(bytes, positionsAt[at] ?? 0);
  const end = positionsAt[at + 1] ?? 0;
  const places: number[] = [];
  for (let place = 0; reader.at < end;) {
    place += reader.number();
    places.push(place);
  }
  return places;
}

interface Places {
  readonly document: number;
  /** Where the phrase so far begins, and where its next word would have to stand. */
  readonly begins: readonly number[];
}

function matchPhrase(segment: InvertedSegment, { terms, isPrefix, field }: TermUnit): Weighted {
  const whole = isPrefix ? terms.slice(0, -1) : terms;
  const numbers = whole.map((term) => segment.find(term));
  if (numbers.some((number) => number < 0)) return noneFound();
  const postings = numbers.map((number) => segment.postings(number));
  let found = phrasesOf(postings, commonDocuments(postings));
  if (field !== null)
    found = found.map((places) => within(segment, places, field)).filter(({ begins }) => begins.length > 0);
  const sums = new Map<number, number>();
  const count = ({ document, begins }: Places, share: number): void => {
    const weight = begins.reduce((sum, begin) => sum + (WEIGHTS[fieldAt(segment, document, begin)] ?? 0), 0) * share;
    if (weight > 0) sums.set(document, (sums.get(document) ?? 0) + weight);
  };
  if (!isPrefix) {
    for (const places of found) count(places, 1);
  } else if (found.length > 0) {
    const last = terms.at(-1) ?? '';
    const exact = segment.find(last);
    const [from, to] = segment.range(last);
    for (let term = from; term < to; term += 1) {
      for (const places of followedBy(found, segment.postings(term), whole.length))
        count(places, term === exact ? 1 : BEGINNING_SHARE);
    }
  }
  const documents = Uint32Array.from(sums.keys()).sort();
  return { documents, weights: Float32Array.from(documents, (document) => sums.get(document) ?? 0) };
}

function commonDocuments(postings: readonly Postings[]): Uint32Array {
  const [rarest, ...others] = postings.toSorted((a, b) => a.size - b.size).map(({ documents }) => documents);
  return others.reduce((common, documents) => {
    let at = 0;
    return common.filter((document) => {
      while ((documents[at] ?? Infinity) < document) at += 1;
      return documents[at] === document;
    });
  }, rarest ?? new Uint32Array());
}

/** Where the terms stand one after the other, in documents that have all of them. */
function phrasesOf(postings: readonly Postings[], documents: Uint32Array): readonly Places[] {
  const [first] = postings;
  if (first === undefined || documents.length === 0) return [];
  let found: readonly Places[] | undefined;
  for (const [offset, each] of postings.entries()) {
    found = found === undefined ? placesIn(each, documents) : followedBy(found, each, offset);
  }
  return found ?? [];
}

function placesIn(postings: Postings, documents: Uint32Array): readonly Places[] {
  const bytes = postings.positions();
  let at = 0;
  return Array.from(documents, (document) => {
    while ((postings.documents[at] ?? Infinity) < document) at += 1;
    return { document, begins: readPositions(bytes, postings, at) };
  });
}

/** Of the phrases so far those after whose `offset` words the term of the postings stands. */
function followedBy(found: readonly Places[], postings: Postings, offset: number): readonly Places[] {
  let bytes: Uint8Array | undefined;
  let at = 0;
  return found.flatMap(({ document, begins }) => {
    while ((postings.documents[at] ?? Infinity) < document) at += 1;
    if (postings.documents[at] !== document) return [];
    bytes ??= postings.positions();
    const places = readPositions(bytes, postings, at);
    let next = 0;
    const kept = begins.filter((begin) => {
      while ((places[next] ?? Infinity) < begin + offset) next += 1;
      return places[next] === begin + offset;
    });
    return kept.length === 0 ? [] : [{ document, begins: kept }];
  });
}

function within(segment: InvertedSegment, { document, begins }: Places, field: number): Places {
  const [from, to] = rangeOf(segment, document, field);
  return { document, begins: begins.filter((begin) => begin >= from && begin < to) };
}

function fieldAt({ documents }: InvertedSegment, document: number, position: number): number {
  const first = document * FIELDS.length;
  for (let field = 0; field < FIELDS.length; field += 1) {
    if (position < (documents.fieldEnds[first + field] ?? 0)) return field;
  }
  return FIELDS.length - 1;
}
