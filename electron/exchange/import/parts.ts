// The files of an archive or a folder, by name: which of them are anybody's at all, and which belong to another one.
import { AppError } from '#contract/errors.ts';
import type { ImportTools } from './importTools.ts';

/** Files that were chosen together. */
export interface Parts {
  readonly names: readonly string[];
  /** Throws `AppError` when the file is damaged. */
  readonly read: (name: string) => Uint8Array | null;
}

const SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;
// Pictures, styles and scripts beside a page are found by whoever opens the page.
const BESIDE_PAGE = /(?:_files|_Dateien|-filer|_fichiers|_archivos|_bestanden|\.files|\.fld)\/[^/]/i;

/** Whether a file is of the system that packed it, or one of the parts that a browser saves beside a page. */
export function isForeign(name: string, isOneOfMany: boolean): boolean {
  return isOneOfMany && (SYSTEM.test(name) || BESIDE_PAGE.test(name));
}

/** Whether a file lies in `content/` or `highlights/` below a folder whose list was recognised. */
export function isClaimed(name: string, folders: ReadonlySet<string>): boolean {
  const steps = name.split('/');
  const beside = steps.at(-2);
  return (beside === 'content' || beside === 'highlights') && folders.has(steps.slice(0, -2).join('/'));
}

/** The folder a file lies in; empty at the top. */
export function partFolder(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** The bytes of a file, or why there are none. */
export function partOf(
  parts: Parts,
  name: string,
): { readonly bytes: Uint8Array | null; readonly reason: string | null } {
  try {
    return { bytes: parts.read(name), reason: null };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { bytes: null, reason: failure.message };
  }
}

/** The files of an archive, or why it cannot be opened. */
export function openParts(
  bytes: Uint8Array,
  tools: ImportTools,
): { readonly parts: Parts | null; readonly reason: string | null } {
  try {
    return { parts: tools.openArchive(bytes), reason: null };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { parts: null, reason: failure.message };
  }
}
