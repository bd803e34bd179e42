// Posts and their dates on an axis in; their order, newest first, and how many each date has, out. Pure.
import { NO_CODE, type DateCode } from '#contract/dateCode.ts';
import type { TimelinePeriods } from '#contract/post.ts';

const DIGIT = 2_048;

/**
 * The posts by descending date, the undated last; posts of the same date in the order they came in. A least-significant-digit radix sort
 * of eleven bits a pass, so that a hundred thousand take a few milliseconds.
 */
export function orderByDate(posts: Uint32Array, dates: Int32Array): Uint32Array {
  let [highest, lowest] = [NO_CODE, Infinity];
  for (const post of posts) {
    const date = dates[post] ?? NO_CODE;
    if (date > highest) highest = date;
    if (date !== NO_CODE && date < lowest) lowest = date;
  }
  // One place behind the last date is that of the undated.
  const span = highest === NO_CODE ? 0 : highest - lowest + 1;
  const keyOf = (post: number): number => {
    const date = dates[post] ?? NO_CODE;
    return date === NO_CODE ? span : highest - date;
  };
  let [from, to] = [Uint32Array.from(posts), new Uint32Array(posts.length)];
  for (let unit = 1; unit <= span; unit *= DIGIT) {
    const starts = new Uint32Array(DIGIT + 1);
    for (const post of from) {
      const digit = Math.floor(keyOf(post) / unit) % DIGIT;
      starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < DIGIT; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
    for (const post of from) {
      const digit = Math.floor(keyOf(post) / unit) % DIGIT;
      const at = starts[digit] ?? 0;
      to[at] = post;
      starts[digit] = at + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Counts posts that are ordered by date; `isSaved` says of a post whether an article of it is here. */
export function countPeriods(
  ordered: Uint32Array,
  dates: Int32Array,
  isSaved: (post: number) => boolean,
): TimelinePeriods {
  const periods: DateCode[] = [];
  const counts: number[] = [];
  const saved: number[] = [];
  let [last, count, kept] = [-1, 0, 0];
  const end = (): void => {
    if (count === 0) return;
    periods.push(last);
    counts.push(count);
    saved.push(kept);
  };
  for (const post of ordered) {
    const date = dates[post] ?? NO_CODE;
    if (date !== last) {
      end();
      [last, count, kept] = [date, 0, 0];
    }
    count += 1;
    if (isSaved(post)) kept += 1;
  }
  end();
  return { periods: Int32Array.from(periods), counts: Uint32Array.from(counts), saved: Uint32Array.from(saved) };
}
