// Taking articles and the whole library out of Layover, and bringing them back.
import { restoreBackup, useExportJob, writeBackup } from '../../exchange/exportJob.ts';
import { ExportIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, mod, type Command } from '../command.ts';
import { useMirror } from '../mirror.ts';
import { openExport } from '../overlays.ts';

const isFree = (): boolean => useExportJob.getState().job?.state !== 'running';

/** The commands. */
export const exportCommands: readonly Command[] = [
  {
    id: 'article.export',
    title: words.exporting.commandArticle,
    shortcuts: [],
    where: ['reader'],
    group: 'article',
    menu: 'article',
    isAvailable: inReader,
    run: openExport,
    icon: ExportIcon,
    bars: ['reader'],
  },
  {
    id: 'library.export',
    title: words.exporting.command,
    shortcuts: [{ ...mod('e'), shift: true }],
    group: 'library',
    menu: 'file',
    isAvailable: () => true,
    run: openExport,
    icon: ExportIcon,
  },
  {
    id: 'library.backup',
    title: words.exporting.commandBackup,
    shortcuts: [],
    group: 'library',
    menu: 'file',
    reads: [useExportJob],
    isAvailable: isFree,
    run: writeBackup,
  },
  {
    id: 'library.restore',
    title: words.exporting.commandRestore,
    shortcuts: [],
    group: 'library',
    menu: 'file',
    reads: [useExportJob],
    isAvailable: () => isFree() && !useMirror.getState().isReadOnly,
    run: restoreBackup,
  },
];
