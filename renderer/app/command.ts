// What a command is: one object from which keys, the palette, the menu, the bars of buttons and the help sheet are made.
import type { LucideIcon } from 'lucide-react';
import { useView, type Place } from './navigation.ts';

/** A key as `KeyboardEvent.key` gives it, with Ctrl (Command on a Mac) or without. */
export interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
}

/** Where a command can be available: in a place with no article over it, or in the reader. */
export type Where = Place | 'reader';

/** What commands are listed under in the settings, the help sheet and, set apart by lines, the menus. */
export type CommandGroup = 'general' | 'go' | 'save' | 'library' | 'timeline' | 'read' | 'article';

/** A menu of the system's menu bar. */
export type MenuName = 'file' | 'edit' | 'go' | 'view' | 'article' | 'help';

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
  /** All there is where it can be available; anywhere when left out. Two commands that are never available together may have the same key. */
  readonly where?: readonly Where[];
  /** Names of commands whose key it takes on purpose while it is available; it stands before them in the list. */
  readonly over?: readonly string[];
  /** `general` when left out. */
  readonly group?: CommandGroup;
  /** The menu it stands in; none when left out. */
  readonly menu?: MenuName;
}

/** A key by itself. */
export const key = (name: string): Shortcut => ({ key: name, mod: false });

/** A key with Ctrl, or Command on a Mac. */
export const mod = (name: string): Shortcut => ({ key: name, mod: true });

/** For commands that always make sense. */
export const always = (): boolean => true;

/** For commands that need an open article. */
export const inReader = (): boolean => useView.getState().article !== null;

/** For commands that need a place with no article over it. */
export const inPlace = (place: Place) => (): boolean => useView.getState().place === place && !inReader();
