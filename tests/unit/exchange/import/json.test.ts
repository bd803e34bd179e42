// Exports in JSON and in lines, field by field.
import { expect, test } from 'playwright/test';
import { aMark, anItem, aSkip, at, readFixture, readText } from './reading.ts';

test("wallabag's JSON keeps texts, tags, flags, dates, authors and annotations, and no sentence of a failed fetch; a broken entry costs itself", () => {
  const { formats, items, skipped } = readFixture('wallabag-v2.json');
  expect(formats).toEqual(['wallabag']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/weather',
      title: 'How the weather was written down',
      byline: 'Ada Pool, B. Reed',
      siteName: 'example.org',
      lang: 'en-GB',
      published: '2015-03-01T00:00:00+0100',
      saved: '2016-09-08T09:55:58.000Z',
      tags: ['weather', 'long read'],
      archived: true,
      highlights: [aMark('Every ship', 'remember')],
      body: {
        kind: 'html',
        html: '<p>Every ship kept a book.</p><p><img src="https://example.org/book.jpg"></p>',
      },
    }),
    anItem({
      row: 2,
      address: 'https://example.org/gone',
      title: 'Gone since long',
      saved: '2020-01-02T03:04:05.000Z',
      starred: true,
    }),
    anItem({ row: 3, address: 'https://example.org/bare' }),
    anItem({ row: 4, title: 'No address but a text', body: { kind: 'html', html: '<p>Only here.</p>' } }),
    anItem({ row: 6, address: 'https://example.org/after', title: 'After the broken one', starred: true }),
  ]);
  expect(skipped.map(({ row, skip }) => [row, skip])).toEqual([[5, 'unreadable']]);
  expect(skipped[0]?.label).toContain('Broken');
});

test("wallabag's first JSON keeps texts, what was read and favourites", () => {
  const { formats, items } = readFixture('wallabag-v1.json');
  expect(formats).toEqual(['wallabag']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/first',
      title: 'A page of the first version',
      archived: true,
      body: { kind: 'html', html: '<p>Old text.</p>' },
    }),
    anItem({
      row: 2,
      address: 'https://example.org/second',
      title: 'A favourite',
      tags: ['one', 'two'],
      starred: true,
    }),
  ]);
});

test('GoodLinks keeps tags, stars, summaries, dates and what was read', () => {
  const { formats, items } = readFixture('goodlinks.json');
  expect(formats).toEqual(['goodlinks']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/good',
      title: 'Good',
      excerpt: 'In short',
      saved: '2022-04-15T05:20:00.500Z',
      tags: ['a', 'b c'],
      starred: true,
    }),
    anItem({
      row: 2,
      address: 'https://example.org/read',
      saved: at(1650000001),
      archived: true,
      progress: 1,
    }),
  ]);
});

test('Karakeep keeps tags, lists as folders, notes, the archive and the texts that were written there', () => {
  const { formats, items, skipped } = readFixture('karakeep.json');
  expect(formats).toEqual(['karakeep']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/link',
      title: 'A link',
      saved: at(1710000000),
      tags: ['x', 'Home/Roof'],
      archived: true,
      note: 'My note',
    }),
    anItem({
      row: 2,
      saved: at(1710000001),
      body: { kind: 'html', html: '<p>A thought &lt;of mine&gt;</p>\n<p>and another</p>' },
    }),
  ]);
  expect(skipped).toEqual([aSkip(3, 'no-address', 'Gone')]);
});

test('Linkwarden keeps collections as folders, tags, pins as stars, the older date, and its feeds', () => {
  const { formats, items, skipped, feeds } = readFixture('linkwarden.json');
  expect(formats).toEqual(['linkwarden']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/loose',
      title: 'Loose',
      excerpt: 'About it',
      saved: '2019-01-01T00:00:00.000Z',
      tags: ['tag one'],
    }),
    anItem({
      row: 2,
      address: 'https://example.org/paper.pdf',
      saved: '2023-03-03T00:00:00.000Z',
      tags: ['Work/Papers'],
      starred: true,
    }),
  ]);
  expect(skipped).toEqual([aSkip(3, 'no-address', 'No address')]);
  expect(feeds).toEqual([{ address: 'https://example.org/feed.xml', title: 'A feed', folders: ['Work'] }]);
});

test('Pinboard keeps notes, tags, dates, and archives what is not to be read', () => {
  const { formats, items } = readFixture('pinboard.json');
  expect(formats).toEqual(['pinboard']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/pin',
      title: 'A pin',
      saved: '2010-11-12T13:14:15.000Z',
      tags: ['one', 'two', 'three'],
      note: 'Why I kept it',
    }),
    anItem({ row: 2, address: 'https://example.org/done', saved: '2010-11-13T13:14:15.000Z', archived: true }),
  ]);
});

