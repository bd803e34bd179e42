// R1: killed at any moment and at every call that changes the disk, nothing acknowledged is lost.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildChild } from '../../../unit/store/childProcess.ts';
import { killAtWork } from '../../../unit/store/kills.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { isHastyCaught, killChanges, killImports, type CallKills } from '../killAtCalls.ts';

const KILLS = { short: 20, long: 1_000 };
const CALLS = { short: { change: 7, import: 5 }, long: { change: Infinity, import: Infinity } };
const CONTROL_KILLS = 100;

async function killAtRandom(program: string, work: string, kills: number, seed: number): Promise<Part> {
  const folder = join(work, 'library');
  await mkdir(folder);
  const changes = await killAtWork({ program, folder, kills, seed });
  return {
    measured: `${kills} kills at random moments: ${changes} changes acknowledged, 0 lost, 0 libraries unreadable, 0 temporary files left`,
    isHeld: changes > 0,
  };
}

function sayCalls(name: string, { kills, calls, wrong }: CallKills): Part {
  return {
    measured:
      `${name}, killed in ${kills} of its ${calls} calls: ${wrong.length} wrong ${wrong.slice(0, 3).join(' / ')}`.trim(),
    isHeld: wrong.length === 0 && kills > 0,
  };
}

/** See `docs/promises.md`. */
export const r1: Goal = {
  id: 'R1',
  goal: 'kill -9',
  figure: '0 acknowledged changes lost, 0 unreadable libraries, temporary files gone at the next start',
  needs: [],
  limitMinutes: { short: 8, long: 60 },
  async run({ seed, isLong, work, lackOf }) {
    const length = isLong ? 'long' : 'short';
    const program = await buildChild();
    const parts = [await killAtRandom(program, work, KILLS[length], seed)];
    const lack = await lackOf('strace');
    const calls = CALLS[length];
    if (lack === undefined) {
      parts.push(sayCalls('single changes', await killChanges(work, seed, calls.change)));
      parts.push(sayCalls('an import, begun again after each', await killImports(work, seed, calls.import)));
    }
    const hasty = join(work, 'hasty');
    await mkdir(hasty);
    const isCaught =
      lack === undefined
        ? await isHastyCaught(hasty)
        : await killAtWork({ program, folder: hasty, kills: CONTROL_KILLS, seed, mode: 'hasty' }).then(
            () => false,
            () => true,
          );
    return {
      tried:
        'kills at random moments of a loop of saves, edits, replacements and deletes; kills in system calls that write, of one save, edit, replacement, delete, highlight and setting, and of an import. There is no migration to kill: the first format of the library is still its only one',
      ...joinParts(parts),
      control: {
        tried: `a writer that acknowledges an edit before it writes: ${isCaught ? 'its loss was seen' : 'its loss was not seen'}`,
        hasFired: isCaught,
      },
      ...(lack === undefined ? {} : { leftOut: [`kills in system calls: ${lack}`] }),
    };
  },
};
