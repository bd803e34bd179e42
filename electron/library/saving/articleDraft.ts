// What was extracted and fetched in, what the library is told of an article out; and whether a newer copy is worse than the old one.
import type { Article, FoundIn } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Captured } from '../../capture/captureSource.ts';
import type { ImageOutcome } from '../../capture/fetchImages.ts';
import type { ImagePlace } from '../../extract/extraction.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import type { WholeArticle } from './followPages.ts';
import { isPartial, pictureOf, placeOfOutcome } from './pictureGaps.ts';
import type { ArticleDraft, Library } from '../../store/library.ts';

/** Refuses a copy that lacks pages which the old one has: it was cut off on the way. Throws the reason, in words for the person. */
export function refuseFewerPages(old: Article, draft: ArticleDraft, furtherPages: number): void {
  const { missingPages } = draft.report;
  if (missingPages !== null && furtherPages < old.furtherPages.length) {
    throw new AppError(
      missingPages.code,
      `Not all pages of this article could be fetched now: ${missingPages.reason} Your copy has more of them and was kept as it is. Try again later.`,
    );
  }
}

/** An article's text, for comparing copies. */
export interface CopyText {
  readonly words: number;
  readonly text: string;
}

/** An edit seldom takes a tenth of an article away; a login wall, a summary or an error does. */
const LEAST_LENGTH = 0.9;
const LEAST_COMMON = 0.3;

/** Tells whether a newer copy looks worse than the old one: it is clearly shorter, or another text altogether, as an error page is. */
export function looksWorse(old: CopyText, newer: CopyText): boolean {
  return newer.words < old.words * LEAST_LENGTH || isOtherText(old.text, newer.text);
}

/** Tells whether two texts have so few words in common that the second is no edit of the first. */
export function isOtherText(old: string, newer: string): boolean {
  const before = wordsOf(old);
  const after = wordsOf(newer);
  const common = [...before].filter((word) => after.has(word)).length;
  return common < before.size * LEAST_COMMON;
}

/** Scripts without spaces between words give pairs of letters. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(/[\p{L}\p{N}]{2,}/gu)) {
    if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(run)) {
      for (let at = 0; at + 2 <= run.length; at += 1) words.add(run.slice(at, at + 2));
    } else {
      words.add(run);
    }
  }
  return words;
}

/** A picture that cannot be had any more but is in the old copy stays, whole or not. `find` gives the path of a stored picture, or `undefined`. */
export function withOldPictures(
  outcomes: readonly ImageOutcome[],
  old: Article,
  find: (file: string) => Promise<string | undefined>,
): Promise<readonly ImageOutcome[]> {
  const had = new Map(old.images.map((image) => [image.url, image]));
  return Promise.all(
    outcomes.map(async (outcome) => {
      const stored = 'missing' in outcome ? had.get(outcome.url) : undefined;
      if (stored === undefined || (await find(stored.file)) === undefined) return outcome;
      return isPartial(stored, old) ? { partial: stored, ...outcome } : { url: outcome.url, stored };
    }),
  );
}

/** What the extraction does not know of an article. */
interface Circumstances {
  readonly source: string | null;
  readonly part: string | null;
  readonly foundIn: FoundIn | null;
  readonly siteIcon: string | null;
  readonly outcomes: readonly ImageOutcome[];
  /** Whether a browser built the page. */
  readonly rendered: boolean;
  /** How many comments are kept beside it. */
  readonly comments: number;
}

/** A copy as the library takes it. */
export interface CopyToKeep {
  readonly draft: ArticleDraft;
  readonly files: Parameters<Library['add']>[1];
}

/** Makes a copy ready for the library: its pictures at their places, its comments beside it where the person keeps them. */
export async function copyToKeep(
  whole: WholeArticle,
  { source, privateHost, part, original }: Pick<Captured, 'source' | 'privateHost' | 'part' | 'original'>,
  known: Pick<Circumstances, 'foundIn' | 'siteIcon' | 'outcomes' | 'rendered'>,
  { library, pool, signal }: { readonly library: Library; readonly pool: ExtractPool; readonly signal: AbortSignal },
): Promise<CopyToKeep> {
  const { extraction, furtherPages } = whole;
  const content = await pool.placeImages(extraction.contentHtml, placesOf(known.outcomes), signal);
  const comments = library.settings().keepComments ? extraction.comments : null;
  return {
    draft: {
      ...draftOf(whole, { ...known, source, part, comments: comments?.count ?? 0 }),
      ...(privateHost === null ? {} : { privateHost }),
    },
    files: { content, text: extraction.textContent, original, furtherPages, comments: comments?.html ?? null },
  };
}

/** Puts together what the library is told of an article; its report counts what is there and names what is not. */
function draftOf({ extraction, missingPages }: WholeArticle, { outcomes, ...known }: Circumstances): ArticleDraft {
  const {
    contentHtml,
    textContent: _text,
    words,
    icon: _icon,
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
  const images = outcomes.flatMap((outcome) => pictureOf(outcome) ?? []);
  const missing = outcomes.flatMap((outcome) => ('missing' in outcome ? [outcome.missing] : []));
  return {
    ...facts,
    ...known,
    images,
    relatedLists,
    report: {
      words,
      imagesFound: outcomes.length,
      imagesStored: outcomes.length - missing.length,
      // As `extract/cleanContent.ts` writes what stands for a film, a map or a post of elsewhere.
      embeds: contentHtml.split('<p class="embed">').length - 1,
      missing,
      missingPages,
    },
  };
}

/** Where each picture of the content lies or why it does not. Content lies at `articles/ab/<id>/content.html`, so the same path leads to a picture from disk and over the app's scheme. */
function placesOf(outcomes: readonly ImageOutcome[]): ReadonlyMap<string, ImagePlace> {
  return new Map(outcomes.map((outcome) => [outcome.url, placeOfOutcome(outcome)]));
}
