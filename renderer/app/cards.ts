// Cards of the articles the window has to show, fetched some at a time as rows come into view, and kept while they are of use.
import { useSyncExternalStore } from 'react';
import type { ArticleCard, ArticleId } from '#contract/article.ts';
import type { RowCard } from '#contract/calls.ts';
import { toErrorReport } from '#contract/errors.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';
import { call } from './client.ts';
import { say } from './toasts.ts';

// Many screens of rows; what was looked at longest ago goes first.
const MOST_KEPT = 4_000;
const AT_ONCE = 200;

const cards = new Map<number, ArticleCard>();
const rows = new Map<ArticleId, number>();
const absent = new Set<ArticleId>();
const listeners = new Set<() => void>();
let wantedRows = new Set<number>();
let wantedIds = new Set<ArticleId>();
/** The message that says that cards could not be fetched, while it is shown. */
let told: string | undefined;

/** Calls the listener whenever a card comes, changes or goes, until the returned function is called. */
export function watchCards(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Puts cards that came by themselves in the place of those that are kept. */
export function keepCards(upserted: readonly RowCard[], removed: readonly number[]): void {
  for (const { row, card } of upserted) {
    cards.delete(row);
    cards.set(row, card);
    rows.set(card.id, row);
    absent.delete(card.id);
  }
  for (const row of removed) {
    const card = cards.get(row);
    cards.delete(row);
    if (card === undefined) continue;
    rows.delete(card.id);
    absent.add(card.id);
  }
  for (const [row, card] of cards) {
    if (cards.size <= MOST_KEPT) break;
    cards.delete(row);
    rows.delete(card.id);
  }
  tell();
}

/** The card of a row; `undefined` until it is here. */
export function useCard(row: number): ArticleCard | undefined {
  return useSyncExternalStore(watchCards, () => cards.get(row) ?? want(() => wantedRows.add(row)));
}

/** The card of an article; `undefined` until it is here, `null` for one that is not in the library. */
export function useCardOf(id: ArticleId): ArticleCard | null | undefined {
  return useSyncExternalStore(
    watchCards,
    () => knownCard(id) ?? (absent.has(id) ? null : want(() => wantedIds.add(id))),
  );
}

/** The card of an article that is shown somewhere. */
export function knownCard(id: ArticleId): ArticleCard | undefined {
  const row = rows.get(id);
  return row === undefined ? undefined : cards.get(row);
}

/** The row of an article that is shown somewhere. */
export function knownRow(id: ArticleId): number | undefined {
  return rows.get(id);
}

/** The card of a row that is shown somewhere. */
export function cardInRow(row: number): ArticleCard | undefined {
  return cards.get(row);
}

/** Fetches the cards of the rows that will be shown first, so that they need not be waited for one by one. */
export async function prepareCards(first: Iterable<number>): Promise<void> {
  wantedRows = new Set([...wantedRows, ...first]);
  if (wantedRows.size > 0) await fetchWanted();
}

function want(note: () => void): undefined {
  if (wantedRows.size === 0 && wantedIds.size === 0) queueMicrotask(() => void fetchWanted());
  note();
}

async function fetchWanted(): Promise<void> {
  const [forRows, forIds] = [[...wantedRows], [...wantedIds]];
  wantedRows = new Set();
  wantedIds = new Set();
  try {
    for (let begin = 0; begin < forRows.length; begin += AT_ONCE) {
      keepCards(await call('library.rows', { rows: forRows.slice(begin, begin + AT_ONCE) }), []);
    }
    for (const id of forIds) {
      const found = await call('library.card', { id });
      if (found === null) absent.add(id);
      keepCards(found === null ? [] : [found], []);
    }
  } catch (failure) {
    // The rows stay as they are drawn while they wait. Many ask one after the other, and one message is enough for all.
    told ??= say({
      text: words.library.rowsFailed({ reason: failureText(toErrorReport(failure)) }),
      tone: 'failure',
      action: {
        label: words.tryAgain,
        run: () => {
          told = undefined;
          wantedRows = new Set([...wantedRows, ...forRows]);
          wantedIds = new Set([...wantedIds, ...forIds]);
          void fetchWanted();
        },
      },
    });
  }
}
