// Dates as they were found: a day stays a day, an instant keeps the zone it was written in.

/**
 * A date with the precision it was found with (ISO 8601): a year `2012`, a month `2012-09`, a day `2012-09-07`,
 * or an instant `2012-09-07T10:00:00+02:00`. It is never moved to another zone.
 */
export type PostDate = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const PATTERN =
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Tells whether the text is a well-formed `PostDate` that names a day that exists. */
export function isPostDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  if (text.length < 10) return true;
  const day = text.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

/** The day a date stands on in the zone it was written in; `undefined` for a date known only to the month or year. */
export function dayOf(date: PostDate): Day | undefined {
  return date.length >= 10 ? date.slice(0, 10) : undefined;
}

/** Whole days from one day to another; negative when `to` is earlier. Calendar arithmetic, no zone and no clock change in it. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The local calendar day of an instant, in the zone the process runs in. */
export function localDayOf(instant: Date): Day {
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  const day = String(instant.getDate()).padStart(2, '0');
  return `${String(instant.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}
