// Feeds that were damaged at random, the same every time: each is read or refused in words, none takes long.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import { declaredFeeds } from '../../../electron/feeds/discover.ts';
import { readOutline } from '../../../electron/feeds/opml.ts';
import { parseFeed } from '../../../electron/feeds/parseFeed.ts';

const CASES = Number(process.env['LAYOVER_FUZZ'] ?? 2_000);
const PIECES = [
  '<',
  '>',
  '&',
  '&amp;',
  '&#x0;',
  '&#99999999;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '"',
  '\u0000',
  '\ud800',
  '<item>',
  '</item>',
  '</channel>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  'xmlns:a="b"',
  '{',
  '}',
  '__proto__',
];

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

function damaged(text: string, random: (below: number) => number): string {
  let result = text;
  for (let times = 1 + random(6); times > 0; times -= 1) {
    const at = random(result.length + 1);
    const length = random(random(4) === 0 ? 400 : 8);
    const piece = PIECES[random(PIECES.length)] ?? '';
    const kinds = [
      () => result.slice(0, at) + result.slice(at + length),
      () => result.slice(0, at) + piece + result.slice(at),
      () => result.slice(0, at) + result.slice(at, at + length).repeat(3) + result.slice(at),
      () => result.slice(0, at) + piece.repeat(random(random(8) === 0 ? 2_000 : 100)) + result.slice(at),
      () => (random(5) === 0 ? result.slice(0, at) : result),
    ];
    result = kinds[random(kinds.length)]?.() ?? result;
  }
  return result;
}

const PAGE = `<!doctype html><html><head><base href="/sub/"><title>Quay &amp; pier</title>
<link rel="alternate" type="application/rss+xml" title="News &lt;all&gt;" href="news.xml"><link rel=feed href=x>
<link rel="alternate" type="application/atom+xml; charset=utf-8" href="https://b.example/atom"></head><body><p>Hello</p></body></html>`;

/** What is read of each, as a text in which something must stand. */
const FORMATS: Readonly<Record<string, (input: string) => readonly string[]>> = {
  'rss.xml': titlesOf,
  'atom.xml': titlesOf,
  'rdf.xml': titlesOf,
  'feed.json': titlesOf,
  'feeds.opml': (input) => readOutline(input).feeds.map(({ address }) => address),
  'page.html': (input) => declaredFeeds(input, 'https://a.example/').map(({ address }) => address),
};

function titlesOf(input: string): readonly string[] {
  const { title, entries } = parseFeed(input, 'https://a.example/feed');
  return [title, ...entries.flatMap((entry) => [entry.title, entry.key])];
}

for (const [name, read] of Object.entries(FORMATS)) {
  test(`${name}, damaged at random`, () => {
    test.setTimeout(120_000 + CASES * 50);
    const text =
      name === 'page.html' ? PAGE : readFileSync(join(import.meta.dirname, '../../fixtures/feeds', name), 'utf8');
    const random = randomFrom(8);
    let [wellRead, slowest] = [0, 0];
    // An expectation of the test runner takes longer than a feed, so that there are none in the loop.
    const wrong: string[] = [];
    for (let number = 0; number < CASES; number += 1) {
      const input = damaged(text, random);
      const begun = performance.now();
      try {
        if (read(input).includes('')) wrong.push(`case ${number}: something without a name`);
        wellRead += 1;
      } catch (failure) {
        if (!(failure instanceof AppError)) throw new Error(`case ${number}`, { cause: failure });
        if (failure.message.length < 20) wrong.push(`case ${number}: ${failure.message}`);
      }
      slowest = Math.max(slowest, performance.now() - begun);
    }
    expect(wrong).toEqual([]);
    expect(wellRead).toBeGreaterThan(CASES / 20);
    expect(slowest).toBeLessThan(5_000);
  });
}

test('the largest feed that is read takes seconds, not minutes', () => {
  const item =
    '<item><title>One &amp; two</title><link>https://a.example/1</link><description>&lt;p&gt;Text&lt;/p&gt;</description></item>';
  const nested = '<div>'.repeat(50_000);
  const cases = [
    `<rss><channel><title>x</title>${item.repeat(50_000)}</channel></rss>`.slice(0, 9_900_000),
    `<rss><channel><title>x</title><item><title>y</title><description><![CDATA[${nested}]]></description></item></channel></rss>`,
    `<rss><channel>${'<a>'.repeat(100_000)}`,
    `<rss><channel><title>${'&amp;'.repeat(1_900_000)}</title></channel></rss>`,
    `{"version":"https://jsonfeed.org/version/1","title":"x","items":[${'{"id":"1","content_text":"x"},'.repeat(200_000)}{"id":"2"}]}`,
  ];
  for (const text of cases) {
    const begun = performance.now();
    try {
      parseFeed(text, 'https://a.example/feed');
    } catch (failure) {
      if (!(failure instanceof AppError) && !(failure instanceof RangeError)) throw failure;
    }
    expect(performance.now() - begun, text.slice(0, 60)).toBeLessThan(20_000);
  }
});
