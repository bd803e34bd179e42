// The index finds what the slow and obvious search finds, whatever was put, replaced, removed, written, merged and opened again before.
import { expect } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { SearchDocument } from '../../../electron/search/fields.ts';
import { openSearchIndex } from '../../../electron/search/searchIndex.ts';
import type { TextQuery } from '../../../electron/search/textQuery.ts';
import { seededRandom } from '../store/drafts.ts';
import { nearScores, reconcileWith, scoresOf, test } from './libraries.ts';
import { aWord, idOf, randomDocument, randomQuery } from './randomLibrary.ts';
import { slowMatch } from './slowIndex.ts';

/** Unknown words are looked for as others, which the slow search does not do. */
function knowsAll(documents: readonly SearchDocument[], query: TextQuery): boolean {
  if (query.is === 'not') return knowsAll(documents, query.of);
  if (query.is !== 'unit') return query.of.every((each) => knowsAll(documents, each));
  return slowMatch(documents, { ...query, field: null }).size > 0 || query.text.length < 4 || query.text.includes(' ');
}

for (const seed of [1, 2, 3, 4]) {
  test(`after a random life the index finds what the slow search finds (${seed} of 4)`, async ({ folder }) => {
    const random = seededRandom(seed);
    const library = new Map<ArticleId, SearchDocument>();
    const read = (id: ArticleId): Promise<SearchDocument | undefined> => Promise.resolve(library.get(id));
    let index = openSearchIndex({ folder, read, flushAt: 7 });
    await reconcileWith(index, []);
    let compared = 0;
    for (let step = 0; step < 400; step += 1) {
      const number = Math.floor(random() * 90);
      const choice = random();
      if (choice < 0.7) {
        const document = randomDocument(number, random);
        library.set(document.id, document);
        index.put(document);
      } else if (choice < 0.85) {
        library.delete(idOf(number));
        index.remove(idOf(number));
      } else if (choice < 0.9) {
        await index.settled();
      } else if (choice < 0.93) {
        await index.close();
        // Some things happen while it is closed.
        const document = randomDocument(number, random);
        library.set(document.id, document);
        library.delete(idOf(Math.floor(random() * 90)));
        index = openSearchIndex({ folder, read, flushAt: 7 });
        await reconcileWith(index, [...library.values()]);
      }
      if (step % 4 !== 0) continue;
      const documents = [...library.values()];
      const query = randomQuery(random);
      if (!knowsAll(documents, query)) continue;
      compared += 1;
      expect(Object.fromEntries(scoresOf(index, query)), `${step}: ${JSON.stringify(query)}`).toEqual(
        nearScores(slowMatch(documents, query)),
      );
    }
    expect(compared).toBeGreaterThan(60);
    await index.settled();
    expect(index.stats()).toMatchObject({ documents: library.size });
    expect(index.stats().segments).toBeGreaterThan(0);
    expect(index.stats().segments).toBeLessThan(16);
    await index.close();
  });
}

test('words are made of few syllables, so that queries find something', () => {
  const random = seededRandom(5);
  expect(new Set(Array.from({ length: 500 }, () => aWord(random))).size).toBeLessThan(250);
});
