// Dates, spans, sizes and counts in words, through Intl. Days are drawn as the days they are, in no zone; only instants are local.
import type { PostDate } from '#contract/dates.ts';

// The words on screen are English, so dates are too; which English is the system's choice.
const LOCALE = navigator.language.startsWith('en') ? navigator.language : 'en-GB';

const calendar = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE, { ...parts, timeZone: 'UTC' });

const FORMATS = {
  day: calendar({ day: 'numeric', month: 'long', year: 'numeric' }),
  shortDay: calendar({ day: 'numeric', month: 'short', year: 'numeric' }),
  month: calendar({ month: 'long', year: 'numeric' }),
  shortMonth: calendar({ month: 'short' }),
  weekday: calendar({ weekday: 'short' }),
  fullDay: calendar({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
};

const instant = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const decimal = new Intl.NumberFormat(LOCALE);
const plurals = new Intl.PluralRules(LOCALE);

/** A date of any precision as it was found: a year stays a year, a month a month; an instant shows the day it was written on. */
export function formatDate(date: PostDate): string {
  if (date.length === 4) return date;
  if (date.length === 7) return FORMATS.month.format(utc(date));
  return FORMATS.day.format(utc(date));
}

/** The same, with the month cut short. */
export function formatShortDate(date: PostDate): string {
  return date.length >= 10 ? FORMATS.shortDay.format(utc(date)) : formatDate(date);
}

/** `2012-09` → September 2012; a bare year stays itself. */
export function formatMonth(month: string): string {
  return month.length === 4 ? month : FORMATS.month.format(utc(month));
}

/** `2012-09` → Sep. */
export function formatMonthName(month: string): string {
  return FORMATS.shortMonth.format(utc(month));
}

/** A day taken apart for a timetable: `{ number: '7', weekday: 'Fri', full: 'Friday 7 September 2012' }`. */
export function dayParts(day: string): { readonly number: string; readonly weekday: string; readonly full: string } {
  const date = utc(day);
  return {
    number: decimal.format(date.getUTCDate()),
    weekday: FORMATS.weekday.format(date),
    full: FORMATS.fullDay.format(date),
  };
}

/** An ISO instant as a local day. */
export function formatInstant(iso: string): string {
  return instant.format(new Date(iso));
}

/** An ISO instant as a day and a time of day, so that two of one day are told apart. */
export function formatMoment(iso: string): string {
  return `${formatInstant(iso)}, ${clock.format(new Date(iso))}`;
}

/** An ISO instant as a time of day, with its day when that is not near: "at 14:05", "on 3 Mar 2026, 14:05". */
export function formatClock(iso: string): string {
  const at = new Date(iso);
  const isNear = Math.abs(at.getTime() - Date.now()) < 12 * 60 * 60 * 1000;
  return isNear ? `at ${clock.format(at)}` : `on ${formatInstant(iso)}, ${clock.format(at)}`;
}

/** Whole days in the largest unit that says it well: days up to two weeks, weeks up to two months, months up to two years, years. */
export function formatSpan(days: number): string {
  if (days <= 14) return unit(days, 'day');
  if (days < 61) return unit(Math.round(days / 7), 'week');
  if (days < 730) return unit(Math.round(days / 30.44), 'month');
  return unit(Math.round(days / 365.25), 'year');
}

/** Minutes, short: "4 min". */
export function formatMinutes(minutes: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(minutes);
}

/** Bytes in the unit people use for files, to two figures below ten: "312 kB", "1.4 MB". */
export function formatBytes(bytes: number): string {
  const [amount, name] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : bytes < 1_000_000_000
          ? [bytes / 1_000_000, 'megabyte']
          : [bytes / 1_000_000_000, 'gigabyte'];
  return new Intl.NumberFormat(LOCALE, {
    style: 'unit',
    unit: name,
    unitDisplay: name === 'byte' ? 'long' : 'short',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
}

/** A count with its grouping marks. */
export function formatCount(count: number): string {
  return decimal.format(count);
}

/** "1 post", "2,104 posts". */
export function plural(count: number, one: string, other: string): string {
  return `${decimal.format(count)} ${plurals.select(count) === 'one' ? one : other}`;
}

function unit(amount: number, name: 'day' | 'week' | 'month' | 'year'): string {
  let format = unitFormats.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE, { style: 'unit', unit: name, unitDisplay: 'long' });
    unitFormats.set(name, format);
  }
  return format.format(amount);
}

// Making a format takes a hundred times as long as using it.
const unitFormats = new Map<string, Intl.NumberFormat>();

function utc(date: PostDate): Date {
  return new Date(`${date.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`);
}
