// The catalogue in; all articles, newest saved first, out.
import type { ArticleId } from '#contract/article.ts';
import type { Library } from '../../store/library.ts';

/** Of the same instant, by id: the same order on every machine. */
export function newestFirst({ columns, ids, rowOf }: Library['catalogue']): readonly ArticleId[] {
  const { saved } = columns;
  const all = ids().map((id): [ArticleId, number] => [id, saved[rowOf(id) ?? 0] ?? 0]);
  return all.sort(([a, when], [b, other]) => other - when || (a < b ? -1 : 1)).map(([id]) => id);
}
