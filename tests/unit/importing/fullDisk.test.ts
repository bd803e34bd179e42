// A disk that fills up while a library comes along or comes back: it is said, nothing that came is lost, and all of it is there once there is room.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { LibraryJob } from '#contract/libraryExport.ts';
import { createExportKeeper } from '../../../electron/library/exporting/exportKeeper.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { createLibraryJobs } from '../../../electron/library/exporting/libraryJobs.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { layover as commandLine } from '../../helpers/commandLine.ts';
import { fillLibrary } from '../library/careLibrary.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { faultyDisk } from '../store/faultyDisk.ts';
import { test } from '../store/testLibrary.ts';

const OUT = join(import.meta.dirname, '../../../out');
const ROWS = 600;

/** A library on a disk that has room for so many more writes once it is told. */
async function openOnSmallDisk(folder: string) {
  let room = Number.POSITIVE_INFINITY;
  const bugs: unknown[] = [];
  const layover: Layover = await openLayover({
    folder,
    workerFile: join(OUT, 'extractWorker.cjs'),
    disk: faultyDisk(nodeDisk, (operation) => {
      if (operation === 'write') room -= 1;
      return operation === 'write' && room < 0 ? { error: 'ENOSPC' } : undefined;
    }),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => void bugs.push(bug),
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
  layover.saves.setPaused(true);
  return { layover, bugs, leaveRoomFor: (writes: number) => void (room = writes) };
}

test('an import that fills the disk says so, and goes on with the next start', async ({ folder }) => {
  test.setTimeout(120_000);
  const list = Array.from({ length: ROWS }, (_, at) => `https://a.example/${at}`).join('\n');
  const small = await openOnSmallDisk(folder);
  const { imports } = small.layover;
  await small.layover.library.setSettings({ savesPaused: true });
  const { id } = await imports.preview('list', [{ name: 'list', bytes: new TextEncoder().encode(list) }]);
  await imports.start(id, false);
  small.leaveRoomFor(3);
  const stopped = await imports.settled(id);
  expect(stopped).toMatchObject({ state: 'failed', total: ROWS });
  expect(stopped.failure).toContain('disk is full');
  expect(stopped.failure).toContain('goes on by itself');
  expect(stopped.done).toBeLessThan(ROWS);
  expect(small.bugs).toEqual([]);
  small.leaveRoomFor(Number.POSITIVE_INFINITY);
  await small.layover.close();

  const later = await openOnSmallDisk(folder);
  await later.layover.imports.resume();
  expect(await later.layover.imports.settled(id)).toMatchObject({ state: 'done', done: ROWS });
  const waiting = [...later.layover.saves.records()].map(({ save }) => save.label);
  expect([waiting.length, new Set(waiting).size]).toEqual([ROWS, ROWS]);
  await later.layover.close();
});

test('a restore that fills the disk says so, keeps what came, and a second one brings the rest', async ({ folder }) => {
  test.setTimeout(120_000);
  const file = join(folder, 'all.json');
  const from = join(folder, 'from');
  const small = await openOnSmallDisk(join(folder, 'to'));
  await fillLibrary(from, 30);
  expect(await commandLine(['--library', from, 'export', file, '--as', 'json'])).toMatchObject({ code: 0 });
  let ended: (job: LibraryJob) => void = () => {};
  const keeper = createExportKeeper({
    layover: small.layover,
    tell: (job) => job.state !== 'running' && ended(job),
    report: (bug) => void small.bugs.push(bug),
  });
  const restored = (): Promise<LibraryJob> =>
    new Promise((done) => {
      ended = done;
      keeper.restore(file);
    });
  small.leaveRoomFor(60);
  const failed = await restored();
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'disk' } });
  expect(failed.error?.message).toContain('disk is full');
  small.leaveRoomFor(Number.POSITIVE_INFINITY);
  const came = await small.layover.cards();
  expect(came.length).toBeLessThan(30);
  for (const { id } of came) expect((await small.layover.article(id)).id).toBe(id);
  expect(await restored()).toMatchObject({ state: 'done', done: 30 });
  expect(await small.layover.cards()).toHaveLength(30);
  expect(small.bugs).toEqual([]);
  await keeper.close();
  await small.layover.close();
});

test('an export for which the disk has no room leaves nothing behind, and an older one as it was', async ({
  folder,
}) => {
  test.skip(process.platform === 'win32', 'limits of a process are of Unix');
  const { layover } = await openOnSmallDisk(join(folder, 'library'));
  await layover.library.add(aDraft(), someFiles('The boat leaves at nine. '.repeat(4_000)));
  await layover.close();
  const out = join(folder, 'all.layover-backup');
  writeFileSync(out, 'an older one');
  // No file of this process may be larger than four blocks, so the system refuses the write itself.
  const { code, stderr } = await commandLine(
    ['--library', join(folder, 'library'), 'export', out, '--as', 'json'],
    '',
    4,
  );
  expect([code, stderr]).toEqual([1, expect.stringContaining('takes no file so large')]);
  expect(readdirSync(folder).sort()).toEqual(['all.layover-backup', 'library']);

  const jobs = createLibraryJobs(
    () => {},
    (bug) => {
      throw bug;
    },
  );
  const run = (): Promise<never> => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  const { error } = await jobs.begin({ kind: 'export', name: 'all', place: null, run }).over;
  expect(error?.message).toContain('The disk you chose is full, so nothing was written. Your library is as it was.');
});
