// Documents in, extractions out, each in a worker with a heap and a time limit, so that no page can hang or kill the program.
import { availableParallelism } from 'node:os';
import { AppError, unreachable } from '#contract/errors.ts';
import { createThread, type Thread } from '#thread/thread.ts';
import type { ExtractInput, Extraction, ImagePlace } from './extraction.ts';
import type { WorkerAnswer, WorkerTask } from './worker.ts';

/** Limits of a pool. */
export interface PoolOptions {
  /** Workers at most; they start only when there is work for them. One less than the processors, 1 to 4, by default. */
  readonly size?: number;
  /** Heap of each worker in megabytes. */
  readonly heapMb?: number;
  /** Time for a small document, counted from when a worker takes it; a large one gets `MS_A_MEGABYTE` more for each million characters. */
  readonly timeoutMs?: number;
}

/**
 * Workers that extract. What a page can cause is an `AppError`: `too-large`, `timeout`, `unreadable`, `no-content` or
 * `cancelled`.
 */
export interface ExtractPool {
  /** Extracts a document. A document that breaks its worker fails alone; the others go on. */
  extract(input: ExtractInput, signal?: AbortSignal): Promise<Extraction>;
  /** Makes one article of its pages; see `joinPages`. */
  joinPages(pages: readonly Extraction[], signal?: AbortSignal): Promise<Extraction>;
  /** Points the pictures of extracted HTML at where they are stored; see `placeImages`. */
  placeImages(contentHtml: string, places: ReadonlyMap<string, ImagePlace>, signal?: AbortSignal): Promise<string>;
  /** Ends the workers; what is still waiting fails with `cancelled`. */
  close(): Promise<void>;
}

/** A page of 20 MB takes 8 s on a quiet machine; a busy one may be ten times slower and should still get there. */
const MS_A_MEGABYTE = 4000;

interface Job {
  readonly task: WorkerTask;
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (failure: unknown) => void;
}

interface Hand {
  readonly thread: Thread<WorkerTask, WorkerAnswer>;
  job: Job | undefined;
}

/** Makes a pool over the bundled worker program. Idle workers do not keep the process alive. */
export function createExtractPool(workerFile: string, options: PoolOptions = {}): ExtractPool {
  const size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const { heapMb = 1024, timeoutMs = 30_000 } = options;
  const waiting: Job[] = [];
  const hands: Hand[] = [];
  let isClosed = false;

  function hire(): Hand {
    const thread = createThread<WorkerTask, WorkerAnswer>({
      workerFile,
      heapMb,
      stackMb: 4,
      broken: (cause, isTooMuch) => (isTooMuch ? tooLarge(cause) : broken(cause)),
    });
    const hand: Hand = { thread, job: undefined };
    hands.push(hand);
    return hand;
  }

  async function work(hand: Hand, job: Job): Promise<void> {
    hand.job = job;
    const ms = timeoutMs + (sizeOf(job.task) / 1_000_000) * MS_A_MEGABYTE;
    try {
      job.resolve(await hand.thread.ask(job.task, { ms, failure: () => tooSlow(ms) }));
    } catch (failure) {
      job.reject(failure);
    } finally {
      hand.job = undefined;
      advance();
    }
  }

  function advance(): void {
    if (isClosed) return;
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const idle = hands.find((hand) => hand.job === undefined);
      const hand = idle ?? (hands.length < size ? hire() : undefined);
      if (hand === undefined) return;
      waiting.shift();
      void work(hand, job);
    }
  }

  function abandon(job: Job): void {
    const place = waiting.indexOf(job);
    if (place >= 0) {
      waiting.splice(place, 1);
      job.reject(cancelled());
    }
    for (const hand of hands) if (hand.job === job) void hand.thread.stop(cancelled());
  }

  async function run(task: WorkerTask, signal: AbortSignal | undefined): Promise<WorkerAnswer> {
    if (isClosed || signal?.aborted === true) throw cancelled();
    let onAbort = (): void => undefined;
    try {
      return await new Promise<WorkerAnswer>((resolve, reject) => {
        const job: Job = { task, resolve, reject };
        onAbort = () => abandon(job);
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(job);
        advance();
      });
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    async extract(input, signal) {
      const reply = await run({ task: 'extract', input }, signal);
      if (reply.task !== 'extract') throw new Error('the worker answered another question');
      return reply.value;
    },
    async joinPages(pages, signal) {
      const reply = await run({ task: 'joinPages', pages }, signal);
      if (reply.task !== 'joinPages') throw new Error('the worker answered another question');
      return reply.value;
    },
    async placeImages(contentHtml, places, signal) {
      const reply = await run({ task: 'placeImages', contentHtml, places }, signal);
      if (reply.task !== 'placeImages') throw new Error('the worker answered another question');
      return reply.value;
    },
    async close() {
      isClosed = true;
      for (const job of waiting.splice(0)) job.reject(cancelled());
      // They take apart what they are given and touch no file, so they may be stopped anywhere.
      await Promise.all(hands.map(({ thread }) => thread.stop(cancelled())));
    },
  };
}

function sizeOf(task: WorkerTask): number {
  switch (task.task) {
    case 'extract':
      return task.input.text.length;
    case 'joinPages':
      return task.pages.reduce((sum, { contentHtml }) => sum + contentHtml.length, 0);
    case 'placeImages':
      return task.contentHtml.length;
    default:
      return unreachable(task);
  }
}

function tooLarge(cause: unknown): AppError {
  return new AppError(
    'too-large',
    'This page is too large or too tangled to take apart. Nothing was saved of it; everything else is safe. Try to save only the part you need, by copying and pasting it.',
    { cause },
  );
}

function tooSlow(timeoutMs: number): AppError {
  const seconds = String(Math.max(1, Math.round(timeoutMs / 1000)));
  return new AppError(
    'timeout',
    `This page could not be taken apart within ${seconds} seconds. Nothing was saved of it; everything else is safe. Try to save only the part you need, by copying and pasting it.`,
  );
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The extraction was stopped before it was done. Nothing was saved of it.');
}

/** Not the page's fault: the worker's program is missing or has a bug, so it is told as one. */
function broken(cause: unknown): Error {
  return new Error('the extraction worker failed', { cause });
}
