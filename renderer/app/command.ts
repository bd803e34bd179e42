// What a command is: one object from which keys, the palette, the menu, the bars of buttons and the help sheet are made.
import type { LucideIcon } from 'lucide-react';
import { useView } from './navigation.ts';

/** A key as `KeyboardEvent.key` gives it, with Ctrl (Command on a Mac) or without. */
export interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  /** With Shift, or without; left out for either. */
  readonly shift?: boolean;
}

/** A bar of buttons: over the article, or beside what is selected in it. */
export type CommandBar = 'reader' | 'selection';

/** A command. */
export interface Command {
  /** Also the name by which the system's menu calls it. */
  readonly id: string;
  readonly title: string;
  /** The first is the one that is shown. */
  readonly shortcuts: readonly Shortcut[];
  readonly isAvailable: () => boolean;
  readonly run: () => void;
  readonly icon?: LucideIcon;
  /** Bars that have a button for it. */
  readonly bars?: readonly CommandBar[];
  /** For what is either on or off: whether it is on. */
  readonly isOn?: () => boolean;
}

/** A key by itself. */
export const key = (name: string): Shortcut => ({ key: name, mod: false });

/** A key with Ctrl, or Command on a Mac. */
export const mod = (name: string): Shortcut => ({ key: name, mod: true });

/** For commands that always make sense. */
export const always = (): boolean => true;

/** For commands that need an open article. */
export const inReader = (): boolean => useView.getState().article !== null;
