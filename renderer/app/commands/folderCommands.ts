// Where the library lies: moving it, and opening another one.
import { useExportJob } from '../../exchange/exportJob.ts';
import { moveLibrary, openOtherLibrary } from '../../settings/folderActions.ts';
import { words } from '../../ui/words.ts';
import type { Command } from '../command.ts';
import { useMirror } from '../mirror.ts';

const isFree = (): boolean => useExportJob.getState().job?.state !== 'running';

/** The commands. */
export const folderCommands: readonly Command[] = [
  {
    id: 'library.open',
    title: words.folders.commandOpen,
    shortcuts: [],
    group: 'library',
    menu: 'file',
    reads: [useExportJob],
    isAvailable: isFree,
    run: openOtherLibrary,
  },
  {
    id: 'library.move',
    title: words.folders.commandMove,
    shortcuts: [],
    group: 'library',
    menu: 'file',
    reads: [useExportJob],
    isAvailable: () => isFree() && !useMirror.getState().isReadOnly,
    run: moveLibrary,
  },
];
