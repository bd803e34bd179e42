// Joins the search command to the search field, which may not be drawn yet when the command is given.
import { create } from 'zustand';

/** Counts how often the field was asked for; the field takes the focus each time it changes. */
export const useSearchFocus = create<{ readonly asked: number }>()(() => ({ asked: 0 }));

/** Puts the cursor into the search field as soon as it is there. */
export function focusSearch(): void {
  useSearchFocus.setState(({ asked }) => ({ asked: asked + 1 }));
}
