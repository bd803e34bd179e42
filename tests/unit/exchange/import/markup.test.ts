// Exports in HTML and XML, field by field.
import { expect, test } from 'playwright/test';
import { aMark, anItem, aSkip, at, fixture, readFixture, readText } from './reading.ts';

test("Pocket's old page keeps titles, dates, tags and, by its headings, the archive", () => {
  const { formats, items, skipped } = readFixture('pocket.html');
  expect(formats).toEqual(['pocket']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/lantern?a=1&b=2',
      title: 'How lanterns were lit & carried',
      saved: at(1391000000),
      tags: ['light', 'old houses'],
    }),
    anItem({ row: 2, address: 'https://example.org/plain', saved: at(1391000100) }),
    anItem({
      row: 3,
      address: 'https://example.org/done',
      title: 'Read to its end',
      saved: at(1390000000),
      tags: ['done'],
      archived: true,
    }),
  ]);
  expect(skipped).toEqual([aSkip(4, 'bad-address', 'A letter')]);
});

test("PaperSpan's page is read as Pocket's, with what was read to its end", () => {
  const { formats, items } = readFixture('paperspan.html');
  expect(formats).toEqual(['pocket']);
  expect(items).toEqual([
    anItem({ row: 1, address: 'https://example.org/one', title: 'One', saved: at(1500000000) }),
    anItem({
      row: 2,
      address: 'https://example.org/two',
      title: 'Two',
      saved: at(1500000100),
      tags: ['x'],
      archived: true,
      progress: 1,
    }),
  ]);
});

test("Instapaper's page keeps the archive and folders", () => {
  const { formats, items } = readFixture('instapaper.html');
  expect(formats).toEqual(['instapaper']);
  expect(items).toEqual([
    anItem({ row: 1, address: 'https://example.org/u', title: 'U' }),
    anItem({ row: 2, address: 'https://example.org/a', title: 'A', archived: true }),
    anItem({ row: 3, address: 'https://example.org/k', title: 'K', tags: ['Kitchen'] }),
  ]);
});

test("Firefox's bookmarks keep folders, tags, descriptions and dates; feeds are told apart, and what is no page", () => {
  const { formats, items, skipped, feeds } = readFixture('bookmarks-firefox.html');
  expect(formats).toEqual(['bookmarks']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/kyoto',
      title: 'Kyoto in the rain',
      saved: at(1600000002),
      tags: ['temples', 'rain', 'Travel & trains/Japan'],
      note: 'Read before the trip.\nAnd pack a coat.',
    }),
    anItem({
      row: 2,
      address: 'https://example.org/after-folder',
      title: 'After the inner folder',
      saved: at(1600000004),
      tags: ['Travel & trains'],
    }),
    anItem({ row: 6, address: 'https://example.org/toolbar', title: 'On the toolbar' }),
  ]);
  expect(skipped).toEqual([
    aSkip(3, 'bad-address', 'Most visited'),
    aSkip(4, 'bad-address', 'A bookmarklet'),
    aSkip(5, 'a-feed', 'News'),
  ]);
  expect(feeds).toEqual([{ address: 'https://example.org/news.xml', title: 'News', folders: [] }]);
});

test('bookmarks of other programs are read with tags never closed, dates in any unit, missing or impossible', () => {
  const { formats, items } = readFixture('bookmarks-others.html');
  expect(formats).toEqual(['bookmarks']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/milli',
      title: 'Milliseconds',
      saved: '2020-09-13T12:26:40.123Z',
    }),
    anItem({
      row: 2,
      address: 'https://example.org/micro',
      title: 'Microseconds',
      saved: '2020-09-13T12:26:40.123Z',
      tags: ['later'],
    }),
    anItem({
      row: 3,
      address: 'https://example.org/undated',
      title: 'No date',
      archived: true,
      note: 'Words with markup',
    }),
    anItem({ row: 4, address: 'https://example.org/nonsense', title: 'A date that is none' }),
    anItem({ row: 5, address: 'https://example.org/future', title: 'A date to come' }),
    anItem({ row: 6, address: 'https://example.org/unquoted', title: 'Never closed at all' }),
  ]);
});

test('an outline gives its feeds with their folders, its links as items, and leaves out comments and other lists', () => {
  const { formats, items, skipped, feeds } = readFixture('feeds.opml');
  expect(formats).toEqual(['opml']);
  expect(feeds).toEqual([
    { address: 'https://example.org/stars.xml?a=1&b=2', title: 'Stars weekly', folders: ['Science'] },
    { address: 'https://example.org/only', title: null, folders: ['Science'] },
  ]);
  expect(items).toEqual([
    anItem({ row: 1, address: 'https://example.org/outlined', title: 'A link', saved: '2020-05-05T10:00:00.000Z' }),
  ]);
  expect(skipped).toEqual([aSkip(2, 'not-saved', 'Elsewhere'), aSkip(3, 'not-saved', 'Commented')]);
});

test("wallabag's XML keeps texts, tags, flags, authors and annotations, in sections of CDATA or escaped", () => {
  const { formats, items } = readFixture('wallabag.xml');
  expect(formats).toEqual(['wallabag']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/ships?a=1&b=2',
      title: 'Ships & <weather>',
      byline: 'Ada Pool',
      lang: 'en',
      saved: '2016-09-08T09:55:58.000Z',
      tags: ['weather', 'ships & sails'],
      archived: true,
      highlights: [aMark('Every ship', 'remember')],
      body: { kind: 'html', html: '<p>Every ship &amp; boat kept a <b>book</b>.</p>' },
    }),
    anItem({
      row: 2,
      address: 'https://example.org/escaped?a=1&b=2',
      title: 'Escaped & plain',
      starred: true,
      body: { kind: 'html', html: '<p>Escaped text.</p>' },
    }),
  ]);
});

test("Safari's reading list in XML keeps titles, beginnings and dates, and leaves bookmarks alone", () => {
  const { formats, items } = readFixture('safari.plist');
  expect(formats).toEqual(['safari']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/phone?a=1&b=2',
      title: 'From the phone',
      excerpt: 'How it begins & goes on',
      saved: '2022-03-04T05:06:07.000Z',
    }),
    anItem({ row: 2, address: 'https://example.org/undated' }),
  ]);
});

test('a page that is no export is a saved page, whole', () => {
  const { formats, items } = readFixture('page.html');
  expect(formats).toEqual(['saved-pages']);
  expect(items).toEqual([anItem({ row: 1, body: { kind: 'file', name: 'export', bytes: fixture('page.html') } })]);
});

test('folders nested 20,000 deep are read to the end', () => {
  const depth = 20_000;
  const open = '<DT><H3>x</H3><DL><p>'.repeat(depth);
  const { items } = readText(
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${open}<DT><A HREF="https://example.org/deep">Deep</A>${'</DL>'.repeat(depth)}<DT><A HREF="https://example.org/flat">Flat</A></DL>`,
  );
  expect(items.map(({ title }) => title)).toEqual(['Deep', 'Flat']);
  expect(items[1]?.tags).toEqual([]);
});
