// The segments an index consists of, with which of their documents still count, and where each article has its document.
import type { ArticleId } from '#contract/article.ts';
import { createIdTable, unpackId, type IdTable } from '#contract/idTable.ts';
import type { FileSegment } from './fileSegment.ts';
import type { MemorySegment } from './memorySegment.ts';

/** A segment in use. */
export interface Part {
  /** Its own for as long as its documents keep their numbers. */
  readonly number: number;
  readonly segment: FileSegment | MemorySegment;
  /** A bit a document, set for those that were removed. */
  removed: Uint8Array;
  /** How many are left, and the words of those. */
  count: number;
  words: number;
}

/** A segment that grows. */
export interface MemoryPart extends Part {
  readonly segment: MemorySegment;
}

/** A segment on disk. */
export interface FilePart extends Part {
  readonly segment: FileSegment;
}

/** An article that is to be read. */
export interface MissingArticle {
  readonly id: ArticleId;
  readonly stamp: number;
}

/** Where each article has its document. */
export interface Places {
  /** Counts a document of a part as the article's. */
  put(id: ArticleId, part: Part, document: number): void;
  /** Takes out the document that counted as the article's, if there is one. */
  forget(id: ArticleId, parts: readonly Part[]): void;
  /** The same, and the article is not wanted any more. */
  drop(id: ArticleId, parts: readonly Part[]): void;
  /** Tells whether the article is wanted and has no document. */
  isMissing(id: ArticleId): boolean;
  /** Counts nothing of a part any more, and answers what is missing by that. */
  lose(part: Part): readonly MissingArticle[];
  /** Makes exactly these articles wanted, counts what the parts have of them in these stamps and nothing else, and answers what is missing. */
  compare(ids: Uint32Array, stamps: Uint32Array, parts: readonly Part[]): readonly MissingArticle[];
}

const NOWHERE = 0xffff_ffff;
// So many segments of about one size become one: each document is written a few times in all, and a query asks few segments.
const MERGE_WIDTH = 8;
const SMALL = 1_000;

/** Makes the places of no article. */
export function createPlaces(): Places {
  let table: IdTable = createIdTable(new Uint32Array(), () => true);
  let partOf = new Uint32Array();
  let documentOf = new Uint32Array();

  function locate(row: number, part: number, document: number): void {
    if (row >= partOf.length) {
      const room = Math.max(64, Math.ceil((row + 1) * 1.5));
      partOf = extended(partOf, room);
      documentOf = extended(documentOf, room);
    }
    partOf[row] = part;
    documentOf[row] = document;
  }

  function forget(row: number, parts: readonly Part[]): void {
    const part = parts.find(({ number }) => number === partOf[row]);
    if (part === undefined) return;
    const document = documentOf[row] ?? 0;
    part.removed[document >>> 3] = (part.removed[document >>> 3] ?? 0) | (1 << (document & 7));
    part.count -= 1;
    part.words -= part.segment.documents.lengths[document] ?? 0;
    partOf[row] = NOWHERE;
  }

  return {
    put(id, part, document) {
      keep(part, document);
      locate(table.rowOf(id) ?? table.add(id), part.number, document);
    },
    forget(id, parts) {
      const row = table.rowOf(id);
      if (row !== undefined) forget(row, parts);
    },
    drop(id, parts) {
      const row = table.rowOf(id);
      if (row === undefined) return;
      forget(row, parts);
      table.remove(row);
    },
    isMissing(id) {
      const row = table.rowOf(id);
      return row !== undefined && (partOf[row] ?? NOWHERE) === NOWHERE;
    },
    lose(part) {
      const missing: MissingArticle[] = [];
      for (let row = 0; row < partOf.length; row += 1) {
        if (partOf[row] !== part.number) continue;
        partOf[row] = NOWHERE;
        const stamp = part.segment.documents.stamps[documentOf[row] ?? 0] ?? 0;
        missing.push({ id: table.idOf(row), stamp });
      }
      clear(part);
      return missing;
    },
    compare(ids, stamps, parts) {
      table = createIdTable(ids.slice(), () => true);
      partOf = new Uint32Array(stamps.length).fill(NOWHERE);
      documentOf = new Uint32Array(stamps.length);
      // The newest first, so that of two copies the later one stays.
      for (const part of parts.toReversed()) {
        const { documents } = part.segment;
        clear(part);
        for (let document = documents.count - 1; document >= 0; document -= 1) {
          const at = document * 3;
          const row = table.rowOfPacked(documents.ids[at] ?? 0, documents.ids[at + 1] ?? 0, documents.ids[at + 2] ?? 0);
          if (row === undefined || partOf[row] !== NOWHERE || stamps[row] !== documents.stamps[document]) continue;
          keep(part, document);
          locate(row, part.number, document);
        }
      }
      const missing: MissingArticle[] = [];
      for (let row = 0; row < stamps.length; row += 1) {
        if (partOf[row] === NOWHERE) missing.push({ id: unpackId(ids, row), stamp: stamps[row] ?? 0 });
      }
      return missing;
    },
  };
}

/** A segment of which nobody knows yet what of it is wanted. */
export function allRemoved(number: number, segment: FileSegment): FilePart {
  const removed = new Uint8Array(Math.ceil(segment.documents.count / 8)).fill(0xff);
  return { number, segment, removed, count: 0, words: 0 };
}

/** Tells whether a bit is set; beyond the last one it is not. */
export function isSet(bits: Uint8Array | undefined, at: number): boolean {
  return ((bits?.[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

/** Segments to be made one: the smallest, as soon as there are enough of about one size, and any of which less than half is left. */
export function toMerge(parts: readonly FilePart[]): readonly FilePart[] {
  const worn = parts.find(({ segment, count }) => count * 2 < segment.documents.count);
  if (worn !== undefined) return [worn];
  const bySize = parts.toSorted((a, b) => a.count - b.count);
  for (let begin = 0; begin + MERGE_WIDTH <= bySize.length; begin += 1) {
    const group = bySize.slice(begin, begin + MERGE_WIDTH);
    if ((group.at(-1)?.count ?? 0) <= Math.max(SMALL, (group[0]?.count ?? 0) * MERGE_WIDTH)) return group;
  }
  return [];
}

function keep(part: Part, document: number): void {
  if (document >= part.removed.length * 8) {
    const grown = new Uint8Array(Math.max(64, part.removed.length * 2));
    grown.set(part.removed);
    part.removed = grown;
  }
  part.removed[document >>> 3] = (part.removed[document >>> 3] ?? 0) & ~(1 << (document & 7));
  part.count += 1;
  part.words += part.segment.documents.lengths[document] ?? 0;
}

/** Counts none of its documents; the bits behind the last one stand for documents to come. */
function clear(part: Part): void {
  part.removed.fill(0);
  for (let document = 0; document < part.segment.documents.count; document += 1) {
    part.removed[document >>> 3] = (part.removed[document >>> 3] ?? 0) | (1 << (document & 7));
  }
  part.count = 0;
  part.words = 0;
}

function extended(from: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length).fill(NOWHERE);
  to.set(from);
  return to;
}
