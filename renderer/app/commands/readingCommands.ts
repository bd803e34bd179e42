// Commands of reading itself: pages or scrolling, the neighbours in the queue, going on where one was.
import { turnPage } from '../../reader/place/pageTurns.ts';
import { useOpenFrame } from '../../reader/frame/openFrame.ts';
import { usePages } from '../../reader/place/pagedFlow.ts';
import { walk } from '../../reader/frame/articleWalk.ts';
import { PagesIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt } from '../articleActions.ts';
import { knownCard } from '../cards.ts';
import { inReader, key, type Command } from '../command.ts';
import { useLastOpened } from '../continuing.ts';
import { changeSettings, useMirror } from '../mirror.ts';
import { openArticle, PLACES } from '../navigation.ts';

const isPaged = (): boolean => useMirror.getState().settings.flow === 'paged';
const hasPages = (): boolean => inReader() && usePages.getState().pages !== undefined;

function turn(by: 1 | -1): void {
  const { open } = useOpenFrame.getState();
  if (open !== undefined) turnPage(open.page, by);
}

const reading = { where: ['reader'], group: 'read' } as const;

/** The commands. */
export const readingCommands: readonly Command[] = [
  {
    ...reading,
    id: 'reader.flow',
    menu: 'view',
    title: words.reading.flow,
    shortcuts: [key('v')],
    isAvailable: inReader,
    run: () => attempt(changeSettings({ flow: isPaged() ? 'scrolled' : 'paged' })),
    icon: PagesIcon,
    bars: ['reader'],
    isOn: isPaged,
  },
  // Their keys are those that scroll, and are taken in `pageTurns.ts`.
  {
    ...reading,
    id: 'page.next',
    title: words.reading.nextPage,
    shortcuts: [],
    isAvailable: hasPages,
    run: () => turn(1),
  },
  {
    ...reading,
    id: 'page.previous',
    title: words.reading.previousPage,
    shortcuts: [],
    isAvailable: hasPages,
    run: () => turn(-1),
  },
  {
    ...reading,
    id: 'article.next',
    title: words.reading.nextArticle,
    shortcuts: [key('j')],
    isAvailable: inReader,
    run: () => walk(1),
  },
  {
    ...reading,
    id: 'article.previous',
    title: words.reading.previousArticle,
    shortcuts: [key('k')],
    isAvailable: inReader,
    run: () => walk(-1),
  },
  {
    id: 'reading.continue',
    where: PLACES,
    group: 'go',
    menu: 'go',
    reads: [useLastOpened],
    title: words.reading.continue,
    shortcuts: [key('c')],
    isAvailable() {
      const { article } = useLastOpened.getState();
      return !inReader() && article !== null && knownCard(article) !== undefined;
    },
    run() {
      const { article } = useLastOpened.getState();
      if (article !== null) openArticle(article);
    },
  },
];
