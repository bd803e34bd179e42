// A date as a person types it in; the minutes it covers out. Pure.

/** Minutes since 1970, from the first to before the second; infinite where there is no bound. */
export interface MinuteRange {
  readonly from: number;
  readonly before: number;
}

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const AGO = /^(\d{1,4})(d|w|mo|y)$/;

/**
 * Reads `2024`, `2024-05`, `2024-05-03`, `a..b` (either may be missing), `<a`, `<=a`, `>a`, `>=a`, `7d`, `2w`, `3mo`, `1y` (since so long ago),
 * `today`, `yesterday`, `thisweek` (from Monday), `lastweek`, `thismonth`, `lastmonth`, `thisyear`, `lastyear`. A date covers the whole of
 * its day, month or year; `>2024` begins after its end. Days begin in the zone of the process, or with `isUtc` in UTC. `undefined` for
 * anything else, and for a day that does not exist.
 */
export function parseDateRange(text: string, now: Date, isUtc: boolean): MinuteRange | undefined {
  const bound = /^(<=|>=|<|>)(.+)$/.exec(text);
  if (bound !== null) return compare(bound[1] ?? '', period(bound[2] ?? '', now, isUtc));
  const [, first, last] = /^(.*?)\.\.(.*)$/.exec(text) ?? [];
  if (first === undefined || last === undefined) return period(text, now, isUtc);
  const from = first === '' ? { from: -Infinity, before: Infinity } : period(first, now, isUtc);
  const to = last === '' ? { from: -Infinity, before: Infinity } : period(last, now, isUtc);
  return from === undefined || to === undefined || (first === '' && last === '')
    ? undefined
    : { from: from.from, before: to.before };
}

function compare(sign: string, range: MinuteRange | undefined): MinuteRange | undefined {
  if (range === undefined) return undefined;
  if (sign === '<') return { from: -Infinity, before: range.from };
  if (sign === '<=') return { from: -Infinity, before: range.before };
  return { from: sign === '>' ? range.before : range.from, before: Infinity };
}

function period(text: string, now: Date, isUtc: boolean): MinuteRange | undefined {
  const at = (year: number, month: number, day: number): number => {
    const date = isUtc ? new Date(Date.UTC(2000, month, day)) : new Date(2000, month, day);
    if (isUtc) date.setUTCFullYear(year, month, day);
    else date.setFullYear(year, month, day);
    return Math.floor(date.getTime() / 60_000);
  };
  const [year, month, day] = isUtc
    ? [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()]
    : [now.getFullYear(), now.getMonth(), now.getDate()];
  const monday = day - (((isUtc ? now.getUTCDay() : now.getDay()) + 6) % 7);
  const named: Readonly<Record<string, readonly [number, number]>> = {
    today: [at(year, month, day), at(year, month, day + 1)],
    yesterday: [at(year, month, day - 1), at(year, month, day)],
    thisweek: [at(year, month, monday), at(year, month, monday + 7)],
    lastweek: [at(year, month, monday - 7), at(year, month, monday)],
    thismonth: [at(year, month, 1), at(year, month + 1, 1)],
    lastmonth: [at(year, month - 1, 1), at(year, month, 1)],
    thisyear: [at(year, 0, 1), at(year + 1, 0, 1)],
    lastyear: [at(year - 1, 0, 1), at(year, 0, 1)],
  };
  const name = Object.hasOwn(named, text) ? named[text] : undefined;
  if (name !== undefined) return { from: name[0], before: name[1] };
  const ago = AGO.exec(text);
  if (ago !== null) {
    const count = Number(ago[1]);
    const starts = {
      d: () => at(year, month, day - count),
      w: () => at(year, month, day - 7 * count),
      mo: () => at(year, month - count, day),
      y: () => at(year - count, month, day),
    };
    const unit = ago[2];
    return unit === 'd' || unit === 'w' || unit === 'mo' || unit === 'y'
      ? { from: starts[unit](), before: Infinity }
      : undefined;
  }
  const [, y, m, d] = DATE.exec(text) ?? [];
  if (y === undefined) return undefined;
  if (m === undefined) return { from: at(Number(y), 0, 1), before: at(Number(y) + 1, 0, 1) };
  if (Number(m) < 1 || Number(m) > 12) return undefined;
  if (d === undefined) return { from: at(Number(y), Number(m) - 1, 1), before: at(Number(y), Number(m), 1) };
  const days = new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
  if (Number(d) < 1 || Number(d) > days) return undefined;
  return { from: at(Number(y), Number(m) - 1, Number(d)), before: at(Number(y), Number(m) - 1, Number(d) + 1) };
}
