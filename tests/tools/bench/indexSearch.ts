// The index of texts alone, without the app around it: a seeded library's folder and a folder for the index in, its answers out.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import { packId } from '#contract/idTable.ts';
import type { SearchDocument } from '../../../electron/search/fields.ts';
import { parseQuery } from '#contract/query/parse.ts';
import { toTextQuery } from '../../../electron/library/finding/librarySearch.ts';
import { openSearchIndex } from '../../../electron/search/searchIndex.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import type { LayoverSearch } from './layoverSearch.ts';
import { seededId } from './seededArticles.ts';

/** What is indexed, and where to. */
export interface IndexedLibrary {
  readonly library: string;
  readonly index: string;
  /** Articles in the library. */
  readonly size: number;
}

const factsSchema = v.object({
  title: v.string(),
  byline: v.nullable(v.string()),
  siteName: v.nullable(v.string()),
  relatedLists: v.array(v.object({ entries: v.array(v.object({ title: v.string() })) })),
});

/** Resolves when the index holds every article and has written and merged what there was to be. */
export async function openIndex({ library, index, size }: IndexedLibrary): Promise<LayoverSearch> {
  const layout = layoutOf(library);
  const ids = Array.from({ length: size }, (_, number) => seededId(number));
  const opened = openSearchIndex({ folder: index, read: (id) => readDocument(layout.article(id), id) });
  await opened.reconcile(Uint32Array.from(ids.flatMap(packId)), new Uint32Array(size).fill(1));
  await opened.settled();
  return {
    find({ text, site, since, order }) {
      if (site !== null || since !== null || order !== 'rank') return Promise.resolve(undefined);
      const wanted = toTextQuery(parseQuery(text, new Date()).node);
      if (wanted === undefined) return Promise.resolve(undefined);
      const { found } = opened.match(wanted);
      return Promise.resolve({ hits: found.segments.reduce((sum, { documents }) => sum + documents.length, 0) });
    },
    close: () => opened.close(),
  };
}

async function readDocument(folder: string, id: ArticleId): Promise<SearchDocument> {
  const [facts, text] = await Promise.all(
    ['article.json', 'content.txt'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const { title, byline, siteName, relatedLists } = v.parse(factsSchema, JSON.parse(facts ?? ''));
  return {
    id,
    stamp: 1,
    title,
    names: [byline, siteName].join('\n'),
    keywords: '',
    notes: '',
    highlights: '',
    related: relatedLists.flatMap(({ entries }) => entries.map((entry) => entry.title)).join('\n'),
    text: text ?? '',
  };
}
