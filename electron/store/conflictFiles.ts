// A library's folder in; the second copies of its files that other programs left there out. Each is kept below `conflicts/` with a note of what became of it;
// none is ever removed.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { CONFLICT_KINDS, type Conflict } from '#contract/syncing.ts';
import { looksSynced, secondCopy, type SecondCopy } from './conflictNames.ts';
import { isAbsent, listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { renamePatiently, writeDurably } from './durableFile.ts';
import type { Layout } from './layout.ts';
import { mapBounded } from './taskQueue.ts';

/** A second copy that lies in a library. */
export interface FoundCopy extends SecondCopy {
  /** Path of its folder below the library's, with slashes; empty for the library's own. */
  readonly folder: string;
  readonly name: string;
}

/** The second copies of a library; what fails of the disk is thrown as `AppError('disk')`. */
export interface ConflictFiles {
  /** Whether the library seems to lie in a folder that is kept the same elsewhere. */
  isSynced(): Promise<boolean>;
  /** All there are; below the articles' own folders only when they are `deep` looked for. */
  find(deep: boolean): Promise<readonly FoundCopy[]>;
  /** What is in one, as JSON; `undefined` when it cannot be read so. */
  read(copy: FoundCopy): Promise<unknown>;
  /** Whether it was written later than the file that it is a copy of. */
  isNewer(copy: FoundCopy): Promise<boolean>;
  /** Moves it to `conflicts/` and notes what became of it. */
  keep(copy: FoundCopy, note: Pick<Conflict, 'title' | 'isMerged'>): Promise<void>;
  /** The notes, the latest first. */
  list(): Promise<readonly Conflict[]>;
}

const noteSchema = v.looseObject({
  format: v.literal(1),
  id: v.string(),
  kind: v.picklist(CONFLICT_KINDS),
  title: v.string(),
  name: v.string(),
  at: v.string(),
  isMerged: v.boolean(),
});

const AT_ONCE = 8;
const MOST_LISTED = 200;

/** Opens them; nothing is looked for yet. */
export function openConflictFiles(options: {
  readonly layout: Layout;
  readonly disk: Disk;
  readonly now: () => Date;
  readonly assertWritable: () => void;
}): ConflictFiles {
  const { layout, disk, now } = options;
  const pathOf = ({ folder, name }: Pick<FoundCopy, 'folder' | 'name'>): string => join(layout.root, folder, name);

  async function foldersIn(folder: string): Promise<readonly string[]> {
    const entries = await listIfThere(disk, join(layout.root, folder));
    return entries.flatMap(({ name, kind }) => (kind === 'folder' ? [`${folder}/${name}`] : []));
  }

  async function inFolder(folder: string): Promise<readonly FoundCopy[]> {
    const entries = await listIfThere(disk, join(layout.root, folder));
    return entries.flatMap(({ name, kind }) => {
      const copy = kind === 'file' ? secondCopy(folder, name) : undefined;
      return copy === undefined ? [] : [{ ...copy, folder, name }];
    });
  }

  async function inFolders(folders: readonly string[]): Promise<readonly FoundCopy[]> {
    return (await mapBounded(folders, AT_ONCE, inFolder)).flat();
  }

  async function find(deep: boolean): Promise<readonly FoundCopy[]> {
    const shallow = ['', 'trips', 'feeds', 'saves', ...(await foldersIn('highlights')), ...(await foldersIn('feeds'))];
    const found = [...(await inFolders(shallow))];
    if (!deep) return found;
    for (const shard of await foldersIn('articles')) found.push(...(await inFolders(await foldersIn(shard))));
    return found;
  }

  async function keep(copy: FoundCopy, note: Pick<Conflict, 'title' | 'isMerged'>): Promise<void> {
    options.assertWritable();
    const path = pathOf(copy);
    const name = copy.folder === '' ? copy.name : `${copy.folder}/${copy.name}`;
    const bytes = await disk.read(path);
    // The same copy gets the same name on every machine and after every crash.
    const id = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 16);
    await disk.makeFolder(layout.conflicts);
    await disk.syncFolder(layout.root);
    const written: v.InferOutput<typeof noteSchema> = {
      format: 1,
      id,
      kind: copy.kind,
      ...note,
      name,
      at: now().toISOString(),
    };
    // A good copy has no note: its file has one.
    if (!copy.isOfBackup)
      await writeDurably(join(layout.conflicts, `${id}.json`), `${JSON.stringify(written, null, 1)}\n`, {
        disk,
        tempFolder: layout.temp,
      });
    await renamePatiently(disk, path, join(layout.conflicts, `${id}.copy`));
    await disk.syncFolder(layout.conflicts);
    await disk.syncFolder(dirname(path));
  }

  async function readNote(name: string): Promise<readonly Conflict[]> {
    try {
      const text = new TextDecoder().decode(await disk.read(join(layout.conflicts, name)));
      return [v.parse(noteSchema, JSON.parse(text))];
    } catch (failure) {
      // What became of a copy is not worth a failure; the copy is there.
      if (failure instanceof SyntaxError || v.isValiError(failure) || isAbsent(failure)) return [];
      throw failure;
    }
  }

  async function list(): Promise<readonly Conflict[]> {
    const names = (await listIfThere(disk, layout.conflicts)).map(({ name }) => name);
    const notes = await mapBounded(
      names.filter((name) => /^[0-9a-f]{16}\.json$/.test(name)),
      AT_ONCE,
      readNote,
    );
    return notes
      .flat()
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, MOST_LISTED);
  }

  /** When a file was written, in nanoseconds since 1970, by its stamp. */
  async function writtenAt(path: string): Promise<bigint> {
    return BigInt((await disk.stampOf(path))?.split('.')[1] ?? 0);
  }

  return {
    isSynced: () =>
      inWords(async () =>
        looksSynced(
          layout.root,
          (await listIfThere(disk, layout.root)).map(({ name }) => name),
        ),
      ),
    find: (deep) => inWords(() => find(deep)),
    async read(copy) {
      try {
        const json: unknown = JSON.parse(
          new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(pathOf(copy))),
        );
        return json;
      } catch (failure) {
        if (failure instanceof SyntaxError || failure instanceof TypeError) return undefined;
        throw toDiskError(failure, 'What another machine wrote could not be read');
      }
    },
    isNewer: (copy) =>
      inWords(
        async () => (await writtenAt(pathOf(copy))) > (await writtenAt(pathOf({ folder: copy.folder, name: copy.of }))),
      ),
    keep: (copy, note) => inWords(() => keep(copy, note)),
    list: () => inWords(list),
  };
}

async function inWords<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (failure) {
    throw toDiskError(failure, 'What another machine wrote could not be looked through');
  }
}
