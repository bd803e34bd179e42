// What the window can ask and hears about the app on its machine: where the library lies, other machines, newer versions.
import type { FolderCalls } from './libraryFolder.ts';
import type { SyncCalls } from './syncing.ts';
import type { UpdateCalls, UpdateState } from './updates.ts';

/** Part of `Calls`. */
export interface DeskCalls extends FolderCalls, SyncCalls, UpdateCalls {}

/** Part of `Events`. */
export interface DeskEvents {
  /** Second copies of files, which another machine's sync left, were joined to what is here or kept; none of them when only the settings are others. */
  'conflicts.found': { readonly count: number };
  'update.changed': UpdateState;
}
