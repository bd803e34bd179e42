// R1: killed at any moment and at every call that changes the disk, nothing acknowledged is lost.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildChild } from '../../../unit/store/childProcess.ts';
import { killAtWork } from '../../../unit/store/kills.ts';
import type { Goal } from '../goal.ts';

const KILLS = { short: 40, long: 1_000 };
const CONTROL_KILLS = 100;

/** See HARDENING, R1. */
export const r1: Goal = {
  id: 'R1',
  goal: 'kill -9',
  figure: '0 acknowledged changes lost, 0 unreadable libraries, temporary files gone at the next start',
  needs: [],
  limitMinutes: { short: 5, long: 30 },
  async run({ seed, isLong, work }) {
    const kills = isLong ? KILLS.long : KILLS.short;
    const program = await buildChild();
    const folder = join(work, 'library');
    await mkdir(folder);
    const changes = await killAtWork({ program, folder, kills, seed });
    const hasty = join(work, 'hasty');
    await mkdir(hasty);
    const lost = await killAtWork({ program, folder: hasty, kills: CONTROL_KILLS, seed, mode: 'hasty' }).then(
      () => undefined,
      (failure: unknown) => String(failure).split('\n')[0],
    );
    return {
      tried: `${kills} kills at random moments of a loop of saves, edits, replacements and deletes`,
      measured: `${changes} changes acknowledged, 0 lost, 0 libraries unreadable, 0 temporary files left`,
      isHeld: true,
      control: {
        tried: `a writer that acknowledges before it writes: ${lost === undefined ? `nothing lost in ${CONTROL_KILLS} kills` : 'a loss was seen'}`,
        hasFired: lost !== undefined,
      },
    };
  },
};
