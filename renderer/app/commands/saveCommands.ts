// What brings pages and files into the library, and the saves under way.
import { words } from '../../ui/words.ts';
import { attempt, openAndSave, togglePaused } from '../articleActions.ts';
import { call } from '../client.ts';
import { always, key, mod, type Command } from '../command.ts';
import { useView } from '../navigation.ts';
import { openSaveDialog, openSaves } from '../overlays.ts';

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

/** Commands that save. */
export const saveCommands: readonly Command[] = [
  {
    id: 'save.open',
    title: words.commands.save,
    shortcuts: [mod('n'), key('s')],
    isAvailable: always,
    run: () => openSaveDialog(),
  },
  {
    id: 'save.choose',
    title: words.commands.chooseFiles,
    shortcuts: [mod('o')],
    isAvailable: always,
    run: () => attempt(call('save.choose')),
  },
  {
    id: 'page.open',
    title: words.commands.openPage,
    shortcuts: [mod('l')],
    isAvailable: always,
    run: () => attempt(openPage()),
  },
  { id: 'saves.open', title: words.commands.saves, shortcuts: [mod('j')], isAvailable: always, run: openSaves },
  { id: 'saves.pause', title: words.commands.pause, shortcuts: [], isAvailable: always, run: togglePaused },
];
