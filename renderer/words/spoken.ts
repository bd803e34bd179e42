// The words of the window's language.
import { en } from './en/catalogue.ts';
import { language } from './language.ts';
import { speak } from './message.ts';

const CATALOGUES = { en } as const;

/** All words that are kept in catalogues, in the language of the window. */
export const spoken = speak(en, CATALOGUES[language], language);
