// Numbers and dates of a trip in; the words in which its files say them out, in the language of the files. Days are drawn as the days they are,
// in no zone; a departure as the clock shows it there; only instants are local. Pure.
import type { PostDate } from '#contract/dates.ts';
import type { Departure } from '#contract/trip.ts';

/** What can be said. */
export interface TripWording {
  /** A date of any precision as it was found. */
  date(date: PostDate): string;
  /** `2012-09` → September 2012; a year stays one. */
  period(date: PostDate): string;
  /** The number of a day and the short name of its weekday. */
  day(date: PostDate): { readonly number: string; readonly weekday: string };
  /** An ISO instant as a local day and time of day. */
  moment(instant: string): string;
  /** The same as a local day. */
  instant(instant: string): string;
  /** Day and time of a departure, and what its zone is called then. */
  departure(departure: Departure): { readonly when: string; readonly zone: string };
  /** Minutes, from an hour on as hours and minutes. */
  minutes(minutes: number): string;
  bytes(bytes: number): string;
  count(count: number): string;
}

/** Makes the wording of a language, as HTML names it. */
export function tripWording(lang: string): TripWording {
  // The region that a language is written for where no person has said one.
  const locale = lang === 'en' ? 'en-GB' : lang;
  const calendar = (parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  const full = calendar({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = calendar({ month: 'long', year: 'numeric' });
  const year = calendar({ year: 'numeric' });
  const number = calendar({ day: 'numeric' });
  const weekday = calendar({ weekday: 'short' });
  const leaving = calendar({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const local = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const decimal = new Intl.NumberFormat(locale);
  const row = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  const unit = (amount: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(amount);

  return {
    date: (date) =>
      date.length === 4 ? year.format(utc(date)) : (date.length === 7 ? month : full).format(utc(date.slice(0, 10))),
    period: (date) => (date.length === 4 ? year : month).format(utc(date.slice(0, 10))),
    day: (date) => ({ number: number.format(utc(date)), weekday: weekday.format(utc(date)) }),
    moment: (instant) => moment.format(new Date(instant)),
    instant: (instant) => local.format(new Date(instant)),
    departure: ({ day, time, zone }) => ({
      when: leaving.format(new Date(`${day}T${time}:00Z`)),
      zone: `${zoneName(locale, zone, new Date(`${day}T${time}:00Z`))} · ${zone.replaceAll('_', ' ')}`,
    }),
    minutes(minutes) {
      const whole = Math.max(0, Math.round(minutes));
      if (whole < 60) return unit(whole, 'minute');
      const left = whole % 60;
      return row.format([unit(Math.floor(whole / 60), 'hour'), ...(left === 0 ? [] : [unit(left, 'minute')])]);
    },
    bytes(bytes) {
      if (bytes < 1_000_000) return unit(bytes / 1_000, 'kilobyte');
      return bytes < 1e9 ? unit(bytes / 1e6, 'megabyte', bytes < 1e7 ? 1 : 0) : unit(bytes / 1e9, 'gigabyte', 1);
    },
    count: (count) => decimal.format(count),
  };
}

/** What a zone is called at about this time of the year. */
function zoneName(locale: string, zone: string, around: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(around);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

function utc(date: string): Date {
  return new Date(`${date.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`);
}
