// Files in, their documents and parts out, each opened in a worker of its own with a heap and a time limit, so that no file can hang
// or kill the program. A cancelled file's worker ends at once.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError, fromErrorReport } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { FileInput, OpenedFile } from './openedFile.ts';
import type { FileReply, FileTask } from './worker.ts';

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

function openInWorker(
  workerFile: string,
  task: FileTask,
  { heapMb, limitMs, signal }: { readonly heapMb: number; readonly limitMs: number; readonly signal: AbortSignal },
): Promise<OpenedFile> {
  if (signal.aborted) return Promise.reject(cancelled());
  const { name } = task.input;
  const worker = new Worker(workerFile, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 },
  });
  return new Promise<OpenedFile>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow(name, limitMs)), limitMs);
    const onAbort = (): void => reject(cancelled());
    signal.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (reply: FileReply) => {
      if (reply.ok) resolve(reply.value);
      else reject(fromErrorReport(reply.error));
    });
    worker.on('error', (cause) => reject(isOutOfMemory(cause) ? tooTangled(name, cause) : broken(cause)));
    worker.on('exit', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      reject(broken(new Error(`the worker ended with ${String(code)}`)));
    });
  }).finally(() => void worker.terminate());
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
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
