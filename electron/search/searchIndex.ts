// The full-text index of a library: immutable segments on disk and one in memory that grows. All of it is derived; whatever is missing,
// damaged or out of date is found by `reconcile` and read anew. Work on it goes on in steps, so that queries are answered meanwhile.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArticleId } from '#contract/article.ts';
import { unpackId } from '#contract/idTable.ts';
import { DamagedFile } from './blocks.ts';
import { correctUnit, evaluate, type Found, type LiveSegment } from './evaluate.ts';
import type { ReadDocument, SearchDocument } from './fields.ts';
import { DamagedParts, openIndexFolder, unwritten, type MergedParts } from './indexFolder.ts';
import { createMemorySegment } from './memorySegment.ts';
import {
  createPlaces,
  isSet,
  toMerge,
  type FilePart,
  type MemoryPart,
  type MissingArticle,
  type Part,
} from './parts.ts';
import type { TermUnit } from './segment.ts';
import type { TextQuery } from './textQuery.ts';
import { LEFT_OUT } from './mergedSegment.ts';

/** How to open an index. */
export interface SearchIndexOptions {
  /** The index's own folder; made when it is not there. */
  readonly folder: string;
  /** What is searched of an article; `undefined` when it cannot be read now. */
  readonly read: (id: ArticleId) => Promise<ReadDocument | undefined>;
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
  /** The units with the words that are taken for those that stand nowhere. */
  correct(units: readonly TermUnit[]): readonly TermUnit[];
  /** Resolves when nothing is left to be written or merged. */
  settled(): Promise<void>;
  /** Bytes on disk, documents, and segments. */
  stats(): { readonly sizeBytes: number; readonly documents: number; readonly segments: number };
  /** Begins nothing more, no article is read: `close` has less to wait for. */
  stop(): void;
  /** Waits for what was begun and writes the rest. */
  close(): Promise<void>;
}

const FLUSH_AT = 500;
const BULK_FACTOR = 6;
const FLUSH_WORDS = 4_000_000;
const SLICE_MS = 5;
const READ_AHEAD = 8;

