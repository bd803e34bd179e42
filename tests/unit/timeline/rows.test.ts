// The timeline's lines: what stands under which heading, in which order, and where a silence is drawn.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { unreachable } from '#contract/errors.ts';
import { AXES, type Post, type TimelineRow } from '#contract/post.ts';
import { earlier, later } from '../../../electron/timeline/mixedDates.ts';
import { toRows } from '../../../electron/timeline/rows.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';

function aPost(change: Partial<Post> = {}): Post {
  return {
    key: change.title ?? '',
    title: '',
    url: null,
    kind: 'article',
    siteName: null,
    added: null,
    updated: null,
    published: null,
    saved: null,
    articleId: null,
    isRead: false,
    listedBy: [],
    ...change,
  };
}

/** Posts named after their dates, on the axis `added`. */
const added = (...dates: readonly (string | null)[]): readonly Post[] =>
  dates.map((date, index) => aPost({ title: `${index}`, added: date }));

function silences(...dates: readonly string[]): readonly string[] {
  return brief(toRows(added(...dates), 'added').filter((row) => row.row === 'gap'));
}

/** What the row of a post with these dates says. */
function days(from: string | null, to: string | null): number | undefined {
  const row = toRows([aPost({ added: from, updated: to })], 'added').find((each) => each.row === 'post');
  return row?.row === 'post' ? row.updatedAfterDays : undefined;
}

/** Rows in one word each. */
function brief(rows: readonly TimelineRow[]): readonly string[] {
  return rows.map((row) => {
    switch (row.row) {
      case 'month':
        return `${row.month} (${row.count})`;
      case 'day':
        return `${row.day} (${row.count})`;
      case 'undated':
        return `undated (${row.count})`;
      case 'gap':
        return `${row.after} … ${row.days} days … ${row.before}`;
      case 'post':
        return row.post.title;
      default:
        return unreachable(row);
    }
  });
}

test('newest first by month and day, the list’s order within a day, the undated last', () => {
  const posts = added('2012-09-07', '2012-10-07', null, '2012-09-07T23:00:00+09:00', '2012-09-05', null, '2012-09-07');
  expect(brief(toRows(posts, 'added'))).toEqual([
    '2012-10 (1)',
    '2012-10-07 (1)',
    '1',
    '2012-09-07 … 29 days … 2012-10-07',
    '2012-09 (4)',
    '2012-09-07 (3)',
    '0',
    '3',
    '6',
    '2012-09-05 (1)',
    '4',
    'undated (2)',
    '2',
    '5',
  ]);
});

test('a date known only to the month or the year is never shown as a day', () => {
  const posts = added('2012-09', '2012-09-30', '2012', '2012-12-01', '2013-01', '2011-12-31');
  expect(brief(toRows(posts, 'added')).join(' | ')).toBe(
    '2013-01 (1) | 4 | 2012 (1) | 2 | 2012-12 (1) | 2012-12-01 (1) | 3 | 2012-09 (2) | 0 | 2012-09-30 (1) | 1 | ' +
      '2011-12-31 … 273 days … 2012-09-30 | 2011-12 (1) | 2011-12-31 (1) | 5',
  );
});

test('a silence is drawn only when it is longer than two weeks and nothing stands in it', () => {
  expect(silences('2024-03-01', '2024-02-15')).toEqual([]);
  expect(silences('2024-03-16', '2024-03-01')).toEqual([]);
  expect(silences('2024-03-17', '2024-03-01')).toEqual(['2024-03-01 … 15 days … 2024-03-17']);
  expect(silences('2024-03-17', '2024-03', '2024-01-01')).toEqual(['2024-01-01 … 75 days … 2024-03-17']);
  expect(silences('2024-03-17', '2024-02', '2024-01-01')).toEqual([]);
});

test('a post tells how many days after it was added it was updated', () => {
  expect(days('2012-09-07', '2015-09-07')).toBe(1095);
  expect(days('2012-09-07', '2012-09-07T23:59:59Z')).toBe(0);
  expect(days('2012-09-07', '2012-09-01')).toBe(0);
  expect(days('2012-09', '2013-09-01')).toBe(0);
  expect(days(null, '2013-09-01')).toBe(0);
});

