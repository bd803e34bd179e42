// A prepared library in; what its search costs out, beside an FTS5 index of the same texts that answers the same questions in the same run.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { askProcess } from './askProcess.ts';
import { percentiles, type Figure } from './figures.ts';
import { makeFts5 } from './fts5.ts';
import { parseAnswers, type SearchRequest } from './measuredSearch.ts';
import { costSchema, sizeOf, type PreparedLibrary } from './preparedLibrary.ts';
import { inventQueries } from './querySet.ts';
import type { SeededLibrary } from './seedLibrary.ts';

const PEER = 'FTS5';

/** Asks the app each question once, in a process of its own on either side. */
export async function measureSearch({ seeded, folder, cost }: PreparedLibrary): Promise<readonly Figure[]> {
  return compare('search', seeded, { from: folder, indexMs: cost.indexMs, indexFolder: join(folder, 'index') });
}

/** Asks the index alone: without the app, its filters and the pieces of text that it shows. */
export async function measureIndex(seeded: SeededLibrary): Promise<readonly Figure[]> {
  const indexFolder = mkdtempSync(`${seeded.folder}.index-`);
  try {
    const from = { library: seeded.folder, index: indexFolder, size: seeded.posts.saved };
    const { indexMs } = v.parse(costSchema, await askProcess('searchProcess', [], { from, queries: [] }));
    return await compare('index', seeded, { from, indexMs, indexFolder });
  } finally {
    rmSync(indexFolder, { recursive: true });
  }
}

interface Compared {
  readonly from: SearchRequest['from'];
  readonly indexMs: number;
  readonly indexFolder: string;
}

async function compare(
  bench: string,
  seeded: SeededLibrary,
  { from, indexMs, indexFolder }: Compared,
): Promise<readonly Figure[]> {
  const peer = makeFts5(seeded);
  const queries = inventQueries(seeded.posts);
  const own = parseAnswers(await askProcess('searchProcess', [], { from, queries }));
  const theirs = parseAnswers(await askProcess('fts5Process', [], { from: peer.path, queries }));
  const size = seeded.posts.saved;
  const about = { bench, size, against: PEER };
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const byKind = kinds.flatMap((kind): readonly Figure[] => {
    const asked = queries.flatMap((query, index) => (query.kind === kind ? [index] : []));
    const times = ({ answers }: typeof own): readonly number[] => asked.flatMap((index) => answers[index]?.ms ?? []);
    const counted = asked.filter((index) => (own.answers[index]?.hits ?? null) !== null && theirs.answers[index]);
    const same = counted.filter((index) => own.answers[index]?.hits === theirs.answers[index]?.hits);
    return [
      ...percentiles({ ...about, name: kind }, times(own), times(theirs)),
      {
        ...about,
        name: `${kind}, as many found`,
        unit: 'queries',
        value: counted.length === 0 ? null : same.length,
        peer: counted.length === 0 ? null : counted.length,
        against: 'queries that both count',
      },
    ];
  });
  const passages = percentiles({ ...about, name: 'passages of 12 hits', against: 'none' }, own.passageMs, []);
  const indexBytes = sizeOf(indexFolder);
  return [
    ...byKind,
    ...passages,
    { ...about, name: 'index build, an article', unit: 'ms', value: indexMs / size, peer: peer.buildMs / size },
    { ...about, name: 'open and first answer', unit: 'ms', value: own.openMs, peer: theirs.openMs },
    { ...about, name: 'memory when open', unit: 'MB', value: own.openMb, peer: theirs.openMb },
    { ...about, name: 'memory after all queries', unit: 'MB', value: own.queriedMb, peer: theirs.queriedMb },
    { ...about, name: 'index on disk', unit: 'MB', value: indexBytes / 1e6, peer: peer.sizeBytes / 1e6 },
    {
      ...about,
      name: 'index on disk',
      unit: 'MB',
      value: indexBytes / 1e6,
      peer: seeded.sizes.textBytes / 1e6,
      against: 'the plain text',
    },
  ];
}
