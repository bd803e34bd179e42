// A library that is moved is in use where it was, or whole and in use where it goes, whatever happens and whenever.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { openFolderFile } from '../../../electron/library/moving/folderInUse.ts';
import { listIfThere, nodeDisk, type Disk } from '../../../electron/store/disk.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { copyForMove, type MoveOptions } from '../../../electron/store/moveLibrary.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { emptyDisk } from './crashes.ts';
import { aDraft, seededRandom, someFiles } from './drafts.ts';
import { lookThrough } from './kills.ts';
import { openOn, processesOf, stateOf } from './libraryState.ts';
import { systemError, type CrashKind, type SimulatedDisk } from './simulatedDisk.ts';
import { test } from './testLibrary.ts';

const USUAL = '/home/library';
const nothing = (): void => undefined;

function moving(disk: Disk, change: Partial<MoveOptions> = {}): MoveOptions {
  return {
    disk,
    from: USUAL,
    parent: '/media',
    throwIfCancelled: nothing,
    tell: nothing,
    processes: processesOf('the move'),
    ...change,
  };
}

async function settledDisk(disk: SimulatedDisk): Promise<SimulatedDisk> {
  return disk.afterCrash(disk.operations.length, { keepsName: () => true, bytes: 'kept' });
}

test('after a power cut at any step of a move the library in use is whole, and the old one is as it was', async () => {
  const begin = await emptyDisk();
  await begin.makeFolder('/media');
  const first = await openOn(begin, 'before');
  for (const title of ['One', 'Two']) await first.add(aDraft({ title }), someFiles(title));
  await first.putAsset(new Uint8Array([137, 80, 78, 71]), 'image/png');
  const before = JSON.stringify(await stateOf(first));
  await first.close();

  const disk = await settledDisk(begin);
  const move = await copyForMove(moving(disk));
  const file = await openFolderFile(USUAL, disk);
  await move.prove(() => file.set({ folder: move.to, moved: { from: USUAL, at: '2026-03-01T10:00:00.000Z' } }));
  expect(file.current().folder).toBe('/media/Layover library');

  const kinds: readonly CrashKind[] = [
    { keepsName: () => true, bytes: 'kept' },
    { keepsName: () => false, bytes: 'lost' },
    { keepsName: (operation) => operation % 2 === 0, bytes: 'torn' },
  ];
  const wrong: string[] = [];
  const inUse = new Set<string | null>();
  const seen = new Set<string>();
  for (let count = 0; count <= disk.operations.length; count += 1) {
    for (const kind of kinds) {
      const crashed = disk.afterCrash(count, kind);
      const described = crashed.describe();
      if (seen.has(described)) continue;
      seen.add(described);
      const { folder } = (await openFolderFile(USUAL, crashed)).current();
      inUse.add(folder);
      for (const each of new Set([folder ?? USUAL, USUAL])) {
        const library = await openLibrary(each, {
          disk: crashed,
          now: () => new Date(),
          processes: processesOf('after'),
          keysOf: ({ title }) => ({ own: [title], stated: null }),
        });
        const state = JSON.stringify(await stateOf(library));
        if (state !== before || library.unreadable.length > 0 || library.repairs.length > 0)
          wrong.push(`${each} after ${count}, ${kind.bytes}`);
        await library.close();
      }
    }
  }
  expect(wrong).toEqual([]);
  // Some crashes came before the switch and some after it, or this has shown nothing.
  expect(inUse).toEqual(new Set([null, '/media/Layover library']));
});

