// Run in several time zones: says under which days the dates of one post stand, and how long a silence is over a change of clocks.
import { localDayOf } from '#contract/dates.ts';
import { AXES, type Axis, type TimelineRow } from '#contract/post.ts';
import { toPosts } from '../../../electron/timeline/posts.ts';
import { toRows } from '../../../electron/timeline/rows.ts';
import { anArticle, anEntry } from '../../helpers/articles.ts';

const address = 'https://notes.example/last-signal';
const article = anArticle({
  published: '2024-02-29T23:30:00-11:00',
  updated: null,
  canonicalUrl: address,
  saved: '2026-03-29T12:30:00.000Z',
  relatedLists: [
    { heading: null, entries: [anEntry({ url: address, added: '2012-09-07', updated: '2012-09-30T00:10:00+14:00' })] },
  ],
});
const posts = toPosts([article], (instant) => localDayOf(new Date(instant)));

function dayOn(axis: Axis): string | undefined {
  return toRows(posts, axis).flatMap((row) => (row.row === 'day' ? [row.day] : []))[0];
}

// The clocks change in March in both hemispheres of the zones asked about.
const two = ['2026-03-05', '2026-03-28'].map((added) => anEntry({ title: added, added }));
const spring = toPosts(
  [anArticle({ canonicalUrl: null, source: null, relatedLists: [{ heading: null, entries: two }] })],
  () => '2026-01-01',
);
const gap = toRows(spring, 'added').find((row): row is Extract<TimelineRow, { row: 'gap' }> => row.row === 'gap');
const days = Object.fromEntries(AXES.map((axis) => [axis, dayOn(axis)]));
process.stdout.write(JSON.stringify({ ...days, gap: gap?.days }));
