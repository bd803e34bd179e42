// What concerns the session itself: taking back what was done in it, finding anything by its name, the keys.
import { startFirstSteps } from '../../firstSteps/firstSteps.ts';
import { FindIcon, KeysIcon, UndoIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { always, key, mod, type Command } from '../command.ts';
import { openDiagnostics, openHelp, openPalette } from '../overlays.ts';
import { undoLast, useUndo } from '../undo.ts';

/** Commands on the session. */
export const sessionCommands: readonly Command[] = [
  {
    id: 'palette.open',
    title: words.commands.palette,
    icon: FindIcon,
    menu: 'go',
    shortcuts: [mod('k')],
    isAvailable: always,
    run: openPalette,
  },
  {
    id: 'help.keys',
    title: words.commandLists.help,
    icon: KeysIcon,
    menu: 'help',
    shortcuts: [key('?')],
    isAvailable: always,
    run: openHelp,
  },
  {
    id: 'help.firstSteps',
    title: words.firstSteps.command,
    menu: 'help',
    shortcuts: [],
    isAvailable: always,
    run: startFirstSteps,
  },
  {
    id: 'help.diagnostics',
    title: words.health.command,
    menu: 'help',
    shortcuts: [],
    isAvailable: always,
    run: openDiagnostics,
  },
  {
    id: 'undo.last',
    title: words.undo.command,
    icon: UndoIcon,
    menu: 'edit',
    shortcuts: [mod('z')],
    isAvailable: () => useUndo.getState().done.length > 0,
    run: undoLast,
  },
];
