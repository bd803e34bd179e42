// The document of the article that is open, for everything that works in it: search hits, highlights, listening, looking words up.
import { create } from 'zustand';
import type { OpenArticle } from '#contract/calls.ts';

/** A document of an article that is drawn and dressed. */
export interface OpenFrame {
  readonly page: Document;
  readonly frame: HTMLIFrameElement;
  readonly opened: OpenArticle;
  /** The paragraphs and their like, see `listBlocks`. */
  readonly blocks: readonly HTMLElement[];
}

/** What is open; `undefined` while nothing is, or while it is not drawn yet. */
export const useOpenFrame = create<{ readonly open: OpenFrame | undefined }>()(() => ({ open: undefined }));
