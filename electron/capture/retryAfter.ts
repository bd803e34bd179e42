// The Retry-After header of an answer in, how long to leave the site alone out (RFC 9110, 10.2.3). Garbage is no wish at all.
const MOST_MS = 24 * 60 * 60 * 1000;

/**
 * Milliseconds, from 0 to a day; 0 when the header is missing or says nothing. A date is counted from the answer's own `Date`, so that
 * neither clock needs to be right; `now` stands in when there is none.
 */
export function readRetryAfter(header: string | undefined, date: string | undefined, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(MOST_MS, Number(text) * 1000);
  // Only the forms that HTTP knows: the parser of the language would take nearly anything for a date.
  const until = /^[A-Z][a-z]+,? .*\d{2}:\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  const from = date === undefined ? Number.NaN : Date.parse(date);
  const wait = until - (Number.isNaN(from) ? now.getTime() : from);
  return Number.isNaN(wait) ? 0 : Math.max(0, Math.min(MOST_MS, wait));
}
