// What brings pages and files into the library, and the saves under way.
import { AddIcon, BrowserIcon, FolderIcon, ImportIcon, OutboxIcon, PauseIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt, openAndSave, togglePaused } from '../articleActions.ts';
import { call } from '../client.ts';
import { always, key, mod, type Command } from '../command.ts';
import { useView } from '../navigation.ts';
import { openImport, openSaveDialog, openSaves } from '../overlays.ts';

/** Outside the reader the person names the page first. */
async function openPage(): Promise<void> {
  const id = useView.getState().article;
  if (id === null) {
    openSaveDialog();
    return;
  }
  const { canonicalUrl } = (await call('article.open', { id })).article;
  if (canonicalUrl === null) openSaveDialog();
  else openAndSave(canonicalUrl);
}

const saving = { group: 'save', menu: 'file' } as const;

/** Commands that save. */
export const saveCommands: readonly Command[] = [
  {
    id: 'save.open',
    icon: AddIcon,
    ...saving,
    title: words.commands.save,
    shortcuts: [mod('n'), key('s')],
    isAvailable: always,
    run: () => openSaveDialog(),
  },
  {
    id: 'save.choose',
    icon: FolderIcon,
    ...saving,
    title: words.commands.chooseFiles,
    shortcuts: [mod('o')],
    isAvailable: always,
    run: () => attempt(call('save.choose')),
  },
  {
    id: 'page.open',
    icon: BrowserIcon,
    ...saving,
    title: words.commands.openPage,
    shortcuts: [mod('l')],
    isAvailable: always,
    run: () => attempt(openPage()),
  },
  {
    id: 'import.open',
    icon: ImportIcon,
    ...saving,
    title: words.commands.import,
    shortcuts: [],
    isAvailable: always,
    run: openImport,
  },
  {
    id: 'saves.open',
    icon: OutboxIcon,
    ...saving,
    menu: 'go',
    title: words.commands.saves,
    shortcuts: [mod('j')],
    isAvailable: always,
    run: openSaves,
  },
  {
    id: 'saves.pause',
    icon: PauseIcon,
    ...saving,
    title: words.commands.pause,
    shortcuts: [],
    isAvailable: always,
    run: togglePaused,
  },
];
