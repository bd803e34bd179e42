// Choosing among dates of different precision (year, month, day, instant) without moving any of them to another zone. Pure.
import type { PostDate } from '#contract/dates.ts';

/** The earlier of two dates by the day each was written with; where one only says less than the other, the more precise one. */
export function earlier(a: PostDate | null, b: PostDate | null): PostDate | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b, '~') <= 0 ? a : b;
}

/** The later of two dates by the day each was written with; where one only says less than the other, the more precise one. */
export function later(a: PostDate | null, b: PostDate | null): PostDate | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b, ' ') >= 0 ? a : b;
}

/**
 * Compares by written day first, a missing month or day standing for `filler`; on the same day the more precise stands further out,
 * two moments with a zone by their time, and else by the text: a total order that does not depend on who asks.
 */
function compare(a: PostDate, b: PostDate, filler: '~' | ' '): number {
  const [dayA, dayB] = [a.slice(0, 10).padEnd(10, filler), b.slice(0, 10).padEnd(10, filler)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  const precise = precision(a) - precision(b);
  if (precise !== 0) return filler === '~' ? -precise : precise;
  const moments = precision(a) === 2 ? Date.parse(a) - Date.parse(b) : 0;
  if (moments !== 0) return moments;
  return a === b ? 0 : a < b ? -1 : 1;
}

function precision(date: PostDate): number {
  if (date.length <= 10) return 0;
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(date.slice(11)) ? 2 : 1;
}
