// Saves that were asked for together, many in one file, so that an import of ten thousand is on disk and read again in no time. Such a file is
// never changed: a save that changes gets a file of its own beside it, one that is done an empty one, and with the last of them all go.
import { join } from 'node:path';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { isAbsent, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, writeDurably } from './durableFile.ts';
import type { Layout } from './layout.ts';
import { parseSave, type StoredSave } from './saveSchema.ts';

/** The bundles of a library. Throws `AppError`: `disk`. */
export interface SaveBundles {
  /** The saves in them that are not done, as they were asked for. */
  readonly saves: ReadonlyMap<number, StoredSave>;
  /** Ids that names of files claim, whether they can be read or not. */
  readonly damaged: readonly { readonly id: number; readonly file: string; readonly reason: string }[];
  /** Writes saves of ascending ids into one file; resolves when they are on disk. */
  add(saves: readonly StoredSave[]): Promise<void>;
  /** Marks a save as done; nothing happens when it is in no bundle. */
  drop(id: number): Promise<void>;
}

interface Bundle {
  readonly name: string;
  readonly ids: readonly number[];
  left: number;
}

const BUNDLE = /^bundle-(\d{1,15})-\d{1,15}\.json$/;
const GONE = /^(\d{1,15})\.gone$/;
const bundleSchema = v.looseObject({ format: v.literal(1), saves: v.array(v.unknown()) });

/** Reads them; `names` are those of the folder. */
export async function openSaveBundles(
  { layout, disk }: { readonly layout: Pick<Layout, 'saves' | 'temp'>; readonly disk: Disk },
  names: readonly string[],
): Promise<SaveBundles> {
  const saves = new Map<number, StoredSave>();
  const bundleOf = new Map<number, Bundle>();
  const gone = new Set(names.flatMap((name) => GONE.exec(name)?.[1] ?? []).map(Number));
  const damaged: { id: number; file: string; reason: string }[] = [];

  function know(name: string, its: readonly StoredSave[]): void {
    const there = its.filter(({ id }) => !gone.has(id));
    const bundle: Bundle = { name, ids: its.map(({ id }) => id), left: there.length };
    for (const save of there) {
      saves.set(save.id, save);
      bundleOf.set(save.id, bundle);
    }
  }

  for (const name of names) {
    const first = BUNDLE.exec(name)?.[1];
    if (first === undefined) continue;
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(join(layout.saves, name)));
      know(name, v.parse(bundleSchema, JSON.parse(text)).saves.map(parseSave));
    } catch (failure) {
      if (isAbsent(failure)) continue;
      if (failure instanceof AppError) throw failure;
      damaged.push({ id: Number(first), file: name, reason: 'saves that were asked for together cannot be read' });
    }
  }

  return {
    saves,
    damaged,
    async add(added) {
      const [first, last] = [added[0], added.at(-1)];
      if (first === undefined || last === undefined) return;
      const name = `bundle-${first.id}-${last.id}.json`;
      await writeDurably(join(layout.saves, name), JSON.stringify({ format: 1, saves: added }), {
        disk,
        tempFolder: layout.temp,
      });
      know(name, added);
    },
    async drop(id) {
      const bundle = bundleOf.get(id);
      if (bundle === undefined) return;
      if (bundle.left > 1) {
        await writeDurably(join(layout.saves, `${id}.gone`), '', { disk, tempFolder: layout.temp });
      } else {
        try {
          await disk.remove(join(layout.saves, bundle.name));
          await disk.syncFolder(layout.saves);
        } catch (failure) {
          throw toDiskError(failure, 'The save could not be taken off the list');
        }
        for (const each of bundle.ids) await removeQuietly(disk, join(layout.saves, `${each}.gone`));
      }
      bundle.left -= 1;
      bundleOf.delete(id);
      saves.delete(id);
    },
  };
}
