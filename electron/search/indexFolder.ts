// The folder of an index: segments are opened, written and merged in it, in steps of a few milliseconds so that queries are answered in
// between. What no manifest names is removed.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '#contract/errors.ts';
import { DamagedFile } from './blocks.ts';
import { openSegment, type FileSegment } from './fileSegment.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { allRemoved, isSet, type FilePart, type MemoryPart } from './parts.ts';
import { segmentFiles } from './segmentFiles.ts';
import { mergeSegments, writeMemory, type Steps } from './writeSegments.ts';

/** Segments that were made one. */
export interface MergedParts {
  readonly joined: FilePart;
  /** For each of them the new numbers of its documents; see `mergeSegments`. */
  readonly numbers: readonly Uint32Array[];
}

/** The folder. All methods that write throw the system's error. */
export interface IndexFolder {
  /** The segments named by the manifest that are as they were written, with nothing counted of them, and the next free number. */
  open(): { readonly parts: readonly FilePart[]; readonly next: number };
  /** Names the segments that count from now on. */
  save(next: number, parts: readonly FilePart[]): void;
  /** Writes what a memory segment holds under its number; `undefined` when `stop` was called before the end. */
  write(memory: MemoryPart): Promise<FileSegment | undefined>;
  /** Makes one segment of several; `undefined` when `stop` was called. Throws `DamagedParts` when that shows damage. */
  merge(parts: readonly FilePart[], number: number): Promise<MergedParts | undefined>;
  /** Closes a segment and removes its files. */
  discard(part: FilePart): void;
  /** Makes an end of what is under way; what is begun afterwards goes on to its end. */
  stop(): void;
}

/** Segments of which a merge found out that they are not as they were written. */
export class DamagedParts extends Error {
  readonly parts: readonly FilePart[];

  constructor(parts: readonly FilePart[]) {
    super('a part of the index is damaged');
    this.parts = parts;
  }
}

const SLICE_MS = 5;

/** Makes the folder when it is not there; a read-only one is left as it is. Throws the system's error. */
export function openIndexFolder(folder: string, isReadOnly: boolean): IndexFolder {
  if (!isReadOnly) mkdirSync(folder, { recursive: true });
  const base = (number: number): string => join(folder, `segment.${number}`);
  let stops = 0;

  function sweep(kept: ReadonlySet<number>): void {
    for (const name of readdirSync(folder)) {
      const number = /^segment\.(\d+)\./.exec(name)?.[1];
      if (number !== undefined && !kept.has(Number(number))) rmSync(join(folder, name), { force: true });
    }
  }

  function remove(number: number): void {
    for (const file of segmentFiles(base(number))) rmSync(file, { force: true });
  }

  function openWritten(number: number): FileSegment {
    const segment = openSegment(base(number));
    if (segment === undefined) throw new Error('a segment that was just written cannot be read');
    return segment;
  }

  /** Runs steps for some milliseconds at a time; `undefined` when it was stopped before the end. */
  async function run<Result>(steps: Steps<Result>): Promise<Result | undefined> {
    const stopsAtStart = stops;
    let began = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      if (step.value === undefined && performance.now() - began < SLICE_MS) continue;
      try {
        await (step.value ?? nextTurn());
      } catch (failure) {
        // Lets go of the files and throws it again.
        steps.throw(failure);
      }
      began = performance.now();
      if (stops !== stopsAtStart) steps.return(undefined);
    }
  }

  return {
    open() {
      const { next, segments } = readManifest(folder);
      const parts = segments.flatMap((number) => {
        const segment = openSegment(base(number));
        return segment === undefined ? [] : [allRemoved(number, segment)];
      });
      if (!isReadOnly) sweep(new Set(parts.map(({ number }) => number)));
      return { parts, next: Math.max(next, ...parts.map(({ number }) => number + 1)) };
    },
    save(next, parts) {
      writeManifest(folder, { next, segments: parts.map(({ number }) => number) });
    },
    async write({ number, segment }) {
      try {
        const isDone = await run(writeMemory(segment, base(number)));
        return isDone === undefined ? undefined : openWritten(number);
      } catch (failure) {
        remove(number);
        throw failure;
      }
    },
    async merge(parts, number) {
      const scans = parts.map((part) => openSegment(base(part.number), true));
      try {
        const from = scans.flatMap((segment, index) => {
          const removed = parts[index]?.removed.slice();
          return segment === undefined ? [] : [{ segment, isRemoved: (document: number) => isSet(removed, document) }];
        });
        if (from.length < parts.length) throw new DamagedFile();
        const numbers = await run(mergeSegments(from, base(number)));
        return numbers === undefined ? undefined : { numbers, joined: allRemoved(number, openWritten(number)) };
      } catch (failure) {
        remove(number);
        if (!(failure instanceof DamagedFile)) throw failure;
        throw new DamagedParts(parts.filter((_, index) => scans[index]?.isDamaged !== false));
      } finally {
        for (const scan of scans) scan?.close();
      }
    },
    discard({ number, segment }) {
      segment.close();
      if (!isReadOnly) remove(number);
    },
    stop() {
      stops += 1;
    },
  };
}

/** What is told when the index could not be written. */
export function unwritten(cause: unknown): AppError {
  return new AppError(
    'disk',
    'What is found by searching could not be written, perhaps because the disk is full. Everything you saved is safe. Free some space; the search is completed at the next start.',
    { cause },
  );
}
