// The lines of the timeline and the bars of its strip: what stands under which heading, where a silence is drawn, what a bar counts.
import { expect, test } from 'playwright/test';
import { codeDate, dateCode, NO_CODE } from '#contract/dateCode.ts';
import type { TimelinePeriods } from '#contract/post.ts';
import { barOf, followAim, periodAt, rangeOf, toDensity } from '../../../renderer/timeline/density.ts';
import {
  dayBegunAt,
  lineOfPost,
  markAt,
  periodOfPost,
  toLines,
  type TimelineLines,
} from '../../../renderer/timeline/timelineLines.ts';
import { anyArticles, indexOf, seededRandom, selected } from '../../helpers/timelines.ts';

/** Periods of dates that each have so many posts, one where nothing else is said. */
function periodsOf(...dates: readonly (readonly [string | null, number] | string | null)[]): TimelinePeriods {
  const pairs = dates.map((each) => (typeof each === 'string' || each === null ? ([each, 1] as const) : each));
  return {
    periods: Int32Array.from(pairs, ([date]) => dateCode(date)),
    counts: Uint32Array.from(pairs, ([, count]) => count),
    saved: Uint32Array.from(pairs, ([, count]) => Math.floor(count / 2)),
  };
}

/** Lines as texts: headings with their counts, silences with their days, posts with their places and the day they begin. */
function brief(lines: TimelineLines): readonly string[] {
  return Array.from(lines.lines, (value, line) => {
    const mark = markAt(lines, line);
    if (mark === undefined) return [value, dayBegunAt(lines, value)].filter((part) => part !== undefined).join(' ');
    if (mark.mark === 'gap') return `${codeDate(mark.after)} and ${mark.days} days`;
    return `${mark.mark === 'undated' ? 'undated' : codeDate(mark.code)} (${mark.count})`;
  });
}

test('years, months and days newest first, the undated last', () => {
  expect(brief(toLines(periodsOf('2013-01-02', ['2012-10-07', 2], '2012-09-07', '2012-09-05', [null, 2])))).toEqual([
    '2013 (1)',
    '2013-01 (1)',
    '0 2013-01-02',
    '2012-10-07 and 86 days',
    '2012 (4)',
    '2012-10 (2)',
    '1 2012-10-07',
    '2',
    '2012-09-07 and 29 days',
    '2012-09 (2)',
    '3 2012-09-07',
    '4 2012-09-05',
    'undated (2)',
    '5',
    '6',
  ]);
  expect(brief(toLines(periodsOf()))).toEqual([]);
});

test('a date known only to the month or the year is never shown as a day', () => {
  const periods = periodsOf('2013-01', ['2012', 2], '2012-12-01', '2012-09', '2012-09-30', '2011-12-31');
  expect(brief(toLines(periods)).join(' | ')).toBe(
    '2013 (1) | 2013-01 (1) | 0 | 2012 (5) | 1 | 2 | 2012-12 (1) | 3 2012-12-01 | 2012-09 (2) | 4 | 5 2012-09-30 | ' +
      '2011-12-31 and 273 days | 2011 (1) | 2011-12 (1) | 6 2011-12-31',
  );
});

test('a silence is drawn only when it is longer than two weeks and nothing stands in it', () => {
  const silences = (...dates: readonly string[]): readonly string[] =>
    brief(toLines(periodsOf(...dates))).filter((line) => line.includes('days'));
  expect(silences('2024-03-01', '2024-02-15')).toEqual([]);
  expect(silences('2024-03-16', '2024-03-01')).toEqual([]);
  expect(silences('2024-03-17', '2024-03-01')).toEqual(['2024-03-01 and 15 days']);
  expect(silences('2024-03-17', '2024-02', '2024-01-01')).toEqual([]);
});

