// What a person keeps of how they look at their library: saved views, rules for what is saved, and the orders of lists.

/**
 * The orders of the library, each as it is offered first; all can be reversed. `saved`, `published`, `finished` and `opened` (when it was last
 * read in): newest first. `minutes`, `left` (minutes that are left), `site`, `title`: least first. `words`, `size`: most first. What has no
 * such date or site stands last in either direction.
 */
export const SORTS = [
  'saved',
  'published',
  'opened',
  'finished',
  'minutes',
  'left',
  'words',
  'size',
  'site',
  'title',
] as const;

/** One of the orders. */
export type Sort = (typeof SORTS)[number];

/** Most views, and most rules, that a library has. */
export const MOST_VIEWS = 100;

/** A query that is kept under a name. */
export interface SavedView {
  /** 1 to 40 letters, digits, `-` and `_`; made by whoever makes the view, unique among the views. */
  readonly id: string;
  /** 1 to 80 characters. */
  readonly name: string;
  readonly query: string;
  readonly sort: Sort;
  readonly isReversed: boolean;
  /** A name that the window knows a picture for. */
  readonly icon: string | null;
}

/** What a rule does with an article; only what is named. */
export interface RuleActions {
  readonly addTags?: readonly string[];
  readonly star?: boolean;
  readonly archive?: boolean;
  readonly markRead?: boolean;
}

/** Something that is done with every newly saved article that a query fits; once, not when the article is saved again. */
export interface Rule {
  /** As the id of a view, unique among the rules. */
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  /** Filters only, see `readFilters`; one with words or without a filter fits nothing. */
  readonly when: string;
  readonly actions: RuleActions;
}
