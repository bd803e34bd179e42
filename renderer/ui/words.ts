// Every word on screen, in the language of the window; a message that has values is a function of them. The messages stand in words/.
import { en } from '../words/en/catalogue.ts';
import { language, locale } from '../words/language.ts';
import { speak } from '../words/message.ts';

const CATALOGUES = { en } as const;

/** The words, grouped by where they stand. */
export const words = speak(en, CATALOGUES[language], locale);
