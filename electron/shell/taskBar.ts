// Saves as they change in; how far all are, on the app's button in the system's task bar or dock, out.
import type { BrowserWindow } from 'electron';
import type { Save } from '#contract/save.ts';
import { createSaveTally } from '#contract/saveTally.ts';

const NO_BAR = -1;

/** Makes what shows the progress of saves on a window's button. */
export function createTaskBar(): { note: (save: Save, window: BrowserWindow | undefined) => void } {
  const tally = createSaveTally();
  return {
    note(save, window) {
      tally.note(save);
      const overview = tally.read();
      window?.setProgressBar(overview === undefined ? NO_BAR : overview.ended / overview.total, {
        mode: overview !== undefined && overview.failed > 0 ? 'error' : 'normal',
      });
    },
  };
}
