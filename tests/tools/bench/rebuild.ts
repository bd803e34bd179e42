// A prepared library in; how long it took until all that is derived was back, beside reading the same files bare.
import { join } from 'node:path';
import type { Figure } from './figures.ts';
import { sizeOf, type PreparedLibrary } from './preparedLibrary.ts';

/** Nothing is measured anew: the library was prepared from its articles alone. */
export function measureRebuild({ seeded, folder, cost, readMs }: PreparedLibrary): readonly Figure[] {
  const about = {
    bench: 'rebuild',
    size: seeded.posts.saved,
    unit: 's',
    against: 'reading all facts and texts',
  } as const;
  return [
    { ...about, name: 'catalogue', value: cost.catalogueMs / 1e3, peer: readMs / 1e3 },
    { ...about, name: 'search index', value: cost.indexMs / 1e3, peer: readMs / 1e3 },
    {
      ...about,
      name: 'catalogue on disk',
      unit: 'MB',
      value: sizeOf(join(folder, 'catalogue')) / 1e6,
      peer: seeded.sizes.bytes / 1e6,
      against: 'all files of the articles',
    },
  ];
}
