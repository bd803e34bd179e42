// What the index's thread is asked and what it says; shared by both ends.
import type { ArticleId } from '#contract/article.ts';
import type { Snippet } from './snippet.ts';
import type { TextQuery } from './textQuery.ts';

/** One question each. */
export type SearchRequest =
  | { readonly ask: 'reconcile'; readonly ids: Uint32Array; readonly stamps: Uint32Array }
  | { readonly ask: 'put'; readonly id: ArticleId; readonly stamp: number }
  | { readonly ask: 'remove'; readonly id: ArticleId }
  /** `known` says of which segments so many ids are known already. */
  | { readonly ask: 'match'; readonly query: TextQuery; readonly known: ReadonlyMap<number, number> }
  | { readonly ask: 'passages'; readonly query: TextQuery; readonly ids: readonly ArticleId[] }
  | { readonly ask: 'marks'; readonly query: TextQuery; readonly text: string }
  | { readonly ask: 'stats' };

/** Documents of a segment that a query found, with the packed ids that the asker does not know yet. */
export interface MatchedSegment {
  readonly number: number;
  readonly documents: Uint32Array;
  readonly scores: Float32Array;
  /** Ids of the documents from the number known on. */
  readonly newIds: Uint32Array;
}

/** A word that stands nowhere, and those that were taken for it. */
export interface Correction {
  readonly typed: string;
  readonly taken: readonly string[];
}

/** What the index is. */
export interface SearchStats {
  readonly sizeBytes: number;
  readonly documents: number;
  readonly segments: number;
}

/** What a question is answered with. */
export type SearchAnswer =
  | { readonly ask: 'reconcile' | 'put' | 'remove' }
  | { readonly ask: 'match'; readonly segments: readonly MatchedSegment[]; readonly corrections: readonly Correction[] }
  | { readonly ask: 'passages'; readonly passages: readonly (Snippet & { readonly id: ArticleId })[] }
  | { readonly ask: 'marks'; readonly marks: Uint32Array }
  | { readonly ask: 'stats'; readonly stats: SearchStats };

/** How much of what the index is to hold it has read. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}
