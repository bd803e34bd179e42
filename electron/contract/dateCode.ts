// Dates as whole numbers that sort as a timeline does, newest first when descending: a year stands before its months, a month before its
// days. Precision is part of the number, so nothing is ever shown as more than it was written as. Pure.
import type { PostDate } from './dates.ts';

/** A `PostDate` without its time of day, as `year * 1024 + month * 64 + day`; a part that is not known is higher than any that is. */
export type DateCode = number;

/** Stands for a date that is not known; lower than all others. */
export const NO_CODE: DateCode = 0;

const NO_MONTH = 15;
const NO_DAY = 63;

/** The code of a date, as it was written: the day in its own zone. */
export function dateCode(date: PostDate | null): DateCode {
  if (date === null) return NO_CODE;
  const year = Number(date.slice(0, 4));
  const month = date.length >= 7 ? Number(date.slice(5, 7)) : NO_MONTH;
  const day = date.length >= 10 ? Number(date.slice(8, 10)) : NO_DAY;
  return year * 1024 + month * 64 + day;
}

/** The date of a code, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` for `NO_CODE`. */
export function codeDate(code: DateCode): PostDate | null {
  if (code === NO_CODE) return null;
  const year = String(yearOf(code)).padStart(4, '0');
  const [month, day] = [(code >> 6) & 15, code & 63];
  if (month === NO_MONTH) return year;
  return `${year}-${two(month)}${day === NO_DAY ? '' : `-${two(day)}`}`;
}

/** The year a date lies in. */
export function yearOf(code: DateCode): number {
  return code >> 10;
}

/** The code of the month a date lies in; a date known only to the year is answered as it is. */
export function monthOf(code: DateCode): DateCode {
  return ((code >> 6) << 6) | NO_DAY;
}

/** The code of the year a date lies in. */
export function yearCode(code: DateCode): DateCode {
  return ((code >> 10) << 10) | (NO_MONTH << 6) | NO_DAY;
}

/** Whether a date is known to the day. */
export function isDay(code: DateCode): boolean {
  return code !== NO_CODE && (code & 63) !== NO_DAY;
}

/** Whether a date is known to the month and no further. */
export function isMonth(code: DateCode): boolean {
  return code !== NO_CODE && (code & 63) === NO_DAY && ((code >> 6) & 15) !== NO_MONTH;
}

/** Days since 1970 of a date known to the day, and of any other the first day that it may mean. Proleptic Gregorian, no zone in it. */
export function dayNumber(code: DateCode): number {
  const [month, day] = [(code >> 6) & 15, code & 63];
  const first = new Date(0);
  first.setUTCFullYear(yearOf(code), month === NO_MONTH ? 0 : month - 1, day === NO_DAY ? 1 : day);
  return Math.round(first.getTime() / 86_400_000);
}

/** The code of a day by its number; see `dayNumber`. */
export function dayCode(number: number): DateCode {
  const date = new Date(number * 86_400_000);
  return date.getUTCFullYear() * 1024 + (date.getUTCMonth() + 1) * 64 + date.getUTCDate();
}

/** The earlier of two dates, of which either may be `NO_CODE`; where one only says less than the other, the more precise one. */
export function earlierCode(a: DateCode, b: DateCode): DateCode {
  if (a === NO_CODE || b === NO_CODE) return a + b;
  return Math.min(a, b);
}

/** The later of two dates, of which either may be `NO_CODE`; where one only says less than the other, the more precise one. */
export function laterCode(a: DateCode, b: DateCode): DateCode {
  return fillLow(a) >= fillLow(b) ? a : b;
}

/** Whole days from one date to another; 0 when the second is not later, or when either is not known to the day. */
export function daysLater(from: DateCode, to: DateCode): number {
  return isDay(from) && isDay(to) && to > from ? dayNumber(to) - dayNumber(from) : 0;
}

/** The first and the last code that lie within a date; for a day both are the day. */
export function codesWithin(code: DateCode): readonly [DateCode, DateCode] {
  const month = (code >> 6) & 15;
  if (month === NO_MONTH) return [(code >> 10) << 10, code];
  return isDay(code) ? [code, code] : [(code >> 6) << 6, code];
}

function fillLow(code: DateCode): number {
  if (code === NO_CODE) return NO_CODE;
  const month = (code >> 6) & 15;
  const day = code & 63;
  return ((code >> 10) << 10) + (month === NO_MONTH ? 0 : month << 6) + (day === NO_DAY ? 0 : day);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