test('killed again and again while it moves, a library is whole where it is in use, and arrives in the end', async ({
  folder,
}) => {
  test.setTimeout(60_000);
  const usual = join(folder, 'library');
  const library = await openLibrary(usual, { now: () => new Date() });
  for (let count = 0; count < 15; count += 1) {
    const title = `Title ${count}`;
    await library.add(aDraft({ title }), someFiles(title));
  }
  await library.close();
  const expected = await lookThrough(usual);
  await nodeDisk.makeFolder(join(folder, 'other disk'));
  const program = join(folder, 'program', 'move.cjs');
  await buildProgram('tests/unit/store/moveProgram.ts', program);

  const random = seededRandom(7);
  let cut = 0;
  for (let kill = 0; kill < 6; kill += 1) {
    const child = spawn(process.execPath, [program, usual, join(folder, 'other disk')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    await once(child.stdout, 'data');
    await pause(random() * 60);
    child.kill('SIGKILL');
    const [code] = await exit;
    if (code === null) cut += 1;
    const inUse = (await openFolderFile(usual)).current().folder ?? usual;
    expect(await lookThrough(inUse), `kill ${kill}`).toEqual(expected);
    // So that the next one moves again.
    await rm(join(folder, 'library-folder.json'), { force: true });
  }
  expect(cut).toBeGreaterThan(0);
  const child = spawn(process.execPath, [program, usual, join(folder, 'other disk')], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([0, null]);
  const { folder: arrived } = (await openFolderFile(usual)).current();
  expect(dirname(arrived ?? '')).toBe(join(folder, 'other disk'));
  expect(await lookThrough(arrived ?? '')).toEqual(expected);
  expect((await readdir(join(folder, 'other disk'))).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
});

test('what an earlier move left is cleared with its mark last, so that a kill meanwhile leaves it known as ours', async ({
  folder,
}) => {
  const from = join(folder, 'library');
  await (await openLibrary(from, { now: () => new Date() })).close();
  const parent = join(folder, 'disk');
  const left = join(parent, 'Layover library.unfinished');
  for (const name of ['articles', 'trips']) await mkdir(join(left, name), { recursive: true });
  await writeFile(join(left, 'moving.json'), '{}');
  const removed: string[] = [];
  const disk = {
    ...nodeDisk,
    remove(path: string) {
      removed.push(basename(path));
      return nodeDisk.remove(path);
    },
  };
  const move = await copyForMove({ disk, from, parent, throwIfCancelled: nothing, tell: nothing });
  expect(removed.slice(0, 3)).toEqual(['articles', 'trips', 'Layover library.unfinished']);
  expect(basename(move.to)).toBe('Layover library');
  await move.discard();
});

/** Removes a folder as systems may, its own files first, and stops for good after so many removals below a folder. */
function stoppingDisk(
  below: string,
  after: number,
): { readonly disk: Disk; readonly removed: () => number; readonly begin: () => void } {
  let [removed, isCounting] = [0, false];
  async function remove(path: string): Promise<void> {
    const entries = (await nodeDisk.sizeOf(path)) === undefined ? await listIfThere(nodeDisk, path) : [];
    for (const kind of ['file', 'folder'])
      for (const entry of entries) if (entry.kind === kind) await remove(join(path, entry.name));
    const counts = isCounting && path.startsWith(below);
    if (counts && removed >= after) throw systemError('EIO');
    if (counts) removed += 1;
    await nodeDisk.remove(path);
  }
  const begin = (): void => {
    isCounting = true;
  };
  return { disk: { ...nodeDisk, remove }, removed: () => removed, begin };
}

test('a copy that nobody wants any more is removed with its mark last, so that what is left of it when that stops is known as ours', async ({
  folder,
}) => {
  const from = join(folder, 'library');
  const library = await openLibrary(from, { now: () => new Date() });
  await library.add(aDraft({ title: 'One' }), someFiles('One'));
  await library.close();
  const parent = join(folder, 'disk');
  await mkdir(parent);
  const options = { from, parent, throwIfCancelled: nothing, tell: nothing };
  const unfinished = join(parent, 'Layover library.unfinished');

  const ways: readonly ((disk: Disk, begin: () => void) => Promise<void>)[] = [
    async (disk, begin) => {
      const move = await copyForMove({ ...options, disk });
      begin();
      await move.discard();
    },
    async (disk, begin) => {
      const move = await copyForMove({ ...options, disk });
      begin();
      // Something that is not the library's keeps it from being proved.
      await writeFile(join(unfinished, 'more.txt'), 'more');
      await expect(move.prove(() => Promise.resolve())).rejects.toMatchObject({ code: 'disk' });
    },
    async (disk, begin) => {
      const throwIfCancelled = (): void => {
        begin();
        throw new Error('cancelled here');
      };
      await expect(copyForMove({ ...options, disk, throwIfCancelled })).rejects.toThrow('cancelled here');
    },
  ];
  for (const way of ways) {
    for (let after = 0; ; after = after * 2 + 1) {
      const { disk, removed, begin } = stoppingDisk(parent, after);
      await way(disk, begin);
      const names = await readdir(parent);
      if (names.length === 0) {
        expect(removed()).toBeGreaterThan(1);
        break;
      }
      expect(removed()).toBe(after);
      expect(names).toEqual([basename(unfinished)]);
      // The next move clears it away and takes the name.
      const next = await copyForMove({ ...options, disk: nodeDisk });
      expect(basename(next.to)).toBe('Layover library');
      await next.discard();
      expect(await readdir(parent)).toEqual([]);
    }
  }
});

test('what is saved, changed and removed while a library is copied is in the new one', async ({ folder }) => {
  const from = join(folder, 'library');
  const parent = join(folder, 'disk');
  await nodeDisk.makeFolder(parent);
  const library = await openLibrary(from, { now: () => new Date() });
  const kept = await library.add(aDraft({ title: 'Kept' }), someFiles('Kept'));
  const gone = await library.add(aDraft({ title: 'Gone' }), someFiles('Gone'));
  const move = await copyForMove({ disk: nodeDisk, from, parent, throwIfCancelled: nothing, tell: nothing });
  await library.update(kept.id, (article) => ({ ...article, title: 'Kept, and changed' }));
  await library.remove(gone.id);
  await library.trash.discard(gone.id);
  await library.add(aDraft({ title: 'Late' }), someFiles('Late'));
  // Nobody may write while the copy is proved.
  await expect(move.prove(() => Promise.resolve())).rejects.toMatchObject({ code: 'locked' });
  await library.close();

  const again = await copyForMove({ disk: nodeDisk, from, parent, throwIfCancelled: nothing, tell: nothing });
  await again.prove(() => Promise.resolve());
  const titles = async (path: string): Promise<readonly string[]> => {
    const opened = await openLibrary(path, { now: () => new Date() });
    const found = await opened.catalogue.cards(opened.catalogue.ids().map((id) => opened.catalogue.rowOf(id) ?? -1));
    await opened.close();
    return found.map(({ card }) => card.title).sort();
  };
  expect(await titles(again.to)).toEqual(['Kept, and changed', 'Late']);
  expect(await titles(from)).toEqual(['Kept, and changed', 'Late']);
});

test('a move that is cancelled, has too little room, or meets a disk that changes what it is given leaves nothing behind', async ({
  folder,
}) => {
  const from = join(folder, 'library');
  const parent = join(folder, 'disk');
  await nodeDisk.makeFolder(parent);
  const library = await openLibrary(from, { now: () => new Date() });
  await library.add(aDraft({ title: 'One' }), someFiles('One'));
  await library.close();
  const options = { disk: nodeDisk, from, parent, throwIfCancelled: nothing, tell: nothing };

  let asked = 0;
  const cancelled = copyForMove({
    ...options,
    throwIfCancelled: () => {
      asked += 1;
      if (asked > 3) throw new Error('cancelled here');
    },
  });
  await expect(cancelled).rejects.toThrow('cancelled here');
  expect(await readdir(parent)).toEqual([]);

  const full: Disk = { ...nodeDisk, freeBytes: () => Promise.resolve(1_000) };
  await expect(copyForMove({ ...options, disk: full })).rejects.toThrow(/too little room.* needs 65 MB/);

  const forgetful: Disk = {
    ...nodeDisk,
    async openParts(path) {
      const parts = await nodeDisk.openParts(path);
      const read = async (at: number, length: number): Promise<Uint8Array> => {
        const bytes = Uint8Array.from(await parts.read(at, length));
        if (path.startsWith(parent) && path.endsWith('content.txt')) bytes.set([0x21].slice(0, bytes.length));
        return bytes;
      };
      return { ...parts, read };
    },
  };
  await expect(copyForMove({ ...options, disk: forgetful })).rejects.toThrow(/not on the new disk as it was written/);
  expect(await readdir(parent)).toEqual([]);

  await expect(copyForMove({ ...options, parent: join(from, 'articles') })).rejects.toMatchObject({
    code: 'bad-input',
  });

  // What somebody else has under that name is nobody's to remove.
  await nodeDisk.makeFolder(join(parent, 'Layover library.unfinished'));
  await writeFile(join(parent, 'Layover library.unfinished', 'mine.txt'), 'mine');
  const move = await copyForMove(options);
  expect(move.to).toBe(join(parent, 'Layover library 2'));
  await move.discard();
  expect(await readdir(parent)).toEqual(['Layover library.unfinished']);
});
