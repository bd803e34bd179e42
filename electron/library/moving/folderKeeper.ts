// Where the library lies in, and the person's wish that it lie elsewhere; the library there out, or another one in use. Whatever fails or is cut off,
// the library that was in use stays whole and in use; the switch is one small file, written last.
import { basename, join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { FolderState, OpenedFolder } from '#contract/libraryFolder.ts';
import type { LibraryJob } from '#contract/libraryExport.ts';
import { toExportError } from '../exporting/exportFailure.ts';
import type { FolderFile } from './folderInUse.ts';
import type { LibraryJobs } from '../exporting/libraryJobs.ts';
import { hasFolder, nodeDisk } from '../../store/disk.ts';
import { layoutOf } from '../../store/layout.ts';
import { openLibrary, type Library } from '../../store/library.ts';
import { isLibraryFolder } from '../../store/libraryFolders.ts';
import { systemProcesses, takeLock } from '../../store/lock.ts';
import { copyForMove, type MovingLibrary } from '../../store/moveLibrary.ts';

/** What can be done about the library's place; see the calls `folder.…` for what each promises. */
export interface FolderKeeper {
  state(): Promise<FolderState>;
  /** Begins to move the library into a folder. */
  move(parent: string): LibraryJob;
  open(folder: string): Promise<OpenedFolder>;
  make(): Promise<void>;
  old(): string;
  trashOld(trash: (folder: string) => Promise<void>): Promise<FolderState>;
  dismiss(): Promise<FolderState>;
  takeOver(): void;
  /** Throws `locked` when the library's place cannot be changed now; to be asked before the person is. */
  assertOurs(): void;
}

/** What it needs. */
export interface FolderKeeperOptions {
  readonly library: Pick<Library, 'folder' | 'assertWritable' | 'heldElsewhere'>;
  /** `undefined` when the library was named when Layover was started. */
  readonly file: FolderFile | undefined;
  readonly jobs: Pick<LibraryJobs, 'begin' | 'assertFree'>;
  readonly now: () => Date;
  /** Closes the library and all around it, does something, and starts Layover again, whatever came of it. */
  readonly restart: (between: () => Promise<void>, more?: readonly string[]) => void;
  readonly report: (bug: unknown) => void;
}

/** Makes the keeper. */
export function createFolderKeeper(options: FolderKeeperOptions): FolderKeeper {
  const { library, jobs, now, restart, report } = options;
  let withoutLibrary: string | undefined;

  function file(): FolderFile {
    if (options.file !== undefined) return options.file;
    throw new AppError(
      'locked',
      'This library was named when Layover was started, so it is not for the window to change which one is in use. Nothing was changed. Start Layover without --library to do that.',
    );
  }

  async function state(): Promise<FolderState> {
    if (options.file === undefined) return { isOurs: false, moved: null, failed: null };
    const { moved, failed } = options.file.current();
    const isThere = moved !== null && (await isLibraryFolder(nodeDisk, layoutOf(moved.from)));
    return { isOurs: true, moved: isThere ? moved : null, failed };
  }

  function old(): string {
    const moved = file().current().moved;
    if (moved !== null && moved.from !== library.folder) return moved.from;
    throw new AppError('not-found', 'There is no old library any more. Nothing was changed.');
  }

  async function finish(moving: MovingLibrary): Promise<void> {
    const moved = { from: library.folder, at: now().toISOString() };
    try {
      await moving.prove(() => file().set({ folder: moving.to, moved, failed: null }));
    } catch (failure) {
      const shown = toExportError(failure);
      if (!(shown instanceof AppError)) report(failure);
      const words = shown instanceof AppError ? shown.message : 'Something went wrong inside Layover.';
      await moving.discard();
      await file().set({ failed: words });
    }
  }

  return {
    state,
    old,
    assertOurs() {
      file();
    },
    move(parent) {
      file();
      library.assertWritable();
      let moving: MovingLibrary | undefined;
      const { job, over } = jobs.begin({
        kind: 'move',
        name: basename(parent),
        place: null,
        async run(desk) {
          moving = await copyForMove({
            disk: nodeDisk,
            from: library.folder,
            parent,
            // What is closed later, the job among it, cancels nothing more.
            throwIfCancelled: () => (moving === undefined ? desk.throwIfCancelled() : undefined),
            tell: (done, total) => desk.tell({ done, total }),
          });
        },
      });
      const after = async (): Promise<void> => {
        const { state: ended } = await over;
        if (ended === 'done' && moving !== undefined) restart(finish.bind(undefined, moving));
        else await moving?.discard();
      };
      after().catch(report);
      return job;
    },
    async open(folder) {
      jobs.assertFree();
      const { set } = file();
      if (await isLibraryFolder(nodeDisk, layoutOf(folder))) {
        // Opened once to read, so that one that cannot be opened is told of here and does not keep Layover from starting.
        await (await openLibrary(folder, { now, readOnly: true })).close();
        restart(() => set({ folder, moved: null, failed: null }));
        return { outcome: 'opening' };
      }
      withoutLibrary = (await hasFolder(nodeDisk, folder)) ? join(folder, 'Layover library') : folder;
      return { outcome: 'none', folder: withoutLibrary };
    },
    async make() {
      jobs.assertFree();
      const { set } = file();
      const folder = withoutLibrary;
      if (folder === undefined) throw new AppError('not-found', 'No folder was chosen. Nothing was changed.');
      await (await openLibrary(folder, { now })).close();
      restart(() => set({ folder, moved: null, failed: null }));
    },
    async trashOld(trash) {
      const folder = old();
      const lock = await takeLock(layoutOf(folder).lockFile, nodeDisk, systemProcesses);
      await lock.release();
      try {
        await trash(folder);
      } catch (cause) {
        const words = 'The old library could not be moved to the trash. It is as it was; remove its folder yourself.';
        throw new AppError('disk', words, { cause });
      }
      await file().set({ moved: null });
      return state();
    },
    takeOver() {
      if (library.heldElsewhere === null)
        throw new AppError('not-found', 'This library is not open on another computer. Nothing was changed.');
      restart(() => Promise.resolve(), ['--take-over']);
    },
    async dismiss() {
      await file().set({ moved: null, failed: null });
      return state();
    },
  };
}
