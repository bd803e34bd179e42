// Every message in English: the catalogue that all other languages must match name by name.
import { commandLists } from './commandLists.ts';
import { keys } from './keys.ts';
import { palette } from './palette.ts';
import { undo } from './undo.ts';

/** The English catalogue. */
export const en = { commandLists, keys, palette, undo } as const;
