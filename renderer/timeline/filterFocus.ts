// Joins the timeline's commands to its two fields, which may be drawn later than the command is given.
import { create } from 'zustand';

/** Counts how often each field was asked for; it takes the focus whenever its number changes. */
export const useFilterFocus = create<{ readonly jump: number; readonly filter: number }>()(() => ({
  jump: 0,
  filter: 0,
}));

/** Puts the cursor where a date is typed. */
export function focusJump(): void {
  useFilterFocus.setState(({ jump }) => ({ jump: jump + 1 }));
}

/** Puts the cursor where the timeline is narrowed by text. */
export function focusFilter(): void {
  useFilterFocus.setState(({ filter }) => ({ filter: filter + 1 }));
}
