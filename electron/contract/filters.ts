// What can be asked of a library beside words: how complete its articles are. Written into the search as `name:value`.
import type { ArticleCard } from './article.ts';

/** The filters, as they are written. */
export const FILTER_WORDS = ['is:complete', 'is:partial', 'is:failed', 'missing:images', 'missing:pages'] as const;

/** One of the filters. */
export type FilterWord = (typeof FILTER_WORDS)[number];

/** A query taken apart; whatever is no known filter stays among the words. */
export interface FilteredQuery {
  readonly words: string;
  readonly filters: readonly FilterWord[];
}

/** Takes the filters out of a query; those in quotes or after a minus are words like any others. */
export function splitQuery(query: string): FilteredQuery {
  const filters: FilterWord[] = [];
  const words = query.replace(/"[^"]*"?|\S+/g, (part) => {
    const filter = FILTER_WORDS.find((each) => each === part.toLowerCase());
    if (filter === undefined) return part;
    filters.push(filter);
    return '';
  });
  return { words: words.replace(/\s+/g, ' ').trim(), filters };
}

/** Tells whether an article passes every filter. `is:failed` is about saves; no article passes it. */
export function passes(card: ArticleCard, filters: readonly FilterWord[]): boolean {
  return filters.every((filter) => TESTS[filter](card));
}

/** Tells whether something of an article is not on this computer. */
export function isPartial({ imagesFound, imagesStored, missingPages }: ArticleCard): boolean {
  return imagesStored < imagesFound || missingPages !== null;
}

const TESTS: Readonly<Record<FilterWord, (card: ArticleCard) => boolean>> = {
  'is:complete': (card) => !isPartial(card),
  'is:partial': isPartial,
  'is:failed': () => false,
  'missing:images': ({ imagesFound, imagesStored }) => imagesStored < imagesFound,
  'missing:pages': ({ missingPages }) => missingPages !== null,
};
