// Lines of the timeline in; how many posts each month or year of the whole span has, out, silent ones too. Pure.
import { UNDATED, type TimelineLine } from './timelineLines.ts';

/** One month or year of the span. */
export interface DensityBar {
  /** `YYYY-MM` or `YYYY`. */
  readonly period: string;
  readonly count: number;
  /** The line of its heading; of a silent period, that of the next older one that has posts. */
  readonly line: number;
}

/** The span from its newest period to its oldest. */
export interface Density {
  readonly unit: 'month' | 'year';
  readonly bars: readonly DensityBar[];
  /** Posts in the fullest period. */
  readonly most: number;
}

/** Counts by month, or by year where the span has more than `mostBars` months. Posts known only to the year count only by year. */
export function toDensity(lines: readonly TimelineLine[], mostBars: number): Density {
  const headings = lines.flatMap((line, index) =>
    line.line === 'heading' && line.period !== UNDATED ? [{ period: line.period, count: line.count, index }] : [],
  );
  const months = headings.filter(({ period }) => period.length === 7).map(({ period }) => monthNumber(period));
  // Headings run from newest to oldest, so the two ends tell the span.
  const span = (months[0] ?? 0) - (months.at(-1) ?? 1) + 1;
  const unit = span > 0 && span <= mostBars ? 'month' : 'year';

  const counts = new Map<number, { count: number; line: number }>();
  for (const { period, count, index } of headings) {
    if (unit === 'month' && period.length === 4) continue;
    const number = unit === 'month' ? monthNumber(period) : Number(period.slice(0, 4));
    const known = counts.get(number);
    if (known === undefined) counts.set(number, { count, line: index });
    else known.count += count;
  }

  const numbers = [...counts.keys()];
  const newest = numbers[0] ?? 0;
  const oldest = numbers.at(-1) ?? 1;
  const bars: DensityBar[] = [];
  let line = 0;
  for (let number = oldest; number <= newest; number += 1) {
    const known = counts.get(number);
    line = known?.line ?? line;
    bars.push({ period: unit === 'month' ? monthName(number) : String(number), count: known?.count ?? 0, line });
  }
  return { unit, bars: bars.reverse(), most: bars.reduce((most, { count }) => Math.max(most, count), 0) };
}

/** The bar a line belongs to: the last whose heading is not below it. */
export function barAtLine(bars: readonly DensityBar[], line: number): number {
  const at = bars.findLastIndex((bar) => bar.count > 0 && bar.line <= line);
  return Math.max(0, at);
}

/** A bar that was chosen, and whether the list has come to it. */
export interface Aim {
  readonly bar: number;
  readonly isThere: boolean;
}

/**
 * Follows an aim while the list moves: it holds until the list is there, and from then on as long as the list stays, or stands at its
 * end, where it cannot bring the last bars to its top. `undefined` once the list has been moved on by other means.
 */
export function followAim(aim: Aim, top: number, isAtEnd: boolean): Aim | undefined {
  const isReached = top === aim.bar || (isAtEnd && aim.bar > top);
  if (isReached) return aim.isThere ? aim : { ...aim, isThere: true };
  return aim.isThere ? undefined : aim;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
