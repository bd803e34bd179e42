// Words and a language in, minutes of reading out.

// Words a minute in silent reading of texts, measured per language: Trauzettel-Klosinski and Dietz, "Standardized assessment of
// reading performance: the new International Reading Speed Texts IReST" (2012), table of means.
const WORDS_A_MINUTE: Readonly<Record<string, number>> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  ja: 193,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
  zh: 158,
};
const MEAN = 184;

/** Whole minutes to read `words` words of a language (BCP 47 tag; `null` for unknown), at least 1. */
export function readingMinutes(words: number, lang: string | null): number {
  const primary = lang?.toLowerCase().split('-')[0] ?? '';
  const speed = Object.hasOwn(WORDS_A_MINUTE, primary) ? (WORDS_A_MINUTE[primary] ?? MEAN) : MEAN;
  return Math.max(1, Math.round(words / speed));
}
