// A key press as it is kept and compared, whatever the keyboard's layout.

/** A key as `KeyboardEvent.key` gives it, with Ctrl (Command on a Mac) or without. */
export interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  /** Counts for letters and named keys only: which characters need Shift differs from keyboard to keyboard. */
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** Most keys of one command, and most commands with keys of their own, that are kept. */
export const KEY_LIMITS = { ofOne: 8, commands: 1000, keyLength: 32, idLength: 100 } as const;

/** One text for each key press: two shortcuts are the same when these are. */
export function pressOf({ key, mod, shift = false, alt = false }: Shortcut): string {
  const held = [mod && 'mod', alt && 'alt', shift && hasShift(key) && 'shift'].filter((each) => each !== false);
  return [...held, key.toLowerCase()].join(' ');
}

/** Whether Shift makes another press of a key: of a letter and of a named key (`Enter`, space), never of a sign. */
export function hasShift(key: string): boolean {
  return key === ' ' || !/^.$/su.test(key) || /^\p{L}$/u.test(key);
}
