// Which articles pass which filters, over the columns of a small library.
import { expect, test } from 'playwright/test';
import type { ArticleCard } from '#contract/article.ts';
import { toCard } from '#contract/article.ts';
import { createColumnTable } from '#contract/columns.ts';
import { compileFilter } from '#contract/query/compileFilter.ts';
import { parseQuery } from '#contract/query/parse.ts';
import { complete } from '#contract/query/complete.ts';
import { anArticle } from '../../helpers/articles.ts';

const NOW = new Date(2026, 10, 23, 12);
const plain = toCard(anArticle({}));

function passing(query: string, changes: readonly Partial<ArticleCard>[]): readonly number[] {
  const table = createColumnTable();
  for (const [row, change] of changes.entries()) table.set(row, { ...plain, ...change });
  const { node } = parseQuery(query, NOW);
  if (node.is !== 'filter') throw new Error(`${query} is no filter`);
  const test = compileFilter(node.filter, table.columns);
  return changes.flatMap((_, row) => (test(row) ? [row] : []));
}

test('a site is a host, every host below it, or a piece of its name', () => {
  const sites = [
    { host: 'example.org', siteName: 'Tide Notes' },
    { host: 'blog.example.org', siteName: null },
    { host: 'notexample.org', siteName: null },
    { host: null, siteName: 'Example' },
  ];
  expect(passing('site:example.org', sites)).toEqual([0, 1]);
  expect(passing('site:https://www.example.org/about', sites)).toEqual([0, 1]);
  expect(passing('site:tide', sites)).toEqual([0]);
  expect(passing('site:example', sites)).toEqual([0, 1, 3]);
});

test('a language is all its varieties', () => {
  expect(passing('lang:pt', [{ lang: 'pt-BR' }, { lang: 'pt' }, { lang: 'ptx' }, { lang: null }])).toEqual([0, 1]);
});

test('states part the library as its lists do', () => {
  const reading = { progress: 0, block: 0, read: null, archived: false };
  const states = [
    { reading },
    { reading: { ...reading, progress: 0.001 } },
    { reading: { ...reading, progress: 1, read: '2026-03-01T10:00:00.000Z' } },
    { reading: { ...reading, archived: true } },
    { reading, imagesFound: 3, imagesStored: 1 },
  ];
  const whole = states.map((state) => ({ imagesFound: 0, imagesStored: 0, missingPages: null, ...state }));
  expect(passing('is:unread', whole)).toEqual([0, 4]);
  expect(passing('is:started', whole)).toEqual([1]);
  expect(passing('is:read', whole)).toEqual([2]);
  expect(passing('is:archived', whole)).toEqual([3]);
  expect(passing('is:partial', whole)).toEqual([4]);
  expect(passing('missing:images', whole)).toEqual([4]);
  expect(passing('is:complete', whole)).toEqual([0, 1, 2, 3]);
});

test('a date known to the year or month counts from its first day, and one that is not known never', () => {
  const dates = [
    { published: '2012' },
    { published: '2012-09' },
    { published: '2012-09-07T23:30:00+02:00' },
    { published: null },
  ];
  expect(passing('published:2012', dates)).toEqual([0, 1, 2]);
  expect(passing('published:2012-09', dates)).toEqual([1, 2]);
  expect(passing('published:2012-09-07', dates)).toEqual([2]);
  expect(passing('added:<2012-06', dates)).toEqual([0]);
});

test('numbers have bounds that fit', () => {
  const words = [{ words: 1_999 }, { words: 2_000 }, { words: 2_001 }];
  expect(passing('words:>2000', words)).toEqual([2]);
  expect(passing('words:>=2000', words)).toEqual([1, 2]);
  expect(passing('words:2k', words)).toEqual([1]);
  expect(passing('words:<2000', words)).toEqual([0]);
});

test('what is typed is completed from closed lists and from the library, the commonest first', () => {
  const sites = [
    { value: 'notes.example', count: 9 },
    { value: 'old.notes.example', count: 40 },
    { value: 'Tide Notes', count: 2 },
  ];
  const texts = (text: string, caret = text.length): readonly string[] =>
    complete(text, caret, { sites, langs: [], tags: [] }).map((each) => each.text);
  expect(texts('is:un')).toEqual(['is:unread']);
  expect(texts('tide si')).toEqual(['site:', 'size:']);
  expect(texts('-site:notes')).toEqual(['site:notes.example', 'site:old.notes.example', 'site:"Tide Notes"']);
  expect(texts('tide')).toEqual([]);
  expect(complete('a is:rx b', 6, { sites, langs: [], tags: [] })[0]).toEqual({
    text: 'is:reading',
    at: [2, 7],
    count: null,
  });
});
