// The system's menu as the window asks for it: words and commands come from there, what only the system can do is named here.
import type { Shortcut } from './shortcut.ts';

/** What an item can be that is no command: things the system does, and saving the page of a window of its own (`savePage`). */
export const MENU_ROLES = [
  'savePage',
  'quit',
  'close',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
  'minimize',
] as const;
/** One of them. */
export type MenuRole = (typeof MENU_ROLES)[number];

/** An item of a menu. */
export type MenuItem =
  | {
      readonly kind: 'command';
      /** What the event `command.chosen` will name. */
      readonly command: string;
      readonly title: string;
      /** Shown, never taken: the window has the key. */
      readonly shortcut: Shortcut | null;
      /** `null` for what is not on or off. */
      readonly isOn: boolean | null;
      readonly isEnabled: boolean;
    }
  | { readonly kind: 'role'; readonly role: MenuRole; readonly title: string }
  | { readonly kind: 'separator' };

/** A menu of the menu bar. */
export interface SystemMenu {
  readonly title: string;
  /** Menus that the system adds things of its own to. */
  readonly role: 'window' | 'help' | null;
  readonly items: readonly MenuItem[];
}
