// Month names in many languages, taken from the run-time's own CLDR data; a word in, the month's number out.

/** Languages whose month names are known without a hint. Order decides between languages that share a word. */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'is',
  'pl',
  'cs',
  'sk',
  'sl',
  'hu',
  'ro',
  'ru',
  'uk',
  'bg',
  'sr-Latn',
  'hr',
  'el',
  'tr',
  'et',
  'lv',
  'lt',
  'ca',
  'id',
  'ms',
  'ar-EG',
  'ar-MA',
  'he',
  'hi',
  'th',
];

/** Abbreviations that people write and CLDR does not list. */
const EXTRA: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['mär', 3],
  ['mrz', 3],
  ['jänner', 1],
  ['feber', 2],
  ['maerz', 3],
  ['fevr', 2],
  ['set', 9],
  ['мая', 5],
];

const tables = new Map<string, ReadonlyMap<string, number>>();
let everyLanguage: ReadonlyMap<string, number> | undefined;

/** The month a word names, 1 to 12, read in `lang` (a BCP 47 tag) first; `undefined` for any other word. */
export function monthOf(word: string, lang: string | null): number | undefined {
  const key = fold(word);
  if (key.length < 3) return undefined;
  if (lang !== null) {
    const own = tableOf(lang).get(key);
    if (own !== undefined) return own;
  }
  everyLanguage ??= joinTables();
  // Hebrew writes "in September" as one word.
  return everyLanguage.get(key) ?? (key.startsWith('ב') ? everyLanguage.get(key.slice(1)) : undefined);
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[.'’]/g, '').normalize('NFC');
}

function joinTables(): ReadonlyMap<string, number> {
  const all = new Map(EXTRA);
  for (const language of LANGUAGES) {
    for (const [name, month] of tableOf(language)) if (!all.has(name)) all.set(name, month);
  }
  return all;
}

function tableOf(lang: string): ReadonlyMap<string, number> {
  const known = tables.get(lang);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  // A page may claim any language; only those the run-time knows are kept, so the cache stays small.
  if (!isKnown(lang)) return table;
  for (const month of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const options: Intl.DateTimeFormatOptions = { month, timeZone: 'UTC', calendar: 'gregory' };
      const format = new Intl.DateTimeFormat(lang, day === undefined ? options : { ...options, day });
      for (let index = 0; index < 12; index++) {
        const part = format.formatToParts(Date.UTC(2001, index, 15)).find((one) => one.type === 'month');
        const name = fold(part?.value ?? '');
        if (/^[\p{L}\p{M}]{3,}$/u.test(name) && !table.has(name)) table.set(name, index + 1);
      }
    }
  }
  tables.set(lang, table);
  return table;
}

function isKnown(lang: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0;
  } catch {
    return false;
  }
}
