// Every word on screen, in the language of the window; a message that has values is a function of them. The messages stand in words/.
import { en } from '../words/en/catalogue.ts';
import { direction, language, locale } from '../words/language.ts';
import { speak, type Messages } from '../words/message.ts';
import type { Language } from '#contract/language.ts';

// English is here in any case, as what the others are held against. They come only where they are spoken.
const CATALOGUES: Readonly<Record<Language, () => Messages | Promise<Messages>>> = {
  en: () => en,
  de: async () => (await import('../words/de/catalogue.ts')).de,
  ar: async () => (await import('../words/ar/catalogue.ts')).ar,
};

/** The words, grouped by where they stand. */
export const words = speak(en, await CATALOGUES[language](), locale, direction);

/** Given as a value, it holds the place of an element in a sentence; see `aroundElement`. */
export const ELEMENT = '\u{fffc}';

/** What stands before and after the element in a sentence that was given `ELEMENT`. */
export function aroundElement(sentence: string): readonly [before: string, after: string] {
  const [before = '', after = ''] = sentence.split(ELEMENT);
  return [before, after];
}
