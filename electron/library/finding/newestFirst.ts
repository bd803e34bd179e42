// The catalogue in; the rows of all articles, newest saved first, out.
import type { ArticleId } from '#contract/article.ts';
import type { Library } from '../../store/library.ts';

/** Of the same instant, by id. */
export function newestFirst({ columns, ids, rowOf }: Library['catalogue']): readonly number[] {
  const { saved } = columns;
  const all = ids().map((id): [ArticleId, number] => [id, rowOf(id) ?? 0]);
  all.sort(([a, rowA], [b, rowB]) => (saved[rowB] ?? 0) - (saved[rowA] ?? 0) || (a < b ? -1 : 1));
  return all.map(([, row]) => row);
}
