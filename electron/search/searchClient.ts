// The index in a thread of its own, as the rest of the program asks it. A thread that dies is begun anew at the next question.
import { Worker } from 'node:worker_threads';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { SearchAnswer, SearchReply, SearchRequest, SearchStats, Correction } from './searchMessages.ts';
import type { Snippet } from './snippet.ts';
import type { TextQuery } from './textQuery.ts';

/** What the index is to hold: packed ids, see `packId`, and the stamp of each. */
export interface WantedArticles {
  readonly ids: Uint32Array;
  readonly stamps: Uint32Array;
}

/** How to open the index of a library. */
export interface SearchClientOptions {
  readonly workerFile: string;
  /** The library's folder. */
  readonly library: string;
  readonly isReadOnly: boolean;
  /** What the index is to hold when its thread begins. */
  readonly wanted: () => WantedArticles;
  /** Row of an article in the caller's table, by its packed id. */
  readonly rowOf: (a: number, b: number, c: number) => number | undefined;
  readonly onProgress: (done: number, total: number) => void;
  /** Gets what ended the thread. */
  readonly report: (bug: unknown) => void;
}

/** Articles of a part of the index that fit. */
export interface FoundPart {
  /** Which of `rows` fit, ascending, and how well each does. */
  readonly places: Uint32Array;
  readonly scores: Float32Array;
  /** Row of every article of the part; `NO_ROW` for those that are not there. */
  readonly rows: Uint32Array;
}

/** What was found. */
export interface FoundRows {
  readonly parts: readonly FoundPart[];
  readonly corrections: readonly Correction[];
}

/** Stands for an article that has no row. */
export const NO_ROW = 0xffff_ffff;

/** The index of a library. Every method throws `AppError('internal')` when its thread dies meanwhile. */
export interface SearchClient {
  /** Resolves when the index holds all that it is to hold; questions are answered meanwhile, from what it holds. */
  ready(): Promise<void>;
  /** Asks anew what the index is to hold, and resolves when it does. */
  renew(): Promise<void>;
  /** Reads an article anew; resolves when it is found as it is now. */
  put(id: ArticleId, stamp: number): Promise<void>;
  remove(id: ArticleId): Promise<void>;
  match(query: TextQuery): Promise<FoundRows>;
  /** For each article the piece of its text around what was looked for; see `cutSnippet`. */
  passages(query: TextQuery, ids: readonly ArticleId[]): Promise<readonly (Snippet & { readonly id: ArticleId })[]>;
  /** Where what was looked for stands in any text; see `marksIn`. */
  marks(query: TextQuery, text: string): Promise<Uint32Array>;
  stats(): Promise<SearchStats>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: SearchAnswer) => void;
  readonly reject: (failure: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Row of every document of a segment, by the segment's number. */
  readonly rows: Map<number, Uint32Array>;
  ready: Promise<void>;
}

// Terms and documents of a large library take some ten megabytes, texts that were just read some more.
const HEAP_MB = 512;

