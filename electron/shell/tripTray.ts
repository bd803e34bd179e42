// The next departure in; a line of the system's tray out, there only while something leaves soon. Choosing it opens the trip.
import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { ShellWords } from '#contract/shellWords.ts';
import type { TripId } from '#contract/trip.ts';
import { nextTripLine, type NextTrip } from '../library/travelling/nextTrip.ts';

/** Shows it, or takes it away. */
export interface TripTray {
  show(next: NextTrip | undefined, words: Pick<ShellWords, 'nextTrip' | 'language'>): void;
  close(): void;
}

const SIDE = 22;

/** Makes it; nothing is in the tray yet. `open` hears which trip was chosen. */
export function createTripTray(builtFolder: string, open: (id: TripId) => void): TripTray {
  let tray: Tray | undefined;
  let shown = '';

  function close(): void {
    tray?.destroy();
    [tray, shown] = [undefined, ''];
  }

  return {
    show(next, words) {
      if (next === undefined) return close();
      const line = nextTripLine(next, words.nextTrip, words.language);
      const key = `${next.id} ${line}`;
      if (key === shown) return;
      shown = key;
      const icon = nativeImage.createFromPath(join(builtFolder, 'resources', 'icon.png'));
      tray ??= new Tray(icon.resize({ width: SIDE, height: SIDE }));
      tray.setToolTip(line);
      tray.setContextMenu(Menu.buildFromTemplate([{ label: line, click: () => open(next.id) }]));
    },
    close,
  };
}
