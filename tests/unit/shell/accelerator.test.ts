// Shortcuts as Electron's menus write them.
import { expect, test } from 'playwright/test';
import type { Shortcut } from '#contract/shortcut.ts';
import { toAccelerator } from '../../../electron/shell/accelerator.ts';

const CASES: readonly (readonly [shortcut: Shortcut, elsewhere: string | undefined, onMac: string | undefined])[] = [
  [{ key: 'n', mod: true }, 'CmdOrCtrl+N', 'CmdOrCtrl+N'],
  [{ key: ',', mod: true }, 'CmdOrCtrl+,', 'CmdOrCtrl+,'],
  [{ key: '+', mod: true }, 'CmdOrCtrl+Plus', 'CmdOrCtrl+Plus'],
  [{ key: 'k', mod: true, shift: true, alt: true }, 'CmdOrCtrl+Alt+Shift+K', 'CmdOrCtrl+Alt+Shift+K'],
  // A sign needs Shift on some keyboards and not on others.
  [{ key: '?', mod: true, shift: true }, 'CmdOrCtrl+?', 'CmdOrCtrl+?'],
  // A menu of a Mac takes its keys, also from what is typed.
  [{ key: 'e', mod: false }, 'E', undefined],
  [{ key: 'Delete', mod: false }, 'Delete', undefined],
  [{ key: 'Escape', mod: false }, 'Esc', undefined],
  [{ key: 'ArrowDown', mod: false, alt: true }, 'Alt+Down', undefined],
  [{ key: 'ö', mod: true }, undefined, undefined],
  [{ key: 'constructor', mod: true }, undefined, undefined],
  [{ key: 'A+B', mod: true }, undefined, undefined],
];

for (const [shortcut, elsewhere, onMac] of CASES) {
  test(`${JSON.stringify(shortcut)} is written as ${elsewhere ?? 'nothing'}, on a Mac as ${onMac ?? 'nothing'}`, () => {
    expect(toAccelerator(shortcut, false)).toBe(elsewhere);
    expect(toAccelerator(shortcut, true)).toBe(onMac);
  });
}
