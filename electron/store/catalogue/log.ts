// The catalogue's log: an append-only file of lines. "T id" says that an article is about to change and is on the device before the change
// is; "R hash row" says what it is since, "D id" that it is gone. Whatever follows a T and is no R or D has to be read from its folder.
import type { ArticleId } from '#contract/article.ts';
import { isArticleId } from '#contract/article.ts';
import { hash32 } from '#contract/hash.ts';
import type { Disk, DiskFile, DiskParts } from '../disk.ts';
import { toDiskError } from '../diskError.ts';

/** Where the text of a row stands in the log, in bytes. */
export interface RowPlace {
  readonly at: number;
  readonly length: number;
}

/** A log that is open for writing. */
export interface CatalogueLog {
  /** Resolves with the position of the line when it is on the device that the article is about to change. Throws `AppError('disk')`; nothing may be changed then. */
  touch(id: ArticleId): Promise<number>;
  /** Resolves with the place of the row's text when it can be read there; `undefined` when it could not be written, which loses nothing. */
  record(text: string): Promise<RowPlace | undefined>;
  drop(id: ArticleId): void;
  /** Resolves with the size in bytes when all that was written is on the device. Throws `AppError('disk')`. */
  settled(): Promise<number>;
  /** The text of a row; empty when it is not as it was written. Throws the system's error. */
  read(place: RowPlace): Promise<string>;
  close(): Promise<void>;
}

/** What a log says after a position, in its order. */
export type LogEntry =
  | { readonly does: 'touch'; readonly id: ArticleId }
  | { readonly does: 'drop'; readonly id: ArticleId }
  | { readonly does: 'record'; readonly text: string; readonly place: RowPlace };

interface Line {
  readonly text: string;
  /** From the line's begin to the row's text. */
  readonly lead: number;
  readonly mustSync: boolean;
  readonly done: (place: RowPlace) => void;
  readonly failed: (failure: unknown) => void;
}

const LEAD = 'R 01234567 '.length;
const decoder = new TextDecoder();

/** Opens a log of `size` bytes, made anew when it is not there. Throws the system's error. */
export async function openLog(path: string, disk: Disk): Promise<CatalogueLog> {
  let file: DiskFile = await disk.append(path);
  let parts: DiskParts = await disk.openParts(path);
  let size = (await disk.sizeOf(path)) ?? 0;
  // What a crash left of the last line must not run into the next one.
  let isWhole = size === 0;
  let waiting: Line[] = [];
  let writing: Promise<void> | undefined;
  // A sync that failed once says that all is well the next time, on the same handle.
  let isDoubtful = false;

  async function sync(): Promise<void> {
    try {
      await file.sync();
    } catch (failure) {
      isDoubtful = true;
      throw failure;
    }
  }

  async function renewIfDoubtful(): Promise<void> {
    if (!isDoubtful) return;
    isDoubtful = false;
    const doubtful = file;
    try {
      file = await disk.append(path);
    } catch (failure) {
      isDoubtful = true;
      throw failure;
    }
    await doubtful.close();
  }

  async function write(): Promise<void> {
    await Promise.resolve();
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      try {
        await writeLines(lines);
      } catch (failure) {
        isWhole = false;
        for (const line of lines) line.failed(failure);
        size = (await disk.sizeOf(path)) ?? 0;
      }
    }
    writing = undefined;
  }

  async function writeLines(lines: readonly Line[]): Promise<void> {
    const encoder = new TextEncoder();
    const encoded = lines.map(({ text }) => encoder.encode(`${text}\n`));
    const begin = isWhole ? [] : [encoder.encode('\n')];
    const bytes = Buffer.concat([...begin, ...encoded]);
    await renewIfDoubtful();
    let done = 0;
    while (done < bytes.byteLength) {
      const written = await file.write(bytes.subarray(done));
      if (written <= 0) throw Object.assign(new Error('the system wrote no bytes'), { code: 'ENOSPC' });
      done += written;
    }
    if (lines.some((line) => line.mustSync)) await sync();
    let at = size + (isWhole ? 0 : 1);
    isWhole = true;
    size += bytes.byteLength;
    for (const [index, line] of lines.entries()) {
      const length = encoded[index]?.byteLength ?? 0;
      line.done({ at: at + line.lead, length: length - line.lead - 1 });
      at += length;
    }
  }

  function append(text: string, lead: number, mustSync: boolean): Promise<RowPlace> {
    return new Promise((done, failed) => {
      waiting.push({ text, lead, mustSync, done, failed });
      writing ??= write();
    });
  }

  async function written(): Promise<void> {
    // Whatever is asked for meanwhile is waited for as well.
    for (let last: Promise<void> | undefined; last !== writing;) {
      last = writing;
      await last;
    }
  }

  return {
    async touch(id) {
      try {
        return (await append(`T ${id}`, 2, true)).at - 2;
      } catch (failure) {
        throw toDiskError(failure, 'The change could not be written');
      }
    },
    record: (text) => append(`R ${checkOf(text)} ${text}`, LEAD, false).catch(() => undefined),
    drop(id) {
      // Should it not be written, the folder is looked for at the next start.
      void append(`D ${id}`, 2, false).catch(() => undefined);
    },
    async settled() {
      await written();
      try {
        await renewIfDoubtful();
        await sync();
      } catch (failure) {
        throw toDiskError(failure, 'The catalogue could not be written');
      }
      return size;
    },
    read: (place) => readRow(parts, place),
    async close() {
      await written();
      await file.close();
      await parts.close();
    },
  };
}

/** Reads a log for its rows only. Throws the system's error. */
export async function openLogParts(path: string, disk: Disk): Promise<Pick<CatalogueLog, 'read' | 'close'>> {
  const parts = await disk.openParts(path);
  return {
    read: (place) => readRow(parts, place),
    close: () => parts.close(),
  };
}

async function readRow(parts: DiskParts, { at, length }: RowPlace): Promise<string> {
  const entry = readLine(await parts.read(at - LEAD, length + LEAD), at - LEAD);
  return entry?.does === 'record' ? entry.text : '';
}

const PART = 1_048_576;

/**
 * Reads the lines of a log after `from` bytes; a line that is not whole or not as it was written is passed over: its change was not
 * begun, or is one that has to be read from the folder. Throws the system's error.
 */
export async function* readLog(path: string, from: number, disk: Disk): AsyncIterable<LogEntry> {
  const parts = await disk.openParts(path);
  try {
    let rest = Buffer.alloc(0);
    let at = from;
    for (;;) {
      const read = await parts.read(at + rest.byteLength, PART);
      if (read.byteLength === 0) return;
      const bytes = Buffer.concat([rest, read]);
      let begin = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, begin)) {
        const entry = readLine(bytes.subarray(begin, end), at + begin);
        if (entry !== undefined) yield entry;
        begin = end + 1;
      }
      rest = bytes.subarray(begin);
      at += begin;
    }
  } finally {
    await parts.close();
  }
}

function readLine(bytes: Uint8Array, at: number): LogEntry | undefined {
  const line = decoder.decode(bytes);
  const rest = line.slice(2);
  if (line.startsWith('T ') && isArticleId(rest)) return { does: 'touch', id: rest };
  if (line.startsWith('D ') && isArticleId(rest)) return { does: 'drop', id: rest };
  const text = line.slice(LEAD);
  if (!line.startsWith('R ') || line.slice(2, LEAD - 1) !== checkOf(text)) return undefined;
  return { does: 'record', text, place: { at: at + LEAD, length: bytes.byteLength - LEAD } };
}

function checkOf(text: string): string {
  return hash32(text).toString(16).padStart(8, '0');
}
