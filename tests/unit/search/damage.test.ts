// Whatever happens to the files of an index, nothing is found that should not be, and after a while everything that should.
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { SearchDocument } from '../../../electron/search/fields.ts';
import { openSearchIndex, type SearchIndex } from '../../../electron/search/searchIndex.ts';
import type { TextQuery } from '../../../electron/search/textQuery.ts';
import { extent } from '../../helpers/extent.ts';
import { seededRandom } from '../store/drafts.ts';
import { nearScores, reconcileWith, scoresOf, test } from './libraries.ts';
import { randomDocument, randomUnit } from './randomLibrary.ts';
import { slowMatch } from './slowIndex.ts';

const COUNT = 130;

const HARMS: Readonly<Record<string, (file: string, random: () => number) => void>> = {
  'cut short': (file, random) => truncateSync(file, Math.floor(random() * readFileSync(file).length)),
  emptied: (file) => truncateSync(file, 0),
  removed: (file) => rmSync(file),
  'longer than it was': (file) => writeFileSync(file, 'more', { flag: 'a' }),
  'flipped in one bit': (file, random) => {
    const bytes = readFileSync(file);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, bytes);
  },
  'full of noise': (file, random) =>
    writeFileSync(
      file,
      readFileSync(file).map(() => random() * 256),
    ),
};

function lifeOf(random: () => number): readonly SearchDocument[] {
  return Array.from({ length: COUNT }, (_, number) => randomDocument(number, random));
}

interface Question {
  readonly query: TextQuery;
  readonly answer: ReadonlyMap<ArticleId, number>;
}

/** Questions whose words are known, so that none is taken for another. */
function questionsAbout(documents: readonly SearchDocument[], random: () => number): readonly Question[] {
  const asked = Array.from({ length: 24 }, () => randomUnit(random));
  // A phrase of every third article, so that positions of every segment are asked for.
  const phrases = documents
    .filter((_, number) => number % 3 === 0)
    .map(({ text }): TextQuery => ({
      is: 'unit',
      text: text.split(' ').slice(0, 2).join(' '),
      isPrefix: false,
      field: null,
    }));
  const answered = [...asked, ...phrases].map((query) => ({ query, answer: slowMatch(documents, query) }));
  const found = answered.filter(({ answer }) => answer.size > 0);
  return [...found.slice(0, 12), ...found.filter(({ query }) => phrases.includes(query))];
}

function expectAll(index: SearchIndex, questions: readonly Question[]): void {
  for (const { query, answer } of questions) {
    expect(Object.fromEntries(scoresOf(index, query)), JSON.stringify(query)).toEqual(nearScores(answer));
  }
}

for (const [harm, hurt] of Object.entries(HARMS)) {
  test(`an index of which a file is ${harm} answers as before`, async ({ folder }) => {
    const random = seededRandom(harm.length);
    const documents = lifeOf(random);
    const known = new Map<ArticleId, SearchDocument>(documents.map((document) => [document.id, document]));
    let reads = 0;
    const read = (id: ArticleId): Promise<SearchDocument | undefined> => {
      reads += 1;
      return Promise.resolve(known.get(id));
    };
    const whole = join(folder, 'whole');
    const first = openSearchIndex({ folder: whole, read, flushAt: 30 });
    await reconcileWith(first, documents);
    await first.settled();
    await first.close();
    const names = readdirSync(whole);
    expect(names.length).toBeGreaterThan(12);
    const questions = questionsAbout(documents, random);
    expect(questions.length).toBeGreaterThan(8);

    // Another half of them for each harm, unless all is asked for.
    for (const name of names.filter((_, place) => (place + harm.length) % extent(2, 1) === 0)) {
      const copy = join(folder, `copy-${name}`);
      cpSync(whole, copy, { recursive: true });
      hurt(join(copy, name), random);
      const index = openSearchIndex({ folder: copy, read, flushAt: 30 });
      reads = 0;
      await reconcileWith(index, documents);
      for (const { query, answer } of questions) {
        // Damage may be met only here; until it is mended, nothing is found that does not fit.
        expect([...scoresOf(index, query).keys()].filter((id) => !answer.has(id))).toEqual([]);
      }
      await index.settled();
      expectAll(index, questions);
      expect(reads, name).toBeGreaterThan(0);
      await index.close();
      // What was mended stays so, and costs nothing again.
      const again = openSearchIndex({ folder: copy, read, flushAt: 30 });
      reads = 0;
      await reconcileWith(again, documents);
      expectAll(again, questions);
      expect(reads, name).toBe(0);
      await again.close();
      rmSync(copy, { recursive: true });
    }
  });
}

test('an index of another version, or a folder full of something else, is made anew', async ({ folder }) => {
  const random = seededRandom(3);
  const documents = lifeOf(random);
  const questions = questionsAbout(documents, random);
  const read = (id: ArticleId): Promise<SearchDocument | undefined> =>
    Promise.resolve(documents.find((document) => document.id === id));
  writeFileSync(join(folder, 'manifest.json'), '{"version":99,"next":7,"segments":[3]}');
  for (const end of ['terms', 'postings', 'positions']) writeFileSync(join(folder, `segment.3.${end}`), 'not ours');
  const index = openSearchIndex({ folder, read, flushAt: 30 });
  await reconcileWith(index, documents);
  await index.settled();
  expectAll(index, questions);
  await index.close();
});

test('questions are answered while the index is made, from what it holds by then', async ({ folder }) => {
  const random = seededRandom(4);
  const documents = Array.from({ length: 1_500 }, (_, number) => ({
    ...randomDocument(number, random),
    title: 'harbour',
  }));
  const known = new Map<ArticleId, SearchDocument>(documents.map((document) => [document.id, document]));
  const index = openSearchIndex({ folder, read: (id) => Promise.resolve(known.get(id)), flushAt: 100 });
  const made = reconcileWith(index, documents).then(() => 'made');
  const counts: number[] = [];
  while ((await Promise.race([made, nextTurn('going on')])) !== 'made') {
    counts.push(scoresOf(index, { is: 'unit', text: 'harbour', isPrefix: false, field: 'title' }).size);
  }
  expect(new Set(counts).size).toBeGreaterThan(5);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(scoresOf(index, { is: 'unit', text: 'harbour', isPrefix: false, field: null }).size).toBe(1_500);
  await index.close();
});
