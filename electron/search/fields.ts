// What is searched of an article, and what a word counts where it stands.
import type { ArticleId } from '#contract/article.ts';

/** The parts of an article that are searched, in the order in which they stand in the index. */
export const FIELDS = ['title', 'names', 'keywords', 'notes', 'highlights', 'related', 'text'] as const;

/** One of the parts. `names` are the byline and the site's name, `related` the titles of the related lists. */
export type Field = (typeof FIELDS)[number];

/** An article as the index takes it. */
export interface SearchDocument extends Readonly<Record<Field, string>> {
  readonly id: ArticleId;
  /** Any number of 32 bits that changes when the rest does. */
  readonly stamp: number;
}

/** An article as it is read; its stamp is known from the asker. */
export type ReadDocument = Omit<SearchDocument, 'stamp'>;

/** What an occurrence counts, in halves, so that an occurrence in a related title is still a whole number. */
export const WEIGHTS: readonly number[] = [8, 4, 6, 4, 4, 1, 2];

/** Bit of the text in a mask of fields; most words stand only there. */
export const TEXT_MASK = 1 << (FIELDS.length - 1);

/** Place of a field among `FIELDS`. */
export function fieldNumber(field: Field): number {
  return FIELDS.indexOf(field);
}
