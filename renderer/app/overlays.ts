// What lies over the window at this moment: the palette or the save dialog, never both.
import { create } from 'zustand';
import type { Pasted } from '../saving/sources.ts';

/** The state of what lies over the window. */
export interface Overlays {
  readonly open: 'nothing' | 'palette' | 'save';
  /** What the save dialog starts with. */
  readonly draft: Pasted;
}

const EMPTY: Pasted = { text: '', html: null };

/** What is open. */
export const useOverlays = create<Overlays>()(() => ({ open: 'nothing', draft: EMPTY }));

/** Opens the palette. */
export function openPalette(): void {
  useOverlays.setState({ open: 'palette' });
}

/** Opens the save dialog, with what was pasted if anything. */
export function openSaveDialog(draft: Pasted = EMPTY): void {
  useOverlays.setState({ open: 'save', draft });
}

/** Closes whichever is open. */
export function closeOverlay(): void {
  useOverlays.setState({ open: 'nothing', draft: EMPTY });
}
