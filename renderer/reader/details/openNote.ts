// The note that is shown beside its reference, for the key that closes it.
import { create } from 'zustand';

/** How to close it; `undefined` while none is shown. */
export const useOpenNote = create<{ readonly close: (() => void) | undefined }>()(() => ({ close: undefined }));

/** Closes it, if one is shown. */
export function closeNote(): void {
  useOpenNote.getState().close?.();
}
