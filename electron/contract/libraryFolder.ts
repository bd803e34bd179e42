// Where the library lies, and how it comes to lie elsewhere. Imports nothing but the contract.
import type { LibraryJob } from './libraryExport.ts';

/** A library that came from another place. */
export interface MovedLibrary {
  /** Folder of the old one, which is still there as it was. */
  readonly from: string;
  /** Instant. */
  readonly at: string;
}

/** What the person may want to know and do about the library's place. */
export interface FolderState {
  /** Whether it can be changed here: not for a library that was named when Layover was started. */
  readonly isOurs: boolean;
  /** `null` when it was not moved, or the old one was dealt with. */
  readonly moved: MovedLibrary | null;
  /** Why the last move came to nothing; `null` when it did not. */
  readonly failed: string | null;
}

/** What came of choosing another library. `opening`: Layover starts again with it. `none`: there is no library in the chosen folder yet. */
export type OpenedFolder =
  | { readonly outcome: 'cancelled' | 'opening' }
  | { readonly outcome: 'none'; readonly folder: string };

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface FolderCalls {
  'folder.state': { in: void; out: FolderState };
  /**
   * Lets the person choose a folder and moves the library into it; `null` when they cancel. `export.progress` tells how it goes, `export.cancel` ends it.
   * When all is proved, Layover starts again. Throws `locked` while other work is under way or nothing can be changed, `bad-input`, `disk`.
   */
  'folder.move': { in: void; out: LibraryJob | null };
  /** Lets the person choose the folder of another library. */
  'folder.open': { in: void; out: OpenedFolder };
  /** Makes a new library in the folder that was chosen last and had none; Layover starts again with it. Throws `not-found` when none was. */
  'folder.make': { in: void; out: void };
  /** Shows the old library in the file manager. Throws `not-found`. */
  'folder.revealOld': { in: void; out: void };
  /** Moves the old library to the system's trash. Throws `not-found`, `locked` while it is open somewhere, `disk`. */
  'folder.trashOld': { in: void; out: FolderState };
  /** Says no more of the old library, which stays, nor of a move that failed. */
  'folder.dismiss': { in: void; out: FolderState };
  /** Starts Layover again with a library that another machine has not closed, to be written here. Throws `not-found` when none holds it. */
  'folder.takeOver': { in: void; out: void };
}
