// A disk that is full, faulty, forbidden or slow to let go: the person is told which, nothing saved is touched, and it goes on afterwards.
import { articlesOf } from './drafts.ts';
import { expect } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { removeTemps, writeDurably } from '../../../electron/store/durableFile.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { faultyDisk, type Fault } from './faultyDisk.ts';
import { LIFE, openOn, stateOf } from './libraryState.ts';
import { SimulatedDisk, type CrashKind } from './simulatedDisk.ts';
import { aDraft, someFiles } from './drafts.ts';
import { test } from './testLibrary.ts';

const HOME = '/home/library';
const NOTHING_LOST: CrashKind = { keepsName: () => true, bytes: 'kept' };

/** Libraries after 0, 1, 2… steps of a life, to go on from. */
async function stages(): Promise<{ readonly disks: readonly SimulatedDisk[]; readonly id: ArticleId }> {
  const disk = new SimulatedDisk();
  await disk.makeFolder('/home');
  const library = await openOn(disk, 'life before');
  const { id } = await library.add(aDraft({ title: 'First' }), someFiles('First text.'));
  const disks = [copyOf(disk)];
  for (const step of LIFE) {
    await step(library, id);
    disks.push(copyOf(disk));
  }
  return { disks, id };
}

function copyOf(disk: SimulatedDisk): SimulatedDisk {
  return disk.afterCrash(disk.operations.length, NOTHING_LOST);
}

/** The state without what differs from one run to the next: new ids and instants. */
async function comparable(library: Library): Promise<string> {
  return JSON.stringify(await stateOf(library), (key, value: unknown) =>
    key === 'id' || key === 'saved' ? undefined : value,
  );
}

// As often as a rename is tried within two seconds.
const TRIES = 9;

/** A fault that strikes at the `nth` operation of a kind; a lasting one also at the tries that follow. */
function strike(kind: string, fault: Fault, nth: number, isLasting: boolean) {
  let seen = 0;
  return {
    choose(operation: string): Fault {
      if (operation === kind) seen += 1;
      return operation === kind && (seen === nth || (isLasting && seen > nth && seen < nth + TRIES))
        ? fault
        : undefined;
    },
    hasStruck: () => seen >= nth,
  };
}

const FAULTS = [
  { at: 'write', error: 'ENOSPC', says: 'disk is full' },
  { at: 'create', error: 'EDQUOT', says: 'disk is full' },
  { at: 'create', error: 'EROFS', says: 'can only be read' },
  { at: 'makeFolder', error: 'EACCES', says: 'no permission' },
  { at: 'sync', error: 'EIO', says: 'reported a fault' },
  { at: 'syncFolder', error: 'EIO', says: 'reported a fault' },
  { at: 'rename', error: 'EIO', says: 'reported a fault' },
  { at: 'rename', error: 'EBUSY', says: 'another program is holding', isLasting: true },
  { at: 'close', error: 'EIO', says: 'reported a fault' },
];

for (const { at, error, says, isLasting = false } of FAULTS) {
  test(`${error} at any ${at} of any change is told, loses nothing, and the change works afterwards`, async () => {
    const { disks, id } = await stages();
    let strikes = 0;
    for (const [index, step] of LIFE.entries()) {
      const [before, after] = [disks[index] ?? new SimulatedDisk(), disks[index + 1] ?? new SimulatedDisk()];
      const [old, next] = [
        await comparable(await openOn(copyOf(before), 'a')),
        await comparable(await openOn(copyOf(after), 'a')),
      ];
      for (let nth = 1; nth < 100; nth += 1) {
        const where = `${error} at ${at} ${nth} of step ${index}`;
        let isArmed = false;
        const fault = strike(at, { error }, nth, isLasting);
        const disk = copyOf(before);
        const library = await openOn(
          faultyDisk(disk, (operation) => (isArmed ? fault.choose(operation) : undefined)),
          'this life',
          5,
        );
        isArmed = true;
        const failure = await step(library, id).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        isArmed = false;
        if (!fault.hasStruck()) break;
        strikes += 1;
        const found = await comparable(await openOn(copyOf(disk), 'later life'));
        if (failure === undefined) {
          expect(found, where).toBe(next);
          continue;
        }
        expect(failure, where).toMatchObject({ code: 'disk', message: expect.stringContaining(says) });
        expect(failure, where).toMatchObject({ message: expect.not.stringContaining('/') });
        expect([old, next], where).toContain(found);
        expect(await disk.list(`${HOME}/temp`), where).toEqual([]);
        // Where only the sync of a name failed, the change can be seen already.
        expect([old, found], where).toContain(await comparable(library));
        await step(library, id);
        expect(await comparable(library), where).toBe(next);
        expect(await disk.list(`${HOME}/temp`), where).toEqual([]);
        expect(await comparable(await openOn(copyOf(disk), 'later life')), where).toBe(next);
      }
    }
    expect(strikes).toBeGreaterThan(5);
  });
}

