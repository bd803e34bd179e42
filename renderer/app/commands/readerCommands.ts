// What can be done with the text of the open article: places found, size, what stands beside it.
import { closeHits, stepHits, useHits } from '../../reader/hits.ts';
import { words } from '../../ui/words.ts';
import { attempt } from '../articleActions.ts';
import { inReader, key, type Command } from '../command.ts';
import { changeSettings, useMirror } from '../mirror.ts';
import { closeArticle, showListOf, useView } from '../navigation.ts';
import { clampTextSize, toggleRelatedPanel } from '../readerLook.ts';

const hasHits = (): boolean => inReader() && useHits.getState().count !== undefined;

function changeTextSize(by: number): void {
  const { textSize } = useMirror.getState().settings;
  attempt(changeSettings({ textSize: clampTextSize(textSize + by) }));
}

/** Commands of the reader. */
export const readerCommands: readonly Command[] = [
  {
    id: 'hits.next',
    title: words.commands.nextHit,
    shortcuts: [key('n'), key('F3')],
    isAvailable: hasHits,
    run: () => stepHits(1),
  },
  {
    id: 'hits.previous',
    title: words.commands.previousHit,
    shortcuts: [key('p')],
    isAvailable: hasHits,
    run: () => stepHits(-1),
  },
  // Before the command that closes the article by the same key.
  {
    id: 'hits.close',
    title: words.commands.closeHits,
    shortcuts: [key('Escape')],
    isAvailable: hasHits,
    run: closeHits,
  },
  {
    id: 'article.close',
    title: words.commands.close,
    shortcuts: [key('Escape')],
    isAvailable: inReader,
    run: closeArticle,
  },
  {
    id: 'article.timeline',
    title: words.commands.showInTimeline,
    shortcuts: [key('t')],
    isAvailable: inReader,
    run: () => {
      const { article } = useView.getState();
      if (article !== null) showListOf(article);
    },
  },
  {
    id: 'related.toggle',
    title: words.commands.related,
    shortcuts: [key('l')],
    isAvailable: inReader,
    run: toggleRelatedPanel,
  },
  {
    id: 'text.larger',
    title: words.commands.larger,
    shortcuts: [key('+'), key('=')],
    isAvailable: inReader,
    run: () => changeTextSize(1),
  },
  {
    id: 'text.smaller',
    title: words.commands.smaller,
    shortcuts: [key('-')],
    isAvailable: inReader,
    run: () => changeTextSize(-1),
  },
];
