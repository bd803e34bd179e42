// The program that runs in a worker thread: one request in, one reply out, and no failure leaves it in any other way.
import { parentPort } from 'node:worker_threads';
import { AppError, toErrorReport, unreachable, type ErrorReport } from '#contract/errors.ts';
import { extractArticle } from './extract.ts';
import type { ExtractInput, Extraction, ImagePlace } from './extraction.ts';
import { joinPages } from './joinPages.ts';
import { placeImages } from './placeImages.ts';

/** What a worker can be asked to do. */
export type WorkerTask =
  | { readonly task: 'extract'; readonly input: ExtractInput }
  | { readonly task: 'joinPages'; readonly pages: readonly Extraction[] }
  | {
      readonly task: 'placeImages';
      readonly contentHtml: string;
      readonly places: ReadonlyMap<string, ImagePlace>;
    };

/** A task with the number that its reply carries. */
export type WorkerRequest = WorkerTask & { readonly id: number };

/** What a worker answers. */
export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly task: 'extract' | 'joinPages'; readonly value: Extraction }
  | { readonly id: number; readonly ok: true; readonly task: 'placeImages'; readonly value: string }
  | { readonly id: number; readonly ok: false; readonly error: ErrorReport };

parentPort?.on('message', (request: WorkerRequest) => {
  parentPort?.postMessage(answer(request), []);
});

function answer(request: WorkerRequest): WorkerReply {
  const { id } = request;
  try {
    switch (request.task) {
      case 'extract':
        return { id, ok: true, task: 'extract', value: extractArticle(request.input) };
      case 'joinPages':
        return { id, ok: true, task: 'joinPages', value: joinPages(request.pages) };
      case 'placeImages':
        return { id, ok: true, task: 'placeImages', value: placeImages(request.contentHtml, request.places) };
      default:
        return unreachable(request);
    }
  } catch (failure) {
    return { id, ok: false, error: toErrorReport(readable(failure)) };
  }
}

/** A page that breaks a limit of the language is a fact about the page; anything else not expected is a bug. */
function readable(failure: unknown): unknown {
  if (!(failure instanceof RangeError)) return failure;
  return new AppError(
    'unreadable',
    'This page is built in a way that cannot be taken apart. Nothing was saved of it; everything else is safe.',
    { cause: failure },
  );
}
