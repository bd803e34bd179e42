// A timeline in other hands: a calendar that keeps its rules, a table, data, and a page that needs nothing else.
import * as cheerio from 'cheerio';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import type { ExportFormat } from '#contract/exporting.ts';
import { NO_FILTER, type TimelinePost } from '#contract/post.ts';
import { exportTimeline, leftOutOf } from '../../../electron/exchange/exportTimeline.ts';
import { anArticleId } from '../../helpers/articles.ts';

function aPost(change: Partial<TimelinePost>): TimelinePost {
  return {
    post: 0,
    title: 'The night train',
    url: 'https://a.example/night-train?x=1&y=2',
    kind: 'article',
    site: 'a.example',
    added: '2012-09-07',
    updated: null,
    published: null,
    saved: null,
    articleId: null,
    state: 'known',
    updatedAfterDays: 0,
    updatedSinceSavedDays: 0,
    feed: null,
    lists: 1,
    ...change,
  };
}

const NASTY =
  'Say "hi", twice; <script>alert(1)</script> \\ & more\nthan a line: 夜行列車の終着駅で待つ人々の長い長い物語とその続き';
const POSTS = [
  aPost({ title: NASTY, kind: 'video', updated: '2015-01-01', articleId: anArticleId(1), state: 'partial' }),
  aPost({ title: '=HYPERLINK("https://evil.example")', url: 'javascript:alert(1)' }),
  aPost({ title: 'That month', added: '2012-08' }),
  aPost({ title: 'Some day', added: null, url: null, site: '' }),
];

function exported(format: ExportFormat, posts: readonly TimelinePost[] = POSTS): string {
  return [
    ...exportTimeline(format, { axis: 'added', filter: NO_FILTER, posts, exported: '2026-11-24T10:20:30.000Z' }),
  ].join('');
}

test('the calendar has an event for each post with a day, by the rules of RFC 5545', () => {
  const text = exported('ics');
  const lines = text.split('\r\n');
  expect(lines.at(-1)).toBe('');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  expect(unfolded.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
  expect(leftOutOf('ics', { axis: 'added', posts: POSTS })).toBe(2);
  const event = unfolded.slice(unfolded.indexOf('BEGIN:VEVENT'), unfolded.indexOf('END:VEVENT'));
  expect(event).toContain('DTSTART;VALUE=DATE:20120907');
  expect(event).toContain('DTSTAMP:20261124T102030Z');
  expect(event).toContain('URL:https://a.example/night-train?x=1&y=2');
  const summary = event.find((line) => line.startsWith('SUMMARY:'))?.slice(8) ?? '';
  const read = summary.replace(/\\([\\;,n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
  expect(read).toBe(NASTY);
  const uids = (all: string): readonly string[] => all.match(/^UID:.*$/gm) ?? [];
  expect(new Set(uids(text)).size).toBe(2);
  expect(uids(exported('ics', POSTS.toReversed())).toSorted()).toEqual(uids(text).toSorted());
});

test('the table is read back as it was, and nothing in it is a formula', () => {
  const text = exported('csv');
  expect(text.startsWith('\uFEFFdate,title,')).toBe(true);
  const rows = v.parse(v.array(v.record(v.string(), v.string())), parse(text, { bom: true, columns: true }));
  expect(rows.map(({ title }) => title)).toEqual([NASTY, `'${POSTS[1]?.title}`, 'That month', 'Some day']);
  expect(rows[0]).toMatchObject({ date: '2012-09-07', updated: '2015-01-01', state: 'partial', url: POSTS[0]?.url });
  expect(rows[2]?.['date']).toBe('2012-08');
  expect(exported('csv', [])).toContain('date,title');
});

test('the data are all that is known of each post but its number', () => {
  const document: unknown = JSON.parse(exported('json'));
  const known = POSTS.map(({ post: _post, ...facts }) => facts);
  expect(document).toMatchObject({ format: 'layover-timeline', version: 1, axis: 'added', posts: known });
  expect(JSON.parse(exported('json', []))).toMatchObject({ posts: [] });
});

test('the page shows every post under its month, and nothing of a post becomes markup, script or request', () => {
  const $ = cheerio.load(exported('html'));
  expect(
    $('h2')
      .map((_, each) => $(each).text())
      .get(),
  ).toEqual(['September 2012', 'August 2012', 'No date']);
  expect($('li p').first().text()).toContain(NASTY);
  expect($('script, link, img, iframe, object').length).toBe(0);
  expect(
    $('a')
      .map((_, each) => $(each).attr('href'))
      .get(),
  ).toEqual([POSTS[0]?.url, POSTS[2]?.url]);
  expect($('time').length).toBe(1);
  expect($('meta[http-equiv]').attr('content')).toContain("default-src 'none'");
});

test('a hundred thousand posts come in pieces, none of which is large', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => aPost({ title: `Post ${at}`, url: `https://a.example/${at}` }));
  for (const format of ['ics', 'csv', 'json', 'html'] as const) {
    const pieces = [
      ...exportTimeline(format, {
        axis: 'added',
        filter: NO_FILTER,
        posts: many,
        exported: '2026-11-24T10:20:30.000Z',
      }),
    ];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
    expect(pieces.join('')).toContain('Post 4999');
  }
});
