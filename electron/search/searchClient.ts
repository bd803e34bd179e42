// The index in a thread of its own, as the rest of the program asks it. A thread that dies is begun anew at the next question.
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { createThread } from '#thread/thread.ts';
import type { Correction, SearchAnswer, SearchProgress, SearchRequest, SearchStats } from './searchMessages.ts';
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

/** The index of a library. Every method throws `internal` when its thread dies meanwhile, `cancelled` when it is closed. */
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
  /** Resolves when the thread has ended, no read half done. */
  close(): Promise<void>;
}

// Terms and documents of a large library take some ten megabytes, texts that were just read some more.
const HEAP_MB = 512;

/** Makes the client; its thread begins with the first question. */
export function createSearchClient(options: SearchClientOptions): SearchClient {
  /** Row of every document of a segment, by the segment's number. */
  let rows = new Map<number, Uint32Array>();
  let ready: Promise<void> = Promise.resolve();
  const { library, isReadOnly } = options;
  const thread = createThread<SearchRequest, SearchAnswer, SearchProgress>({
    workerFile: options.workerFile,
    data: { library, isReadOnly },
    heapMb: HEAP_MB,
    onNotice: ({ done, total }) => options.onProgress(done, total),
    broken: (cause) => died(cause),
    onBroken: options.report,
    onBegun() {
      rows = new Map();
      ready = reconcile();
    },
  });

  function reconcile(): Promise<void> {
    const done = thread.ask({ ask: 'reconcile', ...options.wanted() }).then(() => undefined);
    // Whoever waits for it hears of it; nobody has to.
    done.catch(() => undefined);
    return done;
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
    async ready() {
      thread.begin();
      await ready;
    },
    async renew() {
      thread.begin();
      // Articles that were not known when their ids came have a row now.
      rows.clear();
      ready = reconcile();
      await ready;
    },
    async put(id, stamp) {
      await thread.ask({ ask: 'put', id, stamp });
    },
    async remove(id) {
      await thread.ask({ ask: 'remove', id });
    },
    async match(query) {
      thread.begin();
      const known = rows;
      const counts = new Map([...known].map(([number, each]) => [number, each.length]));
      const answer = await thread.ask({ ask: 'match', query, known: counts });
      if (answer.ask !== 'match') return otherQuestion();
      const parts = answer.segments.map(({ number, documents, scores, newIds }): FoundPart => {
        const before = known.get(number) ?? new Uint32Array();
        // Of two answers on their way at once, only the first brings what is new.
        const learnt = before.length === (counts.get(number) ?? 0) ? learn(before, newIds) : before;
        known.set(number, learnt);
        return { places: documents, scores, rows: learnt };
      });
      return { parts, corrections: answer.corrections };
    },
    async passages(query, ids) {
      const answer = await thread.ask({ ask: 'passages', query, ids });
      return answer.ask === 'passages' ? answer.passages : otherQuestion();
    },
    async marks(query, text) {
      const answer = await thread.ask({ ask: 'marks', query, text });
      return answer.ask === 'marks' ? answer.marks : otherQuestion();
    },
    async stats() {
      const answer = await thread.ask({ ask: 'stats' });
      return answer.ask === 'stats' ? answer.stats : otherQuestion();
    },
    close: () => thread.end(),
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
