// The language of the window, decided once, before anything is drawn: the address says it (`?lang=de&system=en`).
import { isLanguage, type Language } from '#contract/language.ts';
import type { Settings } from '#contract/settings.ts';

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', ar: 'العربية' };

// What is taken where the system speaks another language.
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de', ar: 'ar' };
const DIRECTIONS: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', de: 'ltr', ar: 'rtl' };

function readLanguage(name: 'lang' | 'system'): Language {
  const asked = new URLSearchParams(window.location.search).get(name);
  return isLanguage(asked) ? asked : 'en';
}

/** The language of this window. */
export const language: Language = readLanguage('lang');

/** Which way it is written. */
export const direction: 'ltr' | 'rtl' = DIRECTIONS[language];

/** The same with its region, as dates and numbers are written: the system's where it speaks this language. */
export const locale: string = navigator.language.split('-')[0] === language ? navigator.language : REGIONS[language];

/** Draws the window anew in the language of the settings, at the same place; nothing when it is drawn in it. */
export function speakAs(chosen: Settings['language']): void {
  const system = readLanguage('system');
  const next = chosen === 'system' ? system : chosen;
  if (next === language) return;
  const search = new URLSearchParams(window.location.search);
  search.set('lang', next);
  window.location.replace(`?${search.toString()}${window.location.hash}`);
}
