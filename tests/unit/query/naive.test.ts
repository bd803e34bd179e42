// Filters over columns find what reading every article finds, in random libraries and for random queries.
import { expect, test } from 'playwright/test';
import { toCard, type ArticleCard } from '#contract/article.ts';
import { countTags, createColumnTable } from '#contract/columns.ts';
import { compileQuery, readFilters } from '#contract/query/compileQuery.ts';
import { complete } from '#contract/query/complete.ts';
import { parseQuery } from '#contract/query/parse.ts';
import { anArticle, anArticleId } from '../../helpers/articles.ts';
import { seededRandom } from '../store/drafts.ts';

const NOW = new Date(2026, 10, 23, 12);
const TAGS = ['Boats', 'boats', 'To read', 'none', 'Æra', 'CAFE\u0301', 'café', '東京', 'a-b'];

type Chance = () => number;
type Judge = (card: ArticleCard) => boolean;

function pick<T>(random: Chance, items: readonly T[], otherwise: T): T {
  return items[Math.floor(random() * items.length)] ?? otherwise;
}

function someTags(random: Chance): readonly string[] {
  if (random() < 0.3) return [];
  const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, TAGS, 'Boats'));
  const seen = new Map(chosen.map((tag) => [tag.normalize('NFC').toLowerCase(), tag]));
  return [...seen.values()];
}

function aCard(random: Chance, number: number): ArticleCard {
  const day = 1 + Math.floor(random() * 28);
  const year = pick(random, [2023, 2024, 2025], 2024);
  const read = random() < 0.3 ? '2026-01-02T10:00:00.000Z' : null;
  return {
    ...toCard(anArticle({ id: anArticleId(number % 32) })),
    saved: new Date(year, Math.floor(random() * 12), day, 12).toISOString(),
    siteName: pick(random, ['Tide Notes', null], null),
    host: pick(random, ['a.example', 'blog.a.example', 'b.example', null], null),
    lang: pick(random, ['en', 'de-AT', 'de', null], null),
    words: Math.floor(random() * 4_000),
    imagesFound: 3,
    imagesStored: pick(random, [3, 3, 1], 3),
    reading: { progress: random() < 0.4 ? random() : 0, block: 0, read, archived: random() < 0.2 },
    tags: someTags(random),
    starred: random() < 0.3,
  };
}

const isWaiting: Judge = ({ reading }) => reading.read === null && !reading.archived;
const isBegun: Judge = ({ reading }) => Math.ceil(reading.progress * 100) > 0;
const hasTag =
  (wanted: string): Judge =>
  ({ tags }) =>
    tags.some((tag) => tag.normalize('NFC').toLowerCase() === wanted.normalize('NFC').toLowerCase());

const ATOMS: readonly (readonly [string, Judge])[] = [
  ...TAGS.filter((tag) => tag !== 'none').map((tag) => [`tag:"${tag}"`, hasTag(tag)] as const),
  ['tag:BOATS', hasTag('boats')],
  ['tag:"to read"', hasTag('To read')],
  ['tag:"none"', hasTag('none')],
  ['tag:none', ({ tags }) => tags.length === 0],
  ['is:tagged', ({ tags }) => tags.length > 0],
  ['is:starred', ({ starred }) => starred],
  ['is:unread', (card) => isWaiting(card) && !isBegun(card)],
  ['is:reading', (card) => isWaiting(card) && isBegun(card)],
  ['is:started', (card) => isWaiting(card) && isBegun(card)],
  ['is:finished', ({ reading }) => reading.read !== null],
  ['is:read', ({ reading }) => reading.read !== null],
  ['is:archived', ({ reading }) => reading.archived],
  ['is:complete', ({ imagesStored }) => imagesStored === 3],
  ['is:partial', ({ imagesStored }) => imagesStored < 3],
  ['is:failed', () => false],
  ['missing:images', ({ imagesStored }) => imagesStored < 3],
  ['site:a.example', ({ host }) => host === 'a.example' || host === 'blog.a.example'],
  ['lang:de', ({ lang }) => lang === 'de' || lang === 'de-AT'],
  ['words:>2000', ({ words }) => words > 2_000],
  ['before:2024', ({ saved }) => new Date(saved) < new Date(2024, 0, 1)],
  ['after:2024-05', ({ saved }) => new Date(saved) >= new Date(2024, 5, 1)],
];

