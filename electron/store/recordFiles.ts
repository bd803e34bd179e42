// Records of a library, each a small JSON file of its own in one folder, named after its id. Read together and once; one that cannot be read is
// left as it is and told of.
import { randomBytes } from 'node:crypto';
import { AppError } from '#contract/errors.ts';
import type { Unreadable } from './articleReading.ts';
import { listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeJsonFile, createJsonFile, openJsonFile, type JsonFile } from './jsonFile.ts';
import type { JsonFileOptions, Repair } from './jsonAdapter.ts';
import type { Layout } from './layout.ts';
import { mapBounded } from './taskQueue.ts';

/** What files that a library keeps beside its articles need. */
export interface KeptFilesOptions {
  readonly layout: Layout;
  readonly disk: Disk;
  readonly now: () => Date;
  readonly isReadOnly: boolean;
  readonly makeFolder: (folder: string, parent: string) => Promise<void>;
  /** Throws when nothing may be changed. */
  readonly assertWritable: () => void;
  readonly onRepair: (repair: Repair) => void;
}

/** Which records. */
export interface RecordFilesOptions<Id extends string, Kept extends { readonly id: Id }> {
  readonly disk: Disk;
  /** How each file is read and written. */
  readonly json: JsonFileOptions<Kept>;
  /** Absolute path of the folder, and its name in the library's. */
  readonly folder: string;
  readonly name: string;
  readonly fileOf: (id: Id) => string;
  /** Whether a text is an id, which is 12 lower-case base-32 characters. */
  readonly isId: (text: string) => text is Id;
  /** Begins what is said when the folder cannot be read, and when a file cannot be removed. */
  readonly problems: { readonly read: string; readonly remove: string };
}

/** The records; what a promise acknowledges is on disk. */
export interface RecordFiles<Id extends string, Kept extends { readonly id: Id }> {
  /** Throws `AppError('disk')`. */
  all(): Promise<readonly Kept[]>;
  /** Takes up what other hands wrote, put in or removed since all were read; answers which. Throws `AppError('disk')`. */
  lookAgain(): Promise<readonly Id[]>;
  /** Known only after `all`. */
  get(id: Id): JsonFile<Kept> | undefined;
  /** An id that no record has that could be read. */
  newId(): Id;
  /** Throws `AppError`: `disk`, `locked`. */
  add(record: Kept): Promise<Kept>;
  /** Removes a record; none is no failure. Throws `AppError('disk')`. */
  remove(id: Id): Promise<void>;
  /** What `open` gives, or `undefined` when it is not there or cannot be read, which is told of under `name`. Throws `AppError('disk')`. */
  readable<T>(name: string, open: () => Promise<T>): Promise<T | undefined>;
  /** Why files could not be read, by their names below the library's folder. */
  readonly damaged: Map<string, string>;
  unreadable(): readonly Unreadable[];
  settled(): Promise<void>;
}

const AT_ONCE = 16;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Opens the records; none is read before it is asked for. */
export function openRecordFiles<Id extends string, Kept extends { readonly id: Id }>(
  options: RecordFilesOptions<Id, Kept>,
): RecordFiles<Id, Kept> {
  const { disk, fileOf, isId } = options;
  const records = new Map<Id, JsonFile<Kept>>();
  const damaged = new Map<string, string>();
  let listing: Promise<void> | undefined;

  async function readAll(): Promise<void> {
    try {
      await mapBounded([...(await idsThere())], AT_ONCE, take);
    } catch (failure) {
      listing = undefined;
      throw toDiskError(failure, options.problems.read);
    }
  }

  async function idsThere(): Promise<ReadonlySet<Id>> {
    const names = (await listIfThere(disk, options.folder)).map(({ name }) => name);
    return new Set(names.flatMap((name) => idIn(name) ?? []));
  }

  /** Answers whether it can be read. */
  async function take(id: Id): Promise<boolean> {
    const file = await readable(`${options.name}/${id}.json`, () => openJsonFile(fileOf(id), options.json));
    // One that is added here at this moment is held by whoever adds it.
    if (file !== undefined && !records.has(id)) records.set(id, file);
    return file !== undefined;
  }

  async function takeUp(): Promise<readonly Id[]> {
    const known = [...records];
    const there = await idsThere();
    // A folder that cannot be seen at this moment is no sign that all was removed.
    if (there.size === 0) return [];
    const changed: Id[] = [];
    for (const [id, file] of known) {
      if (!there.has(id)) records.delete(id);
      if (!there.has(id) || (await file.refresh())) changed.push(id);
    }
    for (const id of there) if (!records.has(id) && (await take(id))) changed.push(id);
    return changed;
  }

  async function readable<T>(name: string, open: () => Promise<T>): Promise<T | undefined> {
    try {
      const opened = await open();
      damaged.delete(name);
      return opened;
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'disk') throw failure;
      if (failure.code !== 'not-found') damaged.set(name, failure.message);
      return undefined;
    }
  }

  function idIn(name: string): Id | undefined {
    const id = /^([a-z2-7]{12})\.json(?:\.bak)?$/.exec(name)?.[1];
    return id !== undefined && isId(id) ? id : undefined;
  }

  return {
    async all() {
      await (listing ??= readAll());
      return [...records.values()].map(({ value }) => value);
    },
    async lookAgain() {
      if (listing === undefined) return [];
      await listing;
      try {
        return await takeUp();
      } catch (failure) {
        throw toDiskError(failure, options.problems.read);
      }
    },
    get: (id) => records.get(id),
    newId() {
      for (;;) {
        const id = Array.from(randomBytes(12), (byte) => LETTERS.charAt(byte & 31)).join('');
        if (isId(id) && !records.has(id)) return id;
      }
    },
    async add(record) {
      const file = await createJsonFile(fileOf(record.id), record, options.json);
      records.set(record.id, file);
      return file.value;
    },
    async remove(id) {
      await removeJsonFile(disk, fileOf(id), options.problems.remove);
      records.delete(id);
    },
    readable,
    damaged,
    unreadable: () => [...damaged].map(([name, reason]) => ({ name, reason })),
    async settled() {
      await Promise.all([...records.values()].map((file) => file.settled()));
    },
  };
}
