// What concerns the session itself: taking back what was done in it.
import { words } from '../../ui/words.ts';
import { mod, type Command } from '../command.ts';
import { undoLast, useUndo } from '../undo.ts';

/** Commands on the session. */
export const sessionCommands: readonly Command[] = [
  {
    id: 'undo.last',
    title: words.undo.command,
    shortcuts: [mod('z')],
    isAvailable: () => useUndo.getState().done.length > 0,
    run: undoLast,
  },
];
