// R4: on a full disk nothing live is cut short, it is said, and it goes on when there is room.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareTrials } from '../changeTrials.ts';
import { faultChanges } from '../faultAtCalls.ts';
import { changeOnFullDisk, isStockWriterCut } from '../fillDisk.ts';
import { joinParts, type Goal } from '../goal.ts';
import { warnOfLittleRoom } from '../littleRoom.ts';
import { changeByThreeBytes } from '../shortWrites.ts';
import { mountSmall } from '../smallDisk.ts';

const PAGES = { short: 12, long: 24 };
const CALLS = { short: 5, long: Infinity };

/** See `docs/promises.md`. */
export const r4: Goal = {
  id: 'R4',
  goal: 'full disk',
  figure:
    'never a truncated live file; code `disk`; no temporary file left; works again when space returns, without a restart; warns below 200 MB free',
  needs: ['mounts'],
  limitMinutes: { short: 5, long: 30 },
  async run({ seed, isLong, work, lackOf }) {
    const length = isLong ? 'long' : 'short';
    const disk = mountSmall(join(work, 'small'));
    const hasFired = await isStockWriterCut(disk);
    disk.clear();
    const warned = await warnOfLittleRoom(disk);
    rmSync(join(disk.folder, 'warned'), { recursive: true });
    const filled = await changeOnFullDisk(disk, PAGES[length], seed);
    const short = await changeByThreeBytes(work);
    const parts = [
      {
        measured:
          `on a full tmpfs of 1 MiB ${filled.refused} changes refused and made when there was room, ${filled.made} made, ${filled.wrong.length} wrong ${filled.wrong.slice(0, 3).join(' / ')}`.trim(),
        isHeld: filled.wrong.length === 0 && filled.refused > 0,
      },
      warned,
      { measured: `${short} writes of which the system took three bytes, all made whole`, isHeld: short > 0 },
    ];
    const lack = await lackOf('strace');
    if (lack === undefined) {
      const faults = await faultChanges(await prepareTrials(work), {
        calls: ['write', 'mkdir', 'link', 'rename'],
        fault: 'error=ENOSPC',
        most: CALLS[length],
        seed,
      });
      parts.push({
        measured:
          `ENOSPC in ${faults.struck} calls, ${faults.refused} refused, ${faults.wrong.length} wrong ${faults.wrong.slice(0, 3).join(' / ')}`.trim(),
        isHeld: faults.wrong.length === 0 && faults.refused > 0,
      });
    }
    return {
      tried: `six kinds of change on a tmpfs of 1 MiB with 0 to ${PAGES[length] - 1} pages of room each, ENOSPC in calls of the system, every write cut to three bytes; a disk that fills up below the room of which the library warns, and is freed`,
      ...joinParts(parts),
      control: {
        tried: `a writer as write-file-atomic and atomically have it, on the same disk: ${hasFired ? 'said all is well and left a cut file' : 'left nothing cut'}`,
        hasFired,
      },
      ...(lack === undefined ? {} : { leftOut: [`ENOSPC in calls of the system: ${lack}`] }),
    };
  },
};
