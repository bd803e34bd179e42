// A prepared library in; what its search costs out, beside an FTS5 index of the same texts that answers the same questions in the same run.
import { join } from 'node:path';
import { askProcess } from './askProcess.ts';
import { percentiles, type Figure } from './figures.ts';
import { makeFts5 } from './fts5.ts';
import { parseAnswers } from './measuredSearch.ts';
import { sizeOf, type PreparedLibrary } from './preparedLibrary.ts';
import { inventQueries } from './querySet.ts';

const PEER = 'FTS5';

/** Asks each question once, in a process of its own on either side. */
export async function measureSearch({ seeded, folder, cost }: PreparedLibrary): Promise<readonly Figure[]> {
  const peer = makeFts5(seeded);
  const queries = inventQueries(seeded.posts);
  const own = parseAnswers(await askProcess('searchProcess', [], { path: folder, queries }));
  const theirs = parseAnswers(await askProcess('fts5Process', [], { path: peer.path, queries }));
  const size = seeded.posts.saved;
  const about = { bench: 'search', size, against: PEER };
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
        value: same.length,
        peer: counted.length,
        against: 'queries that both count',
      },
    ];
  });
  const indexBytes = sizeOf(join(folder, 'index'));
  return [
    ...byKind,
    { ...about, name: 'index build, an article', unit: 'ms', value: cost.indexMs / size, peer: peer.buildMs / size },
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
