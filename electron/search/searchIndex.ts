// The full-text index of a library: immutable segments on disk and one in memory that grows. All of it is derived; whatever is missing,
// damaged or out of date is found by `reconcile` and read anew. Work on it goes on in steps, so that queries are answered meanwhile.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArticleId } from '#contract/article.ts';
import { createIdTable, unpackId, type IdTable } from '#contract/idTable.ts';
import { evaluate, type Found, type LiveSegment } from './evaluate.ts';
import type { SearchDocument } from './fields.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { createMemorySegment, type MemorySegment } from './memorySegment.ts';
import { openSegment, type FileSegment } from './fileSegment.ts';
import { segmentFiles } from './segmentFiles.ts';
import type { TextQuery } from './textQuery.ts';
import { LEFT_OUT, mergeSegments, writeMemory, type Steps } from './writeSegments.ts';

/** How to open an index. */
export interface SearchIndexOptions {
  /** The index's own folder; made when it is not there. */
  readonly folder: string;
  /** What is searched of an article; `undefined` when it cannot be read now. */
  readonly read: (id: ArticleId) => Promise<SearchDocument | undefined>;
  /** Documents in memory before they are written to disk. 500 unless given. */
  readonly flushAt?: number;
  /** Whether nothing may be written; the index then lives in memory beside what is on disk. */
  readonly isReadOnly?: boolean;
}

/** Segments that hold the documents a query found, each under a number that stays its own. */
export interface NumberedSegment extends LiveSegment {
  readonly number: number;
}

