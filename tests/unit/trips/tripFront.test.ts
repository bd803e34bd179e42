// The timeline and the board of a trip's files: by which date, in which order, and what is said of each.
import { expect, test } from 'playwright/test';
import type { TimelinePost } from '#contract/post.ts';
import type { BoardRow, TripBoard } from '#contract/trip.ts';
import { isTripId } from '#contract/trip.ts';
import { TRIP_PACK_WORDS } from '#contract/tripPackWords.ts';
import {
  boardNodes,
  summaryNodes,
  timelineNodes,
  type TripFacts,
} from '../../../electron/exchange/export/tripFront.ts';
import { tripWording } from '../../../electron/exchange/export/tripWording.ts';
import { writeXml } from '../../../electron/exchange/export/xhtml.ts';
import { anArticleId } from '../../helpers/articles.ts';

const links = {
  article: (id: string) => (id === anArticleId(1) ? `#a-${id}` : undefined),
  web: (url: string) => url,
};

function aPost(change: Partial<TimelinePost>): TimelinePost {
  return {
    post: 0,
    title: 'Post',
    url: null,
    kind: 'article',
    site: '',
    added: null,
    updated: null,
    published: null,
    saved: null,
    articleId: null,
    state: 'known',
    updatedAfterDays: 0,
    updatedSinceSavedDays: 0,
    lists: 1,
    feed: null,
    ...change,
  };
}

function aRow(change: Partial<BoardRow>): BoardRow {
  return {
    key: 'k',
    articleId: null,
    url: null,
    title: 'Row',
    site: null,
    kind: 'article',
    minutes: 5,
    sizeBytes: 0,
    isLocked: false,
    reasons: [],
    status: 'unproved',
    missingImages: 0,
    minutesLeft: 5,
    progress: 0,
    isFinished: false,
    check: null,
    isRepairable: false,
    ...change,
  };
}

function facts(posts: readonly TimelinePost[], rows: readonly BoardRow[] = [], zone = 'Asia/Kolkata'): TripFacts {
  const id = 'abcdefghijkl';
  if (!isTripId(id)) throw new Error('no id');
  const board: TripBoard = {
    trip: {
      id,
      name: 'North',
      departure: { day: '2026-03-29', time: '02:30', zone },
      minutes: 60,
      sizeBytes: null,
      fetchBytes: null,
      sources: [],
      reminds: false,
      made: '2026-03-01T00:00:00.000Z',
      items: [],
      refused: [],
      left: null,
      landed: null,
    },
    rows,
    minutes: 95,
    sizeBytes: 4_250_000,
    ready: 1,
    proved: null,
    work: null,
    packed: null,
    outbox: 0,
  };
  return { board, posts, exported: '2026-03-20T00:00:00.000Z', words: TRIP_PACK_WORDS, wording: tripWording('en') };
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '|')
    .replace(/[|\s]+/g, ' ')
    .trim();

test('posts stand newest first under their months, what is known less exactly before them, the undated last', () => {
  const html = writeXml(
    timelineNodes(
      facts([
        aPost({ title: 'Undated', published: '2026-01-01' }),
        aPost({ title: 'May', added: '2012-05-03', updated: '2013-01-02' }),
        aPost({ title: 'Year', added: '2012' }),
        aPost({ title: 'Ninth', added: '2012-10-09', articleId: anArticleId(1), site: 'n.example' }),
        aPost({ title: 'Month', added: '2012-10' }),
        aPost({ title: 'Ninth too', added: '2012-10-09' }),
      ]),
      links,
    ),
  );
  expect(textOf(html)).toBe(
    'By the day each post was originally added 2012 Year Added 2012 October 2012 Month Added October 2012 ' +
      '9 Tue Ninth in this trip · n.example · Added 9 Oct 2012 Ninth too Added 9 Oct 2012 ' +
      'May 2012 3 Thu May Added 3 May 2012 · Updated 2 Jan 2013 Without a date Undated Published 1 Jan 2026',
  );
  expect(html).toContain(`<a href="#a-${anArticleId(1)}"><bdi>Ninth</bdi></a>`);
});

test('where no list tells when a post was added, all are in order by when they were published', () => {
  const html = writeXml(timelineNodes(facts([aPost({ title: 'One', published: '2020-02-01' })]), links));
  expect(textOf(html)).toBe('By the day each post was published February 2020 1 Sat One Published 1 Feb 2020');
});

test('the board says what was proved, and a departure is told as the clock shows it there', () => {
  const rows = [
    aRow({
      title: 'Here',
      articleId: anArticleId(1),
      status: 'imagesMissing',
      missingImages: 3,
      sizeBytes: 12_400_000,
    }),
    aRow({ title: 'A & <b>', url: 'https://x.example/', status: 'fetching', minutesLeft: 61.2 }),
  ];
  const trip = facts([], rows);
  const board = writeXml(boardNodes(trip, links));
  expect(textOf(board)).toMatch(/Here Images missing: 3 5 mins? 12 MB –/);
  expect(textOf(board)).toMatch(/A &amp; &lt;b&gt; Not proved 1 hr 2 mins? /);
  expect(board).toContain('<a href="https://x.example/">');
  const said = textOf(writeXml(summaryNodes(trip)));
  // In Central Europe that half hour does not exist; it is no business of the zone that the writer is in.
  expect(said).toContain('Sunday, 29 March 2026 at 02:30 India Standard Time · Asia/Kolkata');
  expect(said).toMatch(/Articles 2 Size 4.3 MB Proved 1 of 2$/);
});
