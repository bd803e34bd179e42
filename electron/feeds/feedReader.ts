// The thread that reads feeds, seen from the main process: begun with the first task, ended by whatever takes too long or too much.
import { AppError } from '#contract/errors.ts';
import type { ParsedFeed } from '#contract/feeds.ts';
import { createThread } from '#thread/thread.ts';
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
  const thread = createThread<FeedTask, FeedAnswer>({
    workerFile,
    heapMb,
    stackMb: 4,
    broken: (cause, isTooMuch) => (isTooMuch ? tooMuch(cause) : broken(cause)),
  });
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  function ask(task: FeedTask): Promise<FeedAnswer> {
    const answered = last.then(() => {
      if (isClosed) throw cancelled();
      return thread.ask(task, { ms: timeoutMs, failure: tooSlow });
    });
    last = answered.catch(() => undefined);
    return answered;
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
      // It reads what it is given and no file, so it may be stopped anywhere.
      await thread.stop(cancelled());
      await last;
    },
  };
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

/** Not the feed's fault: the thread's program is missing or has a bug, so it is told as one. */
function broken(cause: unknown): Error {
  return new Error('the thread that reads feeds failed', { cause });
}
