// The language of the window, decided once, before anything is drawn: the address says it.

/** Languages the interface is written in, as BCP 47 tags. */
const LANGUAGES = ['en'] as const;

/** One of them. */
type Language = (typeof LANGUAGES)[number];

function readLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return LANGUAGES.find((each) => each === asked) ?? 'en';
}

/** The language of this window. */
export const language: Language = readLanguage();
