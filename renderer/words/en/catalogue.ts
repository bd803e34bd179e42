// Every message in English: the catalogue that all other languages must match name by name.
import { looks } from './looks.ts';
import { palette } from './palette.ts';

/** The English catalogue. */
export const en = { looks, palette } as const;
