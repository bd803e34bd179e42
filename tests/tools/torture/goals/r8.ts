// R8: two at once on one library, one of which waits, reads or takes over from the dead, but never writes beside the other.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProgram } from '../../../helpers/buildProgram.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { handOver, type HandedOver } from '../handOver.ts';
import { readWhileWritten, takeDeadLocks, takeTurns } from '../twoAtOnce.ts';

const SECONDS = { short: 6, long: 60 };
const READS = 700;
const MOST_MS = 1_000;
const STARTS = { short: 3, long: 20 };
const CLOCKS = ['+1y', '-1y'];

/** See `docs/promises.md`. */
export const r8: Goal = {
  id: 'R8',
  goal: 'two at once',
  figure:
    'a second start reads, or is handed over, in ≤ 1 s; 0 torn of ≥ 700 reads; 0 lost updates in 60 s; the lock of a killed process never needs a hand; clocks off by a year change nothing',
  needs: [],
  limitMinutes: { short: 4, long: 10 },
  async run({ seed, isLong, work, lackOf }) {
    const [child, turns] = [join(work, 'child.cjs'), join(work, 'turns.cjs')];
    await buildProgram('tests/unit/store/childProgram.ts', child);
    await buildProgram('tests/tools/torture/programs/turns.ts', turns);
    const folderOf = async (name: string): Promise<string> => {
      await mkdir(join(work, name));
      return join(work, name);
    };
    const seconds = isLong ? SECONDS.long : SECONDS.short;
    const reading = await readWhileWritten(child, await folderOf('read'), READS, seed);
    const lawful = await takeTurns(turns, await folderOf('turns'), seconds, 'lawful');
    const locks = await folderOf('locks');
    const waits = [await takeDeadLocks(child, locks, isLong ? 20 : 3, undefined)];
    const lack = await lackOf('faketime');
    for (const clock of lack === undefined ? CLOCKS : []) waits.push(await takeDeadLocks(child, locks, 2, clock));
    const noApp = await lackOf('electron');
    const starts = isLong ? STARTS.long : STARTS.short;
    const handed = noApp === undefined ? await handOver(await folderOf('handed'), starts) : undefined;
    const lawless = await takeTurns(turns, await folderOf('lawless'), 4, 'lawless');
    const lost = lawful.acknowledged - lawful.found;
    const parts: Part[] = [
      {
        measured:
          `${reading.torn.length} torn of ${reading.reads} reads ${reading.torn.slice(0, 2).join(' / ')}`.trim(),
        isHeld: reading.torn.length === 0,
      },
      {
        measured: `opened for reading in at most ${Math.round(reading.openMs)} ms, refused for writing in ${Math.round(reading.refusedMs)} ms`,
        isHeld: reading.openMs + reading.refusedMs <= MOST_MS,
      },
      {
        measured: `${lost} of ${lawful.acknowledged} updates of two writers lost in ${seconds} s, ${lawful.failed} failed`,
        isHeld: lost === 0 && lawful.failed === 0 && lawful.acknowledged > 0,
      },
      {
        measured: `locks of killed processes taken over in at most ${Math.round(Math.max(...waits))} ms`,
        isHeld: Math.max(...waits) <= MOST_MS,
      },
      ...(handed === undefined ? [] : [partOf(handed, starts)]),
    ];
    const damage = lawless.acknowledged - lawless.found + lawless.failed;
    return {
      tried: `a reader beside a writer, two processes that take turns, holders of the lock killed${lack === undefined ? ', also under clocks a year ahead and behind' : ''}${handed === undefined ? '' : `; the real app started ${starts} times more with an address while it runs`}`,
      ...joinParts(parts),
      control: {
        tried: `two that respect no lock: ${damage} of ${lawless.acknowledged} updates lost or failed${handed === undefined ? '' : `; a start that knows nothing of the first: its address was ${handed.isStrangerTaken ? '' : 'not '}there`}`,
        hasFired: damage > 0 && handed?.isStrangerTaken !== true,
      },
      leftOut: [
        ...(lack === undefined ? [] : [`clocks off by a year: ${lack}`]),
        ...(noApp === undefined ? [] : [`handing over in the real app: ${noApp}`]),
      ],
    };
  },
};

function partOf({ tookMs, bareMs, taken, ended }: HandedOver, starts: number): Part {
  const most = Math.round(Math.max(...tookMs));
  const beyond = Math.round(Math.max(...tookMs.map((ms, index) => ms - (bareMs[index] ?? 0))));
  return {
    measured: `${taken} of ${starts} addresses handed over to the app that runs, each in at most ${beyond} ms beyond what the start of an Electron takes here that does nothing (with that, ${most} ms); ${ended} of the second processes ended by themselves`,
    isHeld: taken === starts && ended === starts && most <= MOST_MS,
  };
}
