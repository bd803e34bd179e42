// Changes to a small library, made by a program of its own under a fault at one of its system calls; what is there afterwards, and what is wrong with it, out.
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { openLibrary } from '../../../electron/store/library.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { lookThrough } from '../../unit/store/kills.ts';
import { CHANGES, type Change } from './programs/changes.ts';
import { callSites, withFault, type Call, type CallSite, type Fault, type TracedEnd } from './traced.ts';

/** What one fault came to. */
export interface TrialEnd {
  readonly end: TracedEnd;
  /** Whether the fault struck a call on the library itself, and not one beside it. */
  readonly hasStruck: boolean;
  /** Whether the change is there. */
  readonly isMade: boolean;
  /** Why the library is not as it must be; `undefined` when it is as before or as after the change, and as after when that was acknowledged. */
  readonly problem: string | undefined;
}

/** Libraries to try changes on. */
export interface ChangeTrials {
  sites(change: Change, calls: readonly Call[]): Promise<readonly CallSite[]>;
  /** One change under one fault, on a fresh copy of the library, which is looked through by the next who opens it. */
  run(change: Change | `hasty-${Change}`, site: CallSite, fault: Fault, isLasting?: boolean): Promise<TrialEnd>;
}

/** Makes the program and the library. */
export async function prepareTrials(work: string): Promise<ChangeTrials> {
  const program = join(work, 'oneChange.cjs');
  await buildProgram('tests/tools/torture/programs/oneChange.ts', program);
  const [seeded, folder, log] = [join(work, 'seeded'), join(work, 'the-library'), join(work, 'strace.log')];
  await mkdir(seeded);
  run(program, seeded, 'seed');
  const before = await describe(seeded);
  const after = new Map<Change, string>();
  const renew = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await cp(seeded, folder, { recursive: true });
  };
  for (const change of CHANGES) {
    await renew();
    run(program, folder, change);
    after.set(change, await describe(folder));
  }
  const traced = (wish: string) => ({ program, words: [folder, wish], log });
  return {
    async sites(change, calls) {
      await renew();
      return callSites(traced(change), calls, folder);
    },
    async run(wish, site, fault, isLasting) {
      await renew();
      const end = await withFault(traced(wish), site, fault, isLasting);
      const change = CHANGES.find((each) => wish.endsWith(each));
      const wanted = change === undefined ? undefined : after.get(change);
      const hasStruck = end.struck.length > 0 && end.struck.every((line) => line.includes(folder));
      try {
        const found = await describe(folder);
        const isMade = found === wanted;
        const isAcknowledged = end.said.includes('has');
        const isRight = isMade || (found === before && !isAcknowledged);
        return {
          end,
          hasStruck,
          isMade,
          problem: isRight ? undefined : `${isAcknowledged ? 'acknowledged' : 'not acknowledged'}, found ${found}`,
        };
      } catch (failure) {
        return { end, hasStruck, isMade: false, problem: String(failure) };
      }
    },
  };
}

function run(program: string, folder: string, wish: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, folder, wish], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${wish} ended with ${status}: ${stdout} ${stderr}`);
}

/** All that the changes change, as text. Throws when anything cannot be read, is not whole or is left unfinished. */
async function describe(folder: string): Promise<string> {
  const titles = [...(await lookThrough(folder)).values()].toSorted();
  const left = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'));
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
  const library = await openLibrary(folder, { now: () => new Date(), readOnly: true });
  const highlights = await library.highlights.all();
  const { theme } = library.settings();
  await library.close();
  return `${titles.join(', ')}; ${theme}; ${highlights.size} highlighted`;
}
