// A date in a piece of text, as people write dates in many languages. Says where it stood; refuses days that do not
// exist and numbers that could be read two ways.
import { isPostDate, type PostDate } from '#contract/dates.ts';
import { monthOf } from './monthNames.ts';
import { resolveRelative } from './relativeDates.ts';

/** What helps to read a date: the text's language, and the date of the page it stands on. */
export interface DateContext {
  readonly lang: string | null;
  /** Dates without a year and relative dates are counted from it; without it they are not read. */
  readonly reference: PostDate | null;
  /** How `03/04/2012` is meant, where the list shows it; unknown otherwise. */
  readonly order: 'day-first' | 'month-first' | null;
}

/** A date found in a text, and its place there as [start, end). `date` is `null` for a day that does not exist. */
export interface FoundDate {
  readonly date: PostDate | null;
  readonly start: number;
  readonly end: number;
}

/** Reading a date without any knowledge of its page. */
export const NO_CONTEXT: DateContext = { lang: null, reference: null, order: null };

const ISO =
  /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/;
const EAST_ASIAN = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일号號])?/;
const YEAR_FIRST = /(?<![\d./])(\d{4})\s?([./])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/-])/;
const VIETNAMESE = /(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})/i;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Longer texts are prose, not the date line of an entry. */
const LONGEST = 600;

/**
 * The first date in a text, or `null` when there is none. Written-out months are read in some forty languages
 * (CLDR names), ISO 8601, East Asian and year-first dates always, numeric dates where only one reading is possible.
 */
export function findDate(text: string, context: DateContext): FoundDate | null {
  const plain = toAsciiDigits(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const trimmed = plain.trim();
  if (!/\d/.test(plain)) return found(resolveRelative(trimmed, context.reference), 0, text.length);
  return (
    findWritten(plain, context) ??
    findIso(plain) ??
    findParts(plain, EAST_ASIAN, 1, 2, 3) ??
    findParts(plain, YEAR_FIRST, 1, 3, 4) ??
    findNumeric(plain, context) ??
    findParts(plain, VIETNAMESE, 3, 2, 1) ??
    found(resolveRelative(trimmed, context.reference), 0, text.length)
  );
}

function found(date: PostDate | null, start: number, end: number): FoundDate | null {
  return date === null ? null : { date, start, end };
}

/** Arabic-Indic, Persian and full-width digits as ASCII; the length stays the same. */
function toAsciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code - (code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660)) % 10);
  });
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** A day, a month or `null`; Buddhist years become common ones. */
function toPostDate(year: number, month: number, day: number | null): PostDate | null {
  const common = year >= 2400 && year < 2700 ? year - 543 : year;
  if (common < 1600 || common > 2199) return null;
  const date = `${common}-${pad(month)}${day === null ? '' : `-${pad(day)}`}`;
  return isPostDate(date) ? date : null;
}

function findIso(text: string): FoundDate | null {
  const match = ISO.exec(text);
  if (match === null) return null;
  const day = toPostDate(Number(match[1]), Number(match[2]), Number(match[3]));
  const clock = match[4];
  const instant = day === null || clock === undefined ? day : `${day}T${clock}${match[5] ?? ''}`;
  return { date: instant !== null && isPostDate(instant) ? instant : day, start: match.index, end: endOf(match) };
}

function findParts(text: string, pattern: RegExp, year: number, month: number, day: number): FoundDate | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const dayPart = match[day];
  const date = toPostDate(Number(match[year]), Number(match[month]), dayPart === undefined ? null : Number(dayPart));
  return { date, start: match.index, end: endOf(match) };
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

/** `7.9.2012` is day first wherever it is written; with slashes only languages of one custom decide. */
function findNumeric(text: string, context: DateContext): FoundDate | null {
  const match = NUMERIC.exec(text);
  if (match === null) return null;
  const [first, separator, second, yearText] = [Number(match[1]), match[2], Number(match[3]), match[4] ?? ''];
  // Two digits are a year only in a form that is nothing else.
  if (yearText.length === 2 && separator === '-') return null;
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const order =
    first > 12 ? 'day-first' : second > 12 ? 'month-first' : (context.order ?? customOf(separator, context.lang));
  if (first !== second && order === null) return null;
  const [day, month] = order === 'month-first' ? [second, first] : [first, second];
  return { date: toPostDate(year, month, day), start: match.index, end: endOf(match) };
}