/** Opens the index; what cannot be used of it is thrown away. Throws the system's error when the folder cannot be written. */
export function openSearchIndex(options: SearchIndexOptions): SearchIndex {
  const { flushAt = FLUSH_AT, isReadOnly = false } = options;
  const folder = openIndexFolder(options.folder, isReadOnly);
  const opened = folder.open();
  let nextNumber = opened.next;
  // Nobody knows yet which of their documents are wanted.
  let files = opened.parts;
  /** Memory that could not be written. */
  const stuck: MemoryPart[] = [];
  let memory = newMemory();
  /** Memory that is being written. */
  let frozen: MemoryPart | undefined;
  const places = createPlaces();
  let isClosed = false;
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;
  // While much is read anew, segments are larger, so that fewer have to be merged.
  let isBulk = false;
  /** Counts the calls of `reconcile`. */
  let round = 0;
  /** Changes when documents that were removed may count again, or files are gone; what was begun before is not taken over. */
  let epoch = 0;
  let failure: unknown;
  let reading: Promise<void> = Promise.resolve();

  function newMemory(): MemoryPart {
    const number = nextNumber;
    nextNumber += 1;
    return { number, segment: createMemorySegment(), removed: new Uint8Array(64), count: 0, words: 0 };
  }

  function live(): Part[] {
    return [...files, ...stuck, ...(frozen === undefined ? [] : [frozen]), memory];
  }

  function put(document: SearchDocument): void {
    places.forget(document.id, live());
    places.put(document.id, memory, memory.segment.add(document));
    if (isFull()) work();
  }

  function isFull(): boolean {
    const most = isBulk ? flushAt * BULK_FACTOR : flushAt;
    return memory.segment.documents.count >= most || memory.segment.words >= FLUSH_WORDS;
  }

  /**
   * Writes and merges until nothing is left to be done; one such work at a time. Before it is known what is wanted, all would be thrown
   * away. What cannot be written stays in memory, is found there, and is read anew at the next start.
   */
  function work(): void {
    if (isWorking || isReadOnly || round === 0 || failure !== undefined) return;
    isWorking = true;
    working = (async () => {
      try {
        for (let isMore = true; isMore;) isMore = await workOnce();
      } catch (cause) {
        failure = cause;
      } finally {
        isWorking = false;
      }
    })();
  }

  async function workOnce(): Promise<boolean> {
    if (isClosed) return false;
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
    try {
      const segment = await folder.write(full);
      // The numbers of its documents are the same, so whoever knows where they are still does.
      if (segment !== undefined) files = [...files, { ...full, segment }];
      if (segment !== undefined) save();
    } catch (cause) {
      if (!files.some(({ number }) => number === full.number)) stuck.push(full);
      throw cause;
    } finally {
      frozen = undefined;
    }
  }

  async function merge(merged: readonly FilePart[]): Promise<void> {
    const number = nextNumber;
    nextNumber += 1;
    const began = epoch;
    try {
      const parts = await folder.merge(merged, number);
      if (parts === undefined) return;
      if (began === epoch) take(merged, parts);
      else folder.discard(parts.joined);
    } catch (cause) {
      if (!(cause instanceof DamagedParts)) throw cause;
      for (const part of cause.parts) lose(part);
    }
  }

  function take(merged: readonly FilePart[], { numbers, joined }: MergedParts): void {
    for (const [index, old] of merged.entries()) {
      const { documents } = old.segment;
      for (let document = 0; document < documents.count; document += 1) {
        const moved = numbers[index]?.[document] ?? LEFT_OUT;
        // What was removed while the segments were merged is removed from what became of them.
        if (moved === LEFT_OUT || isSet(old.removed, document)) continue;
        places.put(unpackId(documents.ids, document), joined, moved);
      }
    }
    const isEmpty = joined.segment.documents.count === 0;
    files = [...files.filter((each) => !merged.includes(each)), ...(isEmpty ? [] : [joined])];
    save();
    for (const old of isEmpty ? [...merged, joined] : merged) folder.discard(old);
  }

  /** Throws a segment away that is not as it was written, and reads its documents anew. */
  function lose(part: FilePart): void {
    if (!files.includes(part)) return;
    epoch += 1;
    files = files.filter((each) => each !== part);
    const missing = places.lose(part);
    if (!isReadOnly) save();
    folder.discard(part);
    reading = Promise.all([reading, readMissing(missing, () => !isClosed)]).then(
      () => undefined,
      (cause: unknown) => {
        failure ??= cause;
      },
    );
  }

  function save(): void {
    folder.save(nextNumber, files);
  }

  /** What is in memory is written at the end, so that it need not be read anew at the next start. */
  async function writeRest(): Promise<void> {
    const { count } = memory.segment.documents;
    if (isReadOnly || round === 0 || failure !== undefined || count === 0 || count > flushAt) return;
    try {
      await flush();
    } catch (cause) {
      failure = cause;
    }
  }

  function stop(): void {
    isClosed = true;
    folder.stop();
  }

  async function settled(): Promise<void> {
    for (let last: readonly Promise<void>[] = []; last[0] !== working || last[1] !== reading;) {
      last = [working, reading];
      await Promise.all(last);
    }
  }

  async function readMissing(
    missing: readonly MissingArticle[],
    isWanted: () => boolean,
    onProgress?: (done: number, total: number) => void,
  ): Promise<void> {
    let began = performance.now();
    const coming: Promise<ReadDocument | undefined>[] = [];
    try {
      for (const [done, { id, stamp }] of missing.entries()) {
        if (!isWanted()) return;
        for (const { id: next } of missing.slice(done + coming.length, done + READ_AHEAD)) coming.push(readAhead(next));
        const document = await coming.shift();
        // It may have been taken up or removed while others were read.
        if (document !== undefined && isWanted() && places.isMissing(id)) put({ ...document, stamp });
        onProgress?.(done + 1, missing.length);
        // Nothing is read faster than it can be written.
        if (isFull()) await working;
        if (failure !== undefined) throw unwritten(failure);
        if (performance.now() - began < SLICE_MS) continue;
        await nextTurn();
        began = performance.now();
      }
    } finally {
      // The thread may end next, and must not while a file is read.
      await Promise.allSettled(coming);
    }
  }

  /** Waiting for the device one by one would take a quarter of the time. */
  function readAhead(id: ArticleId): Promise<ReadDocument | undefined> {
    const read = places.isMissing(id) ? options.read(id) : Promise.resolve(undefined);
    // Whoever waits for it hears of a failure; when nobody does any more, it does not matter.
    read.catch(() => undefined);
    return read;
  }

  return {
    async reconcile(ids, stamps, onProgress) {
      round += 1;
      epoch += 1;
      failure = undefined;
      const own = round;
      const missing = places.compare(ids, stamps, live());
      isBulk = missing.length > flushAt * BULK_FACTOR;
      await readMissing(missing, () => !isClosed && own === round, onProgress);
      if (own !== round) return;
      isBulk = false;
      work();
    },
    put,
    remove: (id) => places.drop(id, live()),
    match(query) {
      for (;;) {
        const segments = live();
        try {
          return { found: evaluate(query, segments), segments };
        } catch (cause) {
          if (!(cause instanceof DamagedFile)) throw cause;
          for (const part of files.filter(({ segment }) => segment.isDamaged)) lose(part);
        }
      }
    },
    correct(units) {
      const segments = live().map(({ segment }) => segment);
      return units.map((unit) => correctUnit(unit, segments));
    },
    settled,
    stats() {
      const sizeBytes = files.reduce((sum, { segment }) => sum + segment.sizeBytes, 0);
      const documents = live().reduce((sum, { count }) => sum + count, 0);
      return { sizeBytes, documents, segments: files.length };
    },
    stop,
    async close() {
      stop();
      await settled();
      await writeRest();
      for (const { segment } of files) segment.close();
    },
  };
}
