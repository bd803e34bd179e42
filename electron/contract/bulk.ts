// One wish for many articles: what is to be changed, how far it is, and what came of it.
import type { ArticleId } from './article.ts';
import type { ErrorReport } from './errors.ts';

/** Most articles of one wish that are named one by one; a query may be of any number. */
export const MOST_OF_BULK = 20_000;

/** Which articles: rows of the columns, ids, or all that a query finds. Each counts once; those that are not there any more are told as failures. */
export type BulkTarget =
  | { readonly rows: readonly number[] }
  | { readonly ids: readonly ArticleId[] }
  | { readonly query: string };

/** What a person says of an article; only the named parts change. Tags are as `toTag` makes them, at most `MOST_TAGS`. */
export interface OwnChange {
  readonly isRead?: boolean;
  readonly isArchived?: boolean;
  readonly isStarred?: boolean;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
}

/** What is being done. */
export type BulkKind = 'change' | 'remove' | 'restore' | 'empty' | 'rule' | 'cap' | 'undo';

/** How far a wish is; the first is told before anything was done, the last with `done` and `total` alike or when it was cancelled. */
export interface BulkProgress {
  /** For `bulk.cancel`. */
  readonly job: number;
  readonly kind: BulkKind;
  readonly done: number;
  readonly total: number;
  readonly isOver: boolean;
}

/** An article that stayed as it was, and why. */
export interface BulkFailure {
  readonly id: ArticleId | null;
  /** `null` when it is not in the library. */
  readonly title: string | null;
  readonly error: ErrorReport;
}

/** What came of a wish. Articles that were as wished already are neither changed nor failures. */
export interface BulkOutcome {
  readonly job: number;
  readonly kind: BulkKind;
  readonly changed: number;
  /** Articles that were as wished before. */
  readonly unchanged: number;
  readonly failed: number;
  /** The first 100 of the failures. */
  readonly failures: readonly BulkFailure[];
  /** Whether it was ended before all were looked at; what was changed until then is changed. */
  readonly isCancelled: boolean;
  /**
   * For `bulk.undo`, which takes all of it back but for what was changed otherwise since; `null` when nothing was changed or it cannot be
   * taken back. The last 50 wishes since the start can be.
   */
  readonly undo: number | null;
}
