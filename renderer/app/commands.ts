// Every command as data: its name, its key, when it makes sense, what it does. Keys, the palette and the system's menu read this list.
import type { ArticleCard, ArticleId } from '#contract/article.ts';
import { AXES } from '#contract/post.ts';
import { words } from '../ui/words.ts';
import {
  attempt,
  openAndSave,
  openCard,
  removeArticle,
  toggleArchived,
  togglePaused,
  toggleRead,
  undoRemove,
} from './articleActions.ts';
import { call } from './client.ts';
import { always, inReader, key, mod, type Command, type Shortcut } from './command.ts';
import { findCommands } from './commands/findCommands.ts';
import { listeningCommands } from './commands/listeningCommands.ts';
import { outlineCommands } from './commands/outlineCommands.ts';
import { changeSettings, useMirror } from './mirror.ts';
import { closeArticle, goTo, PLACES, refine, showListOf, useView } from './navigation.ts';
import { timelineControl } from '../timeline/timelineControl.ts';
import { openPalette, openSaveDialog, openSaves } from './overlays.ts';
import { clampTextSize, toggleRelatedPanel } from './readerLook.ts';
import { focusSearch } from './searchFocus.ts';
import { closeHits, stepHits, useHits } from '../reader/hits.ts';

const hasHits = (): boolean => inReader() && useHits.getState().count !== undefined;
const inTimeline = (): boolean => useView.getState().place === 'timeline' && !inReader();

const atPost = (): boolean => inTimeline() && timelineControl().isAtPost();

const PLACE_KEYS = { queue: '1', timeline: '2', library: '3', settings: ',' } as const;

function onArticle(id: string, title: string, shortcut: Shortcut, act: (card: ArticleCard) => void): Command {
  return {
    id,
    title,
    shortcuts: [shortcut],
    isAvailable: inReader,
    run: () => {
      const card = openCard();
      if (card !== undefined) act(card);
    },
  };
}

function changeTextSize(by: number): void {
  const { textSize } = useMirror.getState().settings;
  attempt(changeSettings({ textSize: clampTextSize(textSize + by) }));
}

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

async function openOriginal(id: ArticleId): Promise<void> {
  const { canonicalUrl } = (await call('article.open', { id })).article;
  if (canonicalUrl !== null) await call('link.open', { url: canonicalUrl });
}

/** All commands, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [
  // Before the command that saves an address by the same key.
  {
    id: 'timeline.save',
    title: words.commands.savePost,
    shortcuts: [key('s')],
    isAvailable: atPost,
    run: () => timelineControl().save(),
  },
  { id: 'palette.open', title: words.commands.palette, shortcuts: [mod('k')], isAvailable: always, run: openPalette },
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
  ...findCommands,
  {
    id: 'search.open',
    title: words.commands.search,
    shortcuts: [key('/'), mod('f')],
    isAvailable: always,
    run: () => {
      if (useView.getState().place !== 'library' || inReader()) goTo('library');
      focusSearch();
    },
  },
  ...PLACES.map((place) => ({
    id: `place.${place}`,
    title: words.commands.goTo(words.places[place]),
    shortcuts: [mod(PLACE_KEYS[place])],
    isAvailable: always,
    run: () => goTo(place),
  })),
  ...AXES.map((axis, i) => ({
    id: `axis.${axis}`,
    title: words.commands.axis(words.axes[axis]),
    shortcuts: [key(String(i + 1))],
    isAvailable: inTimeline,
    run: () => refine({ axis }),
  })),
  {
    id: 'timeline.jump',
    title: words.commands.jump,
    shortcuts: [key('g')],
    isAvailable: inTimeline,
    run: () => timelineControl().jump(),
  },
  {
    id: 'timeline.filter',
    title: words.commands.filter,
    shortcuts: [key('f')],
    isAvailable: inTimeline,
    run: () => timelineControl().filter(),
  },
  ...(['day', 'month'] as const).flatMap((unit) =>
    ([-1, 1] as const).map((step) => ({
      id: `timeline.${unit}.${step === -1 ? 'newer' : 'older'}`,
      title: words.commands.step(unit, step),
      shortcuts: [key({ day: { [-1]: '[', 1: ']' }, month: { [-1]: '{', 1: '}' } }[unit][step])],
      isAvailable: inTimeline,
      run: () => timelineControl().step(unit, step),
    })),
  ),
  {
    id: 'timeline.unselect',
    title: words.commands.unselect,
    shortcuts: [key('Escape')],
    isAvailable: () => inTimeline() && timelineControl().hasSelection(),
    run: () => timelineControl().unselect(),
  },
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
  ...listeningCommands,
  ...outlineCommands,
  onArticle('article.read', words.commands.read, key('r'), toggleRead),
  onArticle('article.archive', words.commands.archive, key('e'), toggleArchived),
  onArticle('article.remove', words.commands.remove, key('Delete'), removeArticle),
  {
    id: 'article.browser',
    title: words.commands.original,
    shortcuts: [key('o')],
    isAvailable: inReader,
    run: () => {
      const id = useView.getState().article;
      if (id !== null) attempt(openOriginal(id));
    },
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
  { id: 'remove.undo', title: words.commands.undo, shortcuts: [mod('z')], isAvailable: always, run: undoRemove },
];

/** Runs the command of that name if there is one and it makes sense now. */
export function runCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (command?.isAvailable() === true) command.run();
}
