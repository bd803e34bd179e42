// Lines in; a file that is begun anew when it is large, with the two before it beside it. Nothing here throws and nobody waits for it: what
// cannot be written, because the disk is full or gone, is counted and told once there is room again.
import { appendFileSync, mkdirSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What it is written with. */
export interface LogDisk {
  append(file: string, text: string): Promise<void>;
  /** Answers 0 for a file that is not there. */
  sizeOf(file: string): Promise<number>;
  rename(from: string, to: string): Promise<void>;
  makeFolder(folder: string): Promise<void>;
  read(file: string): Promise<string>;
  /** For the last line before the program goes. */
  appendNow(file: string, text: string): void;
}

/** Lines on the disk. */
export interface LogFile {
  readonly folder: string;
  /** Whether the last lines could be written. */
  readonly isWritten: boolean;
  /** Keeps a line to be written soon. Never throws. */
  write(line: string): void;
  /** Writes what waits and this line before it returns; for the end of a program that is about to break. Never throws. */
  writeNow(line: string): void;
  /** All that is kept, the oldest first. Never rejects. */
  text(): Promise<string>;
  /** Resolves when all that was given is written or lost. Never rejects. */
  settled(): Promise<void>;
}

/** How a log is kept. */
export interface LogFileOptions {
  readonly folder: string;
  readonly disk?: LogDisk;
  readonly mostBytes?: number;
  /** Says in a line that so many were lost. */
  readonly lostLine: (lines: number) => string;
}

const MOST_BYTES = 1_000_000;
const FILES = ['layover.log', 'layover.1.log', 'layover.2.log'] as const;
/** What waits while the disk does not take it. */
const MOST_WAITING = 500;
const LONGEST_LINE = 8_000;

const systemDisk: LogDisk = {
  append: (file, text) => appendFile(file, text),
  sizeOf: async (file) => (await ifThere(stat(file)))?.size ?? 0,
  rename: async (from, to) => {
    await ifThere(rename(from, to));
  },
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true });
  },
  read: async (file) => (await ifThere(readFile(file, 'utf8'))) ?? '',
  appendNow: (file, text) => {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, text);
  },
};

/** Makes it; the folder is made with the first line. */
export function createLogFile({
  folder,
  disk = systemDisk,
  mostBytes = MOST_BYTES,
  lostLine,
}: LogFileOptions): LogFile {
  const paths = FILES.map((name) => join(folder, name));
  const [newest = ''] = paths;
  let waiting: string[] = [];
  let lost = 0;
  let isWritten = true;
  let writing: Promise<void> | undefined;

  function take(): string {
    const told = lost === 0 ? [] : [lostLine(lost)];
    const text = [...told, ...waiting].map((line) => `${line}\n`).join('');
    waiting = [];
    return text;
  }

  async function makeRoom(bytes: number): Promise<void> {
    const size = await disk.sizeOf(newest);
    if (size === 0 || size + bytes <= mostBytes) return;
    for (let at = paths.length - 1; at > 0; at -= 1) await disk.rename(paths[at - 1] ?? '', paths[at] ?? '');
  }

  async function flush(): Promise<void> {
    // What comes in the same moment is written together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const lines = waiting.length;
      const before = lost;
      const text = take();
      try {
        await disk.makeFolder(folder);
        await makeRoom(Buffer.byteLength(text));
        await disk.append(newest, text);
        lost -= before;
        isWritten = true;
      } catch {
        // Nobody can be told of it but the next line that is written.
        lost += lines;
        isWritten = false;
      }
    }
    writing = undefined;
  }

  function keep(line: string): void {
    if (waiting.length >= MOST_WAITING) lost += 1;
    else waiting.push(line.slice(0, LONGEST_LINE));
  }

  return {
    folder,
    get isWritten() {
      return isWritten;
    },
    write(line) {
      keep(line);
      writing ??= flush();
    },
    writeNow(line) {
      keep(line);
      const lines = waiting.length;
      try {
        disk.appendNow(newest, take());
        lost = 0;
      } catch {
        lost += lines;
        isWritten = false;
      }
    },
    async text() {
      await writing;
      const parts: string[] = [];
      for (const path of paths.toReversed()) parts.push(await disk.read(path).catch(() => ''));
      return parts.join('');
    },
    async settled() {
      await writing;
    },
  };
}

async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return undefined;
    throw failure;
  }
}
