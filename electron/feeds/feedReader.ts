// The thread that reads feeds, seen from the main process: begun with the first task, ended by whatever takes too long or too much.
import { Worker } from 'node:worker_threads';
import { AppError } from '#contract/errors.ts';
import type { ParsedFeed } from '#contract/feeds.ts';
import type { DeclaredFeed } from './discover.ts';
import type { Outline } from './opml.ts';
import type { FeedAnswer, FeedTask } from './worker.ts';

/** Reads what strangers wrote. All throw `AppError`: `unreadable`, `too-large`, `timeout`, `cancelled`. */
export interface FeedReader {
  parse(text: string, address: string): Promise<ParsedFeed>;
  /** The feeds that a page declares. */
  discover(html: string, address: string): Promise<readonly DeclaredFeed[]>;
  outline(text: string): Promise<Outline>;
  close(): Promise<void>;
}

/** Limits of the thread. */
export interface FeedReaderLimits {
  readonly heapMb?: number;
  /** For each task. */
  readonly timeoutMs?: number;
}

/** Makes the reader over the bundled program of the thread; tasks are done one after another. */
export function createFeedReader(
  workerFile: string,
  { heapMb = 512, timeoutMs = 30_000 }: FeedReaderLimits = {},
): FeedReader {
  let worker: Worker | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  function dismiss(): Promise<unknown> {
    const ended = worker;
    worker = undefined;
    return ended?.terminate() ?? Promise.resolve();
  }

  function ask(task: FeedTask): Promise<FeedAnswer> {
    const answered = last.then(() => {
      if (isClosed) throw cancelled();
      const thread = (worker ??= new Worker(workerFile, {
        resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 },
      }));
      return askThread(thread, task, timeoutMs).catch(async (failure: unknown) => {
        await dismiss();
        throw isClosed ? cancelled() : failure;
      });
    });
    last = answered.catch(() => undefined);
    return answered.then((answer) => {
      if (answer.say === 'failed') throw new AppError(answer.error.code, answer.error.message);
      return answer;
    });
  }

  return {
    async parse(text, address) {
      const answer = await ask({ ask: 'parse', text, address });
      if (answer.say !== 'feed') throw new Error('no answer to parse');
      return answer.feed;
    },
    async discover(text, address) {
      const answer = await ask({ ask: 'discover', text, address });
      if (answer.say !== 'declared') throw new Error('no answer to discover');
      return answer.feeds;
    },
    async outline(text) {
      const answer = await ask({ ask: 'outline', text });
      if (answer.say !== 'outline') throw new Error('no answer to outline');
      return answer.outline;
    },
    async close() {
      isClosed = true;
      await dismiss();
      await last;
    },
  };
}

function askThread(thread: Worker, task: FeedTask, timeoutMs: number): Promise<FeedAnswer> {
  thread.ref();
  return new Promise<FeedAnswer>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      // It keeps the program alive only while somebody waits for it.
      thread.unref();
    };
    const onMessage = (answer: FeedAnswer): void => {
      end();
      resolve(answer);
    };
    const fail = (failure: unknown): void => {
      end();
      reject(failure);
    };
    const onError = (cause: unknown): void => fail(isOutOfMemory(cause) ? tooMuch(cause) : cause);
    const onExit = (code: number): void => fail(new Error(`the thread of the feeds ended with ${code}`));
    const timer = setTimeout(() => fail(tooSlow()), timeoutMs);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(task, []);
  });
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The library was closed before the feed was read.');
}

function tooMuch(cause: unknown): AppError {
  return new AppError('too-large', 'This feed takes more memory than a feed may. What was known before is safe.', {
    cause,
  });
}

function tooSlow(): AppError {
  return new AppError('timeout', 'This feed could not be taken apart in time. What was known before is safe.');
}
