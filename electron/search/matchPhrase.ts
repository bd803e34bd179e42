// A phrase in; the documents of a segment on disk in which its words stand one after the other out. Positions are decoded only of documents
// that have all the words.
import { FIELDS, WEIGHTS } from './fields.ts';
import type { InvertedSegment, Postings } from './matchUnit.ts';
import { BEGINNING_SHARE, noneFound, type TermUnit, type Weighted } from './segment.ts';

// Of so many documents each part of the positions is read alone; of more, all of them at once.
const FEW = 50;
const WINDOW = 16_384;

/** Documents that have the whole words of a phrase one after the other, and where. */
interface Begins {
  readonly documents: Uint32Array;
  /** Where the places of each document begin among `places`; one more than documents. */
  readonly at: Uint32Array;
  /** Positions of the first word. */
  readonly places: Uint32Array;
}

/** Finds two or more words that stand one after the other, the last of which may be the beginning of a word. */
export function matchPhrase(segment: InvertedSegment, { terms, isPrefix, field }: TermUnit): Weighted {
  const whole = isPrefix ? terms.slice(0, -1) : terms;
  const numbers = whole.map((term) => segment.find(term));
  if (numbers.some((number) => number < 0)) return noneFound();
  const begins = beginsOf(
    numbers.map((number) => segment.postings(number)),
    segment.documents.count,
  );
  if (!isPrefix)
    return weigh(
      segment,
      begins,
      begins.places.map(() => 1),
      field,
    );
  return weigh(segment, begins, continued(segment, begins, terms.at(-1) ?? '', whole.length), field);
}

/** Sums up what the places count, each times its share. */
function weigh(
  segment: InvertedSegment,
  { documents, at, places }: Begins,
  shares: ArrayLike<number>,
  field: number | null,
): Weighted {
  const found = new Uint32Array(documents.length);
  const weights = new Float32Array(documents.length);
  let size = 0;
  for (const [index, document] of documents.entries()) {
    let sum = 0;
    for (let place = at[index] ?? 0; place < (at[index + 1] ?? 0); place += 1) {
      const share = shares[place] ?? 0;
      if (share === 0) continue;
      const inField = fieldAt(segment, document, places[place] ?? 0);
      if (field === null || inField === field) sum += (WEIGHTS[inField] ?? 0) * share;
    }
    if (sum === 0) continue;
    found[size] = document;
    weights[size] = sum;
    size += 1;
  }
  return { documents: found.subarray(0, size), weights: weights.subarray(0, size) };
}

/** For each place how much the word behind the phrase counts there: 1 for the last term itself, less for one that only begins so. */
function continued(segment: InvertedSegment, begins: Begins, last: string, offset: number): Float32Array {
  const shares = new Float32Array(begins.places.length);
  if (shares.length === 0) return shares;
  const indexOf = new Int32Array(segment.documents.count).fill(-1);
  for (const [index, document] of begins.documents.entries()) indexOf[document] = index;
  const exact = segment.find(last);
  const [from, to] = segment.range(last);
  // Places of neighbouring terms stand one after the other; read one by one, those of a short beginning would take a second.
  let window: Uint8Array = new Uint8Array();
  let windowAt = 0;
  segment.eachPosting(from, to, (term, document, _weight, _mask, positionsAt, length) => {
    const index = indexOf[document] ?? -1;
    if (index < 0) return;
    if (positionsAt + length > windowAt + window.length) {
      window = segment.positions(positionsAt, Math.max(length, WINDOW));
      windowAt = positionsAt;
    }
    const begin = positionsAt - windowAt;
    const reader = new PlaceReader(window, begin, begin + length);
    const share = term === exact ? 1 : BEGINNING_SHARE;
    for (let place = begins.at[index] ?? 0; place < (begins.at[index + 1] ?? 0); place += 1) {
      if (reader.isAt((begins.places[place] ?? 0) + offset)) shares[place] = share;
    }
  });
  return shares;
}

