// Files in, their documents and parts out, each opened in a worker of its own with a heap and a time limit, so that no file can hang
// or kill the program. A cancelled file's worker ends at once.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { createThread } from '#thread/thread.ts';
import type { FileInput, OpenedFile } from './openedFile.ts';
import type { FileTask } from './worker.ts';

/** Opens files. Throws `AppError`: `unreadable`, `too-large`, `no-content`, `timeout`, `cancelled`. */
export type OpenFile = (input: FileInput, signal: AbortSignal) => Promise<OpenedFile>;

/** Limits of an opener. */
export interface FileOpenerOptions {
  /** Heap of the worker in megabytes. */
  readonly heapMb?: number;
  /** Time for a small file; a large one gets `MS_A_MEGABYTE` more for each megabyte. */
  readonly timeoutMs?: number;
}

const MIB = 1024 * 1024;
const MAX_BYTES = 100 * MIB;
const MS_A_MEGABYTE = 2000;

/** Makes an opener over the bundled worker program, which lies beside `pdfium.wasm`; files are opened one after another, so that their memory does not add up. */
export function createFileOpener(workerFile: string, options: FileOpenerOptions = {}): OpenFile {
  const { heapMb = 1024, timeoutMs = 30_000 } = options;
  let last: Promise<unknown> = Promise.resolve();
  return (input, signal) => {
    if (input.bytes.length > MAX_BYTES) return Promise.reject(tooLargeFile(input.name));
    const limitMs = timeoutMs + (input.bytes.length / MIB) * MS_A_MEGABYTE;
    const opened = last.then(async () => {
      // A worker may not be able to read what lies in the app's package, so it is handed over.
      const wasm = input.format === 'pdf' ? await readFile(join(dirname(workerFile), 'pdfium.wasm')) : new Uint8Array();
      return openInWorker(workerFile, { input, tools: { wasm, drawMs: limitMs / 2 } }, { heapMb, limitMs, signal });
    });
    last = opened.catch(() => undefined);
    return opened;
  };
}

async function openInWorker(
  workerFile: string,
  task: FileTask,
  { heapMb, limitMs, signal }: { readonly heapMb: number; readonly limitMs: number; readonly signal: AbortSignal },
): Promise<OpenedFile> {
  if (signal.aborted) throw cancelled();
  const { name } = task.input;
  const thread = createThread<FileTask, OpenedFile>({
    workerFile,
    heapMb,
    stackMb: 4,
    broken: (cause, isTooMuch) => (isTooMuch ? tooTangled(name, cause) : broken(cause)),
  });
  // It takes apart what it is given and touches no file, so it may be stopped anywhere.
  const onAbort = (): void => void thread.stop(cancelled());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await thread.ask(task, { ms: limitMs, failure: () => tooSlow(name, limitMs) });
  } finally {
    signal.removeEventListener('abort', onAbort);
    void thread.stop(cancelled());
  }
}

function tooLargeFile(name: string): AppError {
  return new AppError(
    'too-large',
    `“${name}” is larger than the ${MAX_BYTES / MIB} MB that a file may have. Nothing was stored; the file is unchanged.`,
    { detail: detail('largeFile', name, MAX_BYTES / MIB) },
  );
}

function tooTangled(name: string, cause: unknown): AppError {
  return new AppError(
    'too-large',
    `“${name}” takes more memory than a file may. Nothing was stored; the file is unchanged.`,
    { cause },
  );
}

function tooSlow(name: string, limitMs: number): AppError {
  const seconds = Math.max(1, Math.round(limitMs / 1000));
  return new AppError(
    'timeout',
    `“${name}” could not be taken apart within ${seconds} seconds. Nothing was stored; the file is unchanged. Try again when the computer is less busy.`,
    { detail: detail('slowFile', name, seconds) },
  );
}

function cancelled(): AppError {
  return new AppError('cancelled', 'Cancelled. Nothing was stored; the file is kept. Save it again whenever you like.');
}

/** Not the file's fault: the worker's program is missing or has a bug, so it is told as one. */
function broken(cause: unknown): Error {
  return new Error('the worker that opens files failed', { cause });
}
