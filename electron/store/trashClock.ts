// Since when something is in the trash and on which days Layover was used in; for how many days it has been there, as far as that can be
// believed, out. No clock that runs wild for a day empties a trash. Pure.

const DAY_MS = 86_400_000;
/** A clock that has gone on by more days than this since Layover was last used has not: such a step counts as none. */
const LONGEST_STEP = 120;
// More than enough to know for a year that somebody was here daily.
const MOST_DAYS = 400;

/** The day of an instant, counted from 1970 in UTC. */
export function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** The days on which Layover was used with today, ascending; days that are still to come were never. */
export function withToday(days: readonly number[], today: number): readonly number[] {
  return [...days.filter((day) => day < today), today].slice(-MOST_DAYS);
}

/** Whole days between an instant and now. `days` are those on which Layover was used, ascending. */
export function believedDays(since: number, days: readonly number[], now: number): number {
  const steps = [dayOf(since), ...days.filter((day) => day > dayOf(since) && day < dayOf(now)), dayOf(now)];
  let sum = 0;
  for (const [at, day] of steps.entries()) {
    const step = day - (steps[at - 1] ?? day);
    if (step > 0 && step <= LONGEST_STEP) sum += step;
  }
  return Math.max(0, Math.min(sum, Math.floor((now - since) / DAY_MS)));
}
