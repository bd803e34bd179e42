// Posts in, the lines of the timeline out: months and days with their posts, newest first, silences, and the undated at the end. Pure.
import { dayOf, daysBetween, type Day } from '#contract/dates.ts';
import type { Axis, Post, TimelineRow } from '#contract/post.ts';
import { daysLater } from './mixedDates.ts';

// Up to two weeks without a post is how most sites breathe; longer is worth a word.
const LONGEST_QUIET_DAYS = 14;

/**
 * Lays posts out on an axis. Years, months and days run newest first; posts of the same day keep the order they came in, which for
 * `toPosts` is the order of their list. A date is never shown as more than it says: posts known only to the month stand under its
 * heading before its first day; posts known only to the year stand under a heading `YYYY` (four characters in `month`) before that
 * year's months. A heading's count is of the posts under it, so the counts of months, years and the undated add up to all posts.
 * Between two days with more than 14 whole days and nothing else between them stands their silence.
 */
export function toRows(posts: readonly Post[], axis: Axis): readonly TimelineRow[] {
  const undated: Post[] = [];
  const periods = new Map<string, Post[]>();
  for (const post of posts) {
    const date = post[axis];
    if (date === null) {
      undated.push(post);
      continue;
    }
    const period = dayOf(date) ?? date;
    const together = periods.get(period);
    if (together === undefined) periods.set(period, [post]);
    else together.push(post);
  }

  const counts = new Map<string, number>();
  for (const [period, { length }] of periods) {
    const heading = headingOf(period);
    counts.set(heading, (counts.get(heading) ?? 0) + length);
  }

  const rows: TimelineRow[] = [];
  let heading = '';
  let dayBefore: Day | undefined;
  for (const [period, together] of [...periods].sort(([a], [b]) => newestFirst(a, b))) {
    const isDay = period.length === 10;
    if (isDay && dayBefore !== undefined) {
      const days = daysBetween(period, dayBefore) - 1;
      if (days > LONGEST_QUIET_DAYS) rows.push({ row: 'gap', days, after: period, before: dayBefore });
    }
    if (headingOf(period) !== heading) {
      heading = headingOf(period);
      rows.push({ row: 'month', month: heading, count: counts.get(heading) ?? 0 });
    }
    if (isDay) rows.push({ row: 'day', day: period, count: together.length });
    for (const post of together) rows.push(toRow(post));
    dayBefore = isDay ? period : undefined;
  }
  if (undated.length > 0) rows.push({ row: 'undated', count: undated.length });
  for (const post of undated) rows.push(toRow(post));
  return rows;
}

function toRow(post: Post): TimelineRow {
  return { row: 'post', post, updatedAfterDays: daysLater(post.added, post.updated) };
}

/** The month of a day or month; a bare year is its own heading. */
function headingOf(period: string): string {
  return period.slice(0, 7);
}

/** Later periods first; a period that contains others stands before them. */
function newestFirst(a: string, b: string): number {
  const [longA, longB] = [a.padEnd(10, '~'), b.padEnd(10, '~')];
  return longA === longB ? 0 : longA < longB ? 1 : -1;
}
