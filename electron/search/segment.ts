// What a part of the index is, in memory or on disk: documents numbered from 0, and an answer to which of them have a word or a phrase.

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

/** What is looked for, resolved to terms. */
export interface TermUnit {
  /** One after the other; the last may be the beginning of a word. */
  readonly terms: readonly string[];
  readonly isPrefix: boolean;
  /** Terms of which any will do, at half the weight, in the place of a single term that is nowhere. */
  readonly instead: readonly string[];
  /** Number of the one field to look in; `null` for all. */
  readonly field: number | null;
}

/** Documents ascending, and what the occurrences of a unit in each count together, in halves; see `WEIGHTS`. */
export interface Weighted {
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
}

/** A word that is like another. */
export interface NearWord {
  readonly term: string;
  readonly distance: number;
  /** In how many documents it is. */
  readonly documents: number;
}

/** A part of the index. */
export interface Segment {
  readonly documents: SegmentDocuments;
  /** Tells whether any document has the term, or with `isPrefix` a term that begins so; documents that were removed count. */
  has(term: string, isPrefix: boolean): boolean;
  /** All documents that have the unit, those that were removed with them. */
  match(unit: TermUnit): Weighted;
  /** Words with the same first letter at most `most` edits away; see `editDistance`. */
  near(term: string, most: number): readonly NearWord[];
}

/** A word that only begins like the one that is looked for counts half. */
export const BEGINNING_SHARE = 0.5;

/** Nothing found. */
export function noneFound(): Weighted {
  return { documents: new Uint32Array(), weights: new Float32Array() };
}

/** Of sums by document those that are not 0. */
export function foundOf(sums: Float32Array): Weighted {
  const documents = new Uint32Array(sums.length);
  const weights = new Float32Array(sums.length);
  let size = 0;
  for (let document = 0; document < sums.length; document += 1) {
    const sum = sums[document] ?? 0;
    if (sum === 0) continue;
    documents[size] = document;
    weights[size] = sum;
    size += 1;
  }
  return { documents: documents.subarray(0, size), weights: weights.subarray(0, size) };
}

// Stands before the beginnings of words among the terms; no word has it in it.
const BEGINNING = '\u0001';

/** Longer beginnings are never kept. */
export const LONGEST_KEPT_BEGINNING = 4;

/**
 * Tells whether a beginning is kept as if it were a word, because the words that begin so stand in a segment more often than it has
 * documents: then putting them together takes longer than reading one list. A beginning that none of several segments keeps is not
 * kept when they are made one.
 */
export function isBeginningKept(occurrences: number, documents: number): boolean {
  return occurrences > documents;
}

/** The name under which the beginning of words is kept among the terms. It counts twice what its words count, so that it is never odd. */
export function beginningTerm(prefix: string): string {
  return BEGINNING + prefix;
}

/** The beginning that is kept under a name; `undefined` for a word. */
export function keptBeginning(term: string): string | undefined {
  return term.startsWith(BEGINNING) ? term.slice(BEGINNING.length) : undefined;
}

/** Tells whether a piece of a text begins and ends between characters. */
export function isWholeCharacters(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text);
}
