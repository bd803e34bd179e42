// The languages the interface is written in, and which of them fits a person.

/** Languages of the interface, as BCP 47 tags; the first is taken where none fits. */
export const LANGUAGES = ['en', 'de', 'ar'] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** The first of these tags whose language there is, whatever its region: `['fr-CA', 'de-AT', 'en']` → `de`. */
export function matchLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [name] = tag.toLowerCase().split(/[-_]/);
    const match = LANGUAGES.find((each) => each === name);
    if (match !== undefined) return match;
  }
  return LANGUAGES[0];
}

/** Whether something names one of them. */
export function isLanguage(name: unknown): name is Language {
  return LANGUAGES.some((each) => each === name);
}
