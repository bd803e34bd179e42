// The program that opens one file in a worker thread: one file in, one reply out, and no failure leaves it in any other way.
import { parentPort } from 'node:worker_threads';
import { AppError } from '#contract/errors.ts';
import { answerTasks } from '#thread/answerTasks.ts';
import type { FileInput } from './openedFile.ts';
import { openFile } from './openFile.ts';
import type { PdfTools } from './pdf.ts';

/** What the worker is given. */
export interface FileTask {
  readonly input: FileInput;
  readonly tools: PdfTools;
}

/** A file that breaks a limit of the language is a fact about the file. */
function overLimit(cause: RangeError): AppError {
  return new AppError(
    'unreadable',
    'This file is built in a way that cannot be taken apart. Nothing was stored of it; the file is unchanged.',
    { cause },
  );
}

answerTasks(parentPort, { answer: ({ input, tools }: FileTask) => openFile(input, tools), overLimit });
