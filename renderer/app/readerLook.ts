// How the reader stands at this moment, beyond what is kept as settings: what is beside the text.
import { create } from 'zustand';

/** Smallest and largest text size in CSS pixels. */
export const TEXT_SIZES = { smallest: 14, largest: 32 } as const;

/** Keeps a text size within what can be set. */
export function clampTextSize(size: number): number {
  return Math.min(TEXT_SIZES.largest, Math.max(TEXT_SIZES.smallest, size));
}

/** Whether the related posts and the highlights are shown. */
export const useReaderLook = create<{ readonly isRelatedShown: boolean; readonly isHighlightsShown: boolean }>()(
  () => ({ isRelatedShown: true, isHighlightsShown: false }),
);

/** Shows or hides the related posts. */
export function toggleRelatedPanel(): void {
  useReaderLook.setState(({ isRelatedShown }) => ({ isRelatedShown: !isRelatedShown }));
}

/** Shows or hides the highlights. */
export function toggleHighlightsPanel(): void {
  useReaderLook.setState(({ isHighlightsShown }) => ({ isHighlightsShown: !isHighlightsShown }));
}
