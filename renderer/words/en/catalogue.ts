// Every message in English: the catalogue that all other languages must match name by name.
import { highlights } from './highlights.ts';
import { palette } from './palette.ts';

/** The English catalogue. */
export const en = { highlights, palette } as const;
