// How many posts each day, month or year of the whole span has, silent ones too. Pure.
import {
  codeDate,
  codesWithin,
  dayCode,
  dayNumber,
  isDay,
  isMonth,
  monthOf,
  NO_CODE,
  yearCode,
  yearOf,
  type DateCode,
} from '#contract/dateCode.ts';
import type { TimelinePeriods } from '#contract/post.ts';

/** What a bar stands for. */
export type DensityUnit = 'day' | 'month' | 'year';

// Days are many and mostly empty, so they need more room to be told apart.
const LEAST_BAR_PX = { day: 6, month: 2 } as const;

/** One day, month or year of the span. */
export interface DensityBar {
  readonly code: DateCode;
  readonly count: number;
  readonly saved: number;
}

/** The span from its newest bar to its oldest. */
export interface Density {
  readonly unit: DensityUnit;
  readonly bars: readonly DensityBar[];
  /** Posts in the fullest bar. */
  readonly most: number;
}

/**
 * Counts by the finest unit whose bars have room in `height` CSS pixels. Posts known only to a month or a year count where bars are as wide.
 */
export function toDensity({ periods, counts, saved }: TimelinePeriods, height: number): Density {
  const dated = periods.filter((code) => code !== NO_CODE);
  const [newest, oldest] = [dated[0], dated.at(-1)];
  if (newest === undefined || oldest === undefined) return { unit: 'day', bars: [], most: 0 };
  const unit =
    (['day', 'month'] as const).find((each) => barsBetween(oldest, newest, each) * LEAST_BAR_PX[each] <= height) ??
    'year';
  const sums = new Map<number, { count: number; saved: number }>();
  for (const [at, code] of periods.entries()) {
    if (!fits(code, unit)) continue;
    const number = numberOf(code, unit);
    const sum = sums.get(number) ?? { count: 0, saved: 0 };
    sums.set(number, { count: sum.count + (counts[at] ?? 0), saved: sum.saved + (saved[at] ?? 0) });
  }
  const numbers = [...sums.keys()];
  const bars: DensityBar[] = [];
  let most = 0;
  for (let number = numbers[0] ?? 0; number >= (numbers.at(-1) ?? 1); number -= 1) {
    const { count, saved: kept } = sums.get(number) ?? { count: 0, saved: 0 };
    most = Math.max(most, count);
    bars.push({ code: codeOf(number, unit), count, saved: kept });
  }
  return { unit, bars, most };
}

/** The bar a date lies in, or the nearest one; the last for the undated. */
export function barOf({ bars, unit }: Density, code: DateCode): number {
  const [first] = bars;
  if (first === undefined) return -1;
  if (code === NO_CODE) return bars.length - 1;
  return Math.min(bars.length - 1, Math.max(0, numberOf(first.code, unit) - numberOf(code, unit)));
}

/** The index of the first period at or before the end of a date: where the list has to go to show that date, or what is next to it. */
export function periodAt(periods: Int32Array, code: DateCode): number {
  const [, last] = codesWithin(code);
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle] ?? NO_CODE) <= last) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, Math.min(low, periods.length - 1));
}

/** The first and the last day, month or year of two bars, as bounds of a range. */
export function rangeOf(
  bars: readonly DensityBar[],
  one: number,
  other: number,
): { readonly from: string | null; readonly to: string | null } {
  const [newest, oldest] = [bars[Math.min(one, other)], bars[Math.max(one, other)]];
  return { from: codeDate(oldest?.code ?? NO_CODE), to: codeDate(newest?.code ?? NO_CODE) };
}

function barsBetween(oldest: DateCode, newest: DateCode, unit: DensityUnit): number {
  return numberOf(newest, unit) - numberOf(oldest, unit) + 1;
}

/** Whether a date says as much as a bar of the unit asks for. */
function fits(code: DateCode, unit: DensityUnit): boolean {
  if (code === NO_CODE) return false;
  return unit === 'year' || isDay(code) || (unit === 'month' && isMonth(code));
}

function numberOf(code: DateCode, unit: DensityUnit): number {
  if (unit === 'day') return dayNumber(code);
  if (unit === 'year') return yearOf(code);
  const [first] = codesWithin(code);
  const month = (first >> 6) & 15;
  return yearOf(code) * 12 + Math.max(1, month) - 1;
}

function codeOf(number: number, unit: DensityUnit): DateCode {
  if (unit === 'day') return dayCode(number);
  if (unit === 'year') return yearCode(number * 1024);
  return monthOf(Math.floor(number / 12) * 1024 + ((number % 12) + 1) * 64);
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
