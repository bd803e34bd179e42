// Feeds of every kind, with what goes wrong in them, read into one form.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { declaredFeeds, usualFeeds } from '../../../electron/feeds/discover.ts';
import { readFeedDate } from '../../../electron/feeds/feedDate.ts';
import { readOutline, writeOutline } from '../../../electron/feeds/opml.ts';
import { looksLikeFeed, parseFeed } from '../../../electron/feeds/parseFeed.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/feeds', name), 'utf8');

test('RSS with all its traps', () => {
  const text = fixture('rss.xml');
  expect(looksLikeFeed(text)).toBe(true);
  const feed = parseFeed(text, 'https://harbour.example/feed.xml');
  expect(feed.title).toBe('Harbour & Tide');
  expect(feed.site).toBe('https://harbour.example/blog/');
  expect(feed.everyMinutes).toBe(90);
  const [ropes, low, byGuid, untitled, episode, film, ...rest] = feed.entries;
  expect(ropes).toEqual({
    key: 'harbour-1',
    title: 'Ropes & knots – a "primer"',
    url: 'https://harbour.example/blog/ropes',
    added: null,
    published: '2010-09-06T00:01:00+02:00',
    updated: null,
    byline: 'Ann Quay, Bo Pier',
    excerpt: 'How to tie a bowline & why.',
    categories: ['Ropes', 'Knots & bends'],
    kind: 'article',
    content:
      '<p>How to tie a <a href="https://harbour.example/blog/bowline">bowline</a>. <img src="https://harbour.example/pictures/knot.png" alt=""></p>',
  });
  expect(low).toMatchObject({
    title: 'If a<b then low tide',
    url: 'https://tide.example/notes/low?x=1&y=2',
    published: '2010-09-07T09:05:00-05:00',
    byline: 'The Skipper',
    key: 'https://tide.example/notes/low?x=1&y=2',
  });
  expect(byGuid).toMatchObject({ url: 'https://harbour.example/by-guid', published: null });
  expect(untitled).toMatchObject({ title: 'Only a description, no title and nothing else.', url: null });
  expect(episode).toMatchObject({ kind: 'audio', url: 'https://harbour.example/three.mp3', published: null });
  expect(film?.kind).toBe('video');
  expect(rest.map(({ key, title, url }) => [key, title, url])).toEqual([
    ['https://harbour.example/one', 'Same id, one', 'https://harbour.example/one'],
    ['https://harbour.example/two', 'Same id, two', 'https://harbour.example/two'],
    ['twice', 'Twice', 'https://harbour.example/twice'],
    ['trap', 'A trap', null],
    ['trap-2', 'Another', null],
  ]);
});

test('Atom with xml:base, XHTML and types of text', () => {
  const feed = parseFeed(fixture('atom.xml'), 'https://light.example/house/feed.atom');
  expect([feed.title, feed.site]).toEqual(['Light & House', 'https://light.example/']);
  const [lamps, byId, film] = feed.entries;
  expect(lamps).toMatchObject({
    title: 'AT&T lamps',
    url: 'https://light.example/house/lamp/bright',
    published: '2024-03-01',
    updated: '2024-03-02T10:00:00+01:00',
    byline: 'Keeper',
    excerpt: 'Bright & clear <x> glass',
  });
  expect(lamps?.content).toContain('href="https://light.example/house/lamp/glass"');
  expect(byId).toMatchObject({
    title: 'Plain < text & more',
    url: 'https://light.example/by-id',
    excerpt: 'Said in <plain> words',
    byline: 'Guest',
    categories: ['Our guests'],
    updated: null,
    content: null,
  });
  expect(film).toMatchObject({ kind: 'video', url: 'https://light.example/film', updated: null });
});

test('RDF and JSON Feed', () => {
  const rdf = parseFeed(fixture('rdf.xml'), 'https://old.example/rdf');
  expect(rdf).toMatchObject({ title: 'Old news', everyMinutes: 720 });
  expect(rdf.entries).toMatchObject([
    { key: 'https://old.example/1', published: '2003-12-13T18:30:02Z', byline: 'Old Hand', categories: ['Past'] },
  ]);
  const json = parseFeed(fixture('feed.json'), 'https://jetty.example/feed.json');
  expect(json.title).toBe('Jetty');
  expect(json.entries).toMatchObject([
    {
      key: '7',
      title: 'Seven <is> a number',
      url: 'https://jetty.example/seven',
      published: '2022-07-07T07:07:07+07:00',
      updated: '2022-08-01',
      byline: 'Jo',
      categories: ['numbers'],
      content: '<p>Seven <a href="https://jetty.example/eight">more</a></p>',
    },
    { title: 'Two lines of text < all', url: 'https://jetty.example/untitled', kind: 'audio' },
    { key: 'none', url: null, title: 'Jetty' },
  ]);
});

