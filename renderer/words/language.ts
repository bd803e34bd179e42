// The language of the window, decided once, before anything is drawn: the address says it.

/** Languages the interface is written in, as BCP 47 tags. */
const LANGUAGES = ['en'] as const;

/** One of them. */
type Language = (typeof LANGUAGES)[number];

/** What is taken where the system has another language. */
const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB' };

function readLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return LANGUAGES.find((each) => each === asked) ?? 'en';
}

/** The language of this window. */
export const language: Language = readLanguage();

/** The same with its region, as dates and numbers are written: the system's where it speaks this language. */
export const locale: string = navigator.language.split('-')[0] === language ? navigator.language : REGIONS[language];
