// A shortcut in; how Electron writes it out. Refuses what a menu cannot show, or would take from what is typed.
import type { Shortcut } from '#contract/shortcut.ts';
import { hasShift } from '#contract/shortcut.ts';

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
};
const SAME_NAME = /^(?:[!-~]|F(?:[1-9]|1\d|2[0-4])|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Enter|Tab)$/;

/** The shortcut for a menu item; `undefined` for a key that Electron has no name for, and on a Mac, whose menus take keys, for one that is typed. */
export function toAccelerator({ key, mod, shift, alt }: Shortcut, isMac: boolean): string | undefined {
  if (isMac && !mod) return undefined;
  const name = Object.hasOwn(NAMES, key) ? NAMES[key] : SAME_NAME.test(key) ? key : undefined;
  if (name === undefined) return undefined;
  const held = [
    mod ? 'CmdOrCtrl' : undefined,
    alt === true ? 'Alt' : undefined,
    shift === true && hasShift(key) ? 'Shift' : undefined,
  ];
  return [...held, name.length === 1 ? name.toUpperCase() : name].filter((part) => part !== undefined).join('+');
}
