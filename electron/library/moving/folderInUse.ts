// The folder that lies beside the usual library in; which library is in use out. It is written down outside of any library, in one small file, so
// that a library that moves takes nothing with it and a switch happens at once or not at all.
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { MovedLibrary } from '#contract/libraryFolder.ts';
import { nodeDisk, type Disk } from '../../store/disk.ts';
import { openJsonFile } from '../../store/jsonFile.ts';
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

/** Opens what is written down beside the usual library; the file is made when something is written. Throws `AppError('disk')`. */
export async function openFolderFile(usual: string, disk: Disk = nodeDisk): Promise<FolderFile> {
  const file = join(dirname(usual), 'library-folder.json');
  const json = await openJsonFile(file, {
    parse: (value) => v.parse(schema, value),
    initial: () => ({ format: 1 as const, ...NOWHERE }),
    now: () => new Date(),
    disk,
  });
  return {
    current: () => json.value,
    async set(change) {
      await makeFolders(disk, dirname(usual));
      await json.update((value) => ({ ...value, ...change }));
    },
  };
}

/** The folder of the library in use when none is named, whether it is there or not; `usual` is where it lies until it is moved. Throws `AppError('disk')`. */
export async function libraryInUse(usual: string): Promise<string> {
  return (await openFolderFile(usual)).current().folder ?? usual;
}