/** Makes the client; its thread begins with the first question. */
export function createSearchClient(options: SearchClientOptions): SearchClient {
  let thread: Thread | undefined;
  let lastNumber = 0;
  let isClosed = false;

  function begin(): Thread {
    const { library, isReadOnly } = options;
    const worker = new Worker(options.workerFile, {
      workerData: { library, isReadOnly },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.unref();
    const waiting = new Map<number, Waiting>();
    const rows = new Map<number, Uint32Array>();
    worker.on('message', (reply: SearchReply) => {
      if (reply.say === 'progress') options.onProgress(reply.done, reply.total);
      else settle(reply);
    });
    const settle = (reply: Exclude<SearchReply, { say: 'progress' }>): void => {
      const one = waiting.get(reply.to);
      waiting.delete(reply.to);
      if (waiting.size === 0) worker.unref();
      if (reply.say === 'answer') one?.resolve(reply.answer);
      else one?.reject(new Error(reply.message));
    };
    const end = (cause: unknown): void => {
      if (thread?.worker === worker) thread = undefined;
      for (const one of waiting.values()) one.reject(died(cause));
      waiting.clear();
      if (!isClosed) options.report(cause);
    };
    worker.on('error', end);
    worker.on('exit', (code) => {
      if (!isClosed && waiting.size > 0) end(new Error(`the search ended with ${String(code)}`));
    });
    const begun: Thread = { worker, waiting, rows, ready: Promise.resolve() };
    begun.ready = reconcile(begun);
    return begun;
  }

  function reconcile(asked: Thread): Promise<void> {
    const ready = ask(asked, { ask: 'reconcile', ...options.wanted() }).then(() => undefined);
    // Whoever waits for it hears of it; nobody has to.
    ready.catch(() => undefined);
    return ready;
  }

  function current(): Thread {
    if (isClosed) throw new AppError('internal', 'The search has been closed.');
    thread ??= begin();
    return thread;
  }

  function ask({ worker, waiting }: Pick<Thread, 'worker' | 'waiting'>, request: SearchRequest): Promise<SearchAnswer> {
    lastNumber += 1;
    const number = lastNumber;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      worker.ref();
      worker.postMessage({ number, request }, []);
    });
  }

  /** Rows of the documents of a segment, with those that were not known yet. */
  function learn(known: Uint32Array, newIds: Uint32Array): Uint32Array {
    if (newIds.length === 0) return known;
    const rows = new Uint32Array(known.length + newIds.length / 3);
    rows.set(known);
    for (let at = 0, place = known.length; at < newIds.length; at += 3, place += 1) {
      rows[place] = options.rowOf(newIds[at] ?? 0, newIds[at + 1] ?? 0, newIds[at + 2] ?? 0) ?? NO_ROW;
    }
    return rows;
  }

  return {
    ready: () => current().ready,
    renew() {
      const renewed = current();
      // Articles that were not known when their ids came have a row now.
      renewed.rows.clear();
      renewed.ready = reconcile(renewed);
      return renewed.ready;
    },
    async put(id, stamp) {
      await ask(current(), { ask: 'put', id, stamp });
    },
    async remove(id) {
      await ask(current(), { ask: 'remove', id });
    },
    async match(query) {
      const asked = current();
      const known = asked.rows;
      const counts = new Map([...known].map(([number, rows]) => [number, rows.length]));
      const answer = await ask(asked, { ask: 'match', query, known: counts });
      if (answer.ask !== 'match') return otherQuestion();
      const parts = answer.segments.map(({ number, documents, scores, newIds }): FoundPart => {
        const before = known.get(number) ?? new Uint32Array();
        // Of two answers on their way at once, only the first brings what is new.
        const rows = before.length === (counts.get(number) ?? 0) ? learn(before, newIds) : before;
        known.set(number, rows);
        return { places: documents, scores, rows };
      });
      return { parts, corrections: answer.corrections };
    },
    async passages(query, ids) {
      const answer = await ask(current(), { ask: 'passages', query, ids });
      return answer.ask === 'passages' ? answer.passages : otherQuestion();
    },
    async marks(query, text) {
      const answer = await ask(current(), { ask: 'marks', query, text });
      return answer.ask === 'marks' ? answer.marks : otherQuestion();
    },
    async stats() {
      const answer = await ask(current(), { ask: 'stats' });
      return answer.ask === 'stats' ? answer.stats : otherQuestion();
    },
    async close() {
      const last = thread;
      isClosed = true;
      if (last === undefined) return;
      await ask(last, { ask: 'close' }).catch(() => undefined);
      await last.worker.terminate();
    },
  };
}

function otherQuestion(): never {
  throw new Error('the search answered another question');
}

function died(cause: unknown): AppError {
  return new AppError(
    'internal',
    'The search stopped and is begun anew. Nothing saved is affected; please try again.',
    {
      cause,
    },
  );
}
