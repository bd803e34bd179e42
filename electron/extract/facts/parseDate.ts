// Dates as people and programs write them in, a `PostDate` with the precision and zone they were written with out. Refuses days
// that do not exist and years that no post was written in.
import { isPostDate, type PostDate } from '#contract/dates.ts';
import { monthOf } from '../related/monthNames.ts';

/**
 * Which part of a date like 3/4/2012 comes first. With `slash-month-first` that is the month, but 3.4.2012 is still the third
 * of April; other notations say it themselves.
 */
export type NumericOrder = 'day-first' | 'slash-month-first' | 'month-first';

/** A date found in a text. */
export interface FoundDate {
  readonly date: PostDate;
  /** Where it begins in the text. */
  readonly index: number;
  readonly end: number;
}

const MIN_YEAR = 1970;
const MAX_YEAR = 2100;
const YEAR = /19[7-9]\d|20\d\d|2100/;

const NUMERIC =
  /(?<![\d.,/-])(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}|\d{2}))(?![\d/])(?!\.\d)/g;
const DOTTED_WITH_SPACES = /(?<![\d.])(\d{1,2})\.\s(\d{1,2})\.\s(\d{4})(?!\d)/g;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]/g;
const DAY_MONTH_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s-]*(?:de\s+|of\s+|d['’])?(\p{L}{3,14})\.?,?[\s-]*(?:de\s+|del\s+)?(\d{4})(?!\d)/giu;
const MONTH_DAY_YEAR = /(?<!\p{L})(\p{L}{3,14})\.?\s*(\d{1,2})(?:st|nd|rd|th|\.)?,?\s*(\d{4})(?!\d)/giu;
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})[.,]?\s+(\p{L}{3,14})\.?\s+(\d{1,2})(?!\d)/gu;
const TIME =
  /^(?:T|(?:[\s,|·•–-]|at|um|à|às|a las|alle|ore|kl\.?|klo|o|godz\.?|про|в)*)\s*(\d{1,2})(?:([:.h])(\d{2}))(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(am|pm|a\.m\.|p\.m\.)|(uhr|h)(?![\p{L}]))?\s*(Z(?![\p{L}])|GMT|UTC|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?!\d))?/iu;

/** All dates with a day in a text, in the order they stand there; overlapping readings once. */
export function findDates(text: string, order: NumericOrder): FoundDate[] {
  if (!/\d{2}/.test(text)) return [];
  const found: FoundDate[] = [];
  const add = (match: RegExpMatchArray, year: number, month: number | undefined, day: number): void => {
    const { index = 0 } = match;
    const end = index + match[0].length;
    if (month === undefined || found.some((other) => index < other.end && other.index < end)) return;
    const date = toDay(year, month, day);
    if (date === undefined) return;
    const time = TIME.exec(text.slice(end, end + 60));
    const written = time === null ? undefined : withTime(date, time);
    found.push({ date: written ?? date, index, end: end + (written === undefined ? 0 : (time?.[0].length ?? 0)) });
  };
  if (/[年년]/.test(text))
    for (const match of text.matchAll(EAST_ASIAN)) add(match, Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(NUMERIC)) addNumeric(match, order, add);
  // The others have a year of four digits; few lines with digits do, and none of these patterns is cheap.
  if (!YEAR.test(text)) return found.sort((a, b) => a.index - b.index);
  for (const match of text.matchAll(DOTTED_WITH_SPACES))
    add(match, Number(match[3]), Number(match[2]), Number(match[1]));
  if (/\p{L}{3}/u.test(text)) {
    for (const match of text.matchAll(DAY_MONTH_YEAR))
      add(match, Number(match[3]), monthOf(match[2] ?? '', null), Number(match[1]));
    for (const match of text.matchAll(MONTH_DAY_YEAR))
      add(match, Number(match[3]), monthOf(match[1] ?? '', null), Number(match[2]));
    for (const match of text.matchAll(YEAR_MONTH_DAY))
      add(match, Number(match[1]), monthOf(match[2] ?? '', null), Number(match[3]));
  }
  return found.sort((a, b) => a.index - b.index);
}

type Add = (match: RegExpMatchArray, year: number, month: number | undefined, day: number) => void;

