// How the reader stands at this moment, beyond what is kept as settings: whether the related posts are beside the text.
import { create } from 'zustand';

/** Whether the related posts are shown. */
export const useReaderLook = create<{ readonly isRelatedShown: boolean }>()(() => ({ isRelatedShown: true }));

/** Shows or hides the related posts. */
export function toggleRelatedPanel(): void {
  useReaderLook.setState(({ isRelatedShown }) => ({ isRelatedShown: !isRelatedShown }));
}
