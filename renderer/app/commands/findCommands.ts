// Finding in the article that is open. In the reader these go before the library's search and before closing the article, whose keys they have.
import { closeFind, openFind, useFind } from '../../reader/find/find.ts';
import { stepHits, useHits } from '../../reader/hits.ts';
import { FindTextIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, key, mod, type Command } from '../command.ts';

const isFinding = (): boolean => inReader() && useFind.getState().isOpen;
const hasFound = (): boolean => isFinding() && useHits.getState().by === 'find';

const reading = { where: ['reader'], group: 'read' } as const;

/** All of them. */
export const findCommands: readonly Command[] = [
  {
    ...reading,
    id: 'find.open',
    title: words.find.open,
    shortcuts: [mod('f')],
    over: ['search.open'],
    reads: [useFind],
    menu: 'edit',
    isAvailable: inReader,
    run: openFind,
    icon: FindTextIcon,
    bars: ['reader'],
    isOn: isFinding,
  },
  {
    ...reading,
    over: ['hits.next'],
    id: 'find.next',
    title: words.find.next,
    shortcuts: [
      { ...mod('g'), shift: false },
      { ...key('F3'), shift: false },
    ],
    isAvailable: hasFound,
    run: () => stepHits(1),
  },
  {
    ...reading,
    id: 'find.previous',
    title: words.find.previous,
    shortcuts: [
      { ...mod('g'), shift: true },
      { ...key('F3'), shift: true },
    ],
    isAvailable: hasFound,
    run: () => stepHits(-1),
  },
  {
    ...reading,
    over: ['note.close', 'hits.close', 'article.close'],
    id: 'find.close',
    title: words.find.closeCommand,
    shortcuts: [key('Escape')],
    isAvailable: isFinding,
    run: closeFind,
  },
];
