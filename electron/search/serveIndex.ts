// Questions of another thread in, answers of an index out.
import type { MessagePort } from 'node:worker_threads';
import type { ArticleId } from '#contract/article.ts';
import { AppError, unreachable } from '#contract/errors.ts';
import { answerTasks } from '#thread/answerTasks.ts';
import type { ReadDocument } from './fields.ts';
import { marksIn, passageIn, unitsInText } from './passages.ts';
import { openSearchIndex, type SearchIndex } from './searchIndex.ts';
import type { SearchAnswer, SearchProgress, SearchRequest } from './searchMessages.ts';

/** What the index of a thread stands on. */
export interface ServedIndex {
  readonly folder: string;
  readonly isReadOnly: boolean;
  /** What is searched of an article; `undefined` when it cannot be read now. */
  readonly read: (id: ArticleId) => Promise<ReadDocument | undefined>;
  /** The text alone. */
  readonly readText: (id: ArticleId) => Promise<string | undefined>;
}

const PROGRESS_EVERY_MS = 200;

/** Answers every task of the port. When no more come, reads that have begun are done, and no other begins. */
export function serveIndex(port: MessagePort | null, { folder, isReadOnly, read, readText }: ServedIndex): void {
  const index = openSearchIndex({ folder, isReadOnly, read });

  // Reading takes longer for one than for another; only what was asked for last of an article counts.
  const latest = new Map<ArticleId, number>();
  let puts = 0;
  let isStopped = false;

  async function answer(request: SearchRequest): Promise<SearchAnswer> {
    if (isStopped) throw closed();
    switch (request.ask) {
      case 'reconcile':
        await index.reconcile(request.ids, request.stamps, progress);
        if (isStopped) throw closed();
        return { ask: 'reconcile' };
      case 'put': {
        puts += 1;
        const number = puts;
        latest.set(request.id, number);
        const document = await read(request.id);
        if (isStopped) throw closed();
        if (latest.get(request.id) !== number) return { ask: 'put' };
        latest.delete(request.id);
        // What cannot be read now should not be found by what it said before.
        if (document === undefined) index.remove(request.id);
        else index.put({ ...document, stamp: request.stamp });
        return { ask: 'put' };
      }
      case 'remove':
        latest.delete(request.id);
        index.remove(request.id);
        return { ask: 'remove' };
      case 'match':
        return match(index, request);
      case 'passages': {
        const units = index.correct(unitsInText(request.query));
        const passages = request.ids.map(async (id) => ({ id, ...passageIn((await readText(id)) ?? '', units) }));
        return { ask: 'passages', passages: await Promise.all(passages) };
      }
      case 'marks':
        return { ask: 'marks', marks: marksIn(request.text, index.correct(unitsInText(request.query))) };
      case 'stats':
        return { ask: 'stats', stats: index.stats() };
      default:
        return unreachable(request);
    }
  }

  const say = answerTasks<SearchRequest, SearchAnswer>(port, {
    answer,
    moved,
    stop() {
      isStopped = true;
      index.stop();
    },
    close: () => index.close(),
  });

  let told = 0;
  function progress(done: number, total: number): void {
    const now = performance.now();
    if (now - told < PROGRESS_EVERY_MS && done < total) return;
    told = now;
    say({ done, total } satisfies SearchProgress);
  }
}

/** What was asked is found out at the next start: the index is compared with the library then. */
function closed(): AppError {
  return new AppError('cancelled', 'The library was closed before this could be found. It is there at the next start.');
}

/** What goes over to the other thread without being copied. */
function moved(answer: SearchAnswer): readonly ArrayBuffer[] {
  if (answer.ask !== 'match') return [];
  const arrays = answer.segments.flatMap(({ documents, scores, newIds }) => [documents, scores, newIds]);
  return arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}

function match(index: SearchIndex, { query, known }: Extract<SearchRequest, { ask: 'match' }>): SearchAnswer {
  const { found, segments } = index.match(query);
  return {
    ask: 'match',
    corrections: found.corrections,
    segments: found.segments.flatMap(({ documents, scores }, place) => {
      const segment = segments[place];
      if (segment === undefined || documents.length === 0) return [];
      const { ids, count } = segment.segment.documents;
      const newIds = ids.slice((known.get(segment.number) ?? 0) * 3, count * 3);
      return [{ number: segment.number, documents: documents.slice(), scores: scores.slice(), newIds }];
    }),
  };
}
