// What can be done with the related posts of an article, and what is like it.
import type { RowCard } from './calls.ts';

/** A related post to save, and how many minutes reading it will probably take. */
export interface FittingPost {
  readonly url: string;
  readonly title: string;
  readonly minutes: number;
}

/** The related posts of an article that are worth most of a time that is given. */
export interface FittingPosts {
  readonly posts: readonly FittingPost[];
  /** All of them together. */
  readonly minutes: number;
  /** Saved articles that the minutes are estimated from; 0 when there are none and every post is taken for an average one. */
  readonly estimatedFrom: number;
}

/** A saved article that uses the same rare words as another. */
export interface SimilarArticle extends RowCard {
  /** Words that both use, the most telling first, as the other article writes them. */
  readonly shared: readonly string[];
}
