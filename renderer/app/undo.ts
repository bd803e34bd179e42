// What was done in this session and can be taken back, the latest last. Each is taken back once, by its message or by key; what could not be
// taken back stays, to be tried again.
import { create } from 'zustand';
import { toErrorReport } from '#contract/errors.ts';
import { words } from '../ui/words.ts';
import { closeToast, say } from './toasts.ts';
import { failureText } from '../ui/failureText.ts';

/** Something that was done. */
export interface Done {
  /** What was done, as a sentence: "Removed “Salt roads”." */
  readonly label: string;
  /** Takes it back; rejects when that failed and may be tried again. */
  readonly undo: () => Promise<unknown>;
}

/** What is on the stack: what was done, under an identity of its own. */
interface Entry extends Done {
  readonly closeMessage: () => void;
}

const MOST = 100;

/** What can be taken back now, the latest last. */
export const useUndo = create<{ readonly done: readonly Entry[] }>()(() => ({ done: [] }));

/** Keeps something that was done, so that `undo.last` can take it back; the returned function takes back this one, unless that was done before. */
export function noteDone(done: Done): () => void {
  return note({ ...done, closeMessage: () => undefined });
}

/** As `noteDone`, and says what was done in a message with a button to take it back. The message goes when it is taken back otherwise. */
export function sayDone(done: Done): void {
  const message = { close: (): void => undefined };
  const takeBack = note({ ...done, closeMessage: () => message.close() });
  const shown = say({ text: done.label, action: { label: words.actions.undo, run: takeBack } });
  message.close = () => closeToast(shown);
}

/** Takes back what was done last; nothing when there is nothing. */
export function undoLast(): void {
  const last = useUndo.getState().done.at(-1);
  if (last !== undefined) takeBack(last);
}

function note(entry: Entry): () => void {
  useUndo.setState(({ done }) => ({ done: [...done, entry].slice(-MOST) }));
  return () => takeBack(entry);
}

function takeBack(entry: Entry): void {
  const { done } = useUndo.getState();
  const at = done.indexOf(entry);
  if (at === -1) return;
  // Off the stack before it is done, so that the button and the key together do it once.
  useUndo.setState({ done: done.toSpliced(at, 1) });
  entry.closeMessage();
  entry.undo().then(
    () => say({ text: words.undo.takenBack({ what: entry.label }) }),
    (failure: unknown) => {
      useUndo.setState((now) => ({ done: [...now.done, entry] }));
      say({ text: failureText(toErrorReport(failure)), tone: 'failure' });
    },
  );
}
