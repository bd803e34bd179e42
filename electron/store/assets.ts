// Pictures by the hash of their bytes: stored once however many articles show them, and found again by a checked name only.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { ASSET_FILE } from './articleSchema.ts';
import { isAbsent, listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { writeDurably } from './durableFile.ts';
import type { Layout } from './layout.ts';

/** A stored asset: SHA-256 in hex, and the file's name below `assets/`. */
export interface StoredAsset {
  readonly hash: string;
  readonly file: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/apng': 'png',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/vnd.microsoft.icon': 'ico',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
};

/** The assets of one library. */
export interface Assets {
  /** Resolves when the bytes are durable; bytes that are there already are not written again. Throws `AppError`: `bad-input` (not a kind of picture that is kept), `disk`. */
  put(bytes: Uint8Array, mediaType: string): Promise<StoredAsset>;
  /** Absolute path of an asset's file; `undefined` when the name is not of the form of an asset's, or nothing, or a link, is there. */
  find(file: string): Promise<string | undefined>;
  /** Names of all assets on disk that have bytes. Throws `AppError('disk')`. */
  names(): Promise<ReadonlySet<string>>;
  /**
   * Removes the assets that are not in `used` and were not put within the last hour by this process; answers how many. One that is put at
   * the same moment is there afterwards. Throws `AppError('disk')`.
   */
  sweep(used: ReadonlySet<string>): Promise<number>;
  /** Resolves when nothing is being stored. */
  settled(): Promise<void>;
}

/** A picture that was put is on its way to an article that long at the most: a save ends after two minutes. */
const ON_ITS_WAY_MS = 3_600_000;

/** Opens the assets of a library; `makeFolder` comes from `createFolderMaker`, `monotonicMs` from a clock that nobody sets. */
export function openAssets(
  layout: Layout,
  disk: Disk,
  makeFolder: (folder: string, parent: string) => Promise<void>,
  monotonicMs: () => number = () => performance.now(),
): Assets {
  // Also what is durable already: a file found on disk may have come there just before a power cut, its name not yet synced.
  const storing = new Map<string, Promise<void>>();
  /** What was put in this hour and in the one before; older ones of `storing` are forgotten, or a long life would keep them all. */
  let [put, putBefore] = [new Set<string>(), new Set<string>()];
  let hourBegan = monotonicMs();

  function note(file: string): void {
    if (monotonicMs() - hourBegan > ON_ITS_WAY_MS) {
      for (const old of putBefore) if (!put.has(old) && old !== file) storing.delete(old);
      [put, putBefore] = [new Set(), put];
      hourBegan = monotonicMs();
    }
    put.add(file);
  }

  async function store(file: string, bytes: Uint8Array): Promise<void> {
    const path = join(layout.assets, file);
    const shard = join(layout.assets, file.slice(0, 2));
    try {
      await makeFolder(shard, layout.assets);
      if (await isThere(path, bytes)) await disk.syncFolder(shard);
      else await writeDurably(path, bytes, { disk, tempFolder: layout.temp });
    } catch (failure) {
      storing.delete(file);
      throw toDiskError(failure, 'The picture could not be saved');
    }
  }

  /** Someone else may have taken away, or damaged, what was stored before. */
  async function restore(file: string, bytes: Uint8Array): Promise<void> {
    if (!(await isThere(join(layout.assets, file), bytes))) await store(file, bytes);
  }

  async function isThere(path: string, bytes: Uint8Array): Promise<boolean> {
    return (await disk.sizeOf(path)) === bytes.byteLength && Buffer.compare(await disk.read(path), bytes) === 0;
  }

  return {
    async put(bytes, mediaType) {
      const extension = Object.hasOwn(EXTENSIONS, mediaType) ? EXTENSIONS[mediaType] : undefined;
      if (extension === undefined)
        throw new AppError('bad-input', `Layover does not keep pictures of the kind ${mediaType}.`);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const file = `${hash.slice(0, 2)}/${hash}.${extension}`;
      note(file);
      const underWay = storing.get(file)?.then(() => restore(file, bytes)) ?? store(file, bytes);
      storing.set(file, underWay);
      await underWay;
      return { hash, file };
    },
    async find(file) {
      if (!ASSET_FILE.test(file)) return undefined;
      try {
        const expected = join(await disk.resolve(layout.assets), file);
        const found = await disk.resolve(join(layout.assets, file));
        return found === expected && (await disk.sizeOf(found)) !== undefined ? found : undefined;
      } catch (failure) {
        if (isAbsent(failure)) return undefined;
        throw toDiskError(failure, 'The picture could not be read');
      }
    },
    async names() {
      const names = new Set<string>();
      try {
        for (const shard of await listIfThere(disk, layout.assets)) {
          if (shard.kind !== 'folder') continue;
          for (const { name, kind } of await disk.list(join(layout.assets, shard.name))) {
            const file = `${shard.name}/${name}`;
            if (kind === 'file' && ASSET_FILE.test(file)) names.add(file);
          }
        }
      } catch (failure) {
        throw toDiskError(failure, 'The pictures could not be listed');
      }
      return names;
    },
    async sweep(used) {
      let removed = 0;
      for (const file of await this.names()) {
        if (used.has(file) || storing.has(file)) continue;
        const removal = disk.remove(join(layout.assets, file)).catch((failure: unknown) => {
          throw toDiskError(failure, 'A picture that nothing shows any more could not be removed');
        });
        // Whoever puts the same picture now waits for this, and finds that it is gone.
        storing.set(file, removal);
        await removal.finally(() => {
          if (storing.get(file) === removal) storing.delete(file);
        });
        removed += 1;
      }
      return removed;
    },
    async settled() {
      await Promise.allSettled(storing.values());
    },
  };
}