test('whatever the dates, every post has its line under its year and month, and the counts add up', () => {
  const random = seededRandom(11);
  const wrong: string[] = [];
  for (let round = 0; round < 300; round += 1) {
    const index = indexOf(anyArticles(random));
    const axis = (['added', 'updated', 'published', 'saved'] as const)[random(4)] ?? 'added';
    const view = selected(index, axis);
    const lines = toLines(view);
    const titles = brief(lines);
    const places = Array.from(view.posts, (_, place) => lineOfPost(lines, place));
    if (places.some((line, place) => lines.lines[line] !== place)) wrong.push(`round ${round}: a line of a post`);
    const sum = (mark: RegExp): number =>
      titles.reduce((all, title) => all + (mark.test(title) ? Number(/\((\d+)\)/.exec(title)?.[1]) : 0), 0);
    if (sum(/^(?:\d{4}|undated) \(/) !== view.posts.length) wrong.push(`round ${round}: years`);
    let [year, month] = ['', ''];
    for (const [line, title] of titles.entries()) {
      if (/^\d{4} \(/.test(title)) [year, month] = [title.slice(0, 4), ''];
      if (/^\d{4}-\d\d \(/.test(title)) month = title.slice(0, 7);
      if (title.startsWith('undated')) [year, month] = ['undated', ''];
      const place = lines.lines[line] ?? -1;
      if (place < 0) continue;
      const date = codeDate(lines.periods[periodOfPost(lines, place)] ?? NO_CODE) ?? 'undated';
      const isUnderItsHeading = date.length === 4 || date === 'undated' || (month !== '' && date.startsWith(month));
      if (!isUnderItsHeading || !date.startsWith(year)) wrong.push(`round ${round}: ${title} under ${year} ${month}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the strip has a bar for every day, month or year as there is room, the silent ones too', () => {
  const months = periodsOf(['2026-03-04', 5], ['2025-12-31', 1], ['2025-12', 1], [null, 9]);
  const bars = (height: number): readonly string[] =>
    toDensity(months, height).bars.map(({ code, count, saved }) => `${codeDate(code)} ${count} ${saved}`);
  expect(bars(100)).toEqual(['2026-03 5 2', '2026-02 0 0', '2026-01 0 0', '2025-12 2 0']);
  expect(bars(7)).toEqual(['2026 5 2', '2025 2 0']);
  expect(bars(1_000)).toHaveLength(64);
  expect(bars(1_000)[0]).toBe('2026-03-04 5 2');
  expect(toDensity(months, 100).most).toBe(5);
  expect(toDensity(periodsOf([null, 3]), 100).bars).toEqual([]);
});

test('a date leads to its bar, and to its posts or the next older ones', () => {
  const months = periodsOf('2026-03-04', '2026-01-20', '2025-12-31', null);
  const density = toDensity(months, 100);
  const bar = (date: string | null): number => barOf(density, dateCode(date));
  expect([bar('2026-03-04'), bar('2026-02'), bar('2025-12-01'), bar('2030'), bar('1999'), bar(null)]).toEqual([
    0, 1, 3, 0, 3, 3,
  ]);
  const period = (date: string): number => periodAt(months.periods, dateCode(date));
  expect([
    period('2026-03-04'),
    period('2026-02'),
    period('2026'),
    period('2025'),
    period('1990'),
    period('2031'),
  ]).toEqual([0, 1, 0, 2, 3, 0]);
  expect(rangeOf(density.bars, 3, 1)).toEqual({ from: '2025-12', to: '2026-02' });
});

test('an aim holds until the list is there, and while it stands at its end', () => {
  const aim = { bar: 4, isThere: false };
  expect(followAim(aim, 1, false)).toBe(aim);
  expect(followAim(aim, 4, false)).toEqual({ bar: 4, isThere: true });
  expect(followAim({ bar: 4, isThere: true }, 5, false)).toBeUndefined();
  expect(followAim(aim, 3, true)).toEqual({ bar: 4, isThere: true });
  expect(followAim({ bar: 4, isThere: true }, 2, false)).toBeUndefined();
});