function someQuery(random: Chance, depth: number): readonly [string, Judge] {
  const kind = depth === 0 ? 0 : random();
  if (kind < 0.35) return pick(random, ATOMS, ['is:failed', () => false]);
  const [text, judge] = someQuery(random, depth - 1);
  if (kind < 0.5) return [`-(${text})`, (card) => !judge(card)];
  const [other, otherJudge] = someQuery(random, depth - 1);
  if (kind < 0.75) return [`(${text}) (${other})`, (card) => judge(card) && otherJudge(card)];
  return [`(${text} OR ${other})`, (card) => judge(card) || otherJudge(card)];
}

test('filters over columns find what reading every article finds', () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const random = seededRandom(seed);
    const table = createColumnTable();
    const cards: ArticleCard[] = [];
    for (let row = 0; row < 60; row += 1) {
      // Rows are written over, as articles change.
      table.set(row, aCard(random, row));
      cards[row] = aCard(random, row);
      table.set(row, cards[row] ?? aCard(random, row));
    }
    const queries = [...ATOMS, ...Array.from({ length: 40 }, () => someQuery(random, 3))];
    const wrong = queries.filter(([text, judge]) => {
      const { node } = readFilters(text, NOW);
      const passes = node === null ? () => false : compileQuery(node, table.columns);
      return node === null || cards.some((card, row) => judge(card) !== passes(row));
    });
    expect(wrong.map(([text]) => text)).toEqual([]);
  }
});

test('of a tag that cannot be it is said why, and what could stand there', () => {
  const told = (text: string): readonly unknown[] =>
    parseQuery(text, NOW).problems.map(({ message, suggestion }) => [message, suggestion]);
  expect(told('tag:boats,ferries x')[0]).toEqual([expect.stringMatching(/no comma.*\.$/), 'tag:boats']);
  expect(told(`tag:${'x'.repeat(61)} x`)).toHaveLength(1);
  expect(told('tga:boats x')[0]).toEqual([expect.any(String), 'tag:boats']);
  expect(told('is:stared x')[0]).toEqual([expect.any(String), 'is:starred']);
  expect(told('tag:none tag:"two words" x')).toEqual([]);
});

test('only filters that are finished are read as filters', () => {
  const told = (text: string): readonly unknown[] => readFilters(text, NOW).problems.map(({ at }) => at);
  expect(told('site:a.example tide')).toEqual([[0, 19]]);
  expect(told('')).toEqual([[0, 0]]);
  // While it is typed nothing is wrong with it, but nobody is typing here.
  expect(parseQuery('is:unr', NOW).problems).toEqual([]);
  expect(told('is:unr')).toEqual([[0, 6]]);
  expect(told('site:')).toEqual([[0, 5]]);
  expect(readFilters('is:unread OR (tag:a -tag:b)', NOW).problems).toEqual([]);
});

test('tags are offered with how many articles have them, those written in several ways as one', () => {
  const table = createColumnTable();
  const plain = toCard(anArticle());
  const lists = [['Boats', 'To read'], ['boats'], ['Boats'], [], ['Bothies']];
  for (const [row, tags] of lists.entries()) table.set(row, { ...plain, tags });
  table.remove(4);
  const tags = countTags(table.columns);
  expect(tags).toEqual([
    { value: 'Boats', count: 3 },
    { value: 'To read', count: 1 },
  ]);
  const offered = (text: string): readonly unknown[] =>
    complete(text, text.length, { sites: [], langs: [], tags }).map(({ text: each, count }) => [each, count]);
  expect(offered('tag:')).toEqual([
    ['tag:Boats', 3],
    ['tag:"To read"', 1],
  ]);
  expect(offered('-tag:to')).toEqual([['tag:"To read"', 1]]);
  expect(offered('ta')).toEqual([['tag:', null]]);
});
