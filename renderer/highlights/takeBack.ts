// What was done to a highlight is said, with the way back.
import { attempt } from '../app/articleActions.ts';
import { say } from '../app/toasts.ts';
import { words } from '../ui/words.ts';

/** Says what was done and offers to take it back. */
export function sayDone({ label, undo }: { readonly label: string; readonly undo: () => Promise<unknown> }): void {
  say({ text: label, action: { label: words.highlights.undo, run: () => attempt(undo()) } });
}