test("Firefox's backup keeps folders, tags of either kind, descriptions and microseconds, and its live bookmarks as feeds", () => {
  const { formats, items, skipped, feeds } = readFixture('firefox.json');
  expect(formats).toEqual(['firefox']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/bread',
      title: 'Bread',
      saved: at(1600000001),
      tags: ['flour', 'salt', 'Recipes'],
      note: 'Bake on Sunday',
    }),
    anItem({
      row: 3,
      address: 'https://example.org/oldtags',
      title: 'Old tags',
      saved: at(1600000002),
      tags: ['antique'],
    }),
  ]);
  expect(skipped).toEqual([aSkip(2, 'bad-address', 'Recent tags')]);
  expect(feeds).toEqual([{ address: 'https://example.org/live.xml', title: 'A live bookmark', folders: [] }]);
});

test("Chrome's file keeps folders and dates counted from 1601; what was thrown away stays so", () => {
  const { formats, items, skipped } = readFixture('chrome.json');
  expect(formats).toEqual(['chrome']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/sourdough',
      title: 'Sourdough',
      saved: at(1600000000),
      tags: ['Baking'],
    }),
    anItem({ row: 2, address: 'https://example.org/undated', title: 'Undated', note: 'Said of it' }),
  ]);
  expect(skipped).toEqual([aSkip(3, 'bad-address', 'Settings'), aSkip(4, 'not-saved', 'Thrown away')]);
});

test('a list of a service nobody knows is read by the names of its fields', () => {
  const { formats, items } = readFixture('unknown-service.json');
  expect(formats).toEqual(['addresses']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/json',
      title: 'Of iron',
      saved: '2018-07-06T05:04:03.000Z',
      tags: ['heavy', 'old'],
      archived: true,
    }),
  ]);
});

test('OneTab keeps addresses and titles with bars in them', () => {
  const { formats, items, skipped } = readFixture('onetab.txt');
  expect(formats).toEqual(['onetab']);
  expect(items).toEqual([
    anItem({ row: 1, address: 'https://example.org/tab-one', title: 'Tab one | with a bar' }),
    anItem({ row: 2, address: 'https://example.org/tab-two' }),
    anItem({ row: 5, address: 'https://example.org/tab-three' }),
  ]);
  expect(skipped).toEqual([aSkip(4, 'bad-address', 'Extensions')]);
});

test('a list of addresses is read line by line, whatever marks stand before them', () => {
  const { formats, items, skipped } = readFixture('addresses.txt');
  expect(formats).toEqual(['addresses']);
  expect(items).toEqual([
    anItem({ row: 2, address: 'https://example.org/first' }),
    anItem({ row: 3, address: 'https://example.org/second' }),
    anItem({ row: 4, address: 'https://example.org/third_(planet)', title: 'Third' }),
    anItem({ row: 5, address: 'https://www.example.org/fourth' }),
    anItem({ row: 8, address: 'https://example.org/fifth' }),
  ]);
  expect(skipped).toEqual([aSkip(9, 'bad-address', 'mailto:someone@example.org')]);
});

test('a text that only mentions an address, and an empty file, are nothing we know', () => {
  expect(readText('Dear all,\nsee https://example.org for more.\nYours\n').unknown).toHaveLength(1);
  expect(readText('').unknown).toEqual([{ file: 'export', reason: null }]);
  expect(readText('{"name": "not an export"}').unknown).toHaveLength(1);
});

test('an element nested too deep is told and costs no other', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const { items, skipped } = readText(
    `[{"href":"https://example.org/a","toread":"yes"},{"href":"https://example.org/b","toread":"yes","tags":${deep}},{"href":"https://example.org/c","toread":"yes"}]`,
  );
  expect(items.map(({ address }) => address)).toEqual(['https://example.org/a', 'https://example.org/c']);
  expect(skipped.map(({ row, skip }) => [row, skip])).toEqual([[2, 'unreadable']]);
});

test('a list that was cut off gives all that stands before the cut', () => {
  const whole = Array.from({ length: 50 }, (_, index) => `{"href":"https://example.org/${index}","toread":"no"}`);
  const { items, skipped } = readText(`[${whole.join(',')},{"href":"https://example.org/cut`);
  expect(items).toHaveLength(50);
  expect(skipped.map(({ row, skip }) => [row, skip])).toEqual([[51, 'unreadable']]);
});
