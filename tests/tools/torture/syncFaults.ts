// A library on a simulated disk whose syncs and reads fail now and then; what that came to out.
import { AppError } from '#contract/errors.ts';
import type { Disk, DiskFile } from '../../../electron/store/disk.ts';
import { writeDurably } from '../../../electron/store/durableFile.ts';
import { emptyDisk } from '../../unit/store/crashes.ts';
import { aDraft, articlesOf, someFiles } from '../../unit/store/drafts.ts';
import { faultyDisk } from '../../unit/store/faultyDisk.ts';
import { LIFE, openOn, stateOf } from '../../unit/store/libraryState.ts';
import { SimulatedDisk, systemError } from '../../unit/store/simulatedDisk.ts';

/** What was seen of failing syncs. */
export interface SyncFaults {
  readonly failed: number;
  /** Syncs that were tried once more on a file whose sync had failed: they would say that all is well. */
  readonly repeated: number;
  readonly wrong: readonly string[];
}

/** A disk whose `nth` sync of a file fails once it is armed, and which counts syncs on a file after that. */
function watch(
  disk: Disk,
  state: { armed: number; failed: number; repeated: number; readonly isHidden: boolean },
): Disk {
  const watched = async (opening: Promise<DiskFile>): Promise<DiskFile> => {
    const file = await opening;
    let hasFailed = false;
    return {
      ...file,
      async sync() {
        if (hasFailed) state.repeated += 1;
        state.armed -= 1;
        if (state.armed === 0) {
          hasFailed = true;
          state.failed += 1;
          if (state.isHidden) return;
          throw systemError('EIO');
        }
        await file.sync();
      },
    };
  };
  // Every other step is the disk's own.
  return {
    ...faultyDisk(disk, () => undefined),
    create: (path) => watched(disk.create(path)),
    append: (path) => watched(disk.append(path)),
  };
}

/**
 * Fails the first, second, … sync of every change of a life; after each that was acknowledged all the same the power fails. What is hidden is a
 * failure that the writer is not told, as if it took a failed sync for done.
 */
export async function failSyncs(mostNth: number, isHidden = false): Promise<SyncFaults> {
  const wrong: string[] = [];
  let [failed, repeated] = [0, 0];
  for (let nth = 1; nth <= mostNth; nth += 1) {
    const disk = await emptyDisk();
    const state = { armed: 0, failed: 0, repeated: 0, isHidden };
    const library = await openOn(watch(disk, state), 'this life');
    const { id } = await library.add(aDraft({ title: 'First' }), someFiles('First text.'));
    for (const [index, step] of LIFE.entries()) {
      const before = state.failed;
      state.armed = nth;
      const failure = await step(library, id).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      state.armed = 0;
      if (state.failed === before) continue;
      const where = `step ${index}, sync ${nth}`;
      if (failure === undefined) {
        const crashed = disk.afterCrash(disk.operations.length, { keepsName: () => false, bytes: 'lost' });
        const [found, wanted] = [await stateOf(await openOn(crashed, 'the life after')), await stateOf(library)];
        if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push(`${where}: acknowledged and lost`);
      } else {
        if (!(failure instanceof AppError && failure.code === 'disk'))
          wrong.push(`${where}: not said as a matter of the disk`);
        await step(library, id);
      }
    }
    failed += state.failed;
    repeated += state.repeated;
  }
  return { failed, repeated, wrong };
}

/** Fails every single read of an opening; answers how many there were and what was wrong. Nothing may be lost by it. */
export async function failReads(): Promise<{ readonly failed: number; readonly wrong: readonly string[] }> {
  const disk = await emptyDisk();
  const library = await openOn(disk, 'the life before');
  for (const title of ['One', 'Two', 'Three']) await library.add(aDraft({ title }), someFiles(title));
  await library.setSettings({ theme: 'sepia' });
  await library.close();
  const wrong: string[] = [];
  for (let nth = 1; ; nth += 1) {
    const copy = disk.afterCrash(disk.operations.length, { keepsName: () => true, bytes: 'kept' });
    let reads = 0;
    const faulty = faultyDisk(copy, (operation) =>
      operation === 'read' && (reads += 1) === nth ? { error: 'EIO' } : undefined,
    );
    try {
      const opened = await openOn(faulty, 'this life');
      await opened.close();
    } catch (failure) {
      if (!(failure instanceof AppError)) wrong.push(`read ${nth}: not said in words`);
    }
    if (reads < nth) return { failed: nth - 1, wrong };
    const later = await openOn(copy, 'the life after');
    const titles = (await articlesOf(later)).map(({ title }) => title).toSorted();
    if (titles.join() !== 'One,Three,Two') wrong.push(`read ${nth}: of the articles ${titles.join()} are left`);
  }
}

/** How long a rename is waited for that another program keeps from being made, in milliseconds of the disk's own time; and whether it is said then. */
export async function holdRenames(): Promise<{ readonly waitedMs: number; readonly isSaid: boolean }> {
  let [waitedMs, isSaid] = [0, true];
  for (const error of ['EBUSY', 'EPERM', 'EACCES']) {
    const disk = new SimulatedDisk();
    const held = faultyDisk(disk, (operation) => (operation === 'rename' ? { error } : undefined));
    const failure = await writeDurably('/file', 'new', { disk: held }).catch((thrown: unknown) => thrown);
    isSaid &&= failure instanceof AppError && failure.code === 'disk';
    waitedMs = Math.max(waitedMs, disk.waitedMs);
  }
  return { waitedMs, isSaid };
}
