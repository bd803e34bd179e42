// One word, beginning of a word or phrase in; the documents of a segment that have it out, with what its occurrences count together.
import { ByteReader } from './bytes.ts';
import { FIELDS, WEIGHTS } from './fields.ts';
import { LONGEST_SHORT_PREFIX, type Postings, type Segment } from './segment.ts';

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

/** Documents ascending, and the weight of the unit in each, in halves. */
export interface Weighted {
  readonly documents: Uint32Array;
  readonly weights: Float32Array;
}

const HALF = 0.5;

/** Finds a unit in a segment; documents that were removed are found as well. */
export function matchUnit(segment: Segment, unit: TermUnit): Weighted {
  const { terms, isPrefix, instead, field } = unit;
  const [only = '', second] = terms;
  if (second !== undefined) return matchPhrase(segment, unit);
  if (instead.length > 0)
    return sumOf(
      segment,
      instead.map((term) => ({ term: segment.find(term), share: HALF })),
      field,
    );
  const exact = segment.find(only);
  if (!isPrefix) return exact < 0 ? nothing() : restrict(segment, segment.postings(exact), field);
  if (field === null && only.length <= LONGEST_SHORT_PREFIX) {
    const all = segment.shortPrefix(only);
    if (all !== undefined) return addHalves(all, exact < 0 ? undefined : segment.postings(exact));
  }
  const longer = segment.beginningWith(only).map((term) => ({ term, share: term === exact ? 1 : HALF }));
  return sumOf(segment, longer, field);
}

function nothing(): Weighted {
  return { documents: new Uint32Array(), weights: new Float32Array() };
}

function restrict(segment: Segment, postings: Postings, field: number | null): Weighted {
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

function rangeOf({ documents }: Segment, document: number, field: number): readonly [number, number] {
  const at = document * FIELDS.length + field;
  // One position is left free between two fields.
  return [field === 0 ? 0 : (documents.fieldEnds[at - 1] ?? 0) + 1, documents.fieldEnds[at] ?? 0];
}

function addHalves(all: Postings, exact: Postings | undefined): Weighted {
  const weights = Float32Array.from(all.weights, (weight) => weight * HALF);
  let at = 0;
  for (let index = 0; index < (exact?.size ?? 0); index += 1) {
    const document = exact?.documents[index] ?? 0;
    while ((all.documents[at] ?? Infinity) < document) at += 1;
    if (all.documents[at] === document) weights[at] = (weights[at] ?? 0) + (exact?.weights[index] ?? 0) * HALF;
  }
  return { documents: all.documents, weights };
}

/** What any of the terms count together. */
function sumOf(
  segment: Segment,
  terms: readonly { readonly term: number; readonly share: number }[],
  field: number | null,
): Weighted {
  const [first, ...others] = terms.filter(({ term }) => term >= 0);
  if (first === undefined) return nothing();
  const one = restrict(segment, segment.postings(first.term), field);
  if (others.length === 0) {
    return first.share === 1 ? one : { ...one, weights: one.weights.map((weight) => weight * first.share) };
  }
  const sums = new Float32Array(segment.documents.count);
  let count = 0;
  for (const { term, share } of [first, ...others]) {
    const { documents, weights } = restrict(segment, segment.postings(term), field);
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0;
      const sum = sums[document] ?? 0;
      if (sum === 0) count += 1;
      sums[document] = sum + (weights[at] ?? 0) * share;
    }
  }
  const documents = new Uint32Array(count);
  const weights = new Float32Array(count);
  let size = 0;
  for (let document = 0; size < count; document += 1) {
    const sum = sums[document] ?? 0;
    if (sum === 0) continue;
    documents[size] = document;
    weights[size] = sum;
    size += 1;
  }
  return { documents, weights };
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

function matchPhrase(segment: Segment, { terms, isPrefix, field }: TermUnit): Weighted {
  const whole = isPrefix ? terms.slice(0, -1) : terms;
  const numbers = whole.map((term) => segment.find(term));
  if (numbers.some((number) => number < 0)) return nothing();
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
    for (const term of segment.beginningWith(last)) {
      for (const places of followedBy(found, segment.postings(term), whole.length))
        count(places, term === exact ? 1 : HALF);
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

function within(segment: Segment, { document, begins }: Places, field: number): Places {
  const [from, to] = rangeOf(segment, document, field);
  return { document, begins: begins.filter((begin) => begin >= from && begin < to) };
}

function fieldAt({ documents }: Segment, document: number, position: number): number {
  const first = document * FIELDS.length;
  for (let field = 0; field < FIELDS.length; field += 1) {
    if (position < (documents.fieldEnds[first + field] ?? 0)) return field;
  }
  return FIELDS.length - 1;
}
