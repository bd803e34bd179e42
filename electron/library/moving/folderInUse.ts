// The folder that lies beside the usual library in; which library is in use out. It is written down outside of any library, in one small file, so
// that a library that moves takes nothing with it and a switch happens at once or not at all.
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import type { MovedLibrary } from '#contract/libraryFolder.ts';
import { nodeDisk, type Disk } from '../../store/disk.ts';
import { JsonFile, openJsonFile } from '../../store/jsonFile.ts';
import { makeFolders } from '../../store/libraryFolders.ts';

/** What is written down of the library in use. */
export interface LibraryInUse {
  /** `null` for the usual one. */
  readonly folder: string | null;
  /** How it came to lie there, until the person has said what becomes of the old one. */
  readonly moved: MovedLibrary | null;
  /** Why the last move came to nothing after the window was closed for it, until the person has read it. */
  readonly failed: string | null;
}

/** The file in use. */
export interface FolderFile {
  /** As it stood when it was opened or changed last. */
  readonly current: () => LibraryInUse;
  /** Where the file lies when what it said cannot be read, not from its copy either, and nothing was set since; else `undefined`. */
  readonly unread: () => string | undefined;
  /** Resolves when it is on disk. Throws `AppError('disk')`. */
  readonly set: (change: Partial<LibraryInUse>) => Promise<void>;
}

const NOWHERE: LibraryInUse = { folder: null, moved: null, failed: null };

const schema = v.looseObject({
  format: v.literal(1),
  folder: v.nullable(v.string()),
  moved: v.nullable(v.object({ from: v.string(), at: v.string() })),
  failed: v.nullable(v.string()),
});

/** Opens what is written down beside the usual library, and changes nothing on the disk until something is set. Throws `AppError('disk')`. */
export async function openFolderFile(usual: string, disk: Disk = nodeDisk): Promise<FolderFile> {
  const file = join(dirname(usual), 'library-folder.json');
  const options = { parse: (value: unknown) => v.parse(schema, value), now: () => new Date(), disk };
  const initial = (): v.InferOutput<typeof schema> => ({ format: 1, ...NOWHERE });
  const found = await openJsonFile(file, { ...options, isReadOnly: true }).catch(codeOf);
  let written: JsonFile<v.InferOutput<typeof schema>> | undefined;
  let [inUse, isUnread] = [found instanceof JsonFile ? found.value : NOWHERE, found === 'unreadable'];
  return {
    current: () => inUse,
    unread: () => (isUnread ? file : undefined),
    async set(change) {
      await makeFolders(disk, dirname(usual));
      written ??= await openJsonFile(file, { ...options, initial });
      [inUse, isUnread] = [await written.update((value) => ({ ...value, ...change })), false];
    },
  };
}

/** Why there is nothing to read; other failures are thrown. */
function codeOf(failure: unknown): 'not-found' | 'unreadable' {
  if (failure instanceof AppError && (failure.code === 'not-found' || failure.code === 'unreadable'))
    return failure.code;
  throw failure;
}

/**
 * The folder of the library in use when none is named, whether it is there or not; `usual` is where it lies until it is moved. Throws `AppError`:
 * `unreadable` (it is no longer known which library is in use), `disk`.
 */
export async function libraryInUse(usual: string): Promise<string> {
  const file = await openFolderFile(usual);
  const unread = file.unread();
  if (unread === undefined) return file.current().folder ?? usual;
  throw new AppError(
    'unreadable',
    `Which library is in use is no longer known: "${unread}" cannot be read. Nothing was changed. Name the folder with --library.`,
  );
}
