// Dates of an axis and how many posts each has in; the lines that are drawn out: years and months with their posts, newest first, silences,
// and the undated at the end. A hundred thousand lines are one typed array; only headings and silences are objects. Pure.
import { codeDate, dayNumber, isDay, isMonth, monthOf, NO_CODE, yearCode, type DateCode } from '#contract/dateCode.ts';
import type { TimelinePeriods } from '#contract/post.ts';

// Up to two weeks without a post is how most sites breathe; longer is worth a word.
const LONGEST_QUIET_DAYS = 14;

/** What stands between posts. A heading's count is of all posts of its year or month. */
export type TimelineMark =
  | { readonly mark: 'year' | 'month'; readonly code: DateCode; readonly count: number }
  | { readonly mark: 'undated'; readonly count: number }
  | {
      readonly mark: 'gap';
      /** Whole days. */ readonly days: number;
      /** The day before the silence. */ readonly after: DateCode;
    };

/** The lines of a timeline. */
export interface TimelineLines {
  /** For each line the place of its post among all posts, or `~mark` for a mark. */
  readonly lines: Int32Array;
  readonly marks: readonly TimelineMark[];
  /** For each period the place of its first post; one more than periods. */
  readonly starts: Uint32Array;
  readonly periods: Int32Array;
  /** How many days have posts. */
  readonly days: number;
}

/**
 * Lays dates out. A date is never shown as more than it says: posts known only to the year stand under its heading before its first
 * month, those known only to the month under that before its first day. Between two days with more than 14 whole days and nothing else
 * between them stands their silence.
 */
export function toLines({ periods, counts }: Pick<TimelinePeriods, 'periods' | 'counts'>): TimelineLines {
  const marks: TimelineMark[] = [];
  const starts = new Uint32Array(periods.length + 1);
  const [years, months] = [countBy(periods, counts, yearCode), countBy(periods, counts, monthOf)];
  const total = counts.reduce((sum, count) => sum + count, 0);
  // At most a year, a month and a silence before each date.
  const lines = new Int32Array(total + periods.length * 3);
  let [size, post, days] = [0, 0, 0];
  let [year, month, dayBefore] = [NO_CODE, NO_CODE, NO_CODE];
  const add = (mark: TimelineMark): void => {
    lines[size] = ~(marks.push(mark) - 1);
    size += 1;
  };
  for (const [at, code] of periods.entries()) {
    starts[at] = post;
    const count = counts[at] ?? 0;
    if (code === NO_CODE) add({ mark: 'undated', count });
    else {
      const quiet = isDay(code) && dayBefore !== NO_CODE ? dayNumber(dayBefore) - dayNumber(code) - 1 : 0;
      if (quiet > LONGEST_QUIET_DAYS) add({ mark: 'gap', days: quiet, after: code });
      if (yearCode(code) !== year) {
        year = yearCode(code);
        add({ mark: 'year', code: year, count: years.get(year) ?? 0 });
      }
      if ((isDay(code) || isMonth(code)) && monthOf(code) !== month) {
        month = monthOf(code);
        add({ mark: 'month', code: month, count: months.get(month) ?? 0 });
      }
    }
    dayBefore = isDay(code) ? code : NO_CODE;
    if (isDay(code)) days += 1;
    for (let each = 0; each < count; each += 1) {
      lines[size] = post;
      size += 1;
      post += 1;
    }
  }
  starts[periods.length] = post;
  return { lines: lines.subarray(0, size), marks, starts, periods, days };
}

/** The mark of a line; `undefined` for a post's. */
export function markAt({ lines, marks }: TimelineLines, line: number): TimelineMark | undefined {
  const value = lines[line] ?? 0;
  return value < 0 ? marks[~value] : undefined;
}

/** The line of a post by its place among all posts. */
export function lineOfPost({ lines }: TimelineLines, place: number): number {
  // Places ascend along the lines, with marks between them.
  let [low, high] = [place, lines.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = postFrom(lines, middle);
    if (at === undefined || at >= place) high = middle;
    else low = middle + 1;
  }
  return lines[low] === place ? low : lines.indexOf(place, low);
}

/** The index of the period that a place among all posts lies in. */
export function periodOfPost({ starts }: TimelineLines, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** The day a post's line is the first of; `undefined` for any other. */
export function dayBegunAt(lines: TimelineLines, place: number): string | undefined {
  const period = periodOfPost(lines, place);
  const code = lines.periods[period] ?? NO_CODE;
  return lines.starts[period] === place && isDay(code) ? (codeDate(code) ?? undefined) : undefined;
}

/** A name for a line that stays its own while others come and go. */
export function keyOfLine(all: TimelineLines, posts: Uint32Array, value: number): string {
  if (value >= 0) return String(posts[value]);
  const mark = all.marks[~value];
  if (mark === undefined || mark.mark === 'undated') return 'undated';
  return mark.mark === 'gap' ? `gap ${mark.after}` : `${mark.mark} ${mark.code}`;
}

/** The place of the first post at or after a line. */
function postFrom(lines: Int32Array, from: number): number | undefined {
  // No more than three marks stand together.
  for (let line = from; line < Math.min(lines.length, from + 4); line += 1) {
    const value = lines[line] ?? -1;
    if (value >= 0) return value;
  }
  return undefined;
}

function countBy(
  periods: Int32Array,
  counts: Uint32Array,
  group: (code: DateCode) => DateCode,
): ReadonlyMap<DateCode, number> {
  const sums = new Map<DateCode, number>();
  for (const [at, code] of periods.entries()) {
    if (code === NO_CODE) continue;
    const key = group(code);
    sums.set(key, (sums.get(key) ?? 0) + (counts[at] ?? 0));
  }
  return sums;
}

/** The place of the first post at or under a line. */
export function placeFrom({ lines }: TimelineLines, line: number): number {
  for (let at = line; at < lines.length; at += 1) {
    const value = lines[at] ?? -1;
    if (value >= 0) return value;
  }
  return Math.max(0, lines.findLast((value) => value >= 0) ?? 0);
}

/** The heading a line stands under: its month's, or its year's where no month is known. */
export function headingOver(lines: TimelineLines, line: number): TimelineMark | undefined {
  for (let at = Math.min(line, lines.lines.length - 1); at >= 0; at -= 1) {
    const mark = markAt(lines, at);
    if (mark !== undefined && mark.mark !== 'gap') return mark;
  }
  return markAt(lines, 0);
}
