// A file that comes to the app in: opened through the system, dropped, chosen, or found in the watched folder. What another Layover packed as a
// trip is joined; anything else is saved.
import type { Save, SaveSource } from '#contract/save.ts';
import { readFromDisk } from '../../capture/onDemand.ts';
import type { ExportKeeper } from '../exporting/exportKeeper.ts';
import { isTripPack } from '../exporting/onDemand.ts';

/** Takes files in. */
export interface Arrivals {
  /** Resolves when the save is safe on disk, or with `null` when the file is a trip pack, which is joined then. Throws as `readFromDisk` does. */
  take(path: string): Promise<Save | null>;
}

/** Makes it. */
export function createArrivals(
  add: (source: SaveSource) => Promise<Save>,
  exports: Pick<ExportKeeper, 'join'>,
): Arrivals {
  return {
    async take(path) {
      if (!(await isTripPack(path))) return add(await readFromDisk(path));
      exports.join(path);
      return null;
    },
  };
}
