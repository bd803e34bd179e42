// What every change of an article has in common: it is known, it comes after the changes before it, the catalogue hears of it before and
// after, and its failures are told in words.
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { openArticleFile, readArticleFolder, type ReadingOptions } from './articleReading.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { hasFolder, isAbsent } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { settle } from './articleSwap.ts';
import type { JsonFile } from './jsonFile.ts';
import type { TaskQueue } from './taskQueue.ts';

/** What access to articles needs. */
export interface AccessOptions extends ReadingOptions {
  readonly catalogue: Pick<Catalogue, 'rowOf' | 'touch' | 'put' | 'remove'>;
  readonly queue: TaskQueue;
  /** Throws when nothing may be changed. */
  readonly assertWritable: () => void;
}

/** Access to the articles of a library. */
export interface ArticleAccess {
  /** What the article's folder says now; to be called within `change` or `read`. Throws `AppError`: `not-found`, `unreadable`. */
  readonly known: (id: ArticleId) => Promise<Article>;
  /** The same as a file, to be changed at once; to be called within `change`. */
  readonly knownFile: (id: ArticleId) => Promise<JsonFile<Article>>;
  /** Runs what reads an article, after the changes before it; `task` names it in a failure's words. Throws `AppError`. */
  readonly read: <T>(id: ArticleId, task: string, run: (article: Article, folder: string) => Promise<T>) => Promise<T>;
  /** Runs one change of an article, after the ones before it; what it answers is the article from then on, `null` one that is gone. */
  readonly change: <T extends Article | null>(id: ArticleId, task: string, run: () => Promise<T>) => Promise<T>;
  /** The same for a change of which most is made aside first; `prepare` and telling the catalogue go on at the same time, `discard` undoes the one when the other fails. */
  readonly changePrepared: <S>(
    id: ArticleId,
    task: string,
    steps: {
      readonly prepare: () => Promise<S>;
      readonly take: (prepared: S) => Promise<Article>;
      readonly discard: (prepared: S) => Promise<void>;
    },
  ) => Promise<Article>;
  /** Runs something beside an article that leaves the article as it is. */
  readonly beside: <T>(id: ArticleId, task: string, run: () => Promise<T>) => Promise<T>;
}

const NOT_READ = 'The article could not be read';

/** Makes the access. */
export function createArticleAccess(options: AccessOptions): ArticleAccess {
  const { catalogue, disk, layout, queue } = options;

  async function knownFile(id: ArticleId): Promise<JsonFile<Article>> {
    if (catalogue.rowOf(id) === undefined) {
      throw new AppError('not-found', 'This article is not in the library any more.');
    }
    try {
      // Not there only when an exchange failed and what was moved away could not be moved back at once.
      if (!options.isReadOnly && !(await hasFolder(disk, layout.article(id)))) await settle(options, id);
      return await openArticleFile(layout.article(id), id, options);
    } catch (failure) {
      throw toDiskError(failure, NOT_READ);
    }
  }

  const known = async (id: ArticleId): Promise<Article> => (await knownFile(id)).value;

  /** A change that failed may be in its place all the same; what cannot be read now is looked at when the library is next opened. */
  async function lookAgain(id: ArticleId): Promise<void> {
    try {
      const article = await readArticleFolder(layout.article(id), id, options);
      if (catalogue.rowOf(id) !== undefined) catalogue.put(article);
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
    }
  }

  const beside: ArticleAccess['beside'] = (id, task, run) =>
    queue.run(id, async () => {
      options.assertWritable();
      try {
        return await run();
      } catch (failure) {
        throw toDiskError(failure, task);
      }
    });

  /** Does what was announced to the catalogue, and tells it what came of it. */
  async function carryOut<T extends Article | null>(id: ArticleId, run: () => Promise<T>): Promise<T> {
    try {
      const article = await run();
      if (article === null) catalogue.remove(id);
      else catalogue.put(article);
      return article;
    } catch (failure) {
      await lookAgain(id);
      throw failure;
    }
  }

  return {
    known,
    knownFile,
    beside,
    change: (id, task, run) =>
      beside(id, task, async () => {
        await catalogue.touch(id);
        return carryOut(id, run);
      }),
    changePrepared: (id, task, { prepare, take, discard }) =>
      beside(id, task, async () => {
        const [touched, prepared] = await Promise.allSettled([catalogue.touch(id), prepare()]);
        if (prepared.status === 'rejected') throw prepared.reason;
        if (touched.status === 'rejected') {
          await discard(prepared.value);
          throw touched.reason;
        }
        return carryOut(id, () => take(prepared.value));
      }),
    // Reads wait for a change under way, so that they never fall into the moment between two renames.
    read: (id, task, run) =>
      queue.run(id, async () => {
        const article = await known(id);
        try {
          return await run(article, layout.article(id));
        } catch (failure) {
          if (isAbsent(failure)) {
            throw new AppError('unreadable', 'A file of this article is missing from the library.', { cause: failure });
          }
          throw toDiskError(failure, task);
        }
      }),
  };
}
