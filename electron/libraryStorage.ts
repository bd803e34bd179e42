// A library in; what takes how much room in it out.
import { isThere } from '#contract/columns.ts';
import type { LibraryStorage, SiteStorage } from '#contract/storage.ts';
import type { Library } from './store/library.ts';

/** Measures a library. */
export interface StorageMeter {
  measure(): Promise<LibraryStorage>;
}

const MOST_LARGEST = 100;

/** Makes the meter. */
export function createLibraryStorage(library: Pick<Library, 'catalogue'>): StorageMeter {
  return {
    measure() {
      const { catalogue } = library;
      const { columns } = catalogue;
      const sites = new Map<string | null, SiteStorage>();
      const rows: number[] = [];
      for (let row = 0; row < columns.size; row += 1) {
        if (!isThere(columns, row)) continue;
        rows.push(row);
        const { host = null, name = null } = columns.sites[columns.site[row] ?? 0] ?? {};
        const site = host ?? name;
        const bytes = (columns.kilobytes[row] ?? 0) * 1_024;
        const known = sites.get(site) ?? { site, articles: 0, bytes: 0, freedBytes: 0 };
        sites.set(site, {
          site,
          articles: known.articles + 1,
          bytes: known.bytes + bytes,
          freedBytes: known.freedBytes + bytes,
        });
      }
      const bytesOf = (row: number): number => (columns.kilobytes[row] ?? 0) * 1_024;
      const largest = rows.sort((a, b) => bytesOf(b) - bytesOf(a)).slice(0, MOST_LARGEST);
      const bytes = catalogue.sizeBytes;
      const nothing = { count: 0, bytes: 0 };
      return Promise.resolve({
        articles: { count: catalogue.count, bytes },
        pictures: nothing,
        copies: nothing,
        trash: nothing,
        highlights: nothing,
        derivedBytes: 0,
        totalBytes: bytes,
        freeBytes: null,
        sites: [...sites.values()].sort((a, b) => b.bytes - a.bytes),
        largest: largest.map((row) => ({
          row,
          id: catalogue.idOf(row),
          title: catalogue.title(row),
          bytes: bytesOf(row),
          freedBytes: bytesOf(row),
        })),
        cap: null,
      });
    },
  };
}
