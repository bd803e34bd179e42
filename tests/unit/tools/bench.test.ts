import { expect, test } from 'playwright/test';
import { wordsOf } from '../../../electron/search/words.ts';
import { formatFigures, percentiles, type Figure } from '../../tools/bench/figures.ts';
import { inventLanguages } from '../../tools/bench/languages.ts';
import { parseOptions } from '../../tools/bench/options.ts';
import { inventQueries } from '../../tools/bench/querySet.ts';
import { seededArticle, seededPicture } from '../../tools/bench/seededArticles.ts';
import { inventPosts } from '../../tools/bench/seededPosts.ts';

test('a run measures what it is asked for, and refuses what it does not know', () => {
  expect(parseOptions(['store', '--size', '1000,20', '--json'])).toEqual({
    benches: ['store'],
    sizes: [1_000, 20],
    isJson: true,
    pages: 200,
  });
  expect(parseOptions(['capture', '40'])).toMatchObject({ benches: ['capture'], pages: 40, isJson: false });
  expect(parseOptions([])?.benches).toContain('search');
  expect(parseOptions([])?.sizes).toEqual([1_000, 10_000, 100_000]);
  expect(parseOptions(['seed'])?.benches).toEqual([]);
  for (const wrong of [
    ['sotre'],
    ['store', '--size', 'many'],
    ['store', '--size'],
    ['capture', '0'],
    ['store', '1', '2'],
  ]) {
    expect(parseOptions(wrong)).toBeUndefined();
  }
});

test('percentiles are those of the nearest rank, each beside the same one of the peer', () => {
  const about = { bench: 'store', size: 10, name: 'save', against: 'bare' };
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  const figures = percentiles(about, hundred, [3, 1, 2]);
  expect(figures.map(({ name, value, peer }) => [name, value, peer])).toEqual([
    ['save, p50', 50, 2],
    ['save, p95', 95, 3],
    ['save, p99', 99, 3],
  ]);
});

test('a table says what was measured, what it is held against and the ratio, and leaves out what nobody measured', () => {
  const figure: Figure = {
    bench: 'store',
    size: 1_000,
    name: 'save',
    unit: 'ms',
    value: 3,
    peer: 1.5,
    against: 'bare',
  };
  const lines = formatFigures([figure, { ...figure, name: 'nothing', value: null, peer: null }]).split('\n');
  expect(lines[2]?.split(/\s{2,}/)).toEqual(['save', '1,000', '3.00 ms', '1.50 ms', '2.00', 'bare']);
  expect(lines).toHaveLength(4);
});

test('every question of a kind that has an answer finds at least the article it was taken from', () => {
  const posts = inventPosts(inventLanguages(), 40);
  const picture = seededPicture();
  const texts = Array.from({ length: posts.saved }, (_, number) =>
    wordsOf(seededArticle(posts, number, picture).files.text).map(({ term }) => term),
  );
  const runs = texts.map((terms) => ` ${terms.join(' ')} `);
  const vocabulary = new Set(texts.flat());
  const queries = inventQueries(posts);
  expect(new Set(queries.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
  const notFound = queries.filter(({ match }) => {
    const parts = [...(match ?? '').matchAll(/"([^"]+)"(\*?)/g)].map(
      ([, words = '', star]) => ` ${words}${star === '*' ? '' : ' '}`,
    );
    return parts.length === 0 || !runs.some((run) => parts.every((part) => run.includes(part)));
  });
  expect(new Set(notFound.map(({ kind }) => kind))).toEqual(new Set(['one letter wrong']));
  expect(notFound).toHaveLength(200);
  expect(notFound.filter(({ text }) => vocabulary.has(text))).toEqual([]);
});
