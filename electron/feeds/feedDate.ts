// A date as feeds write it in, a date with the precision and the zone it was written with out. What is no date is `null`, never a guess.
import { isPostDate, type PostDate } from '#contract/dates.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
// RFC 822 and what Americans write besides.
const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  jst: '+09:00',
};
const RFC_822 =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?)?/i;
const ISO =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;

/** Reads RFC 822 (with two-digit years and named zones) and ISO 8601; an instant without a zone is taken as its day. */
export function readFeedDate(text: string | undefined): PostDate | null {
  const written = text?.trim() ?? '';
  const rfc = RFC_822.exec(written);
  if (rfc !== null) {
    const [, day = '', name = '', year = '', hour, minute, second, zone] = rfc;
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    return checked(fullYear(year), String(month), day, { hour, minute, second, zone });
  }
  const iso = ISO.exec(written);
  if (iso === null) return null;
  const [, year = '', month = '', day, hour, minute, second, zone] = iso;
  return checked(year, month, day, { hour, minute, second, zone });
}

interface TimeOfDay {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

function checked(year: string, month: string, day: string | undefined, time: TimeOfDay): PostDate | null {
  const date = [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
  // What programs write that know no date: the year 1, or the first second of 1970.
  if (!isPostDate(date) || Number(year) < 1000) return null;
  const zone = offsetOf(time.zone);
  if (day === undefined || time.hour === undefined || zone === null) return date;
  if (Number(time.hour) > 23 || Number(time.minute) > 59 || Number(time.second ?? 0) > 60) return date;
  const instant = `${date}T${two(time.hour)}:${time.minute ?? '00'}:${seconds(time.second)}${zone}`;
  if (Date.parse(instant) === 0) return null;
  return isPostDate(instant) ? instant : date;
}

// ISO 8601 allows a leap second; the language's dates do not.
function seconds(text = '00'): string {
  return text === '60' ? '59' : text;
}

function offsetOf(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  const digits = /^([+-]\d{2}):?(\d{2})?$/.exec(zone);
  if (digits !== null) return `${digits[1] ?? ''}:${digits[2] ?? '00'}`;
  return ZONES[zone.toLowerCase()] ?? null;
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 70 ? '20' : '19'}${year}`;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}
