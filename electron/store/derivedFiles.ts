// Files that are derived from the articles, by a name that says for what; written whole, durably, beside the catalogue.
import { join } from 'node:path';
import { isAbsent, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { writeDurably } from './durableFile.ts';
import type { Layout } from './layout.ts';

/** Reads and writes them; see `Library` for what each method promises. */
export function openDerivedFiles(disk: Disk, layout: Layout, assertWritable: () => void) {
  return {
    async readDerived(name: 'posts'): Promise<Uint8Array | undefined> {
      try {
        return await disk.read(join(layout.catalogue, name));
      } catch (failure) {
        if (isAbsent(failure)) return undefined;
        throw toDiskError(failure, 'What is known of all articles could not be read');
      }
    },
    async writeDerived(name: 'posts', bytes: Uint8Array): Promise<void> {
      assertWritable();
      await writeDurably(join(layout.catalogue, name), bytes, { disk });
    },
  };
}
