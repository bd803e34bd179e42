// How a library leaves Layover and comes back: forms of export, full backups, and how far such work is.
import type { BulkTarget } from './bulk.ts';
import type { ErrorReport } from './errors.ts';
import type { ExportWords } from './exportWords.ts';

/** Forms in which articles leave Layover, in the order they are offered. */
export const LIBRARY_FORMS = ['epub', 'markdown', 'html', 'pdf', 'json', 'csv', 'bookmarks', 'opml'] as const;
/** One of them. */
export type LibraryForm = (typeof LIBRARY_FORMS)[number];

/** Forms of one file for each article: several of them go into a folder or an archive. */
export const FORMS_OF_MANY: readonly LibraryForm[] = ['markdown', 'html', 'pdf'];

/** Which articles: all that are not in the trash, or some. */
export type ExportScope = BulkTarget | 'library';

/** What is to be exported. */
export interface LibraryWish {
  readonly scope: ExportScope;
  readonly form: LibraryForm;
  /** For forms of one file for each article: whether they go into one archive instead of a folder. */
  readonly isZipped: boolean;
  readonly hasHighlights: boolean;
  readonly hasRelated: boolean;
  /** What the files say in words of their own. */
  readonly words: ExportWords;
}

/** An article that was left out, and why. */
export interface LeftOut {
  readonly title: string;
  readonly reason: string;
}

/** What is being done. */
export type LibraryJobKind = 'export' | 'backup' | 'restore' | 'move';

/** How far a piece of work is; the last that is told of it is not `running`. */
export interface LibraryJob {
  /** For `export.cancel` and `export.reveal`. */
  readonly job: number;
  readonly kind: LibraryJobKind;
  /** Whether nobody asked for it: a backup that was due. */
  readonly isByItself: boolean;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Of a backup that is written whole: whether it is being read back. */
  readonly isVerifying: boolean;
  /** Articles; of a move, files. */
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  /** The file's or folder's own name. */
  readonly name: string;
  /** Articles that are in it or, of a restore, that were put into the library. */
  readonly added: number;
  /** Of a restore: articles that were here and took something over. */
  readonly merged: number;
  /** Articles that could not be read, the first 100 of them. */
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  /** Why it failed; `null` otherwise. */
  readonly error: ErrorReport | null;
}

/** How often a backup is made by itself. */
export const BACKUP_INTERVALS = ['never', 'day', 'week'] as const;
/** One of them. */
export type BackupInterval = (typeof BACKUP_INTERVALS)[number];

/** Fewest and most backups that are kept. */
export const BACKUPS_KEPT = { least: 1, most: 100 } as const;

/** What is known of the backups that are made by themselves. */
export interface BackupState {
  /** `null` when none was chosen. */
  readonly folder: string | null;
  /** How many backups of this library lie there. */
  readonly count: number;
  /** When the last one was made, an ISO instant; `null` when there is none or the folder cannot be read. */
  readonly last: string | null;
  /** When the next one is due, an ISO instant; `null` when none is. */
  readonly next: string | null;
  /** Why the last attempt failed, in words; `null` when it did not. */
  readonly failure: string | null;
}
