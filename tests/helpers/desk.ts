// What the app would do about itself on its machine, for a test: the library's place is real, a new start is only written down, and there is no publisher.
import type { ExportKeeper } from '../../electron/library/exporting/exportKeeper.ts';
import type { Layover } from '../../electron/layover.ts';
import { openFolderFile } from '../../electron/library/moving/folderInUse.ts';
import { createFolderKeeper, type FolderKeeper } from '../../electron/library/moving/folderKeeper.ts';
import {
  createUpdateKeeper,
  type UpdateKeeper,
  type UpdateKeeperOptions,
} from '../../electron/library/updating/updateKeeper.ts';

/** Options of a keeper that can ask nobody. */
export const NO_UPDATES: Omit<UpdateKeeperOptions, 'trips'> = {
  open: undefined,
  isPacking: () => false,
  isMetered: () => Promise.resolve(false),
  looksByItself: () => true,
  endFor: (install) => install(),
  changed: () => undefined,
  now: () => new Date(),
  report: (bug) => {
    throw bug;
  },
};

/** Both keepers of an open library, and what is to be done before the app starts again, as often as that was asked for. */
export async function openDesk(
  { library, trips }: Layover,
  { jobs }: Pick<ExportKeeper, 'jobs'>,
  problems: string[],
): Promise<{
  readonly folders: FolderKeeper;
  readonly updates: UpdateKeeper;
  readonly restarts: readonly (() => Promise<void>)[];
}> {
  const restarts: (() => Promise<void>)[] = [];
  const folders = createFolderKeeper({
    library,
    // Beside it, as where nobody says otherwise.
    file: await openFolderFile(library.folder),
    jobs,
    now: () => new Date(),
    restart: (between) => void restarts.push(between),
    report: (bug) => problems.push(`bug: ${String(bug)}`),
  });
  return { folders, updates: createUpdateKeeper({ ...NO_UPDATES, trips }), restarts };
}
