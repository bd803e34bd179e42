// What can be done with the text of the open article: places found, what stands beside it.
import { closeHits, stepHits, useHits } from '../../reader/hits.ts';
import { BackIcon, CloseIcon, EarlierIcon, LaterIcon, PanelIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, key, type Command } from '../command.ts';
import { closeArticle } from '../navigation.ts';
import { toggleRelatedPanel, useReaderLook } from '../readerLook.ts';

const reading = { where: ['reader'], group: 'read' } as const;
const hasHits = (): boolean => inReader() && useHits.getState().count !== undefined;
const isRelatedShown = (): boolean => useReaderLook.getState().isRelatedShown;

/** Commands of the reader. */
export const readerCommands: readonly Command[] = [
  {
    ...reading,
    id: 'hits.next',
    title: words.commands.nextHit,
    icon: LaterIcon,
    shortcuts: [key('n'), key('F3')],
    isAvailable: hasHits,
    run: () => stepHits(1),
  },
  {
    ...reading,
    id: 'hits.previous',
    title: words.commands.previousHit,
    icon: EarlierIcon,
    shortcuts: [key('p')],
    isAvailable: hasHits,
    run: () => stepHits(-1),
  },
  {
    ...reading,
    id: 'hits.close',
    title: words.commands.closeHits,
    icon: CloseIcon,
    shortcuts: [key('Escape')],
    over: ['article.close'],
    isAvailable: hasHits,
    run: closeHits,
  },
  {
    ...reading,
    id: 'article.close',
    title: words.commands.close,
    icon: BackIcon,
    shortcuts: [key('Escape')],
    isAvailable: inReader,
    run: closeArticle,
  },
  {
    ...reading,
    id: 'related.toggle',
    title: words.commands.related,
    icon: PanelIcon,
    bars: ['reader'],
    menu: 'view',
    shortcuts: [key('l')],
    isAvailable: () => inReader() && useReaderLook.getState().hasRelated,
    isOn: isRelatedShown,
    now: () => ({ label: isRelatedShown() ? words.reader.hideRelated : words.reader.showRelated }),
    run: toggleRelatedPanel,
  },
];
