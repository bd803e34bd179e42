// Copies of one article from different days, and what is different between two of them.
import type { Article } from './article.ts';
import type { PostDate } from './dates.ts';

/** A copy of an article; `saved` tells it from the others. */
export interface ArticleVersion {
  readonly saved: string;
  readonly title: string;
  readonly updated: PostDate | null;
  readonly words: number;
  readonly imagesStored: number;
  readonly imagesFound: number;
  /** Whether it is the one that is read. */
  readonly isCurrent: boolean;
}

/** Words that both copies have, or one of them. */
export interface ComparedPiece {
  readonly change: 'same' | 'added' | 'cut';
  readonly text: string;
}

/** A paragraph of either copy or both. */
export interface ComparedBlock {
  readonly change: 'same' | 'added' | 'cut' | 'edited';
  readonly pieces: readonly ComparedPiece[];
}

/** What lists show of a copy. */
export function toVersion({ saved, title, updated, report }: Article, isCurrent: boolean): ArticleVersion {
  const { words, imagesStored, imagesFound } = report;
  return { saved, title, updated, words, imagesStored, imagesFound, isCurrent };
}
