// What can be done with the article that is open.
import type { ArticleCard } from '#contract/article.ts';
import type { Shortcut } from '#contract/shortcut.ts';
import {
  ArchiveIcon,
  BrowserIcon,
  ReadIcon,
  RemoveIcon,
  TimelineIcon,
  UnarchiveIcon,
  UnreadIcon,
} from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { openCard, openInBrowser, removeArticle, toggleArchived, toggleRead } from '../articleActions.ts';
import { inReader, key, type Command } from '../command.ts';
import { showListOf, useView } from '../navigation.ts';
import { useReaderLook } from '../readerLook.ts';

const article = { where: ['reader'], group: 'article', menu: 'article' } as const;

interface Act extends Omit<Command, 'shortcuts' | 'isAvailable' | 'run'> {
  readonly shortcut: Shortcut;
  readonly act: (card: ArticleCard) => void;
}

/** A command of the bar over the article that does something to the article's card. */
function onArticle({ shortcut, act, ...command }: Act): Command {
  return {
    ...article,
    ...command,
    bars: ['reader'],
    shortcuts: [shortcut],
    isAvailable: inReader,
    run: () => {
      const card = openCard();
      if (card !== undefined) act(card);
    },
  };
}

const isRead = (): boolean => openCard()?.reading.read != null;
const isArchived = (): boolean => openCard()?.reading.archived === true;

/** Commands on the open article. */
export const articleCommands: readonly Command[] = [
  onArticle({
    id: 'article.read',
    title: words.commands.read,
    shortcut: key('r'),
    icon: ReadIcon,
    act: toggleRead,
    isOn: isRead,
    now: () =>
      isRead()
        ? { label: words.actions.markUnread, icon: UnreadIcon }
        : { label: words.actions.markRead, icon: ReadIcon },
  }),
  onArticle({
    id: 'article.archive',
    title: words.commands.archive,
    shortcut: key('e'),
    icon: ArchiveIcon,
    act: toggleArchived,
    isOn: isArchived,
    now: () =>
      isArchived()
        ? { label: words.actions.unarchive, icon: UnarchiveIcon }
        : { label: words.actions.archive, icon: ArchiveIcon },
  }),
  {
    ...article,
    id: 'article.browser',
    title: words.commands.original,
    icon: BrowserIcon,
    bars: ['reader'],
    shortcuts: [key('o')],
    isAvailable: () => inReader() && useReaderLook.getState().address !== null,
    now: () => ({ label: words.actions.browser }),
    run: () => {
      const { address } = useReaderLook.getState();
      if (address !== null) openInBrowser(address);
    },
  },
  {
    ...article,
    id: 'article.timeline',
    title: words.commands.showInTimeline,
    icon: TimelineIcon,
    shortcuts: [key('t')],
    isAvailable: inReader,
    run: () => {
      const { article: id } = useView.getState();
      if (id !== null) showListOf(id);
    },
  },
  onArticle({
    id: 'article.remove',
    title: words.commands.remove,
    shortcut: key('Delete'),
    icon: RemoveIcon,
    act: removeArticle,
    now: () => ({ label: words.actions.remove }),
  }),
];
