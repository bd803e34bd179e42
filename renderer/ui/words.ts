// Every word on screen, in the language of the window; a message that has values is a function of them. The messages stand in words/.
import { ar } from '../words/ar/catalogue.ts';
import { de } from '../words/de/catalogue.ts';
import { en } from '../words/en/catalogue.ts';
import { direction, language, locale } from '../words/language.ts';
import { speak } from '../words/message.ts';

const CATALOGUES = { en, de, ar } as const;

/** The words, grouped by where they stand. */
export const words = speak(en, CATALOGUES[language], locale, direction);

/** Given as a value, it holds the place of an element in a sentence; see `aroundElement`. */
export const ELEMENT = '\u{fffc}';

/** What stands before and after the element in a sentence that was given `ELEMENT`. */
export function aroundElement(sentence: string): readonly [before: string, after: string] {
  const [before = '', after = ''] = sentence.split(ELEMENT);
  return [before, after];
}
