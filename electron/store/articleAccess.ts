// What every change of an article has in common: it is known, it comes after the changes before it, and its failures are told in words.
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { toDiskError } from './diskError.ts';
import type { TaskQueue } from './taskQueue.ts';

/** What access to articles needs. */
export interface AccessOptions {
  readonly queue: TaskQueue;
  /** Throws when nothing may be changed. */
  readonly assertWritable: () => void;
  /** Told after the map of articles has changed. */
  readonly changed: () => void;
}

/** Access to the articles of a library. */
export interface ArticleAccess {
  /** Throws `AppError('not-found')`. */
  readonly known: (id: ArticleId) => Article;
  /** Makes an article the one that is known by its id. */
  readonly show: (article: Article) => void;
  /** Runs one change of an article, after the ones before it; `task` names it in a failure's words. */
  readonly change: <T>(id: ArticleId, task: string, run: () => Promise<T>) => Promise<T>;
}

/** Makes the access over the map of articles. */
export function createArticleAccess(articles: Map<ArticleId, Article>, options: AccessOptions): ArticleAccess {
  return {
    known(id) {
      const article = articles.get(id);
      if (article === undefined) throw new AppError('not-found', 'This article is not in the library any more.');
      return article;
    },
    show(article) {
      articles.set(article.id, article);
      options.changed();
    },
    change: (id, task, run) =>
      options.queue.run(id, async () => {
        options.assertWritable();
        try {
          return await run();
        } catch (failure) {
          throw toDiskError(failure, task);
        }
      }),
  };
}
