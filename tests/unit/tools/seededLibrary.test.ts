import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openLibrary } from '../../../electron/store/library.ts';
import { inventLanguages } from '../../tools/bench/languages.ts';
import { seededArticle, seededPicture } from '../../tools/bench/seededArticles.ts';
import { inventPosts, LAST_MS } from '../../tools/bench/seededPosts.ts';
import { pack, writeSeeded, writeSeededFrame } from '../../tools/bench/writeSeeded.ts';

const SIZE = 120;
const posts = inventPosts(inventLanguages(), SIZE);
const picture = seededPicture();

test('the store opens a seeded library and reads every article as it was made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-seeded-'));
  writeSeededFrame(folder, picture);
  // In two parts, as two processes would write it.
  writeSeeded(folder, posts, 0, 50, picture);
  writeSeeded(folder, posts, 50, SIZE, picture);

  const library = await openLibrary(folder, { now: () => new Date(LAST_MS) });
  expect(library.unreadable).toEqual([]);
  expect(library.catalogue.count).toBe(SIZE);
  for (let number = 0; number < SIZE; number += 1) {
    const seeded = seededArticle(posts, number, picture);
    const { article } = pack(seeded);
    expect(await library.article(article.id)).toEqual(article);
    expect(await library.text(article.id)).toBe(seeded.files.text);
    expect(await library.content(article.id)).toBe(seeded.files.content);
    expect(Buffer.from((await library.original(article.id)).bytes)).toEqual(Buffer.from(seeded.files.original.bytes));
    for (const { file } of article.images) {
      const path = await library.assetFile(file);
      expect(readFileSync(path ?? '')).toEqual(Buffer.from(picture.bytes));
    }
  }
  await library.close();
  rmSync(folder, { recursive: true });
});

test('a seeded library is the same each time, and its lists overlap as those of real sites do', () => {
  const articles = Array.from({ length: SIZE }, (_, number) => seededArticle(posts, number, picture).article);
  const again = inventPosts(inventLanguages(), SIZE);
  expect(articles.map((_, number) => seededArticle(again, number, picture).article)).toEqual(articles);

  const lists = articles.map(({ relatedLists }) => relatedLists.flatMap(({ entries }) => entries));
  expect(Math.min(...lists.map((entries) => entries.length))).toBeGreaterThanOrEqual(5);
  expect(Math.max(...lists.map((entries) => entries.length))).toBeLessThanOrEqual(40);
  const addresses = lists.flatMap((entries) => entries.flatMap(({ url }) => url ?? []));
  const different = new Set(addresses);
  expect(addresses.length / different.size).toBeGreaterThan(2);
  expect(articles.filter(({ canonicalUrl }) => different.has(canonicalUrl ?? '')).length).toBeGreaterThan(SIZE / 4);
});

test('a seeded text is about six thousand bytes and uses few words often and most words seldom', () => {
  const counts = new Map<string, number>();
  let bytes = 0;
  for (let number = 0; number < SIZE; number += 1) {
    const { article, files } = seededArticle(posts, number, picture);
    bytes += Buffer.byteLength(files.text);
    if (article.lang !== 'en') continue;
    for (const [word] of files.text.toLowerCase().matchAll(/[a-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  expect(bytes / SIZE).toBeGreaterThan(4_500);
  expect(bytes / SIZE).toBeLessThan(7_500);
  expect((sorted[0] ?? 0) / total).toBeGreaterThan(0.03);
  expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.4);
});
