// The queue and the article that was read out in; the article to read out next, out.
import type { ArticleId } from '#contract/article.ts';
import type { ArticleColumns } from '#contract/columns.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { queueOf } from '../queue/queueOrder.ts';

const READ_THROUGH = 100;

/** The row that follows in the order of the queue, else the first of the queue; none that was heard already or is read to its end. */
function rowToHear(
  columns: ArticleColumns,
  bySaved: Uint32Array,
  current: number,
  heard: ReadonlySet<number>,
): number | undefined {
  const { started, next } = queueOf(columns, bySaved);
  const queue = [...started, ...next];
  const at = queue.indexOf(current);
  const isNew = (row: number): boolean =>
    row !== current && !heard.has(row) && (columns.progress[row] ?? 0) < READ_THROUGH;
  return queue.slice(at + 1).find(isNew) ?? queue.find(isNew);
}

// Articles that were read out to their end since the app was started.
const heard = new Set<number>();

/** Notes that an article was heard to its end and answers which is next; `undefined` at the end of the queue. Throws as `call`. */
export async function articleAfter(id: ArticleId): Promise<ArticleId | undefined> {
  const current = await call('library.card', { id });
  if (current === null) return undefined;
  heard.add(current.row);
  const { columns, bySaved } = useMirror.getState();
  const row = rowToHear(columns, bySaved, current.row, heard);
  if (row === undefined) return undefined;
  return (await call('library.rows', { rows: [row] }))[0]?.card.id;
}
