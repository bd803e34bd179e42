// A small disk with a library on it that fills up; when the library warned of it, and whether it could still be added to, out.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LEAST_ROOM_BYTES, type LittleRoom } from '#contract/libraryInfo.ts';
import { createRoomWatch } from '../../../electron/library/care/roomWatch.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { aDraft, someFiles } from '../../unit/store/drafts.ts';
import type { Part } from './goal.ts';
import type { SmallDisk } from './smallDisk.ts';

const FIGURE_BYTES = 200_000_000;
// A disk of a mebibyte never has the room of the figure, so the threshold is another here, and the real one is looked at beside it.
const LEAST_BYTES = 400_000;
const PAGES_LEFT = 60;
const NOTICED_MS = 2_500;

/** Fills the disk and makes room again. */
export async function warnOfLittleRoom(disk: SmallDisk): Promise<Part> {
  const library = await openLibrary(join(disk.folder, 'warned'), { now: () => new Date() });
  const told: (LittleRoom | null)[] = [];
  const bugs: unknown[] = [];
  const watch = createRoomWatch({
    library,
    tell: (little) => void told.push(little),
    report: (bug) => void bugs.push(bug),
    leastBytes: LEAST_BYTES,
  });
  const look = async (): Promise<LittleRoom | null> => {
    watch.written();
    await pause(NOTICED_MS);
    return watch.little();
  };
  await watch.start();
  const before = watch.little();
  await disk.leave(PAGES_LEFT);
  const full = await look();
  const added = await library.add(aDraft(), someFiles('Saved all the same.')).then(
    () => true,
    () => false,
  );
  disk.clear();
  const after = await look();
  watch.close();
  await library.close();
  const isHeld =
    before === null &&
    full !== null &&
    full.freeBytes < LEAST_BYTES &&
    added &&
    after === null &&
    told.length === 2 &&
    bugs.length === 0 &&
    LEAST_ROOM_BYTES === FIGURE_BYTES;
  return {
    measured: `below ${LEAST_ROOM_BYTES / 1_000_000} MB free (here ${LEAST_BYTES / 1_000} kB) ${full === null ? 'NOTHING warns' : `it warns within ${NOTICED_MS / 1_000} s of a save`}, a save there ${added ? 'works' : 'FAILS'}, and the warning ${after === null ? 'goes' : 'STAYS'} when there is room`,
    isHeld,
  };
}
