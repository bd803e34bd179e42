// Dates, spans, sizes and counts in words, through Intl. Days are drawn as the days they are, in no zone; only instants are local.
import type { PostDate } from '#contract/dates.ts';
import { locale } from '../words/language.ts';
import { once } from './once.ts';

const calendar = (parts: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  once(() => new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }));

const FORMATS = {
  day: calendar({ day: 'numeric', month: 'long', year: 'numeric' }),
  shortDay: calendar({ day: 'numeric', month: 'short', year: 'numeric' }),
  month: calendar({ month: 'long', year: 'numeric' }),
  year: calendar({ year: 'numeric' }),
  shortMonth: calendar({ month: 'short' }),
  weekday: calendar({ weekday: 'short' }),
  fullDay: calendar({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
};

const local = (parts: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  once(() => new Intl.DateTimeFormat(locale, parts));
const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const instant = local(DAY);
const clock = local(TIME);
const moment = local({ ...DAY, ...TIME });
const decimal = once(() => new Intl.NumberFormat(locale));
const row = once(() => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
const choice = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }));

/** A date of any precision as it was found: a year stays a year, a month a month; an instant shows the day it was written on. */
export function formatDate(date: PostDate): string {
  if (date.length === 4) return FORMATS.year().format(utc(date));
  if (date.length === 7) return FORMATS.month().format(utc(date));
  return FORMATS.day().format(utc(date));
}

/** The same, with the month cut short. */
export function formatShortDate(date: PostDate): string {
  return date.length >= 10 ? FORMATS.shortDay().format(utc(date)) : formatDate(date);
}

/** `2012-09` → September 2012; a bare year stays itself. */
export function formatMonth(month: string): string {
  return formatDate(month.slice(0, 7));
}

/** `2012-09` → Sep. */
export function formatMonthName(month: string): string {
  return FORMATS.shortMonth().format(utc(month));
}

/** A day taken apart for a timetable: `{ number: '7', weekday: 'Fri', full: 'Friday 7 September 2012' }`. */
export function dayParts(day: string): { readonly number: string; readonly weekday: string; readonly full: string } {
  const date = utc(day);
  return {
    number: decimal().format(date.getUTCDate()),
    weekday: FORMATS.weekday().format(date),
    full: FORMATS.fullDay().format(date),
  };
}

/** An ISO instant as a local day. */
export function formatInstant(iso: string): string {
  return instant().format(new Date(iso));
}

/** An ISO instant as a day and a time of day, so that two of one day are told apart. */
export function formatMoment(iso: string): string {
  return moment().format(new Date(iso));
}

/** An ISO instant as a local time of day. */
export function formatTime(iso: string): string {
  return clock().format(new Date(iso));
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
  return unit(minutes, 'minute', { unitDisplay: 'short' });
}

/** Bytes in the unit people use for files, to two figures below ten: "312 kB", "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return unit(bytes, 'byte');
  const [amount, name] =
    bytes < 1_000_000
      ? [bytes / 1000, 'kilobyte']
      : bytes < 1_000_000_000
        ? [bytes / 1_000_000, 'megabyte']
        : [bytes / 1_000_000_000, 'gigabyte'];
  return unit(amount, name, { unitDisplay: 'short', maximumFractionDigits: amount < 10 ? 1 : 0 });
}

/** A count with its grouping marks. */
export function formatCount(count: number): string {
  return decimal().format(count);
}

/** Several things that are told one after another: "3 saved, 1 gone". */
export function formatRow(parts: readonly string[]): string {
  return row().format(parts);
}

/** One of several things: "this or that". */
export function formatEither(parts: readonly string[]): string {
  return choice().format(parts);
}

const unitFormats = new Map<string, Intl.NumberFormat>();

function unit(amount: number, name: string, options: Intl.NumberFormatOptions = { unitDisplay: 'long' }): string {
  const key = `${name} ${options.maximumFractionDigits}`;
  let format = unitFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, ...options });
    unitFormats.set(key, format);
  }
  return format.format(amount);
}

function utc(date: PostDate): Date {
  return new Date(`${date.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`);
}
