// A phrase in; the documents of a segment on disk in which its words stand one after the other out. Positions are decoded only of documents
// that have all the words, and the rarest word goes first.
import { FIELDS, WEIGHTS } from './fields.ts';
import type { InvertedSegment } from './matchUnit.ts';
import { BEGINNING_SHARE, noneFound, type TermUnit, type Weighted } from './segment.ts';
import type { TermCursor } from './termCursor.ts';

// Of so many documents, and so large a share of them, each part of the positions is read alone.
const FEW = 200;
const FEW_SHARE = 1 / 64;

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
  const begins = beginsOf(segment, numbers);
  const shares = isPrefix
    ? continued(segment, begins, terms.at(-1) ?? '', whole.length)
    : new Float32Array(begins.places.length).fill(1);
  return weigh(segment, begins, shares, field);
}

/** Sums up what the places count, each times its share. */
function weigh(
  segment: InvertedSegment,
  { documents, at, places }: Begins,
  shares: Float32Array,
  field: number | null,
): Weighted {
  const found = new Uint32Array(documents.length);
  const weights = new Float32Array(documents.length);
  let size = 0;
  for (let index = 0; index < documents.length; index += 1) {
    const document = documents[index] ?? 0;
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
  for (let index = 0; index < begins.documents.length; index += 1) indexOf[begins.documents[index] ?? 0] = index;
  const exact = segment.find(last);
  const [from, to] = segment.range(last);
  segment.eachPosting(from, to, (term, { document }, places) => {
    const index = indexOf[document] ?? -1;
    if (index < 0) return;
    const share = term === exact ? 1 : BEGINNING_SHARE;
    let next = begins.at[index] ?? 0;
    const end = begins.at[index + 1] ?? 0;
    places.each((place) => {
      while (next < end && (begins.places[next] ?? 0) + offset < place) next += 1;
      if (next < end && (begins.places[next] ?? 0) + offset === place) shares[next] = share;
    });
  });
  return shares;
}

interface PhraseWord {
  readonly cursor: TermCursor;
  /** How many words of the phrase stand before it. */
  readonly offset: number;
}

function beginsOf(segment: InvertedSegment, numbers: readonly number[]): Begins {
  const least = Math.min(...numbers.map((number) => segment.documentsOf(number)));
  const words = numbers
    .map((number, offset): PhraseWord => {
      const readsAll = least > FEW || least > segment.documentsOf(number) * FEW_SHARE;
      return { cursor: segment.cursor(number, readsAll), offset };
    })
    .sort((a, b) => a.cursor.size - b.cursor.size);
  const [rarest, ...others] = words;
  if (rarest === undefined) return { documents: new Uint32Array(), at: new Uint32Array(1), places: new Uint32Array() };
  const documents = new Uint32Array(least);
  const at = new Uint32Array(least + 1);
  const found = new PlaceList();
  let size = 0;
  rarest.cursor.each((document) => {
    if (!standAllIn(others, document)) return;
    const loaded = rarest.cursor.load(rarest.offset);
    const count = narrowed(others, rarest.cursor.places, loaded);
    if (count === 0) return;
    found.append(rarest.cursor.places, count);
    documents[size] = document;
    size += 1;
    at[size] = found.size;
  });
  return { documents: documents.subarray(0, size), at: at.subarray(0, size + 1), places: found.all() };
}

function standAllIn(words: readonly PhraseWord[], document: number): boolean {
  for (const { cursor } of words) if (!cursor.seek(document)) return false;
  return true;
}

/** Keeps the places at which all words stand as the phrase wants them; answers how many. */
function narrowed(words: readonly PhraseWord[], places: Uint32Array, loaded: number): number {
  let count = loaded;
  for (const { cursor, offset } of words) {
    if (count === 0) return 0;
    count = cursor.retain(places, count, offset);
  }
  return count;
}

function fieldAt({ documents }: InvertedSegment, document: number, position: number): number {
  const first = document * FIELDS.length;
  for (let field = 0; field < FIELDS.length; field += 1) {
    if (position < (documents.fieldEnds[first + field] ?? 0)) return field;
  }
  return FIELDS.length - 1;
}

/** Numbers that become more. */
class PlaceList {
  #numbers = new Uint32Array(256);
  size = 0;

  append(numbers: Uint32Array, count: number): void {
    if (this.size + count > this.#numbers.length) {
      const grown = new Uint32Array((this.size + count) * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers.set(numbers.subarray(0, count), this.size);
    this.size += count;
  }

  all(): Uint32Array {
    return this.#numbers.subarray(0, this.size);
  }
}
