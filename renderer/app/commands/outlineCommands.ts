// The headings of the article that is open.
import { hasOutline, stepHeading, toggleOutline, useOutline } from '../../reader/outline/outline.ts';
import { OutlineIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { inReader, key, type Command } from '../command.ts';

const isOutlined = (): boolean => inReader() && hasOutline();

const reading = { where: ['reader'], group: 'read' } as const;

/** All of them. */
export const outlineCommands: readonly Command[] = [
  {
    ...reading,
    id: 'outline.toggle',
    menu: 'view',
    reads: [useOutline],
    title: words.outline.toggle,
    shortcuts: [key('u')],
    isAvailable: isOutlined,
    run: toggleOutline,
    icon: OutlineIcon,
    bars: ['reader'],
    isOn: () => isOutlined() && useOutline.getState().isShown,
  },
  {
    ...reading,
    id: 'outline.next',
    title: words.outline.next,
    shortcuts: [key(']')],
    isAvailable: isOutlined,
    run: () => stepHeading(1),
  },
  {
    ...reading,
    id: 'outline.previous',
    title: words.outline.previous,
    shortcuts: [key('[')],
    isAvailable: isOutlined,
    run: () => stepHeading(-1),
  },
];
