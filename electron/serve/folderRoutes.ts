// What the calls about the library's place do. Folders are chosen in the system's dialogs, never by the window.
import type { CallName } from '#contract/calls.ts';
import type { FolderCalls } from '#contract/libraryFolder.ts';
import type { FolderKeeper } from '../library/moving/folderKeeper.ts';
import { checked, inputs } from './input.ts';
import { route, type Routes } from './router.ts';

/** What the system around the app does for these calls; each dialog answers `null` when the person cancels. */
export interface FolderHost {
  /** Lets the person choose the folder of a library, or one for it. */
  readonly chooseLibrary: () => Promise<string | null>;
  readonly revealFolder: (path: string) => void;
  /** Moves a folder to the system's trash. Throws when the system refuses. */
  readonly trashFolder: (path: string) => Promise<void>;
}

/** Makes their routes. */
export function folderRoutes(
  folders: FolderKeeper,
  host: FolderHost,
): Pick<Routes, Extract<CallName, keyof FolderCalls>> {
  return {
    'folder.state': route(checked(inputs.nothing), () => folders.state()),
    'folder.move': route(checked(inputs.nothing), async () => {
      folders.assertOurs();
      const folder = await host.chooseLibrary();
      return folder === null ? null : folders.move(folder);
    }),
    'folder.open': route(checked(inputs.nothing), async () => {
      folders.assertOurs();
      const folder = await host.chooseLibrary();
      return folder === null ? { outcome: 'cancelled' as const } : folders.open(folder);
    }),
    'folder.make': route(checked(inputs.nothing), () => folders.make()),
    'folder.revealOld': route(checked(inputs.nothing), () => host.revealFolder(folders.old())),
    'folder.trashOld': route(checked(inputs.nothing), () => folders.trashOld((folder) => host.trashFolder(folder))),
    'folder.takeOver': route(checked(inputs.nothing), () => folders.takeOver()),
    'folder.dismiss': route(checked(inputs.nothing), () => folders.dismiss()),
  };
}
