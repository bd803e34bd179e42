// Bars in, the few that are named beside the strip out. Pure.
import { codeDate, monthOf, yearOf, type DateCode } from '#contract/dateCode.ts';
import { formatMonth, formatMonthName } from '../ui/dates.ts';
import type { Density } from './density.ts';

/** A name beside a bar. */
export interface DensityLabel {
  readonly text: string;
  readonly index: number;
  readonly isYear: boolean;
}

// Closer ones would run into each other.
const LEAST_APART_PX = 30;

/** Names for as many bars as have room: years, and months and days where those are far enough apart. */
export function densityLabels({ bars, unit }: Density, height: number): readonly DensityLabel[] {
  const most = Math.max(2, Math.floor(height / LEAST_APART_PX));
  const years = begins(bars.map(({ code }) => yearOf(code)));
  if (unit === 'year' || (unit === 'month' && bars.length > most)) {
    return thinned(
      years.map((index) => ({ text: String(yearOf(bars[index]?.code ?? 0)), index, isYear: true })),
      most,
    );
  }
  const months = unit === 'month' ? bars.map((_, index) => index) : begins(bars.map(({ code }) => monthOf(code)));
  return thinned(
    months.map((index) => {
      const isYear = years.includes(index);
      return { text: monthLabel(bars[index]?.code ?? 0, isYear), index, isYear };
    }),
    most,
  );
}

function monthLabel(code: DateCode, isYear: boolean): string {
  const month = codeDate(monthOf(code)) ?? '';
  return isYear ? formatMonth(month).replace(/^(\p{L}{3})\p{L}*/u, '$1') : formatMonthName(month);
}

/** The indexes at which another value begins. */
function begins(values: readonly number[]): readonly number[] {
  return values.flatMap((value, index) => (index === 0 || values[index - 1] !== value ? [index] : []));
}

function thinned(labels: readonly DensityLabel[], most: number): readonly DensityLabel[] {
  const step = Math.ceil(labels.length / most);
  return labels.filter((_, index) => index % step === 0);
}
