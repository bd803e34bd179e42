// The program that runs in a worker thread: one request in, one reply out, and no failure leaves it in any other way.
import { parentPort } from 'node:worker_threads';
import { AppError, unreachable } from '#contract/errors.ts';
import { answerTasks } from '#thread/answerTasks.ts';
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

/** What a worker answers. */
export type WorkerAnswer =
  | { readonly task: 'extract' | 'joinPages'; readonly value: Extraction }
  | { readonly task: 'placeImages'; readonly value: string };

function answer(asked: WorkerTask): WorkerAnswer {
  switch (asked.task) {
    case 'extract':
      return { task: 'extract', value: extractArticle(asked.input) };
    case 'joinPages':
      return { task: 'joinPages', value: joinPages(asked.pages) };
    case 'placeImages':
      return { task: 'placeImages', value: placeImages(asked.contentHtml, asked.places) };
    default:
      return unreachable(asked);
  }
}

/** A page that breaks a limit of the language is a fact about the page. */
function overLimit(cause: RangeError): AppError {
  return new AppError(
    'unreadable',
    'This page is built in a way that cannot be taken apart. Nothing was saved of it; everything else is safe.',
    { cause },
  );
}

answerTasks(parentPort, { answer, overLimit });
