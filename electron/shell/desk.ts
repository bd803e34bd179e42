// What the app does about itself on its machine, joined to its end: where the library lies, and newer versions.
import type { UpdateState } from '#contract/updates.ts';
import { createMeteredWatch } from '../capture/meteredNetwork.ts';
import type { Layover } from '../layover.ts';
import type { FolderFile } from '../library/moving/folderInUse.ts';
import { createFolderKeeper, type FolderKeeper, type FolderKeeperOptions } from '../library/moving/folderKeeper.ts';
import { createUpdateKeeper, type UpdateKeeper, type Updater } from '../library/updating/updateKeeper.ts';
import type { Closing } from './closing.ts';

/** What it takes. */
export interface DeskOptions extends Pick<FolderKeeperOptions, 'jobs' | 'report'> {
  readonly layover: Layover;
  /** `undefined` for a library that was named. */
  readonly file: FolderFile | undefined;
  readonly closing: Closing;
  /** `undefined` where there is no publisher. */
  readonly updater: (() => Updater) | undefined;
  readonly changed: (state: UpdateState) => void;
}

/** Makes both keepers. */
export function createDesk({ layover, jobs, file, closing, updater, changed, report }: DeskOptions): {
  readonly folders: FolderKeeper;
  readonly updates: UpdateKeeper;
} {
  const now = (): Date => new Date();
  return {
    folders: createFolderKeeper({
      library: layover.library,
      file,
      jobs,
      now,
      restart: (between, more) => closing.restart(between, more),
      report,
    }),
    updates: createUpdateKeeper({
      open: updater,
      trips: layover.trips,
      isPacking: () => layover.tripWorks.isBusy(),
      isMetered: createMeteredWatch(),
      looksByItself: () => layover.library.settings().looksForUpdates,
      endFor: (install) => closing.endFor(install),
      changed,
      now,
      report,
    }),
  };
}
