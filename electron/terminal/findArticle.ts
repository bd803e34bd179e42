// An ID as somebody typed it in; the article out.
import { isArticleId, type Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Layover } from '../layover.ts';

/** An ID may be shortened as long as one article alone begins with it. Throws `not-found`. */
export async function findArticle(layover: Pick<Layover, 'article' | 'library'>, id: string): Promise<Article> {
  if (isArticleId(id)) return layover.article(id);
  const fitting = id.length < 4 ? [] : layover.library.catalogue.ids().filter((each) => each.startsWith(id));
  const [only, ...more] = fitting;
  if (only === undefined || more.length > 0) {
    throw new AppError('not-found', `No single article has the ID "${id}". \`layover list\` shows them all.`);
  }
  return layover.article(only);
}
