// Files of other programs in; their rows out, a piece at a time, as the thread that reads them gives them.
import type { ImportFile, ImportFormat, ImportRow } from '#contract/imports.ts';

/** Files that were recognised. */
export interface ImportReading {
  /** Each that was recognised, by the name that its rows have as their file. */
  readonly files: readonly { readonly name: string; readonly format: ImportFormat }[];
  /** Names of files that are nothing we know. */
  readonly unknown: readonly string[];
  /** Addresses of feeds that they name. */
  readonly feeds: readonly string[];
  /** All rows in their order, so many at a time but for the last; the same pieces every time. Throws `unreadable`, `too-large`, `timeout`. */
  rows(piece: number): AsyncIterable<readonly ImportRow[]>;
  close(): Promise<void>;
}

/** Opens files; throws `AppError` when none of them can be read. */
export type OpenImport = (files: readonly ImportFile[]) => Promise<ImportReading>;
