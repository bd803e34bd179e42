// What a part of the index is, in memory or on disk: documents numbered from 0, the terms in them, and where each stands.

/** Facts of the documents of a segment, by number. */
export interface SegmentDocuments {
  readonly count: number;
  /** Three numbers a document; see `packId`. */
  readonly ids: Uint32Array;
  readonly stamps: Uint32Array;
  /** Words of all fields. */
  readonly lengths: Uint32Array;
  /** Position after the last word of each field; as many numbers a document as there are fields. */
  readonly fieldEnds: Uint32Array;
}

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

/** A part of the index. Numbers of terms are its own and hold until it changes. */
export interface Segment {
  readonly documents: SegmentDocuments;
  /** Number of a term; -1 when no document has it. */
  find(term: string): number;
  /** In how many documents it is, those that were removed with them. */
  documentsWith(term: number): number;
  /** Numbers of all terms that begin so, the term itself with them. */
  beginningWith(prefix: string): readonly number[];
  /** Numbers of the terms that begin with the same character, and whose lengths differ at most so much; what is not needed is never decoded. */
  similar(term: string, lengthBy: number): Iterable<readonly [number, string]>;
  postings(term: number): Postings;
  /** Postings of all words that begin with one or two characters, as one; see `shortPrefixes`. */
  shortPrefix(prefix: string): Postings | undefined;
}

// Stands before the beginnings of words among the terms; no word has it in it.
const BEGINNING = '\u0001';

/** Beginnings of this many characters are kept as if they were words, since too many words have them to be put together each time. */
export const LONGEST_SHORT_PREFIX = 2;

/** The name under which the beginning of words is kept among the terms. */
export function beginningTerm(prefix: string): string {
  return BEGINNING + prefix;
}

/** Tells whether a term is the beginning of words. */
export function isBeginning(term: string): boolean {
  return term.startsWith(BEGINNING);
}

/** The short beginnings of a word; none is cut inside of a character. */
export function shortPrefixes(term: string): readonly string[] {
  const first = (term.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  if (first === 2) return [];
  const second = (term.codePointAt(1) ?? 0) > 0xffff || term.length < 2 ? 0 : 2;
  return second === 0 ? [term.slice(0, 1)] : [term.slice(0, 1), term.slice(0, 2)];
}

/** Postings of nothing. */
export function noPostings(): Postings {
  return {
    size: 0,
    documents: new Uint32Array(),
    weights: new Uint32Array(),
    masks: new Uint8Array(),
    positionsAt: new Uint32Array(1),
    positions: () => new Uint8Array(),
  };
}