test('a system that takes a few bytes at a time gets all of them', async () => {
  const disk = new SimulatedDisk();
  await writeDurably('/file', 'a sentence of some length', {
    disk: faultyDisk(disk, (operation) => (operation === 'write' ? 'short' : undefined)),
  });
  expect(new TextDecoder().decode(await disk.read('/file'))).toBe('a sentence of some length');
  const stuck = faultyDisk(disk, () => undefined);
  const nothing = {
    ...stuck,
    create: async (path: string) => ({ ...(await stuck.create(path)), write: () => Promise.resolve(0) }),
  };
  await expect(writeDurably('/file', 'other', { disk: nothing })).rejects.toMatchObject({ code: 'disk' });
  expect(new TextDecoder().decode(await disk.read('/file'))).toBe('a sentence of some length');
  expect((await disk.list('/')).map(({ name }) => name)).toEqual(['file']);
});

test('a file that another program holds for a moment is written in the end, and the wait is never longer than two seconds', async () => {
  for (const error of ['EBUSY', 'EPERM']) {
    const disk = new SimulatedDisk();
    let left = 5;
    const held = faultyDisk(disk, (operation) => (operation === 'rename' && (left -= 1) >= 0 ? { error } : undefined));
    await writeDurably('/file', 'new', { disk: held });
    expect(new TextDecoder().decode(await disk.read('/file'))).toBe('new');

    left = Infinity;
    await expect(writeDurably('/file', 'newer', { disk: held })).rejects.toMatchObject({ code: 'disk' });
    expect(disk.waitedMs).toBeLessThanOrEqual(2_000 + 10 + 20 + 40 + 80 + 160);
    expect(disk.waitedMs).toBeGreaterThanOrEqual(2_000);
    expect(new TextDecoder().decode(await disk.read('/file'))).toBe('new');
  }
});

test('two writers of the same file never mix their bytes, and clearing up takes only what a crash left', async () => {
  const disk = new SimulatedDisk();
  await Promise.all(['one', 'two', 'three'].map((text) => writeDurably('/file.json', text, { disk })));
  expect(['one', 'two', 'three']).toContain(new TextDecoder().decode(await disk.read('/file.json')));
  for (const name of ['.file.json.12-3.tmp', '.file.json.tmp', 'mine.tmp', '.hidden'])
    await (await disk.create(`/${name}`)).close();
  await removeTemps('/', disk);
  expect((await disk.list('/')).map(({ name }) => name).sort()).toEqual([
    '.file.json.tmp',
    '.hidden',
    'file.json',
    'mine.tmp',
  ]);
  await removeTemps('/nowhere', disk);
});

test('on a disk that can only be read, a library is refused for writing and opens for reading', async () => {
  const { disks, id } = await stages();
  const disk = disks[1] ?? new SimulatedDisk();
  const writes = ['create', 'makeFolder', 'rename', 'link', 'remove'];
  let attempts = 0;
  const readOnly = faultyDisk(disk, (operation) => {
    if (!writes.includes(operation)) return undefined;
    attempts += 1;
    return { error: 'EROFS' };
  });
  const options = { now: () => new Date(0), disk: readOnly };
  await expect(openLibrary(HOME, options)).rejects.toMatchObject({
    code: 'disk',
    message: expect.stringContaining('can only be read'),
  });
  attempts = 0;
  const library = await openLibrary(HOME, { ...options, readOnly: true });
  expect(await library.text(id)).toBe('First text.');
  expect(await articlesOf(library)).toHaveLength(2);
  await library.close();
  expect(attempts).toBe(0);
});

test('a bug is not taken for a fault of the disk', async () => {
  const { disks, id } = await stages();
  const library = await openOn(copyOf(disks[1] ?? new SimulatedDisk()), 'this life');
  const failure = await library
    .update(id, () => {
      throw new RangeError('a bug');
    })
    .catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(RangeError);
  const wrong = await library
    .update(id, (article) => ({ ...article, minutes: Number.NaN }))
    .catch((thrown: unknown) => thrown);
  expect(wrong).not.toBeInstanceOf(AppError);
  expect(wrong).toBeInstanceOf(Error);
  const others = library.catalogue.ids();
  const other = await library
    .update(id, (article) => ({ ...article, id: others.find((each) => each !== id) ?? article.id }))
    .catch((thrown: unknown) => thrown);
  expect(other).toMatchObject({ message: 'an article keeps its id' });
  expect((await library.article(id))?.minutes).toBe(2);
});
