// A query as a tree: what is looked for in texts, and what articles must be.
import type { PostKind } from '#contract/article.ts';

/** Parts of an article that a word can be looked for in alone, as `in:` names them. */
export const TEXT_FIELDS = ['title', 'byline', 'related', 'text'] as const;

/** One of the parts. `byline` is the author's and the site's name. */
export type TextField = (typeof TEXT_FIELDS)[number];

/** What `is:` can say. */
export const STATES = [
  'unread',
  'reading',
  'finished',
  'archived',
  'starred',
  'tagged',
  'complete',
  'partial',
  'failed',
] as const;

/** Older words that `is:` takes for some of them. */
export const STATE_ALIASES: Readonly<Record<string, (typeof STATES)[number]>> = {
  started: 'reading',
  read: 'finished',
};

/** What `missing:` can say. */
export const GAPS = ['images', 'pages', 'text'] as const;

/** What `kind:` can say. */
export const KINDS: readonly PostKind[] = ['article', 'video', 'audio', 'gallery'];

/** Dates that can be asked for by name. */
export const DATE_NAMES = ['saved', 'published', 'updated', 'read'] as const;

/** Numbers that can be asked for by name; `size` is in kilobytes. */
export const NUMBER_NAMES = ['words', 'minutes', 'images', 'related', 'size'] as const;

/** What an article must be. */
export type Filter =
  | { readonly by: 'site' | 'lang'; readonly value: string }
  /** A tag as `foldTag` gives it; `null` for articles without any. */
  | { readonly by: 'tag'; readonly value: string | null }
  | { readonly by: 'kind'; readonly value: PostKind }
  | { readonly by: 'is'; readonly value: (typeof STATES)[number] }
  | { readonly by: 'missing'; readonly value: (typeof GAPS)[number] }
  /** Minutes since 1970, from the first to before the second. */
  | { readonly by: (typeof DATE_NAMES)[number]; readonly from: number; readonly before: number }
  /** Both bounds fit. */
  | { readonly by: (typeof NUMBER_NAMES)[number]; readonly least: number; readonly most: number };

/** A query. An `and` or `or` has at least two parts. */
export type QueryNode =
  | { readonly is: 'all' }
  /** A word or phrase; with `isPrefix` its last word may go on. */
  | { readonly is: 'text'; readonly text: string; readonly isPrefix: boolean; readonly field: TextField | null }
  | { readonly is: 'filter'; readonly filter: Filter }
  | { readonly is: 'and' | 'or'; readonly of: readonly QueryNode[] }
  | { readonly is: 'not'; readonly of: QueryNode };

/** What can be wrong with a query. */
export type QueryFaultCase =
  | 'orAlone'
  | 'closesNone'
  | 'notClosed'
  | 'noFilter'
  | 'saysNothing'
  | 'closedValues'
  | 'tag'
  | 'date'
  | 'number'
  | 'nothing'
  | 'onlyFilters';

/** What is wrong, in English and for other languages. */
export interface QueryFault {
  readonly message: string;
  readonly is: QueryFaultCase;
  /** The filter that is meant, without its colon; empty where none is. */
  readonly name: string;
  /** What the filter could be given, separated by commas; empty where anything could. */
  readonly known: string;
}

/** Something in a query that means nothing, and what was perhaps meant. */
export interface QueryProblem extends QueryFault {
  /** Where it stands: [start, end) in UTF-16 units. */
  readonly at: readonly [number, number];
  /** What could stand in its place. */
  readonly suggestion: string | null;
}
