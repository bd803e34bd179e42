// Documents in, a segment out that can be asked at once. It keeps the words in the order in which they stand and looks at all of them for
// each question, which for some thousand documents takes milliseconds; what is written to disk is turned round, see `invert`.
import { packId } from '#contract/idTable.ts';
import { FIELDS, TEXT_MASK, WEIGHTS, type SearchDocument } from './fields.ts';
import {
  BEGINNING_SHARE,
  foundOf,
  noneFound,
  type NearWord,
  type Segment,
  type SegmentDocuments,
  type TermUnit,
  type Weighted,
} from './segment.ts';
import { editDistance } from '#contract/editDistance.ts';
import { TermTable } from './termTable.ts';
import { eachWord } from './words.ts';

/** A segment that grows. */
export interface MemorySegment extends Segment {
  /** Adds a document and answers its number. */
  add(document: SearchDocument): number;
  /** How many words all documents have together. */
  readonly words: number;
  /** What the documents say, word for word; it holds until the next `add`. */
  contents(): SegmentContents;
}

/** Documents word for word. */
export interface SegmentContents {
  readonly documents: SegmentDocuments;
  /** Number of a term → the term. */
  readonly terms: readonly string[];
  /** Numbers of the terms at every position of every document, one document after the other; `GAP` between two fields. */
  readonly positions: Uint32Array;
  /** Where each document begins among the positions; one more than documents. */
  readonly begins: Uint32Array;
}

/** Stands where a field ends, so that no phrase reaches over it. */
export const GAP = 0xffff_ffff;

/** Makes an empty segment. */
export function createMemorySegment(): MemorySegment {
  const table = new TermTable();
  const { terms } = table;
  let positions = new Uint32Array(4_096);
  let begins = new Uint32Array(33);
  let ids = new Uint32Array(96);
  let stamps = new Uint32Array(32);
  let lengths = new Uint32Array(32);
  let fieldEnds = new Uint32Array(32 * FIELDS.length);
  let count = 0;
  let end = 0;
  let words = 0;

  function push(number: number): void {
    if (end === positions.length) positions = grown(positions);
    positions[end] = number;
    end += 1;
  }

  function makeRoom(): void {
    if (count < stamps.length) return;
    ids = grown(ids);
    stamps = grown(stamps);
    lengths = grown(lengths);
    fieldEnds = grown(fieldEnds);
    begins = grown(begins);
  }

  /** What a term counts as the last one of a unit, by number: 1 for the term itself, less for one that only begins so. */
  function sharesOf({ terms: wanted, isPrefix, instead }: TermUnit): Float32Array {
    const shares = new Float32Array(terms.length);
    const last = wanted.at(-1) ?? '';
    if (isPrefix)
      for (const [number, term] of terms.entries()) if (term.startsWith(last)) shares[number] = BEGINNING_SHARE;
    for (const term of instead) shares[table.find(term)] = BEGINNING_SHARE;
    shares[table.find(last)] = 1;
    return shares;
  }

  function match(unit: TermUnit): Weighted {
    const before = unit.terms.slice(0, -1).map((term) => table.find(term));
    if (before.includes(-1)) return noneFound();
    const shares = sharesOf(unit);
    const sums = new Float32Array(count);
    for (let document = 0; document < count; document += 1) {
      const begin = begins[document] ?? 0;
      let at = begin;
      for (let field = 0; field < FIELDS.length; field += 1) {
        const to = begin + (fieldEnds[document * FIELDS.length + field] ?? 0);
        if (unit.field === null || unit.field === field) {
          const weight = WEIGHTS[field] ?? 0;
          for (at += before.length; at < to; at += 1) {
            const share = shares[positions[at] ?? 0] ?? 0;
            if (share !== 0 && standBefore(before, at)) sums[document] = (sums[document] ?? 0) + weight * share;
          }
        }
        at = to + 1;
      }
    }
    return foundOf(sums);
  }

  function standBefore(before: readonly number[], at: number): boolean {
    for (let back = 1; back <= before.length; back += 1) {
      if (positions[at - back] !== before[before.length - back]) return false;
    }
    return true;
  }

  return {
    get documents() {
      return { count, ids, stamps, lengths, fieldEnds };
    },
    get words() {
      return words;
    },
    add(document) {
      makeRoom();
      const begin = end;
      let own = 0;
      for (const [number, field] of FIELDS.entries()) {
        const fieldBegin = end;
        const text = document[field].normalize('NFC');
        eachWord(
          text,
          (term) => push(table.numberOf(term)),
          (from, to) => push(table.numberOfPlain(text, from, to)),
        );
        own += end - fieldBegin;
        fieldEnds[count * FIELDS.length + number] = end - begin;
        push(GAP);
      }
      ids.set(packId(document.id), count * 3);
      stamps[count] = document.stamp;
      lengths[count] = own;
      words += own;
      count += 1;
      begins[count] = end;
      return count - 1;
    },
    has: (term, isPrefix) => table.find(term) >= 0 || (isPrefix && terms.some((each) => each.startsWith(term))),
    match,
    near(wanted, most) {
      const found: NearWord[] = [];
      for (const term of terms) {
        if (term[0] !== wanted[0] || Math.abs(term.length - wanted.length) > most) continue;
        const distance = editDistance(term, wanted, most);
        if (distance > most) continue;
        const { documents } = match({ terms: [term], isPrefix: false, instead: [], field: null });
        found.push({ term, distance, documents: documents.length });
      }
      return found;
    },
    contents: () => ({
      documents: { count, ids, stamps, lengths, fieldEnds },
      terms,
      positions: positions.subarray(0, end),
      begins: begins.subarray(0, count + 1),
    }),
  };
}

/** Which fields a document's position stands in, as the bit of a mask. */
export function maskAt({ fieldEnds }: SegmentDocuments, document: number, position: number): number {
  const first = document * FIELDS.length;
  for (let field = 0; field < FIELDS.length - 1; field += 1) {
    if (position < (fieldEnds[first + field] ?? 0)) return 1 << field;
  }
  return TEXT_MASK;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
}
