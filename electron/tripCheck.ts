// An article of a trip in; out whether it will work without a network, with what was counted.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError, toErrorReport } from '#contract/errors.ts';
import type { CheckResult } from '#contract/trip.ts';
import type { Library } from './store/library.ts';
import type { CheckItem } from './tripWork.ts';

/** What checking takes. */
export interface TripCheckOptions {
  readonly library: Pick<Library, 'article' | 'content' | 'assetFile'>;
  readonly markOf: (id: ArticleId) => Promise<string | undefined>;
  readonly now: () => Date;
}

/** Makes the check. */
export function createTripCheck({ library, markOf, now }: TripCheckOptions): CheckItem {
  /** Names of pictures whose bytes are gone or other than when they were saved. */
  async function damagedOf({ images }: Article): Promise<readonly string[]> {
    const damaged: string[] = [];
    for (const { file, hash } of images) if (!(await isAsSaved(file, hash))) damaged.push(file);
    return damaged;
  }

  async function isAsSaved(name: string, hash: string): Promise<boolean> {
    const path = await library.assetFile(name);
    if (path === undefined) return false;
    try {
      return (
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex') === hash
      );
    } catch {
      // Whatever keeps it from being read keeps it from being shown.
      return false;
    }
  }

  return async (_trip, { key, articleId }) => {
    const base = { key, missingImages: 0, evidence: null, way: 'files' as const, checked: now().toISOString() };
    if (articleId === null) return { ...base, status: 'notFetched', problem: null, mark: '' };
    const mark = (await markOf(articleId)) ?? '';
    try {
      const article = await library.article(articleId);
      await library.content(articleId);
      const damaged = await damagedOf(article);
      const missingImages = article.report.imagesFound - article.report.imagesStored + damaged.length;
      if (missingImages === 0) return null;
      const status: CheckResult['status'] = missingImages === article.report.imagesFound ? 'textOnly' : 'imagesMissing';
      return { ...base, status, missingImages, problem: null, mark };
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      return { ...base, status: 'broken', problem: toErrorReport(failure), mark };
    }
  };
}
