// Saves as they change in; how far all of them together are, out. For the window, the task bar and the command line alike.
import type { Save } from './save.ts';

/** How far the saves are, counted since none was under way. */
export interface SaveOverview {
  /** Saved or failed. */
  readonly ended: number;
  readonly failed: number;
  /** Ended and not. */
  readonly total: number;
}

/** Keeps count. */
export interface SaveTally {
  /** Tells of a save as it is now. */
  note(save: Save): void;
  /** `undefined` while nothing is under way. */
  read(): SaveOverview | undefined;
}

/** Starts with nothing under way. */
export function createSaveTally(): SaveTally {
  const open = new Set<number>();
  const failed = new Set<number>();
  let ready = 0;
  return {
    note({ id, progress: { state } }) {
      if (state !== 'ready' && state !== 'failed') {
        if (open.size === 0) {
          ready = 0;
          failed.clear();
        }
        open.add(id);
        // Tried again, it has not ended.
        failed.delete(id);
      } else if (open.delete(id)) {
        if (state === 'failed') failed.add(id);
        else ready += 1;
      }
    },
    read() {
      const ended = ready + failed.size;
      return open.size === 0 ? undefined : { ended, failed: failed.size, total: ended + open.size };
    },
  };
}
