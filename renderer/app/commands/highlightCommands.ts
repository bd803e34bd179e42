// Highlighting and everything around it, as commands.
import { HIGHLIGHT_COLORS } from '#contract/highlight.ts';
import { focusSelectionBar } from '../../highlights/selectionBarFocus.ts';
import { highlightHere } from '../../highlights/highlightActions.ts';
import { useOpenHighlights } from '../../highlights/openHighlights.ts';
import { HighlightIcon, HighlightsIcon, NoteIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { always, inReader, key, type Command } from '../command.ts';
import { goTo } from '../navigation.ts';
import { toggleHighlightsPanel, useReaderLook } from '../readerLook.ts';

const canHighlight = (): boolean => inReader() && useOpenHighlights.getState().state !== 'failed';

/** The commands. */
export const highlightCommands: readonly Command[] = [
  {
    id: 'highlight.add',
    title: words.highlights.add,
    shortcuts: [key('h')],
    isAvailable: canHighlight,
    where: ['reader'],
    group: 'read',
    icon: HighlightIcon,
    run: () => highlightHere(),
  },
  {
    id: 'highlight.note',
    title: words.highlights.addNote,
    shortcuts: [key('m')],
    isAvailable: canHighlight,
    where: ['reader'],
    group: 'read',
    icon: NoteIcon,
    run: () => highlightHere(undefined, true),
  },
  ...HIGHLIGHT_COLORS.map((color): Command => ({
    id: `highlight.${color}`,
    title: words.highlights.inColor[color],
    shortcuts: [],
    isAvailable: canHighlight,
    where: ['reader'],
    group: 'read',
    run: () => highlightHere(color),
  })),
  {
    id: 'selection.bar',
    title: words.highlights.toBar,
    shortcuts: [],
    isAvailable: () => inReader() && useOpenHighlights.getState().selection !== undefined,
    where: ['reader'],
    group: 'read',
    run: focusSelectionBar,
  },
  {
    id: 'highlights.panel',
    title: words.highlights.panel,
    shortcuts: [{ ...key('h'), shift: true }],
    isAvailable: inReader,
    where: ['reader'],
    group: 'read',
    icon: HighlightsIcon,
    bars: ['reader'],
    isOn: () => useReaderLook.getState().isHighlightsShown,
    run: toggleHighlightsPanel,
  },
  {
    id: 'highlights.open',
    title: words.highlights.all,
    shortcuts: [],
    isAvailable: always,
    group: 'go',
    icon: HighlightsIcon,
    run: () => goTo('library', { part: 'highlights' }),
  },
];
