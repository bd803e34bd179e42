// Tables of services, field by field. Rows are counted as a spreadsheet counts them: the header is the first.
import { expect, test } from 'playwright/test';
import { aMark, anItem, aSkip, at, readFixture } from './reading.ts';

test("Pocket's table with a cursor keeps addresses, titles, dates, tags and the archive; a title that is its address is none", () => {
  const { formats, items, skipped } = readFixture('pocket-cursor.csv');
  expect(formats).toEqual(['pocket']);
  expect(skipped).toEqual([]);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/harbour',
      title: 'A walk along the harbour',
      saved: at(1726000000),
      tags: ['sea', 'slow travel'],
    }),
    anItem({ row: 3, address: 'https://example.org/untitled', saved: at(1726000100), archived: true }),
    anItem({
      row: 4,
      address: 'https://example.org/two-lines',
      title: 'A title over two lines, with a comma and a "word"',
      saved: at(1726000200),
      tags: ['a', 'b'],
    }),
  ]);
});

test("Pocket's later table is read through a letter cut in two, a quotation mark that never closes, and addresses that are no pages", () => {
  const { formats, items, skipped } = readFixture('pocket.csv');
  expect(formats).toEqual(['pocket']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/tides?utm_source=x#part',
      title: 'Tides and timetables of the northern isl',
      saved: at(1730000000),
      tags: ['sea', 'north'],
    }),
    anItem({ row: 4, address: 'https://example.org/harbour#top', title: 'Harbour', tags: ['harbour'], archived: true }),
    anItem({ row: 5, address: 'https://example.org/never-closed', title: 'Never closed', saved: at(1730000300) }),
    anItem({
      row: 6,
      address: 'https://example.org/after',
      title: 'After the broken row',
      saved: at(1730000400),
      archived: true,
    }),
    anItem({
      row: 8,
      address: 'https://example.org/sp%C3%A4ter',
      title: 'Später gelesen',
      saved: at(1730000500),
      tags: ['lange Texte'],
    }),
  ]);
  expect(skipped).toEqual([aSkip(3, 'bad-address', 'Ferry list'), aSkip(7, 'empty', '')]);
});

test("Instapaper's old table keeps its order, stars, archive, folders and selections, and has no dates", () => {
  const { formats, items } = readFixture('instapaper-old.csv');
  expect(formats).toEqual(['instapaper']);
  expect(items).toEqual([
    anItem({ row: 2, address: 'https://example.org/newest', title: 'The newest' }),
    anItem({
      row: 3,
      address: 'https://example.org/starred',
      title: 'Worth a star',
      excerpt: 'What it is about, in short',
      starred: true,
    }),
    anItem({ row: 4, address: 'https://example.org/kept', title: 'In a folder', tags: ['Kitchen garden'] }),
    anItem({ row: 5, address: 'https://example.org/oldest', title: 'The oldest', archived: true }),
  ]);
});

test("Instapaper's table of today keeps dates and tags; a letter without an address is told", () => {
  const { items, skipped } = readFixture('instapaper.csv');
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/tagged',
      title: 'Tagged',
      saved: at(1700000000),
      tags: ['bread', 'sour dough'],
    }),
    anItem({ row: 3, address: 'https://example.org/none', title: 'No tags', saved: at(1700000100), archived: true }),
  ]);
  expect(skipped).toEqual([aSkip(4, 'no-address', 'A letter to the list'), aSkip(5, 'bad-address', 'Another letter')]);
});

test("wallabag's table keeps texts, tags, language and the date as it stands; the sentence of a failed fetch is no text", () => {
  const { formats, items } = readFixture('wallabag.csv');
  expect(formats).toEqual(['wallabag']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/semi',
      title: 'A title; with a semicolon',
      lang: 'fr',
      saved: '2016-09-08T11:55:58.000Z',
      tags: ['one', 'two'],
      body: { kind: 'html', html: '<p>Text with "marks".</p>' },
    }),
    anItem({ row: 3, address: 'https://example.org/plain', title: 'Plain', saved: '2017-12-31T01:02:03.000Z' }),
  ]);
});

test("Readwise Reader's table keeps tags as Python writes them, the star among them, progress and archive; feeds' entries are none", () => {
  const { formats, items, skipped } = readFixture('readwise.csv');
  expect(formats).toEqual(['readwise']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/clocks',
      title: 'Of clocks',
      saved: '2024-05-06T07:08:09.123Z',
      tags: ["don't", 'a b'],
      starred: true,
      progress: 0.4,
    }),
    anItem({
      row: 3,
      address: 'https://example.org/away',
      title: 'Kept away',
      saved: '2024-05-06T07:08:10.000Z',
      archived: true,
      progress: 0,
    }),
  ]);
  expect(skipped).toEqual([
    aSkip(4, 'a-feed', "A feed's entry"),
    aSkip(5, 'bad-address', 'A letter'),
    aSkip(6, 'no-address', 'Nothing there'),
  ]);
});

