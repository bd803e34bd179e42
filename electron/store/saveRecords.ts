// Saves that are asked for and not done, one small file each, so that ten thousand of them cost no more per change than one.
// The bytes of a file to be saved lie beside it. Refuses nothing that the contract allows; a damaged record is left and listed.
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { WorkSource } from '#contract/save.ts';
import { isAbsent, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, writeDurably } from './durableFile.ts';
import type { Repair } from './jsonAdapter.ts';
import { createJsonFile, openJsonFile, type JsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';
import { openSaveBundles } from './saveBundles.ts';
import {
  changingParts,
  damagedRecord,
  fromStored,
  parseSave,
  toStored,
  type SaveRecord,
  type StoredSave,
} from './saveSchema.ts';
import { createTaskQueue, mapBounded } from './taskQueue.ts';

/** The saves that are not done; every promise resolves when the change is on disk. */
export interface SaveRecords {
  /** The highest id that was taken when the library was opened. */
  readonly lastId: number;
  /** In the order of their ids. Of a save under way only that it waits is kept; one that cannot be read stands there as failed. */
  list(): readonly SaveRecord[];
  /** Adds a record or changes its state, its delay and its place; the source of a known id is not written again. Throws `AppError`: `disk`, `locked`. */
  put(record: SaveRecord): Promise<void>;
  /** Adds many that were not there, of ascending ids; none of them a file. All are on disk at once, or none. Throws `AppError`: `disk`, `locked`. */
  putAll(records: readonly SaveRecord[]): Promise<void>;
  /** Forgets a record and its bytes; an unknown id is no failure. Throws `AppError`: `disk`, `locked`. */
  drop(id: number): Promise<void>;
  /** Resolves when no change is under way. */
  settled(): Promise<void>;
}

/** What the records need. */
export interface SaveRecordsOptions {
  readonly layout: Layout;
  readonly disk: Disk;
  readonly now: () => Date;
  readonly isReadOnly: boolean;
  /** Throws when nothing may be changed. */
  readonly assertWritable: () => void;
  readonly onRepair: (repair: Repair) => void;
  readonly onUnreadable: (name: string, reason: string) => void;
}

/** Reads the records of a library and clears away bytes that belong to none. Throws `AppError('disk')` when the folder cannot be listed. */
export async function openSaveRecords(options: SaveRecordsOptions): Promise<SaveRecords> {
  const { layout, disk } = options;
  const jsonOptions = {
    parse: parseSave,
    // Two machines may count to the same number.
    isSameThing: (here: StoredSave, there: StoredSave) =>
      here.asked === there.asked && JSON.stringify(here.source) === JSON.stringify(there.source),
    now: options.now,
    disk,
    tempFolder: layout.temp,
    isReadOnly: options.isReadOnly,
    onRepair: options.onRepair,
  };
  const fileOf = (id: number): string => join(layout.saves, `${id}.json`);
  const bytesOf = (id: number): string => join(layout.saves, `${id}.bin`);
  const files = new Map<number, JsonFile<StoredSave>>();
  const sources = new Map<number, WorkSource>();
  const damaged = new Map<number, SaveRecord>();
  const queue = createTaskQueue();

  async function load(id: number): Promise<void> {
    try {
      const file = await openJsonFile(fileOf(id), jsonOptions);
      sources.set(id, await sourceOf(file.value));
      files.set(id, file);
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      options.onUnreadable(`saves/${id}.json`, failure.message);
      damaged.set(id, damagedRecord(id, options.now()));
    }
  }

  async function sourceOf({ id, source }: StoredSave): Promise<WorkSource> {
    if (source.from !== 'file') return source;
    try {
      return { from: 'file', name: source.name, bytes: await disk.read(bytesOf(id)) };
    } catch (failure) {
      if (isAbsent(failure)) throw new AppError('unreadable', 'the bytes of the file to be saved are missing');
      throw toDiskError(failure, 'A file to be saved could not be read');
    }
  }

  const names = await listNames(options);
  // What was done of a bundle does not come back by a file that a crash left.
  const gone = new Set(names.flatMap((name) => idIn(name, /^(\d{1,15})\.gone$/)));
  const ids = new Set(
    names.flatMap((name) => idIn(name, /^(\d{1,15})\.json(?:\.bak)?$/)).filter((id) => !gone.has(id)),
  );
  await mapBounded(
    [...ids].sort((a, b) => a - b),
    16,
    load,
  );
  if (!options.isReadOnly) {
    const orphans = names.filter((name) => idIn(name, /^(\d{1,15})\.bin$/).some((id) => !ids.has(id)));
    for (const name of orphans) await removeQuietly(disk, join(layout.saves, name));
  }

  const bundles = await openSaveBundles(options, names);
  for (const { id, file, reason } of bundles.damaged) {
    options.onUnreadable(`saves/${file}`, reason);
    damaged.set(id, damagedRecord(id, options.now()));
  }
  /** Those of a bundle that have no file of their own, in which they then are as they are now. */
  const bundled = (): readonly StoredSave[] => [...bundles.saves.values()].filter(({ id }) => !files.has(id));

  async function create(record: SaveRecord): Promise<void> {
    const { save, source } = record;
    if (source.from === 'file') await writeDurably(bytesOf(save.id), source.bytes, { disk, tempFolder: layout.temp });
    files.set(save.id, await createJsonFile(fileOf(save.id), toStored(record), jsonOptions));
    sources.set(save.id, source);
  }

  return {
    lastId: names
      .flatMap((name) => [...idIn(name, /^(\d{1,15})\./), ...idIn(name, /^bundle-\d{1,15}-(\d{1,15})\.json$/)])
      .reduce((a, b) => Math.max(a, b), 0),
    list: () =>
      [...files.values()]
        .flatMap(({ value }): SaveRecord[] => {
          const source = sources.get(value.id);
          return source === undefined ? [] : [fromStored(value, source)];
        })
        .concat(bundled().flatMap((each) => (each.source.from === 'file' ? [] : [fromStored(each, each.source)])))
        .concat([...damaged.values()])
        .sort((a, b) => a.save.id - b.save.id),
    put: (record) =>
      queue.run(String(record.save.id), async () => {
        options.assertWritable();
        if (damaged.has(record.save.id)) return;
        const known = files.get(record.save.id);
        if (known === undefined) await create(record);
        else await known.update((value) => ({ ...value, ...changingParts(record) }));
      }),
    putAll: (records) =>
      queue.run('bundles', async () => {
        options.assertWritable();
        await bundles.add(records.map(toStored));
      }),
    drop: (id) =>
      queue.run(String(id), async () => {
        options.assertWritable();
        await bundles.drop(id);
        if (!files.has(id) && !damaged.has(id)) return;
        try {
          // The copy first: it alone would bring the record back.
          await disk.remove(`${fileOf(id)}.bak`);
          await disk.remove(fileOf(id));
          const bundle = bundles.damaged.find((each) => each.id === id);
          if (bundle !== undefined) await disk.remove(join(layout.saves, bundle.file));
          await disk.syncFolder(layout.saves);
        } catch (failure) {
          throw toDiskError(failure, 'The save could not be taken off the list');
        }
        files.delete(id);
        sources.delete(id);
        damaged.delete(id);
        await removeQuietly(disk, bytesOf(id));
      }),
    settled: () => queue.settled(),
  };
}

function idIn(name: string, pattern: RegExp): readonly number[] {
  const digits = pattern.exec(name)?.[1];
  return digits === undefined ? [] : [Number(digits)];
}

async function listNames({ disk, layout }: SaveRecordsOptions): Promise<readonly string[]> {
  try {
    return (await disk.list(layout.saves)).filter((entry) => entry.kind === 'file').map((entry) => entry.name);
  } catch (failure) {
    if (isAbsent(failure)) return [];
    throw toDiskError(failure, 'The list of saves could not be read');
  }
}
