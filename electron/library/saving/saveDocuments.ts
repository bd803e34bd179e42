// The documents of one save in; each kept as an article of its own, in order, and how the save as a whole ended out.
import { AppError } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import type { Captured } from '../../capture/captureSource.ts';

/** Keeps one document; resolves when its article is on disk. */
export type Keep = (captured: Captured, report: (state: SaveState) => void) => Promise<SaveState>;

/**
 * Keeps every document. A part of a file that holds nothing to read, such as an empty leaf, is passed over; the save then stands for the
 * first article. Throws `no-content` when nothing was kept, and what fails for any other reason ends the save; what was kept stays and
 * is found again when it is tried once more.
 */
export async function saveDocuments(
  documents: readonly Captured[],
  report: (state: SaveState) => void,
  keep: Keep,
): Promise<SaveState> {
  const [only] = documents;
  if (only !== undefined && documents.length === 1) return keep(only, report);
  let first: SaveState | undefined;
  let empty: AppError | undefined;
  for (const [done, each] of documents.entries()) {
    report({ state: 'pages', done, total: documents.length });
    try {
      const state = await keep(each, () => {});
      first ??= state;
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code !== 'no-content') throw failure;
      empty = failure;
    }
  }
  if (first !== undefined) return first;
  throw empty ?? new AppError('no-content', 'There is nothing to read in this file. Nothing was stored.');
}
