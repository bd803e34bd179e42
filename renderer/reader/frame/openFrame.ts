// The document of the article that is open, for everything that works in it: search hits, highlights, listening, looking words up.
import { create } from 'zustand';
import type { Article } from '#contract/article.ts';

/** A document of an article that is drawn and dressed. */
export interface OpenFrame {
  readonly page: Document;
  readonly frame: HTMLIFrameElement;
  /** The copy that the document shows, as it was known when it was drawn, even when a newer one came meanwhile. */
  readonly article: Article;
  /** The paragraphs and their like, see `listBlocks`. */
  readonly blocks: readonly HTMLElement[];
}

/** What is open, the same object for as long as its document is; `undefined` while nothing is, or while it is not drawn yet. */
export const useOpenFrame = create<{ readonly open: OpenFrame | undefined }>()(() => ({ open: undefined }));
