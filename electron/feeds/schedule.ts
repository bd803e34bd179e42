// What a feed's answers said in; when it is asked next out. All times in milliseconds. Pure.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** No feed is asked by itself more often than this, whatever it allows. */
const SHORTEST_MS = 30 * MINUTE;
/** Every feed is asked at least so often. */
export const LONGEST_MS = 24 * HOUR;
const USUAL_MS = HOUR;
/** Without a network it is looked for again so soon; the window tells earlier when there is one. */
export const OFFLINE_MS = 5 * MINUTE;

/** What is known of how often a feed wants to be asked. */
export interface Wishes {
  /** What the feed says itself: `ttl`, `sy:updatePeriod`. */
  readonly everyMinutes: number | null;
  /** What its server says: `Cache-Control: max-age`. */
  readonly maxAgeMs: number | null;
}

/** How long after a good answer a feed is left alone, 30 minutes to a day: the longer of what it and its server ask for, else an hour. */
export function waitAfterAnswer({ everyMinutes, maxAgeMs }: Wishes): number {
  const wished = Math.max(everyMinutes === null ? 0 : everyMinutes * MINUTE, maxAgeMs ?? 0);
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, wished === 0 ? USUAL_MS : wished));
}

/** How long after so many failures in a row, 1 or more: twice as long each time, up to a day; never sooner than the site asked for. */
export function waitAfterFailure(failures: number, wishes: Wishes, retryAfterMs: number): number {
  const doubled = waitAfterAnswer(wishes) * 2 ** Math.min(10, Math.max(0, failures - 1));
  return Math.min(LONGEST_MS, Math.max(doubled, retryAfterMs));
}

/** The `max-age` of a `Cache-Control` header; `null` when it has none or says that nothing may be kept. */
export function maxAgeOf(header: string | undefined): number | null {
  const seconds = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,9})/i.exec(header ?? '')?.[1];
  return seconds === undefined || /no-store/i.test(header ?? '') ? null : Number(seconds) * 1000;
}
