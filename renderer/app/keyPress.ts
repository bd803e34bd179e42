// A key press in; whether it is a shortcut, which shortcut it is, and how that is written, out. Knows nothing of commands.
import { hasShift, type Shortcut } from '#contract/shortcut.ts';
import { words } from '../ui/words.ts';

/** Whether this is a Mac, where Command does what Ctrl does elsewhere. */
export const isMac = navigator.userAgent.includes('Mac');

const HELD_ALONE = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
  'Fn',
]);
/** What fields and the system do with a key is theirs wherever one is. */
const RESERVED = new Set(['mod c', 'mod v', 'mod x', 'mod a', 'mod q', 'mod w']);
const RESERVED_NAMES = new Set(['Tab', 'Enter', ' ', 'Unidentified', 'ContextMenu']);
/** With Ctrl, a field does these by itself. */
const FIELD_KEYS = new Set('acvxyz');

/**
 * The shortcut that a press is. A letter is told by its place on the keyboard where another alphabet is typed. `undefined` while only Ctrl, Shift or the
 * like are held, and for what no shortcut can be.
 */
export function readPress(event: KeyboardEvent): Shortcut | undefined {
  // The Windows key, and Control on a Mac, belong to the system.
  if (HELD_ALONE.has(event.key) || (isMac ? event.ctrlKey : event.metaKey)) return undefined;
  const typed = letterOf(event);
  const isSign = typed.length === 1 && !hasShift(typed);
  // On a Mac, and with AltGr elsewhere, Alt is how many keyboards type a sign at all.
  const isTyping = event.getModifierState('AltGraph') || (isMac && isSign);
  const alt = event.altKey && !isTyping;
  return {
    key: typed,
    mod: (isMac ? event.metaKey : event.ctrlKey) && !event.getModifierState('AltGraph'),
    ...(event.shiftKey && hasShift(typed) ? { shift: true } : {}),
    ...(alt ? { alt } : {}),
  };
}

/** The key, a letter in lower case; the Latin letter of its place where another alphabet, or Alt on a Mac, types something else. */
function letterOf({ key, code, altKey }: KeyboardEvent): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const isForeign = !/^\p{Script=Latin}$/u.test(key) && (/^\p{L}$/u.test(key) || altKey);
  const isOptionLetter = isMac && altKey;
  if (place !== undefined && (isForeign || isOptionLetter)) return place;
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Whether a press must stay what it is everywhere, as copying and pasting must. */
export function isReserved({ key, mod, alt = false, shift = false }: Shortcut): boolean {
  if (RESERVED_NAMES.has(key)) return !mod && !alt;
  return !alt && !shift && RESERVED.has(`${mod ? 'mod ' : ''}${key.toLowerCase()}`);
}

/** Whether a field that is typed into has this key for itself. */
export function isOfField({ key, mod }: Shortcut): boolean {
  return !mod || FIELD_KEYS.has(key.toLowerCase());
}

/** A shortcut as this system writes it: "Ctrl K", "⌘ K". */
export function showShortcut(shortcut: Shortcut): string {
  const { key, mod, shift = false, alt = false } = shortcut;
  const held = [
    mod ? (isMac ? '⌘' : words.keys.ctrl) : '',
    alt ? (isMac ? '⌥' : words.keys.alt) : '',
    shift && hasShift(key) ? (isMac ? '⇧' : words.keys.shift) : '',
  ];
  return [...held.filter((each) => each !== ''), nameOf(key)].join(' ');
}

/** The same for `aria-keyshortcuts`. */
export function ariaShortcut({ key, mod, shift = false, alt = false }: Shortcut): string {
  const held = [mod && (isMac ? 'Meta' : 'Control'), alt && 'Alt', shift && hasShift(key) && 'Shift'];
  return [...held.filter((each) => each !== false), key === ' ' ? 'Space' : key].join('+');
}

const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const NAMED: Readonly<Record<string, string>> = {
  ' ': words.keys.space,
  Escape: words.keys.escape,
  Delete: words.keys.delete,
  Enter: words.keys.enter,
  Backspace: words.keys.backspace,
  PageUp: words.keys.pageUp,
  PageDown: words.keys.pageDown,
  Home: words.keys.home,
  End: words.keys.end,
};

function nameOf(key: string): string {
  return SIGNS[key] ?? NAMED[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
