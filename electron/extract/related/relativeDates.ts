// "3 days ago" and its like in many languages, by the run-time's own CLDR phrases; gives the days or seconds meant.

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const UNITS: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
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
  'pl',
  'cs',
  'hu',
  'ro',
  'ru',
  'uk',
  'el',
  'tr',
  'zh',
  'ja',
  'ko',
  'ar',
  'he',
  'id',
  'vi',
];
const SECONDS = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;

let phrases: ReadonlyMap<string, Unit> | undefined;
let named: ReadonlyMap<string, number> | undefined;

/**
 * The date a relative phrase means, counted back from `reference`; the text must be the phrase and nothing else.
 * `null` when it is no such phrase, when nothing is known to count from, or when hours are counted from a bare day,
 * since the day is then open.
 */
export function resolveRelative(text: string, reference: string | null): string | null {
  if (reference === null || reference.length < 10 || text.length > 40) return null;
  const folded = text.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  const days = namedDays().get(folded);
  if (days !== undefined) return shift(reference, 'day', days);
  const unit = knownPhrases().get(folded.replace(/^(?:an?|one)\b/, '1').replace(/\d+/, '#'));
  if (unit === undefined) return null;
  return shift(reference, unit, Number(/\d+/.exec(folded)?.[0] ?? 1));
}

function shift(reference: string, unit: Unit, count: number): string | null {
  const start = Date.parse(`${reference.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(start) || count > 10_000) return null;
  const date = new Date(start);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() - count);
  else if (unit === 'year') return String(date.getUTCFullYear() - count);
  else if (unit === 'day' || unit === 'week') date.setTime(start - count * SECONDS[unit] * 1000);
  else {
    const clock = /T(\d{2}):(\d{2})/.exec(reference);
    if (clock === null) return null;
    const minutes = Number(clock[1]) * 60 + Number(clock[2]);
    date.setTime(start + minutes * 60_000 - count * SECONDS[unit] * 1000);
  }
  const day = date.toISOString().slice(0, 10);
  return unit === 'month' ? day.slice(0, 7) : day;
}

/** Phrase with its number as `#` → unit, such as `vor # tagen` → day. */
function knownPhrases(): ReadonlyMap<string, Unit> {
  if (phrases !== undefined) return phrases;
  const all = new Map<string, Unit>([
    ['# hr ago', 'hour'],
    ['# hrs ago', 'hour'],
    ['# mins ago', 'minute'],
    ['# dias atrás', 'day'],
    ['# horas atrás', 'hour'],
    ['#天前', 'day'],
    ['#小时前', 'hour'],
  ]);
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: 'always', style });
      for (const unit of UNITS) {
        // Plural forms differ between languages; these numbers reach all of them.
        for (const count of [1, 2, 3, 5, 11, 21]) {
          const phrase = format.format(-count, unit).toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
          if (/\d/.test(phrase)) all.set(phrase.replace(/\d+/, '#'), unit);
        }
      }
    }
  }
  phrases = all;
  return all;
}

/** "today" and "yesterday" → days back. */
function namedDays(): ReadonlyMap<string, number> {
  if (named !== undefined) return named;
  const all = new Map<string, number>();
  for (const language of LANGUAGES) {
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const back of [0, 1, 2]) {
      const phrase = format.format(-back, 'day').toLowerCase();
      if (!/\d/.test(phrase)) all.set(phrase, back);
    }
  }
  named = all;
  return all;
}