test("Raindrop's table keeps folders as tags, notes, excerpts, stars and highlights", () => {
  const { formats, items } = readFixture('raindrop.csv');
  expect(formats).toEqual(['raindrop']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/maps',
      title: 'Of maps',
      excerpt: 'What maps leave out',
      saved: '2021-02-03T04:05:06.789Z',
      tags: ['maps', 'paper trail', 'Work/Old maps'],
      starred: true,
      note: 'Ask the library, again',
      highlights: [aMark('The sea was blue', 'on every map'), aMark('The land was not')],
    }),
    anItem({ row: 3, address: 'https://example.org/bare', saved: '2021-02-04T00:00:00.000Z' }),
    anItem({
      row: 4,
      address: 'https://example.org/nested',
      title: 'Nested',
      saved: '2021-02-05T00:00:00.000Z',
      tags: ['Home/Garden'],
      highlights: [aMark('First line'), aMark('Second line')],
    }),
  ]);
});

test('a table converted for Raindrop is read as one', () => {
  const { formats, items } = readFixture('raindrop-converted.csv');
  expect(formats).toEqual(['raindrop']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/converted',
      title: 'Converted',
      excerpt: 'From elsewhere',
      saved: '2020-01-01T00:00:00.000Z',
      tags: ['x', 'y', 'Read Later'],
    }),
  ]);
});

test("Readeck's table keeps labels, archive, marks and dates with microseconds", () => {
  const { formats, items } = readFixture('readeck.csv');
  expect(formats).toEqual(['readeck']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/readeck',
      title: 'From Readeck, kept',
      saved: '2024-01-02T03:04:05.678Z',
      tags: ['one', 'two words'],
      archived: true,
    }),
    anItem({
      row: 3,
      address: 'https://example.org/film',
      title: 'A film',
      saved: '2024-01-03T02:04:05.000Z',
      starred: true,
    }),
  ]);
});

test("Matter's table keeps author, publisher, tags, star, queue and what was read; it has no date of saving", () => {
  const { formats, items } = readFixture('matter.csv');
  expect(formats).toEqual(['matter']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/bridges',
      title: 'On bridges, again',
      byline: 'Cleo North',
      siteName: 'The Weekly',
      tags: ['steel', 'rivers and roads'],
      starred: true,
      archived: true,
      progress: 1,
    }),
    anItem({ row: 3, address: 'https://example.org/waiting', title: 'Waiting' }),
  ]);
});

test("mymind's table keeps notes and tags, and the text of what was written there", () => {
  const { formats, items } = readFixture('mymind.csv');
  expect(formats).toEqual(['mymind']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/mind',
      title: 'A page',
      excerpt: 'What the page says',
      saved: '2023-06-07T08:09:10.000Z',
      tags: ['red', 'blue'],
      note: 'Mine',
    }),
    anItem({
      row: 3,
      title: 'A note',
      saved: '2023-06-08T08:09:10.000Z',
      tags: ['thought'],
      body: { kind: 'html', html: '<p>First paragraph</p>\n<p>Second &amp; last</p>' },
    }),
  ]);
});

test('a table of a service nobody knows is read by the names of its columns; a date that may be two days is none', () => {
  const { formats, items } = readFixture('unknown-service.csv');
  expect(formats).toEqual(['addresses']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/glass',
      title: 'Of glass',
      saved: '2019-08-07T04:05:04.000Z',
      tags: ['light', 'sand', 'Crafts/Old'],
      archived: true,
    }),
    anItem({ row: 3, address: 'https://example.org/wood', title: 'Of wood' }),
  ]);
});

test("Layover's own table keeps all that stands in it; what was read is not put away, and a formula made harmless is one again", () => {
  const { formats, items } = readFixture('layover.csv');
  expect(formats).toEqual(['addresses']);
  expect(items).toEqual([
    anItem({
      row: 2,
      address: 'https://example.org/ropes',
      title: 'Of ropes',
      byline: 'A. Knot',
      siteName: 'example.org',
      lang: 'en',
      excerpt: 'How they are laid',
      published: '2012-09',
      saved: '2026-01-01T10:00:00.000Z',
      tags: ['sea', 'hemp'],
      starred: true,
      progress: 1,
    }),
    anItem({
      row: 3,
      address: 'https://example.org/sums',
      title: '=Of sums',
      saved: '2025-12-31T10:00:00.000Z',
      archived: true,
      progress: 0.35,
    }),
  ]);
});
