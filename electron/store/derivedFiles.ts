// Files that are derived from the articles, by a name that says for what; written whole, durably, beside the catalogue.
import { join } from 'node:path';
import { isAbsent, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { writeDurably } from './durableFile.ts';
import type { Layout } from './layout.ts';

/** The files. */
export interface DerivedFiles {
  /** What was written under a name that says what it is derived from the articles for; `undefined` when it is not there. Throws `AppError('disk')`. */
  readDerived(name: 'posts'): Promise<Uint8Array | undefined>;
  /** Throws `AppError`: `disk`, `locked`. */
  writeDerived(name: 'posts', bytes: Uint8Array): Promise<void>;
}

/** Opens them. */
export function openDerivedFiles(disk: Disk, layout: Layout, assertWritable: () => void): DerivedFiles {
  return {
    async readDerived(name) {
      try {
        return await disk.read(join(layout.catalogue, name));
      } catch (failure) {
        if (isAbsent(failure)) return undefined;
        throw toDiskError(failure, 'What is known of all articles could not be read');
      }
    },
    async writeDerived(name, bytes) {
      assertWritable();
      await writeDurably(join(layout.catalogue, name), bytes, { disk });
    },
  };
}
