// Every message in English: the catalogue that all other languages must match name by name.
import { find } from './find.ts';
import { listening } from './listening.ts';
import { outline } from './outline.ts';
import { palette } from './palette.ts';

/** The English catalogue. */
export const en = { palette, listening, find, outline } as const;
