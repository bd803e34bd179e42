// What was extracted and fetched in, what the library is told of an article out; and whether a new copy is worse than the old one.
import type { Article, FoundIn } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';

import type { ImageOutcome } from './capture/fetchImages.ts';
import type { ImagePlace } from './extract/extraction.ts';
import type { WholeArticle } from './followPages.ts';
import { placeOf } from './pictureGaps.ts';
import type { ArticleDraft } from './store/library.ts';

/**
 * Refuses a copy that is worse than the one there is: a page that has lost most of its text is more likely a login wall or an error than an
 * edit. Throws the reason, in words for the person.
 */
export function refuseWorse(old: Article, draft: ArticleDraft, furtherPages: number): void {
  const { missingPages } = draft.report;
  if (missingPages !== null && furtherPages < old.furtherPages.length) {
    throw new AppError(
      missingPages.code,
      `Not all pages of this article could be fetched now: ${missingPages.reason} Your copy has more of them and was kept as it is. Try again later.`,
    );
  }
  if (draft.report.words * 2 < old.report.words) {
    throw new AppError(
      'no-content',
      'The page now shows less than half the text of the copy you have, so your copy was kept as it is.',
    );
  }
}

/** What the extraction does not know of an article. */
export interface Circumstances {
  readonly source: string | null;
  readonly part: string | null;
  readonly foundIn: FoundIn | null;
  readonly outcomes: readonly ImageOutcome[];
  /** How many comments are kept beside it. */
  readonly comments: number;
}

/** Puts together what the library is told of an article; its report counts what is there and names what is not. */
export function draftOf(
  { extraction, missingPages }: WholeArticle,
  { outcomes, ...known }: Circumstances,
): ArticleDraft {
  const {
    contentHtml,
    textContent: _text,
    words,
    images: _images,
    relatedLists,
    removed: _removed,
    confidence: _confidence,
    comments: _comments,
    nextPage: _nextPage,
    nextNumber: _nextNumber,
    lastPage: _lastPage,
    ...facts
  } = extraction;
  const images = outcomes.flatMap((outcome) => ('stored' in outcome ? [outcome.stored] : []));
  const missing = outcomes.flatMap((outcome) => ('missing' in outcome ? [outcome.missing] : []));
  return {
    ...facts,
    ...known,
    images,
    relatedLists,
    report: {
      words,
      imagesFound: outcomes.length,
      imagesStored: images.length,
      // As `extract/cleanContent.ts` writes what stands for a film, a map or a post of elsewhere.
      embeds: contentHtml.split('<p class="embed">').length - 1,
      missing,
      missingPages,
    },
  };
}

/** Where each picture of the content lies or why it does not. Content lies at `articles/ab/<id>/content.html`, so the same path leads to a picture from disk and over the app's scheme. */
export function placesOf(outcomes: readonly ImageOutcome[]): ReadonlyMap<string, ImagePlace> {
  return new Map(
    outcomes.map((outcome) => [
      outcome.url,
      'stored' in outcome ? placeOf(outcome.stored) : { missing: outcome.missing.reason },
    ]),
  );
}
