// What a repair needs of a library's disk: broken things put out of the way, pictures found again under other names, the index made anew.
// Removes nothing that is not derived.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { ASSET_FILE } from './articleSchema.ts';
import { listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { writeDurably } from './durableFile.ts';
import { makeFolders } from './libraryFolders.ts';
import { copyName, type Layout } from './layout.ts';

/** The ways to mend. */
export interface Mending {
  /**
   * Moves a folder or file of the library, named as `Unreadable` names it, below `aside/` and a folder of this day's instant; answers whether
   * it was there. Throws `AppError`: `disk`, `locked`.
   */
  moveAside(name: string): Promise<boolean>;
  /**
   * Looks among all files of pictures for the bytes of these SHA-256 hashes, whatever the files are called; what cannot be read is passed
   * over. Throws `AppError('disk')` when they cannot be listed.
   */
  findBytes(hashes: ReadonlySet<string>): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Puts a picture's bytes under its name, over whatever lies there. Throws `AppError`: `bad-input` when they are not its own, `disk`, `locked`. */
  putAt(file: string, bytes: Uint8Array): Promise<void>;
  /** Bytes of the full-text index and when one of its files was last written, an ISO instant; `null` when there is none. Throws `AppError('disk')`. */
  indexFacts(): Promise<{ readonly bytes: number; readonly written: string | null }>;
  /** Removes the full-text index, which is made anew as soon as something is looked for; only before it is. Throws `AppError`: `disk`, `locked`. */
  dropIndex(): Promise<void>;
}

/** What it works with. */
export interface MendingOptions {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly now: () => Date;
  readonly assertWritable: () => void;
}

/** Makes them. */
export function createMending({ disk, layout, now, assertWritable }: MendingOptions): Mending {
  const opened = copyName(now().toISOString());

  async function read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await disk.read(path);
    } catch (failure) {
      if (failure instanceof Error && 'code' in failure) return undefined;
      throw failure;
    }
  }

  return {
    async moveAside(name) {
      assertWritable();
      const [from, to] = [join(layout.root, name), join(layout.aside, opened, name)];
      try {
        const there = (await listIfThere(disk, dirname(from))).some(
          (entry) => join(dirname(from), entry.name) === from,
        );
        if (!there) return false;
        await makeFolders(disk, dirname(to));
        await disk.rename(from, to);
        await disk.syncFolder(dirname(to));
        await disk.syncFolder(dirname(from));
        return true;
      } catch (failure) {
        throw toDiskError(failure, 'What is damaged could not be moved aside');
      }
    },
    async findBytes(hashes) {
      const found = new Map<string, Uint8Array>();
      try {
        for (const shard of await listIfThere(disk, layout.assets)) {
          if (shard.kind !== 'folder') continue;
          for (const { name, kind } of await disk.list(join(layout.assets, shard.name))) {
            if (found.size === hashes.size) return found;
            const bytes = kind === 'file' ? await read(join(layout.assets, shard.name, name)) : undefined;
            if (bytes === undefined) continue;
            const hash = createHash('sha256').update(bytes).digest('hex');
            if (hashes.has(hash)) found.set(hash, bytes);
          }
        }
      } catch (failure) {
        throw toDiskError(failure, 'The pictures could not be listed');
      }
      return found;
    },
    async putAt(file, bytes) {
      assertWritable();
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!ASSET_FILE.test(file) || file.slice(3, 67) !== hash)
        throw new AppError('bad-input', 'These are not the bytes of this picture. Nothing was changed.');
      try {
        await makeFolders(disk, dirname(join(layout.assets, file)));
      } catch (failure) {
        throw toDiskError(failure, 'The picture could not be put back');
      }
      await writeDurably(join(layout.assets, file), bytes, { disk, tempFolder: layout.temp });
    },
    async indexFacts() {
      let [bytes, written] = [0, 0];
      try {
        for (const { name } of await listIfThere(disk, layout.index)) {
          const [size = '0', modified = '0'] = (await disk.stampOf(join(layout.index, name)))?.split('.') ?? [];
          bytes += Number(size);
          written = Math.max(written, Number(BigInt(modified) / 1_000_000n));
        }
      } catch (failure) {
        throw toDiskError(failure, 'The index could not be looked at');
      }
      return { bytes, written: written === 0 ? null : new Date(written).toISOString() };
    },
    async dropIndex() {
      assertWritable();
      try {
        await disk.remove(layout.index);
      } catch (failure) {
        throw toDiskError(failure, 'The index could not be made anew');
      }
    },
  };
}
