// Saves as they change in; how far all are, on the app's button in the system's task bar or dock, and how many failed, as its badge, out.
import { app, type BrowserWindow } from 'electron';
import type { Save } from '#contract/save.ts';
import { createSaveTally } from '#contract/saveTally.ts';

const NO_BAR = -1;

/** Shows what becomes of saves on a window's button. */
export interface TaskBar {
  note(save: Save, window: BrowserWindow | undefined): void;
  /** A save is no longer there. */
  forget(id: number): void;
}

/** Makes it. The badge says only what waits for the person: saves that failed, and nothing while none has. */
export function createTaskBar(): TaskBar {
  const tally = createSaveTally();
  const failed = new Set<number>();
  let shown = 0;
  const showBadge = (): void => {
    if (failed.size === shown) return;
    shown = failed.size;
    // Does nothing where the system has no such badge, as on Windows.
    app.setBadgeCount(shown);
  };
  return {
    note(save, window) {
      tally.note(save);
      if (save.progress.state === 'failed') failed.add(save.id);
      else failed.delete(save.id);
      showBadge();
      const overview = tally.read();
      window?.setProgressBar(overview === undefined ? NO_BAR : overview.ended / overview.total, {
        mode: overview !== undefined && overview.failed > 0 ? 'error' : 'normal',
      });
    },
    forget(id) {
      failed.delete(id);
      showBadge();
    },
  };
}
