// The stream that every form of export reads: articles in their order, and in its place each that could not be read, so that nothing goes missing
// without a word.
import type { ArticleId } from '#contract/article.ts';
import type { ExportArticle } from './exportArticle.ts';

/** An article that could not be read, and why. */
export interface MissingArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly reason: string;
}

/** An article, or what is told of one. */
export type ExportItem = ExportArticle | MissingArticle;

/** Tells the two apart. */
export function isMissing(item: ExportItem): item is MissingArticle {
  return 'reason' in item;
}
