// Documents in, extractions out, each in a worker with a heap and a time limit, so that no page can hang or kill the program.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError, fromErrorReport, unreachable } from '#contract/errors.ts';
import type { ExtractInput, Extraction, ImagePlace } from './extraction.ts';
import type { WorkerReply, WorkerRequest, WorkerTask } from './worker.ts';

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
  readonly settle: (outcome: WorkerReply | Error) => void;
}

interface Hand {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Makes a pool over the bundled worker program. Idle workers do not keep the process alive. */
export function createExtractPool(workerFile: string, options: PoolOptions = {}): ExtractPool {
  const size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const { heapMb = 1024, timeoutMs = 30_000 } = options;
  const waiting: Job[] = [];
  const hands = new Set<Hand>();
  let lastId = 0;
  let isClosed = false;

  function hire(): Hand {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: 4 } });
    const hand: Hand = { worker, job: undefined, timer: undefined };
    worker.on('message', (message: unknown) => {
      if (isReply(message)) finish(hand, message);
    });
    worker.on('messageerror', (cause) => dismiss(hand, tooLarge(cause)));
    worker.on('error', (cause) => dismiss(hand, isOutOfMemory(cause) ? tooLarge(cause) : broken(cause)));
    worker.on('exit', (code) => dismiss(hand, broken(new Error(`the worker ended with ${String(code)}`))));
    hands.add(hand);
    return hand;
  }

  function start(hand: Hand, job: Job): void {
    hand.job = job;
    const limitMs = timeoutMs + (sizeOf(job.task) / 1_000_000) * MS_A_MEGABYTE;
    hand.timer = setTimeout(() => dismiss(hand, tooSlow(limitMs)), limitMs);
    hand.worker.ref();
    hand.worker.postMessage({ id: ++lastId, ...job.task } satisfies WorkerRequest, []);
  }

  function advance(): void {
    if (isClosed) return;
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const idle = [...hands].find((hand) => hand.job === undefined);
      const hand = idle ?? (hands.size < size ? hire() : undefined);
      if (hand === undefined) return;
      waiting.shift();
      start(hand, job);
    }
  }

  function release(hand: Hand): Job | undefined {
    const job = hand.job;
    clearTimeout(hand.timer);
    hand.job = undefined;
    return job;
  }

  function finish(hand: Hand, reply: WorkerReply): void {
    const job = release(hand);
    hand.worker.unref();
    job?.settle(reply);
    advance();
  }

  /** A worker that failed is not used again; the next document gets a new one. */
  function dismiss(hand: Hand, failure: Error): void {
    if (!hands.delete(hand)) return;
    const job = release(hand);
    void hand.worker.terminate();
    job?.settle(failure);
    advance();
  }

  function abandon(job: Job, failure: Error): void {
    const place = waiting.indexOf(job);
    if (place >= 0) {
      waiting.splice(place, 1);
      job.settle(failure);
    }
    for (const hand of hands) if (hand.job === job) dismiss(hand, failure);
  }

  function run(task: WorkerTask, signal: AbortSignal | undefined): Promise<WorkerReply & { ok: true }> {
    return new Promise((resolve, reject) => {
      const isStopped = isClosed || signal?.aborted === true;
      if (isStopped) {
        reject(cancelled());
        return;
      }
      const onAbort = (): void => abandon(job, cancelled());
      const job: Job = {
        task,
        settle: (outcome) => {
          signal?.removeEventListener('abort', onAbort);
          if (outcome instanceof Error) reject(outcome);
          else if (outcome.ok) resolve(outcome);
          else reject(fromErrorReport(outcome.error));
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(job);
      advance();
    });
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
      for (const job of waiting.splice(0)) job.settle(cancelled());
      const leaving = [...hands];
      for (const hand of leaving) dismiss(hand, cancelled());
      await Promise.all(leaving.map((hand) => hand.worker.terminate()));
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

/** The worker is our own program; only the envelope is checked, against the noise of a broken bundle. */
function isReply(message: unknown): message is WorkerReply {
  return (
    typeof message === 'object' && message !== null && 'ok' in message && ('value' in message || 'error' in message)
  );
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
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
