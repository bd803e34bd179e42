// Files of other programs in; their rows out, a piece at a time. They are read in a thread of their own with a heap and a time limit, so no
// file can hang or kill the program, nor is more than a piece of it held here.
import { AppError } from '#contract/errors.ts';
import type { ImportFile, ImportFormat, ImportRow, NamedFeed } from '#contract/imports.ts';
import { createThread } from '#thread/thread.ts';

/** Files that are being read. */
export interface ImportReading {
  /**
   * Rows in their order, so many at a time but for the last; the same pieces for the same files. The first `done` pieces are read and
   * not handed over. Throws `unreadable`, `too-large`, `timeout`.
   */
  rows(piece: number, done?: number): AsyncIterable<readonly ImportRow[]>;
  /** What was recognised so far, by the name that its rows have as their file. */
  readonly files: readonly { readonly name: string; readonly format: ImportFormat }[];
  /** Names of files that are nothing we know, so far. */
  readonly unknown: readonly string[];
  /** Feeds that were named so far, each address once. */
  readonly feeds: readonly NamedFeed[];
  close(): Promise<void>;
}

/** Begins to read files; `now` in milliseconds since 1970, for dates that cannot be. */
export type OpenImport = (files: readonly ImportFile[], now: number) => ImportReading;

/** What the thread is given. */
export interface ReadingTask {
  readonly files: readonly ImportFile[];
  readonly now: number;
}

/** What the thread is asked. */
export interface ReadingWish {
  readonly rows: number;
  /** Whether they are only passed by: then none comes with the answer. */
  readonly isPassed: boolean;
}

/** What the thread answers when it is asked for so many rows. */
export interface ReadingReply {
  readonly rows: readonly ImportRow[];
  readonly files: ImportReading['files'];
  readonly unknown: readonly string[];
  readonly feeds: readonly NamedFeed[];
  /** Whether nothing follows. */
  readonly isEnd: boolean;
}

const HEAP_MB = 1024;
/** A piece with large texts takes seconds on a busy machine. */
const PIECE_MS = 60_000;

/** Makes what opens them over the bundled thread program. */
export function createImportOpener(workerFile: string): OpenImport {
  return (files, now) => {
    const thread = createThread<ReadingWish, ReadingReply>({
      workerFile,
      data: { files, now } satisfies ReadingTask,
      heapMb: HEAP_MB,
      stackMb: 4,
      broken,
    });
    const known: { files: ImportReading['files'][number][]; unknown: string[]; feeds: Map<string, NamedFeed> } = {
      files: [],
      unknown: [],
      feeds: new Map(),
    };

    async function* rows(piece: number, done = 0): AsyncGenerator<readonly ImportRow[]> {
      for (let at = 0; ; at += 1) {
        const reply = await thread.ask({ rows: piece, isPassed: at < done }, { ms: PIECE_MS, failure: tooSlow });
        known.files.push(...reply.files);
        known.unknown.push(...reply.unknown);
        for (const feed of reply.feeds) if (!known.feeds.has(feed.address)) known.feeds.set(feed.address, feed);
        if (reply.rows.length > 0) yield reply.rows;
        if (reply.isEnd) return;
      }
    }

    return {
      rows,
      get files() {
        return known.files;
      },
      get unknown() {
        return known.unknown;
      },
      get feeds() {
        return [...known.feeds.values()];
      },
      close: () => thread.end(),
    };
  };
}

function tooSlow(): AppError {
  return new AppError(
    'timeout',
    'This file takes longer to read than a file may. What was imported until there stays; divide the file and import its parts.',
  );
}

function broken(cause: unknown): AppError {
  return new AppError(
    'unreadable',
    'This file is built in a way that cannot be taken apart. What was imported until there stays; the file is unchanged.',
    { cause },
  );
}
