// Documents word for word in; for every term where it stands out, terms in the order of their UTF-8 bytes and before them the short
// beginnings of words. Goes on in steps of about a millisecond.
import { ByteWriter } from './bytes.ts';
import { TEXT_MASK, WEIGHTS } from './fields.ts';
import { GAP, maskAt, type SegmentContents } from './memorySegment.ts';
import { beginningTerm, isBeginningKept, isWholeCharacters, LONGEST_KEPT_BEGINNING } from './segment.ts';
import type { SegmentWriter } from './segmentFiles.ts';

const NUMBERS_A_STEP = 10_000;

/** Writes all terms of the documents; the writer is then to be finished. */
export function* invert(contents: SegmentContents, writer: SegmentWriter): Generator<undefined, void, undefined> {
  const order = yield* sortedNumbers(contents.terms);
  const { begins, places } = yield* placesByTerm(contents);
  yield* writeBeginnings(contents, order, begins, places, writer);
  const bytes = new ByteWriter();
  let written = 0;
  for (const term of order) {
    writer.term(contents.terms[term] ?? '');
    const [from, to] = [begins[term] ?? 0, begins[term + 1] ?? 0];
    let at = from;
    while (at < to) {
      const document = documentOf(contents, places[at] ?? 0);
      at = writeDocument(contents, places, at, to, document, bytes);
      writer.posting(document, last.weight, last.mask, last.count, bytes.bytes);
      bytes.clear();
    }
    written += to - from + 4;
    if (written < NUMBERS_A_STEP) continue;
    written = 0;
    yield;
  }
}

// What `writeDocument` found beside the positions.
const last = { weight: 0, mask: 0, count: 0 };

/** Writes the positions of a term in one document; answers where the next document's places begin. */
function writeDocument(
  { documents, begins }: SegmentContents,
  places: Uint32Array,
  from: number,
  to: number,
  document: number,
  bytes: ByteWriter | undefined,
): number {
  const [begin, end] = [begins[document] ?? 0, begins[document + 1] ?? 0];
  let at = from;
  let previous = 0;
  last.weight = 0;
  last.mask = 0;
  last.count = 0;
  while (at < to && (places[at] ?? end) < end) {
    const position = (places[at] ?? 0) - begin;
    const mask = maskAt(documents, document, position);
    last.mask |= mask;
    last.weight += WEIGHTS[31 - Math.clz32(mask)] ?? 0;
    bytes?.number(position - previous);
    previous = position;
    last.count += 1;
    at += 1;
  }
  return at;
}

