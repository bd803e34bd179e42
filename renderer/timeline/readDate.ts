// A date as a person types it in; the date as precisely as it was meant out. Pure.
import * as ar from 'chrono-node/ar';
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import type { ParsedComponents } from 'chrono-node';
import { isPostDate, type PostDate } from '#contract/dates.ts';

/**
 * Reads `2012`, `2012-09`, `2012-09-07` as they are, and dates and spans in the language of the locale or in English as chrono-node
 * understands them: `sept 7 2012`, `september`, `last week`, `3 years ago`, `vor 9 Tagen`. `07/09/2012` is read as the reader's kind of
 * English writes it. `null` for anything else.
 */
export function readDate(text: string, now: Date, locale: string): PostDate | null {
  const typed = text.trim();
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(typed)) return isPostDate(typed) ? typed : null;
  const english = locale.startsWith('en-US') ? en.casual : en.GB;
  for (const parser of [...(OWN[locale.split('-')[0] ?? ''] ?? []), english]) {
    const [found] = parser.parse(typed, now);
    if (found !== undefined) return dateOf(found.start);
  }
  // A German month is understood only with a day.
  const [first] = locale.startsWith('de') && MONTH.test(typed) ? de.casual.parse(`1. ${typed}`, now) : [];
  return first === undefined ? null : (dateOf(first.start)?.slice(0, 7) ?? null);
}

const MONTH = /^\p{L}+\.? \d{4}$/u;

const OWN: Readonly<Record<string, readonly Pick<typeof en.casual, 'parse'>[]>> = {
  de: [de.casual],
  ar: [ar.casual],
};

function dateOf(parts: ParsedComponents): PostDate | null {
  const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1];
  const whole = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))];
  // "Last week" says neither day nor month for certain, and means a day.
  const isOnlyYear = parts.isCertain('year') && !parts.isCertain('month') && !parts.isCertain('day');
  const isOnlyMonth = parts.isCertain('month') && !parts.isCertain('day') && !parts.isCertain('weekday');
  const date = whole.slice(0, isOnlyYear ? 1 : isOnlyMonth ? 2 : 3).join('-');
  return isPostDate(date) ? date : null;
}
