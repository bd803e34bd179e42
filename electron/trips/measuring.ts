// How an article is opened to see whether it works without a network, as those who judge it know it; and the shape of what comes back.
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import type { MeasuredLook, MeasuredPage } from '#contract/measuredPage.ts';

/** What came of opening an article. */
export interface Measured {
  readonly page: MeasuredPage;
  /** Addresses that were asked for and are not our own; each was refused. */
  readonly refused: readonly string[];
  /** A small PNG of the first screen; `null` where none could be taken. */
  readonly picture: Uint8Array | null;
}

/** A window in which articles are opened, one after another. */
export interface PageMeasurer {
  /** Throws `AppError`: `timeout` when it does not settle, `unreadable` when it makes its window fail, `cancelled`. The next is opened all the same. */
  measure(id: ArticleId, look: MeasuredLook, signal: AbortSignal): Promise<Measured>;
  /** Closes the window. */
  close(): Promise<void>;
}

/** The way to such windows. */
export interface MeasurePages {
  /** A text that is another as soon as that changes which all articles are drawn with: our typefaces and style sheets. */
  stamp(): Promise<string>;
  /** A window of its own, made when the first article is opened. */
  open(): PageMeasurer;
}

const texts = v.pipe(v.array(v.string()), v.readonly());

/** What the window answers; it holds a stranger's text and is believed in nothing. */
export const measuredPage: v.GenericSchema<unknown, MeasuredPage> = v.object({
  isArticle: v.boolean(),
  lacksComments: v.boolean(),
  text: v.string(),
  pictures: v.pipe(v.array(v.object({ path: v.string(), isPoster: v.boolean(), isShown: v.boolean() })), v.readonly()),
  failedFonts: texts,
  missingGlyphs: texts,
});
