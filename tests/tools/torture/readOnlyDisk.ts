// A library on a disk that can only be read in; what can be done with it, and what it tried to write, out. Needs mounts of one's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { nodeDisk, type Disk } from '../../../electron/store/disk.ts';
import { fillLibrary } from '../../unit/library/careLibrary.ts';
import { appFolders, startApp } from '../../helpers/electronApp.ts';
import type { Part } from './goal.ts';

const OUT = join(process.env['QUALITY_ROOT'] ?? '.', 'out');
const ARTICLES = 12;
const START_MS = 60_000;

/** The system's disk, with a note of each step that would write, without what is another in each name of a temporary file. */
function noting(attempts: string[]): Disk {
  const note = (step: string, path: string): void =>
    void attempts.push(`${step} ${path.replace(/\d+-\d+\.tmp$/, 'tmp')}`);
  return {
    ...nodeDisk,
    create: (path) => (note('create', path), nodeDisk.create(path)),
    append: (path) => (note('append', path), nodeDisk.append(path)),
    makeFolder: (path) => (note('makeFolder', path), nodeDisk.makeFolder(path)),
    rename: (from, to) => (note('rename', to), nodeDisk.rename(from, to)),
    link: (from, to) => (note('link', to), nodeDisk.link(from, to)),
    remove: (path) => (note('remove', path), nodeDisk.remove(path)),
  };
}

function open(folder: string, disk: Disk, bugs: unknown[], readOnly: boolean): Promise<Layover> {
  return openLayover({
    folder,
    disk,
    readOnly,
    workerFile: join(OUT, 'extractWorker.cjs'),
    now: () => new Date(),
    report: (bug) => void bugs.push(bug),
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
}

/** Mounts a library for reading only and uses it. Throws when that cannot be mounted. */
export async function useReadOnly(work: string): Promise<readonly Part[]> {
  const folder = join(work, 'library');
  const ids = await fillLibrary(folder, ARTICLES);
  const bugs: unknown[] = [];
  const writer = await open(folder, nodeDisk, bugs, false);
  await writer.inspectAll();
  await writer.search.ready();
  await writer.close();
  for (const args of [
    ['--bind', folder, folder],
    ['-o', 'remount,ro,bind', folder],
  ]) {
    const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`);
  }

  const forWriting: string[] = [];
  const refusal = await open(folder, noting(forWriting), bugs, false).catch((failure: unknown) => failure);
  const isSaid = refusal instanceof AppError && refusal.message.includes('can only be read');
  const twice = forWriting.filter((attempt, at) => forWriting.indexOf(attempt) !== at);

  const attempts: string[] = [];
  const layover = await open(folder, noting(attempts), bugs, true);
  await layover.search.ready();
  const cards = await layover.cards();
  const texts = await Promise.all(ids.map((id) => layover.library.text(id)));
  const found = await layover.search.find('Boat');
  const [id] = ids;
  if (id === undefined) throw new Error('the library is empty');
  const changes = [
    () => layover.change(id, (article) => ({ ...article, title: 'Changed' })),
    () => layover.remove(id),
    () => layover.library.setSettings({ theme: 'night' }),
    () => layover.takeVersion(id, '2026-03-01T10:00:00.000Z'),
  ];
  let refused = 0;
  for (const change of changes) {
    const failure: unknown = await change().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (failure instanceof AppError && failure.message.includes('because its disk can only be read')) refused += 1;
  }
  await layover.close();

  const file = join(work, 'all.json');
  const exported = spawnSync(
    process.execPath,
    [join(OUT, 'cli.cjs'), '--library', folder, 'export', file, '--as', 'json'],
    { encoding: 'utf8' },
  );
  return [
    {
      measured:
        `for writing it is refused ${isSaid ? 'with the reason' : 'WITHOUT the reason'}, ${twice.length} writes tried twice ${twice.slice(0, 3).join(' / ')}`.trim(),
      isHeld: isSaid && twice.length === 0,
    },
    {
      measured: `for reading ${cards.length} of ${ARTICLES} listed, ${texts.filter((text) => text !== '').length} read, ${found.rows.length} found`,
      isHeld: cards.length === ARTICLES && texts.every((text) => text !== '') && found.rows.length === ARTICLES,
    },
    { measured: `${refused} of ${changes.length} changes refused with the reason`, isHeld: refused === changes.length },
    {
      measured: `exported with ${exported.status} ${exported.stderr}`.trim(),
      isHeld: exported.status === 0 && existsSync(file),
    },
    { measured: `${bugs.length} exceptions`, isHeld: bugs.length === 0 },
    {
      measured: `${attempts.length} attempts to write ${attempts.slice(0, 3).join(' / ')}`.trim(),
      isHeld: attempts.length === 0,
    },
  ];
}

/** Starts the real app on the library that `useReadOnly` mounted. */
export async function showReadOnly(work: string): Promise<Part> {
  const own = appFolders();
  const app = await startApp({ ...own, library: join(work, 'library') });
  try {
    await app.window.getByText('The disk of this library can only be read').waitFor({ timeout: START_MS });
    await app.window.getByRole('button', { name: 'Boat 3', exact: true }).click();
    const text = await app.window.frameLocator('iframe').locator('.content').innerText();
    await app.quit();
    return { measured: `the app opens it, says why nothing can be changed, and shows an article`, isHeld: text !== '' };
  } finally {
    own.remove();
  }
}