function beginsOf(postings: readonly Postings[], most: number): Begins {
  const common = commonDocuments(postings, most);
  const documents = new Uint32Array(common.length);
  const at = new Uint32Array(common.length + 1);
  const places = new PlaceList();
  const cursors = postings.map((each) => ({ ...partsOf(each, common.length), postings: each, index: 0 }));
  let size = 0;
  for (const document of common) {
    const readers = cursors.map((cursor) => {
      const { documents: all, positionsAt } = cursor.postings;
      cursor.index = indexFrom(all, cursor.index, document);
      return cursor.read(positionsAt[cursor.index] ?? 0, positionsAt[cursor.index + 1] ?? 0);
    });
    const begin = places.size;
    const [first, ...others] = readers;
    if (first === undefined) break;
    while (first.advance()) {
      const place = first.place;
      let isAll = true;
      for (let offset = 0; isAll && offset < others.length; offset += 1) {
        isAll = others[offset]?.isAt(place + offset + 1) ?? false;
      }
      if (isAll) places.push(place);
    }
    if (places.size === begin) continue;
    documents[size] = document;
    size += 1;
    at[size] = places.size;
  }
  return { documents: documents.subarray(0, size), at: at.subarray(0, size + 1), places: places.all() };
}

/** How to read the places of one of so many documents. */
function partsOf(postings: Postings, count: number): { readonly read: (from: number, to: number) => PlaceReader } {
  if (count <= FEW) return { read: (from, to) => new PlaceReader(postings.positions(from, to), 0, to - from) };
  const bytes = postings.positions(0, postings.positionsAt[postings.size] ?? 0);
  return { read: (from, to) => new PlaceReader(bytes, from, to) };
}

function commonDocuments(postings: readonly Postings[], most: number): Uint32Array {
  const [rarest, ...others] = postings.toSorted((a, b) => a.size - b.size);
  let common = rarest?.documents ?? new Uint32Array(most);
  for (const { documents } of others) {
    const kept = new Uint32Array(common.length);
    let [size, at] = [0, 0];
    for (const document of common) {
      at = indexFrom(documents, at, document);
      if (documents[at] !== document) continue;
      kept[size] = document;
      size += 1;
    }
    common = kept.subarray(0, size);
  }
  return common;
}

/** Index of the first number from `at` on that is not smaller; steps double, so that far ones are found as fast as near ones. */
function indexFrom(numbers: Uint32Array, at: number, wanted: number): number {
  let [low, step] = [at, 1];
  while ((numbers[low + step] ?? Infinity) < wanted) {
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

function fieldAt({ documents }: InvertedSegment, document: number, position: number): number {
  const first = document * FIELDS.length;
  for (let field = 0; field < FIELDS.length; field += 1) {
    if (position < (documents.fieldEnds[first + field] ?? 0)) return field;
  }
  return FIELDS.length - 1;
}

/** Goes through the places of a term in one document, ascending. */
class PlaceReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;
  place = 0;
  #isBegun = false;

  constructor(bytes: Uint8Array, from: number, to: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
  }

  /** Goes on to the next place; false behind the last. */
  advance(): boolean {
    if (this.#at >= this.#end) {
      this.place = Infinity;
      return false;
    }
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at] ?? 0;
      this.#at += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    this.place += value;
    this.#isBegun = true;
    return true;
  }

  /** Whether the term stands at a place; to be asked for ascending places. */
  isAt(wanted: number): boolean {
    if (!this.#isBegun) this.advance();
    while (this.place < wanted) this.advance();
    return this.place === wanted;
  }
}

/** Numbers that become more. */
class PlaceList {
  #numbers = new Uint32Array(256);
  size = 0;

  push(number: number): void {
    if (this.size === this.#numbers.length) {
      const grown = new Uint32Array(this.size * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.size] = number;
    this.size += 1;
  }

  all(): Uint32Array {
    return this.#numbers.subarray(0, this.size);
  }
}
