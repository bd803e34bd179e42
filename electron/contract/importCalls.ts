// What the window can ask about imports.
import type { ImportPreview, ImportProgress, LibraryPreview, ReportWords } from './imports.ts';
import type { LibraryJob } from './libraryExport.ts';

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface ImportCalls {
  /**
   * Lets the person choose what another program or Layover itself wrote, files or a folder of them, and looks at it; `null` when they cancel.
   * `bad-input` when nothing in it is known.
   */
  'import.choose': { in: { readonly what: 'files' | 'folder' }; out: ImportPreview | LibraryPreview | null };
  /** Looks at a text that was pasted, such as a list of addresses. */
  'import.paste': { in: { readonly text: string }; out: ImportPreview };
  /** Begins what was looked at, and with `follows` follows the feeds that it names afterwards; `import.progress` tells how it goes. */
  'import.start': { in: { readonly id: string; readonly follows: boolean }; out: ImportProgress };
  /** Joins the library that was looked at with this one; `export.progress` tells how it goes. Throws `locked` while an export, backup or restore is under way. */
  'import.restore': { in: { readonly id: string }; out: LibraryJob };
  /** Ends it after the rows that are being done; what came stays. */
  'import.cancel': { in: { readonly id: string }; out: void };
  /** Puts aside what was looked at, or the report of an import that is over; what came with it stays. */
  'import.forget': { in: { readonly id: string }; out: void };
  /** Those that are under way or over, the last begun first. */
  'import.list': { in: void; out: readonly ImportProgress[] };
  /** Writes what became of each row where the person chooses and answers the file's name; `null` when they cancel. */
  'import.report': { in: { readonly id: string; readonly words: ReportWords }; out: string | null };
}
