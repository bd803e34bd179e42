// How the reader stands at this moment, beyond what is kept as settings: what is beside the text.
import { create } from 'zustand';

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
