// What can be done with articles in lists, one at a time or with all that are selected, and with the open one's star and tags.
import { openTags } from '../overlays.ts';
import { RemoveIcon, SelectAllIcon, SelectIcon, StarIcon, StorageIcon, TagIcon, UnselectIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import {
  focusedRow,
  selectNoRows,
  selectShown,
  selectedRows,
  toggleRow,
  useRowSelection,
} from '../../library/librarySelection.ts';
import { openCard, toggleStarred } from '../articleActions.ts';
import { knownRow } from '../cards.ts';
import { inReader, key, mod, type Command } from '../command.ts';
import { useMirror } from '../mirror.ts';
import { goTo, useView } from '../navigation.ts';

/** Whether a list of articles is shown, of the queue or of the library. */
export const inList = (): boolean => {
  const { place, part, article } = useView.getState();
  return article === null && (place === 'queue' || (place === 'library' && part === null));
};

/** Rows that a key is about: those that are selected, or else the one with the focus. */
export function meantRows(): readonly number[] {
  const selected = selectedRows(useMirror.getState().columns);
  const focused = focusedRow();
  return selected.length > 0 || focused === undefined ? selected : [focused];
}

/** Commands of lists of articles. */
export const libraryCommands: readonly Command[] = [
  {
    id: 'list.select',
    title: words.shelves.commandSelect,
    shortcuts: [key('x')],
    where: ['queue', 'library'],
    group: 'library',
    icon: SelectIcon,
    isAvailable: () => inList() && focusedRow() !== undefined,
    run: () => {
      const row = focusedRow();
      if (row !== undefined) toggleRow(row);
    },
  },
  {
    id: 'list.selectAll',
    title: words.shelves.commandSelectAll,
    shortcuts: [mod('a')],
    where: ['queue', 'library'],
    group: 'library',
    icon: SelectAllIcon,
    isAvailable: inList,
    run: selectShown,
  },
  {
    id: 'list.unselect',
    title: words.shelves.commandUnselect,
    shortcuts: [key('Escape')],
    where: ['queue', 'library'],
    group: 'library',
    icon: UnselectIcon,
    isAvailable: () => inList() && useRowSelection.getState().rows.size > 0,
    run: selectNoRows,
  },
  {
    id: 'list.tags',
    title: words.shelves.commandTags,
    shortcuts: [key('g')],
    where: ['queue', 'library'],
    group: 'library',
    icon: TagIcon,
    isAvailable: () => inList() && meantRows().length > 0,
    run: () => openTags(meantRows()),
  },
  {
    id: 'article.star',
    menu: 'article',
    title: words.shelves.commandStar,
    shortcuts: [key('f')],
    where: ['reader'],
    group: 'article',
    icon: StarIcon,
    bars: ['reader'],
    isAvailable: inReader,
    isOn: () => openCard()?.starred === true,
    run: () => {
      const card = openCard();
      if (card !== undefined) toggleStarred(card);
    },
  },
  {
    id: 'article.tags',
    menu: 'article',
    title: words.shelves.commandTags,
    shortcuts: [key('g')],
    where: ['reader'],
    group: 'article',
    icon: TagIcon,
    bars: ['reader'],
    isAvailable: inReader,
    run: () => {
      const card = openCard();
      const row = card === undefined ? undefined : knownRow(card.id);
      if (row !== undefined) openTags([row]);
    },
  },
  {
    id: 'library.trash',
    title: words.shelves.commandTrash,
    shortcuts: [],
    group: 'go',
    icon: RemoveIcon,
    isAvailable: () => true,
    run: () => goTo('library', { part: 'trash' }),
  },
  {
    id: 'library.storage',
    title: words.shelves.commandStorage,
    shortcuts: [],
    group: 'go',
    icon: StorageIcon,
    isAvailable: () => true,
    run: () => goTo('library', { part: 'storage' }),
  },
];
