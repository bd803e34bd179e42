// Every message in English: the catalogue that all other languages must match name by name.
import { palette } from './palette.ts';
import { reading } from './reading.ts';

/** The English catalogue. */
export const en = { palette, reading } as const;
