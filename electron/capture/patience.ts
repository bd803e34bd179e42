// When to try again what failed in a way that may pass.
import type { Outlook } from '#contract/errors.ts';

/** How often a save is tried by itself before it is left to the person. */
export const MOST_TRIES = 3;

const FIRST_WAIT_MS = 15_000;
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * How long to wait before the next try, in whole milliseconds, after `tries` tries: what the site asked for, or four times as long as before,
 * whichever is longer, give or take a fourth so that many who failed together do not come back together. `random` gives 0 to 1.
 */
export function waitAfter(tries: number, outlook: Extract<Outlook, { kind: 'later' }>, random: () => number): number {
  const backoff = FIRST_WAIT_MS * 4 ** (tries - 1) * (0.75 + random() / 2);
  return Math.round(Math.min(LONGEST_MS, Math.max(outlook.afterMs, backoff)));
}

/** Kept with a save that is tried again by itself. */
export interface Delay {
  /** Tries that failed. */
  readonly tries: number;
  /** ISO instant of the next one, by the wall clock. */
  readonly until: string;
  /** What was planned, in milliseconds: a clock that is wrong at the next start makes nobody wait longer. */
  readonly waitMs: number;
}

/** A wait of so many milliseconds that begins now, after so many tries. */
export function delayFrom(now: Date, tries: number, waitMs: number): Delay {
  return { tries, until: new Date(now.getTime() + waitMs).toISOString(), waitMs };
}

/** Milliseconds left of a delay after a restart, from 0 to what was planned. */
export function waitLeft({ until, waitMs }: Delay, now: Date): number {
  const left = Date.parse(until) - now.getTime();
  return Number.isNaN(left) ? 0 : Math.max(0, Math.min(waitMs, left));
}