function customOf(separator: string | undefined, lang: string | null): DateContext['order'] {
  if (separator === '.') return 'day-first';
  if (lang === null) return null;
  if (/^en-us\b/i.test(lang)) return 'month-first';
  return /^en$/i.test(lang) ? null : 'day-first';
}

const DAY_AFTER = /^\.?,?\s*(\d{1,2})(?:\s?(?:st|nd|rd|th|er|º|ª|\.))?(?!\d)/;
const DAY_BEFORE = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|e|º|ª|°|\.|-|ה)?,?\s*(?:of |de |d['’])?$/i;
const YEAR_AFTER_DAY = /^\s?,?\s*(?:de |del |at )?(?:\([^)]{0,12}\)\s*)?(\d{4})(?!\d)/;
const YEAR_AFTER = /^[.,]?[\s-]*(?:de |del |of )?['’]?(\d{4})(?!\d)/;
const YEAR_BEFORE = /(?<!\d)(\d{4})[.,]?\s*(?:m\.\s*|de |da )?$/;

/** Month names: `September 7th, 2012`, `7 de septiembre de 2012`, `2012. szeptember 7.`, `September 2012`. */
function findWritten(text: string, context: DateContext): FoundDate | null {
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 16), start);
    const after = text.slice(end, end + 32);
    // Almost every word is no month; a digit beside it is the cheaper question.
    if (!/\d/.test(before) && !/^\S{0,2}\s{0,2}\S{0,6}\d/.test(after)) continue;
    const month = monthOf(match[0], context.lang);
    if (month === undefined) continue;
    const date = readAround(month, before, after, start, end, context);
    if (date !== null) return date;
  }
  return null;
}

function readAround(
  month: number,
  before: string,
  after: string,
  start: number,
  end: number,
  context: DateContext,
): FoundDate | null {
  const yearBefore = YEAR_BEFORE.exec(before);
  const dayAfter = DAY_AFTER.exec(after);
  const dayBefore = DAY_BEFORE.exec(before);
  if (dayAfter !== null) {
    const rest = after.slice(dayAfter[0].length);
    const year = YEAR_AFTER_DAY.exec(rest);
    const day = Number(dayAfter[1]);
    if (year !== null) {
      const date = toPostDate(Number(year[1]), month, day);
      return { date, start, end: end + dayAfter[0].length + year[0].length };
    }
    if (yearBefore !== null) {
      const date = toPostDate(Number(yearBefore[1]), month, day);
      return { date, start: start - yearBefore[0].length, end: end + dayAfter[0].length };
    }
  }
  const yearAfter = YEAR_AFTER.exec(after);
  if (dayBefore !== null && yearAfter !== null) {
    const date = toPostDate(Number(yearAfter[1]), month, Number(dayBefore[1]));
    return { date, start: start - dayBefore[0].length, end: end + yearAfter[0].length };
  }
  if (yearAfter !== null) {
    return { date: toPostDate(Number(yearAfter[1]), month, null), start, end: end + yearAfter[0].length };
  }
  const day = dayBefore ?? dayAfter;
  if (day === null) return null;
  const date = nearestYear(month, Number(day[1]), context.reference);
  if (date === null) return null;
  return dayBefore === null ? { date, start, end: end + day[0].length } : { date, start: start - day[0].length, end };
}

/** A list shows posts that exist already: the latest such day that is not after the page's own day, give or take two. */
function nearestYear(month: number, day: number, reference: PostDate | null): PostDate | null {
  if (reference === null || reference.length < 10) return null;
  const year = Number(reference.slice(0, 4));
  const limit = new Date(Date.parse(`${reference.slice(0, 10)}T00:00:00Z`) + 2 * 86_400_000).toISOString().slice(0, 10);
  const same = toPostDate(year, month, day);
  return same !== null && same <= limit ? same : toPostDate(year - 1, month, day);
}