/** The index. */
export interface SearchIndex {
  /**
   * Makes the index hold exactly these articles, each in this stamp: forgets the others, and reads what is missing. Resolves when all are
   * in. Before the first call nothing is found. Goes on in the background, and may be called again meanwhile.
   */
  reconcile(ids: Uint32Array, stamps: Uint32Array, onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Takes up an article, in the place of what was known of it. */
  put(document: SearchDocument): void;
  /** An unknown id is no failure. */
  remove(id: ArticleId): void;
  /** Everything that fits; the segments are those of `found.segments`, in the same order. */
  match(query: TextQuery): { readonly found: Found; readonly segments: readonly NumberedSegment[] };
  /** Resolves when nothing is left to be written or merged. */
  settled(): Promise<void>;
  /** Bytes on disk, documents, and segments. */
  stats(): { readonly sizeBytes: number; readonly documents: number; readonly segments: number };
  close(): Promise<void>;
}

interface Live {
  readonly number: number;
  readonly segment: FileSegment | MemorySegment;
  removed: Uint8Array;
  count: number;
  words: number;
}

const FLUSH_AT = 500;
const BULK_FACTOR = 6;
const FLUSH_WORDS = 4_000_000;
const SLICE_MS = 5;
// So many segments of about one size become one: each document is written a few times in all, and a query asks few segments.
const MERGE_WIDTH = 8;
const NOWHERE = 0xffff_ffff;

/** Opens the index; what cannot be used of it is thrown away. Throws the system's error when the folder cannot be written. */
export function openSearchIndex(options: SearchIndexOptions): SearchIndex {
  const { folder, flushAt = FLUSH_AT, isReadOnly = false } = options;
  if (!isReadOnly) mkdirSync(folder, { recursive: true });
  const base = (number: number): string => join(folder, `segment.${number}`);
  let nextNumber = 1;
  let files: Live[] = [];
  let memory = newMemory();
  /** Memory that is being written. */
  let frozen: Live | undefined;
  let table: IdTable = createIdTable(new Uint32Array(), () => true);
  // Where each row of the table has its document.
  let placeSegment = new Uint32Array();
  let placeDocument = new Uint32Array();
  let isClosed = false;
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;
  // While much is read anew, segments are larger, so that fewer have to be merged.
  let isBulk = false;
  openFiles();

  function openFiles(): void {
    const manifest = readManifest(folder);
    for (const number of manifest.segments) {
      const segment = openSegment(base(number));
      // Nobody knows yet which of its documents are wanted.
      if (segment !== undefined) files.push({ number, segment, removed: allRemoved(segment), count: 0, words: 0 });
    }
    nextNumber = Math.max(manifest.next, ...files.map(({ number }) => number + 1));
    if (!isReadOnly) sweep();
    memory = newMemory();
  }

  /** Removes files that no manifest names any more. */
  function sweep(): void {
    const kept = new Set(files.map(({ number }) => number));
    for (const name of readdirSync(folder)) {
      const number = /^segment\.(\d+)\./.exec(name)?.[1];
      if (number !== undefined && !kept.has(Number(number))) rmSync(join(folder, name), { force: true });
    }
  }

  function newMemory(): Live & { readonly segment: MemorySegment } {
    const segment = createMemorySegment();
    const number = nextNumber;
    nextNumber += 1;
    return { number, segment, removed: new Uint8Array(64), count: 0, words: 0 };
  }

  function live(): Live[] {
    return [...files, ...(frozen === undefined ? [] : [frozen]), memory];
  }

  function removeAt(row: number): void {
    const number = placeSegment[row];
    const segment = live().find((each) => each.number === number);
    if (segment === undefined) return;
    removeFrom(segment, placeDocument[row] ?? 0);
    placeSegment[row] = NOWHERE;
  }

  function removeFrom(segment: Live, document: number): void {
    segment.removed[document >>> 3] = (segment.removed[document >>> 3] ?? 0) | (1 << (document & 7));
    segment.count -= 1;
    segment.words -= segment.segment.documents.lengths[document] ?? 0;
  }

  function keepIn(segment: Live, document: number): void {
    segment.removed[document >>> 3] = (segment.removed[document >>> 3] ?? 0) & ~(1 << (document & 7));
    segment.count += 1;
    segment.words += segment.segment.documents.lengths[document] ?? 0;
  }

  function locate(row: number, number: number, document: number): void {
    if (row >= placeSegment.length) {
      const room = Math.max(64, Math.ceil((row + 1) * 1.5));
      placeSegment = extended(placeSegment, room, NOWHERE);
      placeDocument = extended(placeDocument, room, 0);
    }
    placeSegment[row] = number;
    placeDocument[row] = document;
  }

  function put(document: SearchDocument): void {
    const known = table.rowOf(document.id);
    const row = known ?? table.add(document.id);
    if (known !== undefined && row < placeSegment.length) removeAt(row);
    const number = memory.segment.add(document);
    if (number >= memory.removed.length * 8) {
      const grown = new Uint8Array(memory.removed.length * 2);
      grown.set(memory.removed);
      memory.removed = grown;
    }
    memory.count += 1;
    memory.words += memory.segment.documents.lengths[number] ?? 0;
    locate(row, memory.number, number);
    if (isFull()) work();
  }

  function isFull(): boolean {
    const most = isBulk ? flushAt * BULK_FACTOR : flushAt;
    return memory.segment.documents.count >= most || memory.segment.words >= FLUSH_WORDS;
  }

  /** Writes and merges until nothing is left to be done; one such work at a time. */
  function work(): void {
    if (isWorking || isReadOnly) return;
    isWorking = true;
    working = (async () => {
      try {
        while (!isClosed && (await workOnce()));
      } finally {
        isWorking = false;
      }
    })();
  }

  async function workOnce(): Promise<boolean> {
    if (isFull()) {
      await flush();
      return true;
    }
    const merged = toMerge(files);
    if (merged.length === 0) return false;
    await merge(merged);
    return true;
  }

  async function flush(): Promise<void> {
    const full = memory;
    frozen = full;
    memory = newMemory();
    const isDone = await run(writeMemory(full.segment, base(full.number)));
    const segment = isDone === undefined ? undefined : openSegment(base(full.number));
    if (segment !== undefined) {
      // The numbers of its documents are the same, so whoever knows where they are still does.
      files.push({ ...full, segment });
      frozen = undefined;
      save();
    } else if (!isClosed) {
      throw new Error('a segment that was just written cannot be read');
    }
  }

  async function merge(merged: readonly Live[]): Promise<void> {
    const number = nextNumber;
    nextNumber += 1;
    const scans = merged.map((each) => openSegment(base(each.number), true));
    const removedAtStart = merged.map(({ removed }) => removed.slice());
    try {
      const numbers = await run(
        mergeSegments(
          scans.flatMap((segment, index) =>
            segment === undefined
              ? []
              : [{ segment, isRemoved: (document: number) => isSet(removedAtStart[index], document) }],
          ),
          base(number),
        ),
      );
      const segment = numbers === undefined ? undefined : openSegment(base(number));
      if (numbers === undefined || segment === undefined) return;
      take(merged, numbers, { number, segment, removed: allRemoved(segment), count: 0, words: 0 });
    } finally {
      for (const scan of scans) scan?.close();
    }
  }

  function take(merged: readonly Live[], numbers: readonly Uint32Array[], joined: Live): void {
    for (const [index, old] of merged.entries()) {
      const { documents } = old.segment;
      for (let document = 0; document < documents.count; document += 1) {
        const moved = numbers[index]?.[document] ?? LEFT_OUT;
        // What was removed while the segments were merged is removed from what became of them.
        if (moved === LEFT_OUT || isSet(old.removed, document)) continue;
        keepIn(joined, moved);
        const row = table.rowOf(unpackId(documents.ids, document));
        if (row !== undefined) locate(row, joined.number, moved);
      }
    }
    const isEmpty = joined.segment.documents.count === 0;
    files = [...files.filter((each) => !merged.includes(each)), ...(isEmpty ? [] : [joined])];
    save();
    for (const old of isEmpty ? [...merged, joined] : merged) discard(old);
  }

  function discard({ number, segment }: Live): void {
    if ('close' in segment) segment.close();
    for (const file of segmentFiles(base(number))) rmSync(file, { force: true });
  }

  function save(): void {
    writeManifest(folder, { next: nextNumber, segments: files.map(({ number }) => number) });
  }

  /** Runs steps for some milliseconds at a time; `undefined` when the index was closed before the end. */
  async function run<Result>(steps: Steps<Result>): Promise<Result | undefined> {
    let began = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      if (performance.now() - began < SLICE_MS) continue;
      await nextTurn();
      began = performance.now();
      if (isClosed) steps.return(undefined);
    }
  }

