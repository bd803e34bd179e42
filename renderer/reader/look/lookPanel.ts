// Whether the panel for the look of the open article is shown.
import { create } from 'zustand';

/** Whether it is. */
export const useLookPanel = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** Shows or hides it. */
export function toggleLookPanel(): void {
  useLookPanel.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

/** Hides it. */
export function closeLookPanel(): void {
  useLookPanel.setState({ isOpen: false });
}
