// Every order of the library against a plain sort of the cards, either way round.
import { expect, test } from 'playwright/test';
import { toCard, type ArticleCard } from '#contract/article.ts';
import { createColumnTable } from '#contract/columns.ts';
import { readFilters } from '#contract/query/compileQuery.ts';
import { orderBySaved } from '#contract/rowOrder.ts';
import { SORTS, type Sort } from '#contract/views.ts';
import { rowsWhere } from '../../../renderer/library/libraryOrder.ts';
import { sortRows } from '../../../renderer/library/rowSorts.ts';
import { orderQueue } from '../../../renderer/queue/queueOrder.ts';
import { anArticle } from '../../helpers/articles.ts';
import { seededRandom } from '../store/drafts.ts';

const plain = toCard(anArticle());

function someCards(count: number): readonly ArticleCard[] {
  const random = seededRandom(11);
  const maybe = (text: string): string | null => (random() < 0.25 ? null : text);
  const date = (): string => new Date(Math.floor(random() * 40) * 86_400_000 * 200).toISOString();
  return Array.from({ length: count }, (_, row) => ({
    ...plain,
    title: `Boat ${Math.floor(random() * 20)}`,
    saved: date(),
    published: maybe(date()),
    opened: maybe(date()),
    siteName: maybe(`Site ${Math.floor(random() * 12)}`),
    host: random() < 0.5 ? null : `h${Math.floor(random() * 3)}.example`,
    minutes: 1 + Math.floor(random() * 30),
    words: Math.floor(random() * 50) * 100,
    sizeBytes: Math.floor(random() * 90) * 1_024,
    reading: { progress: random() < 0.5 ? 0 : random(), block: 0, read: maybe(date()), archived: row % 7 === 0 },
  }));
}

const { compare } = new Intl.Collator(undefined, { numeric: true });
const newest = (date: string | null): number | null => (date === null ? null : -Date.parse(date));

/** What is sorted by; `null` stands last. */
const KEYS: Readonly<Record<Exclude<Sort, 'saved'>, (card: ArticleCard) => number | string | null>> = {
  published: ({ published }) => newest(published),
  opened: ({ opened }) => newest(opened),
  finished: ({ reading }) => newest(reading.read),
  minutes: ({ minutes }) => minutes,
  left: ({ minutes, reading }) => (reading.read === null ? minutes * (100 - Math.ceil(reading.progress * 100)) : null),
  words: ({ words }) => -words,
  size: ({ sizeBytes }) => -sizeBytes,
  site: ({ siteName, host }) => siteName ?? host,
  title: ({ title }) => title,
};

function compareKeys(a: number | string | null, b: number | string | null, isReversed: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'string' && typeof b === 'string' ? compare(a, b) : Number(a) - Number(b);
  return isReversed ? -order : order;
}

test('lists stand in the order that was asked for, equal ones newest saved first', () => {
  const cards = someCards(400);
  const table = createColumnTable();
  for (const [row, card] of cards.entries()) table.set(row, card);
  const bySaved = orderBySaved(table.columns);
  const titles = cards.map(({ title }) => title);
  const names = [...new Set(titles)].sort(compare);
  const ranks = Uint32Array.from(titles, (title) => names.indexOf(title));
  expect(SORTS.toSorted()).toEqual([...Object.keys(KEYS), 'saved'].toSorted());
  for (const sort of SORTS) {
    for (const isReversed of [false, true]) {
      const sorted = [...sortRows(table.columns, bySaved, { sort, isReversed }, ranks)];
      const expected =
        sort === 'saved'
          ? isReversed
            ? [...bySaved].toReversed()
            : [...bySaved]
          : [...bySaved].sort((a, b) =>
              compareKeys(KEYS[sort](cards[a] ?? plain), KEYS[sort](cards[b] ?? plain), isReversed),
            );
      expect(sorted, `${sort} ${isReversed}`).toEqual(expected);
    }
  }
  const { node } = readFilters('words:>2000', new Date());
  if (node === null) throw new Error('a filter');
  const long = rowsWhere(table.columns, bySaved, node);
  expect([...long]).toEqual([...bySaved].filter((row) => (cards[row]?.words ?? 0) > 2_000));
  const order = { sort: 'words', isReversed: false } as const;
  const { next } = orderQueue(table.columns, bySaved, order);
  const unread = readFilters('is:unread', new Date()).node;
  if (unread === null) throw new Error('a filter');
  expect([...next]).toEqual([...sortRows(table.columns, rowsWhere(table.columns, bySaved, unread), order)]);
});
