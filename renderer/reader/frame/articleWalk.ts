// The way from the open article to its neighbours in the queue. The order is the one that the queue had when the reader was opened: what is
// being read moves up in the queue, and whoever goes on should not come by the same articles again.
import { isThere } from '#contract/columns.ts';
import type { ArticleId } from '#contract/article.ts';
import { attempt } from '../../app/articleActions.ts';
import { cardInRow, keepCards, knownRow } from '../../app/cards.ts';
import { call } from '../../app/client.ts';
import { useMirror } from '../../app/mirror.ts';
import { openArticle, useView } from '../../app/navigation.ts';
import { say } from '../../app/toasts.ts';
import { isWaitingRow, queueOf } from '../../queue/queueOrder.ts';
import { words } from '../../ui/words.ts';

let order: Uint32Array | undefined;

/** Keeps the order of the queue while articles are open; forgets it when the reader is left. To be called as an article is opened. */
export function noteWalk(): () => void {
  order ??= queueNow();
  return () => {
    if (useView.getState().article === null) order = undefined;
  };
}

/** The row of the next article that waits, or of the one before. */
export function neighbourOf(id: ArticleId, by: 1 | -1): number | undefined {
  const { columns } = useMirror.getState();
  // The library may have come after the reader was opened.
  if (order === undefined || order.length === 0) order = queueNow();
  const row = knownRow(id);
  const at = row === undefined ? -1 : order.indexOf(row);
  if (at === -1 && by === -1) return undefined;
  for (let next = at + by; next >= 0 && next < order.length; next += by) {
    const found = order[next];
    if (found !== undefined && found !== row && isThere(columns, found) && isWaitingRow(columns, found)) return found;
  }
  return undefined;
}

/** Opens the next article of the queue, or the one before; says so when there is none. */
export function walk(by: 1 | -1): void {
  const { article } = useView.getState();
  if (article === null) return;
  const row = neighbourOf(article, by);
  if (row === undefined) say({ text: by === 1 ? words.reading.noNext : words.reading.noPrevious });
  else attempt(openRow(row));
}

async function openRow(row: number): Promise<void> {
  if (cardInRow(row) === undefined) keepCards(await call('library.rows', { rows: [row] }), []);
  const card = cardInRow(row);
  if (card !== undefined) openArticle(card.id);
}

function queueNow(): Uint32Array {
  const { columns, bySaved } = useMirror.getState();
  const { started, next } = queueOf(columns, bySaved);
  const all = new Uint32Array(started.length + next.length);
  all.set(started);
  all.set(next, started.length);
  return all;
}