  /** Forgets what is not wanted as it is, and answers what is missing. */
  function compare(ids: Uint32Array, stamps: Uint32Array): readonly ArticleId[] {
    table = createIdTable(ids.slice(), () => true);
    placeSegment = new Uint32Array(stamps.length).fill(NOWHERE);
    placeDocument = new Uint32Array(stamps.length);
    // The newest first, so that of two copies the later one stays.
    for (const each of live().reverse()) {
      const { documents } = each.segment;
      each.removed.fill(0xff);
      each.count = 0;
      each.words = 0;
      for (let document = documents.count - 1; document >= 0; document -= 1) {
        const at = document * 3;
        const row = table.rowOfPacked(documents.ids[at] ?? 0, documents.ids[at + 1] ?? 0, documents.ids[at + 2] ?? 0);
        if (row === undefined || placeSegment[row] !== NOWHERE || stamps[row] !== documents.stamps[document]) continue;
        keepIn(each, document);
        locate(row, each.number, document);
      }
    }
    // The bits behind the last document of the segment that grows stand for documents to come.
    for (let document = memory.segment.documents.count; document < memory.removed.length * 8; document += 1) {
      memory.removed[document >>> 3] = (memory.removed[document >>> 3] ?? 0) & ~(1 << (document & 7));
    }
    const missing: ArticleId[] = [];
    for (let row = 0; row < stamps.length; row += 1) {
      if (placeSegment[row] === NOWHERE) missing.push(unpackId(ids, row));
    }
    return missing;
  }

  async function settled(): Promise<void> {
    for (let last: Promise<void> | undefined; last !== working;) {
      last = working;
      await last;
    }
  }

  return {
    async reconcile(ids, stamps, onProgress) {
      const missing = compare(ids, stamps);
      isBulk = missing.length > flushAt * BULK_FACTOR;
      let began = performance.now();
      for (const [done, id] of missing.entries()) {
        if (isClosed) return;
        const row = table.rowOf(id);
        // It may have been taken up or removed while others were read.
        if (row === undefined || (placeSegment[row] ?? NOWHERE) !== NOWHERE) continue;
        const document = await options.read(id);
        if (document !== undefined && table.rowOf(id) === row && placeSegment[row] === NOWHERE) put(document);
        onProgress?.(done + 1, missing.length);
        // Nothing is read faster than it can be written.
        if (isFull()) await settled();
        if (performance.now() - began < SLICE_MS) continue;
        await nextTurn();
        began = performance.now();
      }
      isBulk = false;
      work();
    },
    put,
    remove(id) {
      const row = table.rowOf(id);
      if (row === undefined) return;
      if (row < placeSegment.length) removeAt(row);
      table.remove(row);
    },
    match(query) {
      const segments = live();
      return { found: evaluate(query, segments), segments };
    },
    settled,
    stats() {
      const sizeBytes = files.reduce((sum, { segment }) => sum + ('sizeBytes' in segment ? segment.sizeBytes : 0), 0);
      const documents = live().reduce((sum, { count }) => sum + count, 0);
      return { sizeBytes, documents, segments: files.length };
    },
    async close() {
      isClosed = true;
      await working;
      for (const { segment } of files) if ('close' in segment) segment.close();
    },
  };
}

/** Segments to be made one: the smallest, as soon as there are enough of about one size, and any of which less than half is left. */
function toMerge(files: readonly Live[]): readonly Live[] {
  const worn = files.find(({ segment, count }) => count * 2 < segment.documents.count);
  if (worn !== undefined) return [worn];
  const bySize = files.toSorted((a, b) => a.count - b.count);
  for (let begin = 0; begin + MERGE_WIDTH <= bySize.length; begin += 1) {
    const group = bySize.slice(begin, begin + MERGE_WIDTH);
    if ((group.at(-1)?.count ?? 0) <= Math.max(1_000, (group[0]?.count ?? 0) * MERGE_WIDTH)) return group;
  }
  return [];
}

function allRemoved(segment: FileSegment): Uint8Array {
  return new Uint8Array(Math.ceil(segment.documents.count / 8)).fill(0xff);
}

function isSet(bits: Uint8Array | undefined, at: number): boolean {
  return ((bits?.[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

function extended(from: Uint32Array<ArrayBuffer>, length: number, fill: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length).fill(fill);
  to.set(from);
  return to;
}
