// Lives of a library on a simulated disk in; what opening it after every crash of that disk came to out.
import type { ArticleId } from '#contract/article.ts';
import type { Disk } from '../../../electron/store/disk.ts';
import { seededRandom } from './drafts.ts';
import { faultyDisk } from './faultyDisk.ts';
import { openOn, randomStep, stateOf } from './libraryState.ts';
import { SimulatedDisk, type CrashKind } from './simulatedDisk.ts';

const STEPS = 12;
const NOTHING_LOST: CrashKind = { keepsName: () => true, bytes: 'kept' };
const honest = (disk: SimulatedDisk): Disk => disk;

/** The operations between the asking for a change and its acknowledgement, and the library after it. */
interface Change {
  readonly begins: number;
  readonly ends: number;
  readonly after: unknown;
}

interface Recording {
  readonly disk: SimulatedDisk;
  readonly changes: readonly Change[];
}

/** A disk with a folder for the library to be made in. */
export async function emptyDisk(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await disk.makeFolder('/home');
  await disk.syncFolder('/');
  return disk.afterCrash(disk.operations.length, NOTHING_LOST);
}

/** Lives a life on a disk and notes at which operation each change began and was acknowledged. */
async function live(disk: SimulatedDisk, seed: number, trashed: Set<ArticleId>, lie = honest): Promise<Recording> {
  const random = seededRandom(seed);
  let library = await openOn(lie(disk), `life ${seed}`, seed, 0);
  const changes: Change[] = [{ begins: 0, ends: 0, after: await stateOf(library) }];
  for (let count = 0; count < STEPS; count += 1) {
    const begins = disk.operations.length;
    // In the middle of its life the library is closed, which writes its catalogue, and opened again.
    if (count === STEPS / 2) {
      await library.close();
      library = await openOn(lie(disk), `life ${seed}`, seed + 0.5, 0);
    } else {
      await randomStep(library, random, trashed)();
    }
    changes.push({ begins, ends: disk.operations.length, after: await stateOf(library) });
  }
  return { disk, changes };
}

/** The kinds of crash looked at after each operation. */
function crashKinds(count: number): readonly CrashKind[] {
  const random = seededRandom(count);
  // A journal loses its tail: what comes before a certain change of a name survives, what comes after it does not.
  const cuts = [count, 0, count - 1 - Math.floor(random() * 4), count - 4 - Math.floor(random() * 16)];
  const survivals = cuts.map(
    (cut) =>
      (operation: number): boolean =>
        operation < cut,
  );
  const bytes = ['kept', 'lost', 'torn', 'zeroed'] as const;
  return survivals.flatMap((keepsName) => bytes.map((each) => ({ keepsName, bytes: each })));
}

/** Opens the library after every crash of a recording; answers what was wrong, and how many different states it saw. */
async function crashEverywhere({ disk, changes }: Recording): Promise<{ states: number; wrong: string[] }> {
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let count = 0; count <= disk.operations.length; count += 1) {
    const acknowledged = changes.findLastIndex((change) => change.ends <= count);
    const allowed = [changes[acknowledged]?.after];
    const next = changes[acknowledged + 1];
    if (next !== undefined && next.begins < count) allowed.push(next.after);
    for (const kind of crashKinds(count)) {
      const crashed = disk.afterCrash(count, kind);
      const name = `${acknowledged} ${crashed.describe()}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const problem = await problemAfter(crashed, allowed);
      if (problem !== undefined) wrong.push(`after operation ${count}, bytes ${kind.bytes}: ${problem}`);
    }
  }
  return { states: seen.size, wrong };
}

async function problemAfter(disk: SimulatedDisk, allowed: readonly unknown[]): Promise<string | undefined> {
  try {
    const library = await openOn(disk, 'the life after', 999, 0);
    const state = JSON.stringify(await stateOf(library));
    if (library.unreadable.length > 0) return `unreadable: ${JSON.stringify(library.unreadable)}`;
    if (library.repairs.length > 0) return `damaged: ${JSON.stringify(library.repairs)}`;
    if ((await disk.list('/home/library/temp')).length > 0) return 'unfinished files are left';
    await library.close();
    return allowed.some((one) => JSON.stringify(one) === state) ? undefined : `neither old nor new: ${state}`;
  } catch (failure) {
    return `does not open: ${String(failure)}`;
  }
}

/** What came of many crashes. */
export interface Crashes {
  /** Different states that a library was opened in. */
  readonly states: number;
  /** What opened as neither the old nor the new library. */
  readonly wrong: readonly string[];
}

/** Lives so many lives, or as many as it takes for so many states, and crashes each at every operation; `first` is the seed of the first. */
export async function crashLives(
  first: number,
  until: { readonly lives: number } | { readonly states: number },
): Promise<Crashes> {
  let disk = await emptyDisk();
  let states = 0;
  const wrong: string[] = [];
  const random = seededRandom(first);
  for (let life = 0; 'lives' in until ? life < until.lives : states < until.states; life += 1) {
    const recording = await live(disk, first + life, new Set());
    const crashes = await crashEverywhere(recording);
    wrong.push(...crashes.wrong.map((problem) => `life ${first + life} ${problem}`));
    states += crashes.states;
    // The next life begins with what a crash late in this one left, so that opening is crashed as well.
    const { length } = recording.disk.operations;
    const left = recording.disk.afterCrash(length - Math.floor(random() * 8), { keepsName: () => true, bytes: 'torn' });
    disk = life % 3 === 2 ? await emptyDisk() : left;
  }
  return { states, wrong };
}

/** One life on a disk that says it synced bytes, or names, and did not. */
export async function crashOnLiar(lie: 'sync' | 'syncFolder', seed: number): Promise<Crashes> {
  const recording = await live(await emptyDisk(), seed, new Set(), (disk) =>
    faultyDisk(disk, (operation) => (operation === lie ? 'skipped' : undefined)),
  );
  return crashEverywhere(recording);
}