test('what breaks off keeps its whole entries, and what is no feed is refused in words', () => {
  const text = fixture('rss.xml');
  const broken = parseFeed(text.slice(0, text.indexOf('<title>Film')), 'https://harbour.example/feed.xml');
  expect(broken.entries).toHaveLength(5);
  for (const none of ['', '   ', '<html><body>Hello</body></html>', '{"a":1}', '<rss', 'null', '[]']) {
    expect(() => parseFeed(none, 'https://harbour.example/')).toThrow(/no feed that can be read/);
  }
  expect(looksLikeFeed('<!doctype html><html><head><title>rss</title>')).toBe(false);
});

test('entities are not expanded without end, and no file is read through them', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>B &c; &x;</title><item><title>&c;&c; &x;</title><link>https://a.example/</link></item></channel></rss>`;
  const begun = performance.now();
  let text = '';
  try {
    text = JSON.stringify(parseFeed(bomb, 'https://a.example/feed'));
  } catch (failure) {
    text = String(failure);
  }
  expect(text).not.toContain('root:');
  expect(text.length).toBeLessThan(5_000);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('dates as feeds write them', () => {
  const read: readonly (readonly [string, string | null])[] = [
    ['Tue, 1 Feb 2022 3:04:05 GMT', '2022-02-01T03:04:05Z'],
    ['01 February 2022', '2022-02-01'],
    ['Tue, 01 Feb 2022 03:04 XYZ', '2022-02-01'],
    ['2022-02-01T03:04:05', '2022-02-01'],
    ['2022-02-01 03:04:05 +0530', '2022-02-01T03:04:05+05:30'],
    ['2022-02', '2022-02'],
    ['0001-01-01T00:00:00Z', null],
    ['1970-01-01T00:00:00Z', null],
    ['Tue, 31 Feb 2022 03:04:05 GMT', null],
    ['yesterday', null],
    ['', null],
  ];
  expect(read.map(([text]) => readFeedDate(text))).toEqual(read.map(([, date]) => date));
});

test('the feeds of a page', () => {
  const html = `<html><head><base href="/sub/"><link rel="alternate" type="application/rss+xml" title="Comments &amp; replies" href="comments.xml">
    <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="x"><link rel="alternate" type="application/atom+xml" title="News" href="news.xml">
    <link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="application/json" href="/wp-json"><link rel="alternate" type="application/rss+xml" href="javascript:1"></head>`;
  expect(declaredFeeds(html, 'https://a.example/page')).toEqual([
    { address: 'https://a.example/sub/news.xml', title: 'News' },
    { address: 'https://a.example/sub/comments.xml', title: 'Comments & replies' },
  ]);
  expect(usualFeeds('https://a.example/blog/post.html').slice(0, 3)).toEqual([
    'https://a.example/blog/feed',
    'https://a.example/feed',
    'https://a.example/rss.xml',
  ]);
});

test('a file of feeds, in and out', () => {
  const { feeds, refused } = readOutline(fixture('feeds.opml'));
  expect(feeds).toEqual([
    { title: 'Harbour & Tide', address: 'https://harbour.example/feed.xml', site: 'https://harbour.example/' },
    { title: 'Lower case', address: 'https://light.example/atom', site: null },
    { title: '', address: 'https://old.example/rdf', site: null },
  ]);
  expect(refused).toBe(2);
  const named = feeds.map((feed) => ({ ...feed, title: feed.title === '' ? 'Old <news> & "more"' : feed.title }));
  expect(readOutline(writeOutline(named, new Date(0))).feeds).toEqual(named);
  expect(readOutline(writeOutline([], new Date(0))).feeds).toEqual([]);
  expect(() => readOutline('<html></html>')).toThrow(/no list of feeds/);
});

test('a list of feeds in one endless line is refused before it is read', () => {
  const line = (length: number): string =>
    `<opml version="2.0"><body><outline text="a" xmlUrl="https://a.example/feed" ${'a="b" '.repeat(length)}/></body></opml>`;
  expect(() => readOutline(line(100_000))).toThrow(/a line that no list of feeds has/);
  expect(readOutline(line(1).replace('a="b"', `note="${'long '.repeat(40_000)}"`)).feeds).toHaveLength(1);
  expect(() => readOutline(`<opml><body>${'<'.repeat(400_000)}`)).toThrow(/no list has|that no list of feeds has/);
});
