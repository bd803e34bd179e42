// How the reader stands at this moment, beyond what is kept as settings: what is beside the text, and what commands need to know of the article.
import { create } from 'zustand';

/** How the reader stands. */
export interface ReaderLook {
  /** Whether related posts are shown where there are any. */
  readonly isRelatedShown: boolean;
  /** Whether the article's highlights are shown. */
  readonly isHighlightsShown: boolean;
  /** Whether the open article has related or similar posts. */
  readonly hasRelated: boolean;
  /** The open article's own address; `null` when it has none, or none is open. */
  readonly address: string | null;
}

/** How the reader stands. */
export const useReaderLook = create<ReaderLook>()(() => ({
  isRelatedShown: true,
  isHighlightsShown: false,
  hasRelated: false,
  address: null,
}));

/** Shows or hides the related posts. */
export function toggleRelatedPanel(): void {
  useReaderLook.setState(({ isRelatedShown }) => ({ isRelatedShown: !isRelatedShown }));
}

/** Shows or hides the highlights. */
export function toggleHighlightsPanel(): void {
  useReaderLook.setState(({ isHighlightsShown }) => ({ isHighlightsShown: !isHighlightsShown }));
}
