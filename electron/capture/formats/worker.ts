// The program that opens one file in a worker thread: one file in, one reply out, and no failure leaves it in any other way.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toErrorReport, type ErrorReport } from '#contract/errors.ts';
import type { FileInput, OpenedFile } from './openedFile.ts';
import { openFile } from './openFile.ts';
import type { PdfTools } from './pdf.ts';

/** What the worker is given. */
export interface FileTask {
  readonly input: FileInput;
  readonly tools: PdfTools;
}

/** What the worker answers. */
export type FileReply =
  | { readonly ok: true; readonly value: OpenedFile }
  | { readonly ok: false; readonly error: ErrorReport };

async function answer({ input, tools }: FileTask): Promise<FileReply> {
  try {
    return { ok: true, value: await openFile(input, tools) };
  } catch (failure) {
    return { ok: false, error: toErrorReport(readable(failure)) };
  }
}

/** A file that breaks a limit of the language is a fact about the file; anything else not expected is a bug. */
function readable(failure: unknown): unknown {
  if (!(failure instanceof RangeError)) return failure;
  return new AppError(
    'unreadable',
    'This file is built in a way that cannot be taken apart. Nothing was stored of it; the file is unchanged.',
    { cause: failure },
  );
}

// Ours: the main thread gives a task and nothing else.
const task: FileTask = workerData;
void answer(task).then((reply) => parentPort?.postMessage(reply, []));
