// Documents in, a segment out that can be asked at once; it is written to disk when it has grown.
import { packId } from '#contract/idTable.ts';
import { ByteWriter } from './bytes.ts';
import { FIELDS, WEIGHTS, type SearchDocument } from './fields.ts';
import { beginningTerm, noPostings, shortPrefixes, type Postings, type Segment } from './segment.ts';
import { eachWord } from './words.ts';

/** A segment that grows. */
export interface MemorySegment extends Segment {
  /** Adds a document and answers its number. */
  add(document: SearchDocument): number;
  /** Bytes that its postings take, about. */
  readonly size: number;
  /** All terms, beginnings of words with them, in the order of their UTF-8 bytes. */
  sortedTerms(): readonly string[];
}

interface Entry {
  readonly documents: number[];
  readonly weights: number[];
  readonly masks: number[];
  readonly positionsAt: number[];
  readonly positions: ByteWriter | undefined;
}

/** Where a term stands in one document. */
interface Occurrences {
  weight: number;
  mask: number;
  last: number;
  readonly places: number[];
}

// No phrase reaches over the end of a field.
const GAP = 1;

/** Makes an empty segment. */
export function createMemorySegment(): MemorySegment {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const entries: Entry[] = [];
  let ids = new Uint32Array(96);
  let stamps = new Uint32Array(32);
  let lengths = new Uint32Array(32);
  let fieldEnds = new Uint32Array(32 * FIELDS.length);
  let count = 0;
  let size = 0;

  function entryOf(term: string, hasPositions: boolean): Entry {
    const known = numbers.get(term);
    const entry = known === undefined ? undefined : entries[known];
    if (entry !== undefined) return entry;
    const added: Entry = {
      documents: [],
      weights: [],
      masks: [],
      positionsAt: [0],
      positions: hasPositions ? new ByteWriter(8) : undefined,
    };
    numbers.set(term, terms.length);
    terms.push(term);
    entries.push(added);
    return added;
  }

  function makeRoom(): void {
    if (count < stamps.length) return;
    ids = grown(ids);
    stamps = grown(stamps);
    lengths = grown(lengths);
    fieldEnds = grown(fieldEnds);
  }

  function occurrencesIn(document: SearchDocument): Map<string, Occurrences> {
    const found = new Map<string, Occurrences>();
    let position = 0;
    let words = 0;
    for (const [number, field] of FIELDS.entries()) {
      const weight = WEIGHTS[number] ?? 0;
      eachWord(document[field].normalize('NFC'), (term) => {
        const known = found.get(term);
        if (known === undefined) found.set(term, { weight, mask: 1 << number, last: position, places: [position] });
        else {
          known.weight += weight;
          known.mask |= 1 << number;
          known.places.push(position - known.last);
          known.last = position;
        }
        position += 1;
        words += 1;
      });
      fieldEnds[count * FIELDS.length + number] = position;
      position += GAP;
    }
    lengths[count] = words;
    return found;
  }

  function addBeginnings(occurrences: ReadonlyMap<string, Occurrences>): void {
    const sums = new Map<string, { weight: number; mask: number }>();
    for (const [term, { weight, mask }] of occurrences) {
      for (const prefix of shortPrefixes(term)) {
        const sum = sums.get(prefix);
        if (sum === undefined) sums.set(prefix, { weight, mask });
        else {
          sum.weight += weight;
          sum.mask |= mask;
        }
      }
    }
    for (const [prefix, { weight, mask }] of sums) {
      const entry = entryOf(beginningTerm(prefix), false);
      entry.documents.push(count);
      entry.weights.push(weight);
      entry.masks.push(mask);
      size += 3;
    }
  }

  function postings(term: number): Postings {
    const entry = entries[term];
    if (entry === undefined) return noPostings();
    const { documents, positions } = entry;
    return {
      size: documents.length,
      documents: Uint32Array.from(documents),
      weights: Uint32Array.from(entry.weights),
      masks: Uint8Array.from(entry.masks),
      positionsAt:
        positions === undefined ? new Uint32Array(documents.length + 1) : Uint32Array.from(entry.positionsAt),
      positions: () => positions?.bytes ?? new Uint8Array(),
    };
  }

  return {
    get documents() {
      return { count, ids, stamps, lengths, fieldEnds };
    },
    get size() {
      return size;
    },
    add(document) {
      makeRoom();
      const occurrences = occurrencesIn(document);
      for (const [term, { weight, mask, places }] of occurrences) {
        const entry = entryOf(term, true);
        entry.documents.push(count);
        entry.weights.push(weight);
        entry.masks.push(mask);
        for (const place of places) entry.positions?.number(place);
        entry.positionsAt.push(entry.positions?.size ?? 0);
        size += 4 + places.length;
      }
      addBeginnings(occurrences);
      ids.set(packId(document.id), count * 3);
      stamps[count] = document.stamp;
      count += 1;
      return count - 1;
    },
    find: (term) => numbers.get(term) ?? -1,
    documentsWith: (term) => entries[term]?.documents.length ?? 0,
    beginningWith(prefix) {
      const found: number[] = [];
      for (const [number, term] of terms.entries()) if (term.startsWith(prefix)) found.push(number);
      return found;
    },
    *similar(wanted, lengthBy) {
      for (const [number, term] of terms.entries()) {
        if (term[0] === wanted[0] && Math.abs(term.length - wanted.length) <= lengthBy) yield [number, term];
      }
    },
    postings,
    shortPrefix(prefix) {
      const number = numbers.get(beginningTerm(prefix));
      return number === undefined ? undefined : postings(number);
    },
    sortedTerms() {
      const sorted = terms.toSorted();
      // UTF-16 and UTF-8 order the same but for characters beyond the first 65,536.
      return sorted.some((term) => /[\ud800-\udfff]/.test(term))
        ? sorted.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        : sorted;
    },
  };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
}
