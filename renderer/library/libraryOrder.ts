// Which cards the library shows, in which order. Pure.
import type { ArticleCard } from '#contract/article.ts';
import { isPartial } from '#contract/filters.ts';
import { isStarted, isWaiting } from '../queue/queueOrder.ts';

/** The filters, in the order they are offered. */
export const FILTERS = ['all', 'unread', 'started', 'read', 'archived', 'partial'] as const;
/** One of the filters. */
export type Filter = (typeof FILTERS)[number];

/** The sorts, in the order they are offered. */
export const SORTS = ['saved', 'published', 'title', 'minutes'] as const;
/** One of the sorts. */
export type Sort = (typeof SORTS)[number];

const KEEPS: Readonly<Record<Filter, (card: ArticleCard) => boolean>> = {
  all: () => true,
  unread: (card) => isWaiting(card) && !isStarted(card),
  started: isStarted,
  read: ({ reading }) => reading.read !== null,
  archived: ({ reading }) => reading.archived,
  partial: isPartial,
};

const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const COMPARES: Readonly<Record<Sort, (a: ArticleCard, b: ArticleCard) => number>> = {
  saved: (a, b) => descending(a.saved, b.saved),
  // Without a date a card stands last.
  published: (a, b) => descending(a.published ?? '', b.published ?? ''),
  title: (a, b) => byTitle.compare(a.title, b.title),
  minutes: (a, b) => a.minutes - b.minutes,
};

/** The cards that pass the filter, sorted; those that compare equal keep their order. */
export function arrange(cards: readonly ArticleCard[], filter: Filter, sort: Sort): readonly ArticleCard[] {
  return cards.filter(KEEPS[filter]).sort(COMPARES[sort]);
}

function descending(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}