/** The document that a place belongs to: the last that begins before it. */
function documentOf({ begins }: SegmentContents, place: number): number {
  let [low, high] = [0, begins.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** All places of each term, ascending, one term after the other: a counting sort. */
function* placesByTerm({
  terms,
  positions,
}: SegmentContents): Generator<undefined, { readonly begins: Uint32Array; readonly places: Uint32Array }, undefined> {
  const begins = new Uint32Array(terms.length + 1);
  let words = 0;
  for (let at = 0; at < positions.length; at += 1) {
    const term = positions[at] ?? GAP;
    if (term !== GAP) {
      begins[term + 1] = (begins[term + 1] ?? 0) + 1;
      words += 1;
    }
    if (at % (NUMBERS_A_STEP * 10) === 0) yield;
  }
  for (let term = 0; term < terms.length; term += 1) begins[term + 1] = (begins[term + 1] ?? 0) + (begins[term] ?? 0);
  const next = begins.slice();
  const places = new Uint32Array(words);
  for (let at = 0; at < positions.length; at += 1) {
    const term = positions[at] ?? GAP;
    if (term !== GAP) {
      const place = next[term] ?? 0;
      places[place] = at;
      next[term] = place + 1;
    }
    if (at % (NUMBERS_A_STEP * 10) === 0) yield;
  }
  return { begins, places };
}

/** Numbers of the terms in the order of their UTF-8 bytes. Terms are sorted in as many parts as there are first characters. */
function* sortedNumbers(terms: readonly string[]): Generator<undefined, Uint32Array, undefined> {
  const byFirst = new Map<number, number[]>();
  let areAllWhole = true;
  for (const [number, term] of terms.entries()) {
    const first = term.codePointAt(0) ?? 0;
    const part = byFirst.get(first);
    if (part === undefined) byFirst.set(first, [number]);
    else part.push(number);
    areAllWhole &&= isWholeCharacters(term);
    if (number % NUMBERS_A_STEP === 0) yield;
  }
  // UTF-16 and UTF-8 order the same but for characters beyond the first 65,536.
  const isBefore = areAllWhole ? isLess : isLessInBytes;
  const order = new Uint32Array(terms.length);
  let size = 0;
  for (const [, part] of [...byFirst].sort(([a], [b]) => a - b)) {
    part.sort((a, b) => (isBefore(terms[a] ?? '', terms[b] ?? '') ? -1 : 1));
    order.set(part, size);
    size += part.length;
    yield;
  }
  return order;
}

function isLess(a: string, b: string): boolean {
  return a < b;
}

function isLessInBytes(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

/** Writes for each short beginning what the words that begin so count together; in the order of terms these stand together. */
function* writeBeginnings(
  contents: SegmentContents,
  order: Uint32Array,
  begins: Uint32Array,
  places: Uint32Array,
  writer: SegmentWriter,
): Generator<undefined, void, undefined> {
  const { documents } = contents;
  const groups = yield* beginningGroups(contents, order, begins);
  const weights = new Uint32Array(documents.count);
  const found = new Uint32Array(documents.count);
  const nothing = new Uint8Array();
  let written = 0;
  for (const [prefix, [first, end]] of groups) {
    let size = 0;
    for (let index = first; index < end; index += 1) {
      const term = order[index] ?? 0;
      const to = begins[term + 1] ?? 0;
      for (let at = begins[term] ?? 0; at < to;) {
        const document = documentOf(contents, places[at] ?? 0);
        at = writeDocument(contents, places, at, to, document, undefined);
        if (weights[document] === 0) {
          found[size] = document;
          size += 1;
        }
        weights[document] = (weights[document] ?? 0) + last.weight;
        written += 1;
      }
      if (written < NUMBERS_A_STEP) continue;
      written = 0;
      yield;
    }
    writer.term(beginningTerm(prefix));
    for (const document of found.subarray(0, size).sort()) {
      writer.posting(document, (weights[document] ?? 0) * 2, TEXT_MASK, 0, nothing);
      weights[document] = 0;
    }
  }
}

/** The beginnings that are kept in the order of their bytes, each with the range of `order` whose terms begin so. */
function* beginningGroups(
  { terms, documents }: SegmentContents,
  order: Uint32Array,
  begins: Uint32Array,
): Generator<undefined, readonly (readonly [string, readonly [number, number]])[], undefined> {
  const groups = new Map<string, { first: number; end: number; occurrences: number }>();
  for (const [index, number] of order.entries()) {
    const term = terms[number] ?? '';
    const occurrences = (begins[number + 1] ?? 0) - (begins[number] ?? 0);
    if (index % NUMBERS_A_STEP === 0) yield;
    for (let length = 1; length <= Math.min(LONGEST_KEPT_BEGINNING, term.length); length += 1) {
      const prefix = term.slice(0, length);
      if (!isWholeCharacters(prefix)) continue;
      const group = groups.get(prefix);
      if (group === undefined) groups.set(prefix, { first: index, end: index + 1, occurrences });
      else {
        group.end = index + 1;
        group.occurrences += occurrences;
      }
    }
  }
  return [...groups]
    .filter(([, { occurrences }]) => isBeginningKept(occurrences, documents.count))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, { first, end }]) => [prefix, [first, end]]);
}
