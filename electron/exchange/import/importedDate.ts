// Dates as exports write them come in; ISO instants go out, or dates of publication as precise as they were written. What cannot be
// read for sure, or is not plausible, is no date.
import { isPostDate, type PostDate } from '#contract/dates.ts';
import type { RawDate } from './finding.ts';

const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);
const ISO =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d{0,12})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const WITH_MONTH_NAME = /^(?:[a-z]{3,9},? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9}\.? \d{1,2},?) \d{4}\b/i;
const ZONE = /(?:Z|UTC|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2})\)?$/i;

/**
 * The instant, in ISO form and UTC; `null` before 1990, later than a day after `now`, and for what is ambiguous. Numbers are seconds,
 * milli-, micro- or nanoseconds by their size; a text without a zone is taken as UTC.
 */
export function instantOf(date: RawDate | undefined, now: number): string | null {
  if (date === null || date === undefined) return null;
  const ms = typeof date === 'number' ? msOfNumber(date) : msOfText(date.trim().slice(0, 100));
  if (!(ms >= EARLIEST && ms <= now + DAY_MS)) return null;
  return new Date(Math.floor(ms)).toISOString();
}

/** When something was published, as it was written where that is ISO 8601; `null` for what is to come and for the zero of computers. */
export function publishedOf(date: RawDate | undefined, now: number): PostDate | null {
  if (typeof date === 'string') {
    const text = date.trim().replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:)/, '$1T$2');
    if (isPostDate(text)) {
      const isToCome = text.slice(0, 10) > new Date(now + DAY_MS).toISOString().slice(0, 10);
      return isToCome || text.startsWith('1970-01-01') || Number(text.slice(0, 4)) < 1400 ? null : text;
    }
  }
  return instantOf(date, now);
}

/**
 * The date of wallabag's table, `d/m/Y h:i:s` on a clock of twelve hours without AM or PM: it is taken as it stands, so it may be twelve
 * hours early. Anything else is read as every other date.
 */
export function wallabagTableDate(text: string): string {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  if (found === null) return text;
  const [, day = '', month = '', year = '', hour = '', minute = '', second = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}Z`;
}

/** Microseconds since 1601, in which Chromium counts, as milliseconds since 1970; `null` for none. */
export function chromiumDate(text: string | null): number | null {
  const micros = Number(text ?? 0);
  return Number.isFinite(micros) && micros > 0 ? micros / 1000 - 11_644_473_600_000 : null;
}

function msOfNumber(number: number): number {
  const size = Math.abs(number);
  if (size < 1e11) return number * 1000;
  if (size < 1e14) return number;
  return size < 1e17 ? number / 1000 : number / 1e6;
}

function msOfText(text: string): number {
  if (/^\d{6,20}(?:\.\d{1,9})?$/.test(text)) return msOfNumber(Number(text));
  const found = ISO.exec(text);
  if (found !== null) return msOfIso(found);
  if (!WITH_MONTH_NAME.test(text)) return Number.NaN;
  const plain = text.replace(/(\d)(?:st|nd|rd|th)\b/i, '$1');
  return Date.parse(ZONE.test(plain) ? plain : `${plain} UTC`);
}

function msOfIso(found: RegExpExecArray): number {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] =
    found;
  if (!isPostDate(`${year}-${month}-${day}`) || Number(hour) > 24 || Number(minute) > 59) return Number.NaN;
  const ms =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
    Number(fraction.padEnd(3, '0'));
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return ms;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return ms - (offset[1] === '-' ? -minutes : minutes) * 60_000;
}