function addNumeric(match: RegExpMatchArray, order: NumericOrder, add: Add): void {
  const [, fullYear, , month, day, first, mark, second, year] = match;
  if (fullYear !== undefined) {
    add(match, Number(fullYear), Number(month), Number(day));
    return;
  }
  // A year of two digits follows points, or slashes between two digits each; after a hyphen it may be anything.
  if (year === undefined) return;
  const isPadded = mark === '.' || (mark === '/' && first?.length === 2 && second?.length === 2);
  if (year.length === 2 && (!isPadded || Number(year) > 40)) return;
  const a = Number(first);
  const b = Number(second);
  const isMonthFirst = order === 'month-first' || (order === 'slash-month-first' && mark !== '.');
  const isDayFirst = a > 12 || (b <= 12 && !isMonthFirst);
  add(match, year.length === 2 ? 2000 + Number(year) : Number(year), isDayFirst ? b : a, isDayFirst ? a : b);
}

function toDay(year: number, month: number, day: number): PostDate | undefined {
  // The first day that computers count is what an empty date becomes.
  if (year === 1970 && month === 1 && day === 1) return undefined;
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  return isPostDate(date) ? date : undefined;
}

function withTime(day: PostDate, match: RegExpExecArray): PostDate | undefined {
  const [, hours = '', mark, minutes = '', seconds, half, clock, zone] = match;
  // "3.10" may be a number; "3.10 Uhr" is a time.
  if ((mark === '.' || mark === 'h') && clock === undefined && half === undefined && zone === undefined && mark === '.')
    return undefined;
  let hour = Number(hours);
  if (half !== undefined) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  return `${day}T${two(hour)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}${toOffset(zone)}`;
}

function toOffset(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^(?:Z|GMT|UTC)$/i.test(zone)) return 'Z';
  const digits = zone.replace(':', '');
  return digits.length === 3 ? `${digits}:00` : `${digits.slice(0, 3)}:${digits.slice(3)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const ISO = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/;
const EPOCH = /^1\d{9}(?:\d{3})?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/;
const SCRIPT_DATE = /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+([\d:]+)\s+(?:GMT|UTC)?([+-]\d{4})?.*?\s?(\d{4})$/u;

/**
 * A date as a program writes it in an attribute or a statement: ISO 8601 in any of its forms, RFC 2822, seconds or
 * milliseconds since 1970, or whatever people write. `undefined` when it names no day.
 */
export function parseDate(value: string, order: NumericOrder): PostDate | undefined {
  const text = value.trim();
  const iso = ISO.exec(text);
  if (iso !== null) return findDates(text, order)[0]?.date;
  if (EPOCH.test(text)) {
    const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return `${instant.toISOString().slice(0, 19)}Z`;
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hours, minutes, seconds, zone] = compact;
    const date = toDay(Number(year), Number(month), Number(day));
    if (date === undefined || hours === undefined) return date;
    const written = `${date}T${hours}:${minutes}${seconds === undefined ? '' : `:${seconds}`}${toOffset(zone)}`;
    return isPostDate(written) ? written : date;
  }
  const script = SCRIPT_DATE.exec(text);
  if (script !== null)
    return findDates(`${script[2]} ${script[1]} ${script[5]} ${script[3]} ${script[4] ?? ''}`, order)[0]?.date;
  return findDates(text, order)[0]?.date;
}

/** The date in an address such as `/2012/09/07/title` or `20120907-title`; a month only when no day stands there. */
export function dateOfAddress(address: URL): PostDate | undefined {
  for (const [, year, , month, day] of address.pathname.matchAll(DAY_IN_PATH)) {
    const date = toDay(Number(year), Number(month), Number(day));
    if (date !== undefined) return date;
  }
  const [, year, month] = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:\/|$)/.exec(address.pathname) ?? [];
  return year === undefined || month === undefined || Number(year) < MIN_YEAR ? undefined : `${year}-${month}`;
}

const DAY_IN_PATH =
  /(?<!\d)((?:19|20)[0-3]\d)([/_-]?)(0[1-9]|1[0-2]|(?<=[/_-])[1-9](?=[/_-]))\2([0-2]\d|3[01]|(?<=[/_-])[1-9])(?!\d)/g;
