// A fault of the system and calls it may strike in; what came of it for every kind of change out.
import type { ChangeTrials } from './changeTrials.ts';
import { CHANGES } from './programs/changes.ts';
import { someSites, type Call, type Fault } from './traced.ts';

/** What came of many faults. */
export interface CallFaults {
  /** Faults that struck a call on the library. */
  readonly struck: number;
  /** Of these, changes that were refused in words, with the code `disk`. */
  readonly refused: number;
  readonly wrong: readonly string[];
}

/** Strikes at most so many calls of each change. What is refused must be said as a matter of the disk. */
export async function faultChanges(
  trials: ChangeTrials,
  {
    calls,
    fault,
    most,
    seed,
    isLasting = false,
  }: {
    readonly calls: readonly Call[];
    readonly fault: Fault;
    readonly most: number;
    readonly seed: number;
    readonly isLasting?: boolean;
  },
): Promise<CallFaults> {
  const wrong: string[] = [];
  let [struck, refused] = [0, 0];
  for (const change of CHANGES) {
    for (const site of someSites(await trials.sites(change, calls), most, seed)) {
      const { end, hasStruck, problem } = await trials.run(change, site, fault, isLasting);
      if (!hasStruck) continue;
      struck += 1;
      const last = end.said.at(-1) ?? '';
      if (last.startsWith('refused disk ')) refused += 1;
      const where = `${change} with ${fault} in ${site.call} ${site.nth}`;
      if (problem !== undefined) wrong.push(`${where}: ${problem}`);
      else if (last !== 'closed' && !last.startsWith('refused disk '))
        wrong.push(`${where}: it ended with ${end.signal ?? end.code}, ${last} ${end.complaint.slice(0, 200)}`);
    }
  }
  return { struck, refused, wrong };
}
