// The article folders and the catalogue in; the catalogue as the folders are, and all that lists and finds told of what was not, out.
import type { LibraryProgress } from '#contract/calls.ts';
import type { LibrarySearch } from '../finding/librarySearch.ts';
import type { LibraryTimeline } from '../finding/libraryTimeline.ts';
import type { RowChanges } from './rowChanges.ts';
import type { Library } from '../../store/library.ts';

/** What the check needs. */
export interface FolderCheckOptions {
  readonly library: Library;
  readonly search: LibrarySearch;
  readonly timeline: LibraryTimeline;
  readonly rows: RowChanges;
  readonly tell: (change: Partial<LibraryProgress>) => void;
}

/** Checks; with `readsAll` it also finds what other hands edited inside of folders. Throws `disk` when the folders cannot be listed. Stopped by `signal`, it is not through. */
export type FolderCheck = (readsAll?: boolean, signal?: AbortSignal) => Promise<void>;

const PROGRESS_EVERY_MS = 200;

/** Makes the check; the row of an article that is gone is gone as well. */
export function createFolderCheck({ library, search, timeline, rows, tell }: FolderCheckOptions): FolderCheck {
  const { catalogue } = library;
  return async (readsAll = false, signal) => {
    const isNew = !library.isChecked;
    let told = 0;
    let wasChanged = false;
    await library.check({
      // What another machine changed inside of a folder is not seen from its name.
      readsAll: readsAll || (await library.conflicts.isSynced()),
      signal,
      onChange(id, row) {
        wasChanged = true;
        const isThere = catalogue.rowOf(id) !== undefined;
        if (isThere) rows.changed(row);
        else rows.removed(row);
        if (isNew) return;
        if (isThere) search.know(id);
        else search.forget(id);
      },
      onProgress(done, total) {
        if (!isNew || (done < total && performance.now() - told < PROGRESS_EVERY_MS)) return;
        told = performance.now();
        tell({ articles: { done, total } });
      },
    });
    if (isNew && library.isChecked) {
      tell({ articles: null });
      await search.renew();
    }
    if (isNew || wasChanged) await timeline.renew();
    if (signal?.aborted !== true) await search.ready();
  };
}