test('of dates of different precision the more precise stands for what both may mean', () => {
  expect(earlier('2012-09', '2012-09-07')).toBe('2012-09-07');
  expect(later('2012-09', '2012-09-07')).toBe('2012-09-07');
  expect(earlier('2012', '2012-09')).toBe('2012-09');
  expect(later('2013', '2012-12-31')).toBe('2013');
  expect(earlier('2012-09-07', '2012-09-07T12:00:00Z')).toBe('2012-09-07T12:00:00Z');
  expect(earlier('2012-09-07T12:00:00+14:00', '2012-09-07T00:00:00Z')).toBe('2012-09-07T12:00:00+14:00');
  expect(later('2012-09-07T12:00:00+14:00', '2012-09-07T00:00:00Z')).toBe('2012-09-07T00:00:00Z');
  expect(later(null, '2012')).toBe('2012');
  expect(earlier(null, null)).toBeNull();
});

test('which of many dates is earliest or latest does not depend on the order they are met in', () => {
  const dates = [
    '2012',
    '2012-09',
    '2012-09-07',
    '2012-09-07T10:00',
    '2012-09-07T12:00:00+14:00',
    '2012-09-07T00:00:00Z',
    '2011-12',
    '2013',
    '2012-10',
  ];
  const wrong: string[] = [];
  for (const a of dates) {
    for (const b of dates) {
      if (earlier(a, b) !== earlier(b, a) || later(a, b) !== later(b, a)) wrong.push(`${a} ${b}`);
      for (const c of dates) {
        if (earlier(earlier(a, b), c) !== earlier(a, earlier(b, c))) wrong.push(`earlier ${a} ${b} ${c}`);
        if (later(later(a, b), c) !== later(a, later(b, c))) wrong.push(`later ${a} ${b} ${c}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('on every axis every post stands exactly once, the counts add up, and the order is stable', () => {
  let state = 3;
  const random = (count: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % count;
  const date = (): string | null => {
    const day = new Date(Date.UTC(2010, random(30), 1 + random(31))).toISOString().slice(0, 10);
    return (
      [null, day.slice(0, 4), day.slice(0, 7), day, day, day, `${day}T0${random(10)}:00:00+0${random(10)}:00`][
        random(7)
      ] ?? null
    );
  };
  const wrong: string[] = [];
  for (let round = 0; round < 100; round += 1) {
    const posts = Array.from({ length: random(60) }, (_, index) =>
      aPost({
        title: `${index}`,
        added: date(),
        updated: date(),
        published: date(),
        saved: date()?.slice(0, 10) ?? null,
      }),
    );
    for (const axis of AXES) {
      const rows = toRows(posts, axis);
      const shown = rows.flatMap((row) => (row.row === 'post' ? [row.post] : []));
      if (shown.length !== posts.length || new Set(shown).size !== posts.length) wrong.push(`round ${round}, ${axis}`);
      const counted = rows.reduce(
        (sum, row) => sum + (row.row === 'month' || row.row === 'undated' ? row.count : 0),
        0,
      );
      if (counted !== posts.length) wrong.push(`round ${round}, ${axis}: ${counted} counted`);
      let month = '';
      let day = '';
      let last = -1;
      for (const row of rows) {
        if (row.row === 'month') [month, day, last] = [row.month, '', -1];
        if (row.row === 'day') [day, last] = [row.day, -1];
        if (row.row === 'undated') [month, day, last] = ['undated', '', -1];
        if (row.row !== 'post') continue;
        const own = row.post[axis];
        const isUnderItsHeading = own === null ? month === 'undated' : own.slice(0, 10) === (day === '' ? month : day);
        if (!isUnderItsHeading || Number(row.post.title) <= last)
          wrong.push(`round ${round}, ${axis}, ${row.post.title}`);
        last = Number(row.post.title);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('in no time zone does a day move', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'layover-zone-'));
  const program = join(folder, 'zone.cjs');
  await buildProgram('tests/unit/timeline/zoneProgram.ts', program);
  const outputs = await Promise.all(
    ['Pacific/Kiritimati', 'America/Los_Angeles', 'America/St_Johns', 'UTC'].map(async (TZ) => {
      const { stdout } = await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TZ } });
      return JSON.parse(stdout) as unknown;
    }),
  );
  const days = { added: '2012-09-07', updated: '2012-09-30', published: '2024-02-29', gap: 22 };
  expect(outputs).toEqual([
    { ...days, saved: '2026-03-30' },
    { ...days, saved: '2026-03-29' },
    { ...days, saved: '2026-03-29' },
    { ...days, saved: '2026-03-29' },
  ]);
  await rm(folder, { recursive: true });
});
