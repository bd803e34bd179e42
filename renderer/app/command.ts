// What a command is: one object from which keys, the palette, the menu, the bars of buttons and the help sheet are made.
import type { LucideIcon } from 'lucide-react';
import type { Shortcut } from '#contract/shortcut.ts';
import { useView, type Place } from './navigation.ts';

/** A bar of buttons: over the article, or beside what is selected in it. */
export type BarName = 'reader' | 'selection';

/** Where a command can be available: in a place with no article over it, or in the reader. */
export type Where = Place | 'reader';

/** What commands are listed under in the settings, the help sheet and, set apart by lines, menus and bars; in this order. */
export const COMMAND_GROUPS = ['general', 'go', 'save', 'library', 'timeline', 'trips', 'read', 'article'] as const;
/** One of them. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** A menu of the system's menu bar that commands stand in. */
export type MenuName = 'file' | 'edit' | 'go' | 'article' | 'view' | 'help';

/** What a button or a menu item of a command says at this moment. */
export interface CommandFace {
  readonly label: string;
  readonly icon?: LucideIcon;
}

/** Something that tells when it changes, as a store does. */
export interface Changing {
  subscribe(listener: () => void): () => void;
}

/** A command. */
export interface Command {
  /** Also the name by which the system's menu calls it. */
  readonly id: string;
  readonly title: string;
  /** The keys it comes with; the first is the one that is shown. A person may have given it others: `shortcutsOf`. */
  readonly shortcuts: readonly Shortcut[];
  readonly isAvailable: () => boolean;
  readonly run: () => void;
  readonly icon?: LucideIcon;
  /** Bars that have a button for it. */
  readonly bars?: readonly BarName[];
  /** For what is either on or off: whether it is on. */
  readonly isOn?: () => boolean;
  /** For what is said in other words where it stands as a button: "Archive", or "Take out of the archive" of what is archived. */
  readonly now?: () => CommandFace;
  /** Stores that `isAvailable`, `isOn` and `now` read, beyond those that every command may read: see `commandStates.ts`. */
  readonly reads?: readonly Changing[];
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
