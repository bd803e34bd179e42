// What can be done to how the open article looks, and to a note of it that is shown.
import { changeLook, openLook } from '../../reader/look/articleLook.ts';
import { toggleLookPanel, useLookPanel } from '../../reader/look/lookPanel.ts';
import { clampTextSize } from '../../reader/frame/textRanges.ts';
import { closeNote, useOpenNote } from '../../reader/details/openNote.ts';
import { LargerTextIcon, LookIcon, SmallerTextIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, key, type Command } from '../command.ts';

function changeTextSize(by: number): void {
  const open = openLook();
  if (open !== undefined) changeLook(open.article, { textSize: clampTextSize(open.look.textSize + by) });
}

const reading = { where: ['reader'], group: 'read' } as const;
const isDrawn = (): boolean => inReader() && openLook() !== undefined;

/** Size and look of the text, and the note beside it. */
export const lookCommands: readonly Command[] = [
  // Before the commands that close less near things by the same key.
  {
    ...reading,
    over: ['article.close', 'hits.close'],
    id: 'note.close',
    title: words.looks.closeNote,
    shortcuts: [key('Escape')],
    isAvailable: () => inReader() && useOpenNote.getState().close !== undefined,
    run: closeNote,
  },
  {
    ...reading,
    id: 'text.look',
    menu: 'view',
    reads: [useLookPanel],
    title: words.looks.command,
    shortcuts: [key('a')],
    isAvailable: isDrawn,
    run: toggleLookPanel,
    icon: LookIcon,
    bars: ['reader'],
    isOn: () => useLookPanel.getState().isOpen,
  },
  {
    ...reading,
    menu: 'view',
    id: 'text.smaller',
    title: words.commands.smaller,
    shortcuts: [key('-')],
    isAvailable: isDrawn,
    run: () => changeTextSize(-1),
    icon: SmallerTextIcon,
  },
  {
    ...reading,
    menu: 'view',
    id: 'text.larger',
    title: words.commands.larger,
    shortcuts: [key('+'), key('=')],
    isAvailable: isDrawn,
    run: () => changeTextSize(1),
    icon: LargerTextIcon,
  },
];
