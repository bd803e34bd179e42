// What the window can ask about taking a library out and bringing it back.
import type { BackupState, LibraryJob, LibraryWish } from './libraryExport.ts';
import type { TripExport } from './trip.ts';

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface ExportCalls {
  /**
   * Lets the person choose where to, and begins; `export.progress` tells how it goes. `null` when they cancel. Throws `locked` while another
   * export, backup or restore is under way, `bad-input` for a query that cannot be read.
   */
  'export.start': { in: LibraryWish; out: LibraryJob | null };
  /**
   * Lets the person choose where a trip is written, and begins, as `export.start` does. Throws `not-found` when the trip is gone or none of its
   * articles is here.
   */
  'trip.export': { in: TripExport; out: LibraryJob | null };
  /** The one that is under way or was last; `null` when there was none. */
  'export.job': { in: void; out: LibraryJob | null };
  /** Ends what is under way; what it wrote so far is removed, what was restored so far stays. */
  'export.cancel': { in: { readonly job: number }; out: void };
  /** Shows in the file manager what was written. Throws `not-found` for anything but the last that was. */
  'export.reveal': { in: { readonly job: number }; out: void };
  /** Lets the person choose a file and writes the whole library into it, as `export.start` does. */
  'backup.write': { in: void; out: LibraryJob | null };
  /** Lets the person choose a backup or an export as JSON and puts what is in it into the library. */
  'backup.restore': { in: void; out: LibraryJob | null };
  'backup.state': { in: void; out: BackupState };
  /** Lets the person choose the folder for backups that are made by themselves; nothing changes when they cancel. */
  'backup.chooseFolder': { in: void; out: BackupState };
  /** Makes no more backups by itself; those that were made stay. */
  'backup.stop': { in: void; out: BackupState };
  /** Makes a backup in that folder now. Throws `bad-input` when there is none. */
  'backup.now': { in: void; out: LibraryJob };
}
