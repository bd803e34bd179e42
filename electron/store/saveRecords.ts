// Saves that are asked for and not done, one small file each, so that ten thousand of them cost no more per change than one.
// The bytes of a file to be saved lie beside it. Refuses nothing that the contract allows; a damaged record is left and listed.
import { join } from 'node:path';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import type { Crawl, Save, WorkSource } from '#contract/save.ts';
import { articleId, errorCode, foundIn, refuseNewer } from './articleSchema.ts';
import { isAbsent, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, writeDurably } from './durableFile.ts';
import type { Repair } from './jsonAdapter.ts';
import { createJsonFile, openJsonFile, type JsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';
import { createTaskQueue, mapBounded } from './taskQueue.ts';

/** A save with what it was asked to save. */
export interface SaveRecord {
  readonly save: Save;
  readonly source: WorkSource;
  /** When it is to be tried again by itself: tries so far, the instant, and the wait that was planned in milliseconds. */
  readonly delay: { readonly tries: number; readonly until: string; readonly waitMs: number } | null;
  /** How to go on once it is saved; mostly not at all. */
  readonly crawl?: Crawl;
}

/** The saves that are not done; every promise resolves when the change is on disk. */
export interface SaveRecords {
  /** In the order of their ids. Of a save under way only that it waits is kept; one that cannot be read stands there as failed. */
  list(): readonly SaveRecord[];
  /** Adds a record or changes its state, its delay and its place; the source of a known id is not written again. Throws `AppError`: `disk`, `locked`. */
  put(record: SaveRecord): Promise<void>;
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

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const error = { code: errorCode, message: v.string() };

const storedSchema = v.looseObject({
  format: v.literal(1),
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  label: v.string(),
  asked: v.string(),
  progress: v.variant('state', [
    v.object({ state: v.literal('waiting') }),
    v.object({ state: v.literal('failed'), error: v.object(error) }),
  ]),
  // What is optional was not written by the first versions of this format.
  order: v.optional(v.number()),
  foundIn: v.optional(v.nullable(foundIn), null),
  delay: v.optional(
    v.nullable(v.object({ tries: count, until: v.string(), waitMs: count, error: v.object(error) })),
    null,
  ),
  crawl: v.exactOptional(v.object({ depth: positive, atMost: positive })),
  source: v.variant('from', [
    v.object({ from: v.literal('address'), address: v.string() }),
    v.object({ from: v.literal('file'), name: v.string() }),
    v.object({ from: v.literal('paste'), text: v.string(), html: v.nullable(v.string()) }),
    v.object({ from: v.literal('repair'), articleId, address: v.string() }),
    v.object({ from: v.literal('older'), articleId, address: v.string() }),
    v.object({
      from: v.literal('entry'),
      feed: v.string(),
      key: v.string(),
      address: v.string(),
      privateHost: v.nullable(v.string()),
    }),
  ]),
});
type Stored = v.InferOutput<typeof storedSchema>;

/** Reads the records of a library and clears away bytes that belong to none. Throws `AppError('disk')` when the folder cannot be listed. */
export async function openSaveRecords(options: SaveRecordsOptions): Promise<SaveRecords> {
  const { layout, disk } = options;
  const jsonOptions = {
    parse: (json: unknown): Stored => {
      refuseNewer(json);
      return v.parse(storedSchema, json);
    },
    now: options.now,
    disk,
    tempFolder: layout.temp,
    isReadOnly: options.isReadOnly,
    onRepair: options.onRepair,
  };
  const fileOf = (id: number): string => join(layout.saves, `${id}.json`);
  const bytesOf = (id: number): string => join(layout.saves, `${id}.bin`);
  const files = new Map<number, JsonFile<Stored>>();
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

  async function sourceOf({ id, source }: Stored): Promise<WorkSource> {
    if (source.from !== 'file') return source;
    try {
      return { from: 'file', name: source.name, bytes: await disk.read(bytesOf(id)) };
    } catch (failure) {
      if (isAbsent(failure)) throw new AppError('unreadable', 'the bytes of the file to be saved are missing');
      throw toDiskError(failure, 'A file to be saved could not be read');
    }
  }

  const names = await listNames(options);
  const ids = new Set(names.flatMap((name) => idIn(name, /^(\d{1,15})\.json(?:\.bak)?$/)));
  await mapBounded(
    [...ids].sort((a, b) => a - b),
    16,
    load,
  );
  if (!options.isReadOnly) {
    const orphans = names.filter((name) => idIn(name, /^(\d{1,15})\.bin$/).some((id) => !ids.has(id)));
    for (const name of orphans) await removeQuietly(disk, join(layout.saves, name));
  }

  async function create(record: SaveRecord): Promise<void> {
    const { save, source } = record;
    if (source.from === 'file') await writeDurably(bytesOf(save.id), source.bytes, { disk, tempFolder: layout.temp });
    files.set(save.id, await createJsonFile(fileOf(save.id), toStored(record), jsonOptions));
    sources.set(save.id, source);
  }

  return {
    list: () =>
      [...files.values()]
        .flatMap(({ value }): SaveRecord[] => {
          const source = sources.get(value.id);
          return source === undefined ? [] : [fromStored(value, source)];
        })
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
    drop: (id) =>
      queue.run(String(id), async () => {
        options.assertWritable();
        if (!files.has(id) && !damaged.has(id)) return;
        try {
          // The copy first: it alone would bring the record back.
          await disk.remove(`${fileOf(id)}.bak`);
          await disk.remove(fileOf(id));
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

/** Keeps the number taken and lets the person see and dismiss what cannot be read. */
function damagedRecord(id: number, now: Date): SaveRecord {
  const message =
    'What was to be saved here can no longer be read. Nothing else is affected; please save it once more.';
  return {
    save: {
      id,
      label: 'A save that cannot be read',
      asked: now.toISOString(),
      order: id,
      foundIn: null,
      progress: { state: 'failed', error: { code: 'unreadable', message } },
    },
    source: { from: 'paste', text: '', html: null },
    delay: null,
  };
}

function toStored(record: SaveRecord): Stored {
  const { id, label, asked, foundIn: found } = record.save;
  const { source, crawl } = record;
  return {
    format: 1,
    id,
    label,
    asked,
    foundIn: found === null ? null : { ...found },
    ...changingParts(record),
    ...(crawl === undefined ? {} : { crawl: { ...crawl } }),
    source: source.from === 'file' ? { from: 'file', name: source.name } : { ...source },
  };
}

function changingParts({ save, delay }: SaveRecord): Pick<Stored, 'progress' | 'order' | 'delay'> {
  const { progress, order } = save;
  return {
    progress: progress.state === 'failed' ? { state: 'failed', error: { ...progress.error } } : { state: 'waiting' },
    order,
    delay: delay === null || progress.state !== 'postponed' ? null : { ...delay, error: { ...progress.error } },
  };
}

function fromStored(
  { id, label, asked, progress, order, foundIn: found, delay, crawl }: Stored,
  source: WorkSource,
): SaveRecord {
  const shown: Save['progress'] =
    delay === null ? progress : { state: 'postponed', until: delay.until, error: delay.error };
  return {
    save: { id, label, asked, order: order ?? id, foundIn: found, progress: shown },
    source,
    delay: delay === null ? null : { tries: delay.tries, until: delay.until, waitMs: delay.waitMs },
    ...(crawl === undefined ? {} : { crawl }),
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
