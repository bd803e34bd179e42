// An index in a folder of its own, and what it finds.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import { unpackId } from '#contract/idTable.ts';
import type { SearchDocument } from '../../../electron/search/fields.ts';
import type { SearchIndex } from '../../../electron/search/searchIndex.ts';
import type { TextQuery } from '../../../electron/search/textQuery.ts';
import { packedIds } from './randomLibrary.ts';

/** A test with an empty folder of its own, removed afterwards. */
export const test = base.extend<{ folder: string }>({
  folder: async ({ browserName: _browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'layover-search-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** Makes an index agree with documents. */
export function reconcileWith(index: SearchIndex, documents: readonly SearchDocument[]): Promise<void> {
  return index.reconcile(
    packedIds(documents),
    Uint32Array.from(documents, ({ stamp }) => stamp),
  );
}

/** Scores of all that an index finds, by id. */
export function scoresOf(index: SearchIndex, query: TextQuery): Map<ArticleId, number> {
  const { found, segments } = index.match(query);
  const scores = new Map<ArticleId, number>();
  for (const [place, { documents, scores: these }] of found.segments.entries()) {
    const ids = segments[place]?.segment.documents.ids ?? new Uint32Array();
    for (const [at, document] of documents.entries()) scores.set(unpackId(ids, document), these[at] ?? 0);
  }
  return scores;
}

/** Scores that `toEqual` takes for those of the slow search, though the index adds in another order and in 32 bits. */
export function nearScores(scores: ReadonlyMap<ArticleId, number>): Record<string, unknown> {
  return Object.fromEntries([...scores].map(([id, score]) => [id, expect.closeTo(score, 4)]));
}
