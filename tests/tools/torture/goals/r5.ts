// R5: faults of the disk are said, waited for as long as it makes sense, and never acknowledged away.
import { prepareTrials } from '../changeTrials.ts';
import { faultChanges, type CallFaults } from '../faultAtCalls.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { failReads, failSyncs, holdRenames } from '../syncFaults.ts';
import type { Call, Fault } from '../traced.ts';

const CALLS = { short: 3, long: Infinity };
const SYNCS = { short: 6, long: 20 };

function sayFaults(name: string, { struck, refused, wrong }: CallFaults, needsRefusal: boolean): Part {
  return {
    measured:
      `${name} in ${struck} calls: ${refused} refused, ${struck - refused} made all the same, ${wrong.length} wrong ${wrong.slice(0, 2).join(' / ')}`.trim(),
    isHeld: wrong.length === 0 && struck > 0 && (!needsRefusal || refused > 0),
  };
}

/** See `docs/promises.md`. */
export const r5: Goal = {
  id: 'R5',
  goal: 'I/O errors',
  figure:
    'EIO at each fsync, read, rename; EBUSY and EPERM on rename are retried ≤ 2 s, then reported; a failed fsync is never acknowledged, nor repeated on the same handle',
  needs: [],
  limitMinutes: { short: 5, long: 40 },
  async run({ seed, isLong, work, lackOf }) {
    const length = isLong ? 'long' : 'short';
    const syncs = await failSyncs(SYNCS[length]);
    const reads = await failReads();
    const held = await holdRenames();
    const parts: Part[] = [
      {
        measured: `${syncs.failed} syncs failed: ${syncs.wrong.length} acknowledged and lost ${syncs.wrong.slice(0, 2).join(' / ')}, ${syncs.repeated} repeated on the same file`,
        isHeld: syncs.failed > 0 && syncs.wrong.length === 0 && syncs.repeated === 0,
      },
      {
        measured:
          `${reads.failed} reads failed while opening: ${reads.wrong.length} lost anything ${reads.wrong.slice(0, 2).join(' / ')}`.trim(),
        isHeld: reads.failed > 0 && reads.wrong.length === 0,
      },
      {
        measured: `a rename that stays impossible is tried for ${held.waitedMs} ms, then ${held.isSaid ? 'said' : 'NOT said'}`,
        isHeld: held.isSaid && held.waitedMs <= 2_000,
      },
    ];
    const lack = await lackOf('strace');
    if (lack === undefined) {
      const trials = await prepareTrials(work);
      const strike = (calls: readonly Call[], fault: Fault, isLasting = false): Promise<CallFaults> =>
        faultChanges(trials, { calls, fault, most: CALLS[length], seed, isLasting });
      parts.push(sayFaults('EIO', await strike(['fsync', 'rename'], 'error=EIO'), true));
      parts.push(sayFaults('EBUSY once', await strike(['rename'], 'error=EBUSY'), false));
      parts.push(sayFaults('EPERM for good', await strike(['rename'], 'error=EPERM', true), true));
    }
    // The same fault under a writer that takes a failed sync for done.
    const hidden = await failSyncs(2, true);
    return {
      tried:
        'the first, second, … sync of every kind of change on a simulated disk, after which its power fails; every read of an opening; in calls of the system EIO at fsync and rename, EBUSY and EPERM at rename',
      ...joinParts(parts),
      control: {
        tried: `a writer that takes a failed sync for done: ${hidden.wrong.length} of ${hidden.failed} changes acknowledged and lost`,
        hasFired: hidden.wrong.length > 0,
      },
      ...(lack === undefined ? {} : { leftOut: [`faults in calls of the system: ${lack}`] }),
    };
  },
};
