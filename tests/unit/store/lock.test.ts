// One writer at a time; whoever died with the lock in hand is not in the way of the next.
import { articlesOf } from './drafts.ts';
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'playwright/test';
import { nodeDisk, type Disk } from '../../../electron/store/disk.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { systemProcesses, takeLock, type Processes } from '../../../electron/store/lock.ts';
import { buildChild, startChild } from './childProcess.ts';
import { aRecord } from './libraryState.ts';
import { SimulatedDisk, systemError } from './simulatedDisk.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const open = (folder: string, readOnly = false): Promise<Library> =>
  openLibrary(folder, { now: tickingClock(), readOnly });

test('a library open in another process is refused, can be read, and is free once that process is killed', async ({
  folder,
}) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles('Read me.'));
  await library.close();

  const program = await buildChild();
  const child = startChild(program, folder, 1, 'hold');
  await child.opened;
  await expect(open(folder)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining('another Layover'),
  });
  const reader = await open(folder, true);
  expect(reader.isReadOnly).toBe(true);
  expect(await reader.text(id)).toBe('Read me.');
  await reader.close();

  await child.kill();
  expect(await readdir(folder)).toContain('lock.json');
  const again = await open(folder);
  expect(await articlesOf(again)).toHaveLength(1);
  await again.close();
  expect(await readdir(folder)).not.toContain('lock.json');
  await rm(dirname(program), { recursive: true });
});

test('the same process cannot open a library twice for writing', async ({ folder }) => {
  const library = await open(folder);
  await expect(open(folder)).rejects.toMatchObject({ code: 'locked' });
  await library.close();
  await (await open(folder)).close();
});

test('who comes while the other one is closing waits for it', async ({ folder }) => {
  const library = await open(folder);
  const next = open(folder);
  for (let number = 0; number < 10; number += 1) await library.add(aDraft(), someFiles());
  await library.close();
  const opened = await next;
  expect(await articlesOf(opened)).toHaveLength(10);
  await opened.close();
});

test('opened for reading, a library changes nothing on the disk and refuses every change', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await library.close();
  await mkdir(join(folder, 'temp', 'left over'));
  await writeFile(join(folder, 'settings.json'), 'broken');
  const before = await readdir(folder, { recursive: true });

  const reader = await open(folder, true);
  const attempts = [
    reader.add(aDraft(), someFiles()),
    reader.update(id, (article) => ({ ...article, title: 'Changed' })),
    reader.replace(id, aDraft(), someFiles()),
    reader.remove(id),
    reader.restore(id),
    reader.putAsset(new Uint8Array([1]), 'image/png'),
    reader.setSettings({ theme: 'night' }),
    reader.saves.put(aRecord(1)),
    reader.saves.drop(1),
  ];
  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'locked' });
  expect((await articlesOf(reader))[0]?.title).toBe('Night boat to Bodø');
  await reader.close();
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe('broken');
});

test('a folder without a library cannot be opened for reading', async ({ folder }) => {
  await expect(open(folder, true)).rejects.toMatchObject({ code: 'not-found' });
  await expect(open(join(folder, 'missing'), true)).rejects.toMatchObject({ code: 'not-found' });
  expect(await readdir(folder)).toEqual([]);
});

test('locks of an earlier boot, of a number used anew and of nobody at all are taken over', async ({ folder }) => {
  const self = systemProcesses.self();
  const dead = [
    { ...self, format: 1, bootId: '00000000-0000-0000-0000-000000000000' },
    { ...self, format: 1, startTime: '1' },
    { format: 1, pid: 2 ** 22 + 1, bootId: self.bootId, startTime: '5' },
  ].map((owner) => JSON.stringify(owner));
  for (const text of [
    ...dead,
    '',
    '{"pid":',
    'null',
    '\0\0\0\0',
    '{"format":1,"pid":-1,"bootId":null,"startTime":null}',
  ]) {
    await writeFile(join(folder, 'lock.json'), text);
    const library = await open(folder);
    expect(JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8')), text).toMatchObject({ ...self });
    await library.close();
    expect(
      (await readdir(folder)).filter((name) => name.includes('lock')),
      text,
    ).toEqual([]);
  }
});

test('a process that has ended is not alive for as long as its parent takes no note of it', async () => {
  test.skip(process.platform !== 'linux', 'other systems do not tell');
  // The inner shell ends; the sleeping one, which is its parent, never asks what became of it.
  const parent = spawn('sh', ['-c', 'true & exec sleep 60'], {
    stdio: 'ignore',
  });
  try {
    await expect(async () => {
      const zombies = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
      const stats = await Promise.all(zombies.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
      const fields = stats.map((stat) => [stat.split(' ')[0], ...stat.slice(stat.lastIndexOf(')') + 2).split(' ')]);
      const dead = fields.find(([, state, ppid]) => state === 'Z' && ppid === String(parent.pid));
      expect(dead).toBeDefined();
      const { bootId } = systemProcesses.self();
      const owner = { pid: Number(dead?.[0]), bootId, startTime: dead?.[20] ?? null };
      expect(owner.startTime).toMatch(/^\d+$/);
      expect(systemProcesses.isAlive(owner)).toBe(false);
    }).toPass({ timeout: 20_000, intervals: [20] });
  } finally {
    parent.kill('SIGKILL');
  }
});

test('a lock that was taken over is not removed by the one who lost it', async ({ folder }) => {
  const library = await open(folder);
  const others = '{"format":1,"pid":1,"bootId":null,"startTime":null}';
  await writeFile(join(folder, 'lock.json'), others);
  await library.close();
  expect(await readFile(join(folder, 'lock.json'), 'utf8')).toBe(others);
});

test('where the disk knows no hard links, the lock still keeps the second one out', async ({ folder }) => {
  const disk: Disk = { ...nodeDisk, link: () => Promise.reject(systemError('ENOTSUP')) };
  const library = await openLibrary(folder, { now: tickingClock(), disk });
  await expect(openLibrary(folder, { now: tickingClock(), disk })).rejects.toMatchObject({ code: 'locked' });
  await library.close();
});

test('of many who find the same dead lock at once, exactly one gets it', async () => {
  for (let round = 0; round < 60; round += 1) {
    const disk = new SimulatedDisk();
    await disk.makeFolder('/library');
    const dead = await disk.create('/library/lock.json');
    await dead.write(new TextEncoder().encode('{"format":1,"pid":9,"bootId":null,"startTime":"dead"}'));
    // Every operation takes its own number of turns, so that each round mixes the contenders differently.
    const slow = (contender: number): Disk => {
      const delay = async (): Promise<void> => {
        for (let turn = 0; turn < (contender * 7 + round * 3) % 11; turn += 1) await Promise.resolve();
      };
      return {
        create: (path) => delay().then(() => disk.create(path)),
        append: (path) => disk.append(path),
        openParts: (path) => disk.openParts(path),
        read: (path) => delay().then(() => disk.read(path)),
        list: (path) => disk.list(path),
        sizeOf: (path) => disk.sizeOf(path),
        stampOf: (path) => disk.stampOf(path),
        resolve: (path) => disk.resolve(path),
        makeFolder: (path) => disk.makeFolder(path),
        rename: (from, to) => disk.rename(from, to),
        link: (from, to) => delay().then(() => disk.link(from, to)),
        remove: (path) => delay().then(() => disk.remove(path)),
        syncFolder: (path) => disk.syncFolder(path),
        freeBytes: () => disk.freeBytes(),
        isReadOnly: () => disk.isReadOnly(),
        wait: () => delay(),
      };
    };
    const contenders = Array.from({ length: 4 }, (_, index) => {
      const processes: Processes = {
        self: () => ({ pid: index + 1, bootId: null, startTime: 'alive' }),
        isAlive: (owner) => owner.startTime === 'alive',
      };
      return takeLock('/library/lock.json', slow(index), processes);
    });
    const results = await Promise.allSettled(contenders);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused, `round ${round}`).toEqual([1, 2, 3].map(() => expect.objectContaining({ code: 'locked' })));
    const names = (await disk.list('/library')).map(({ name }) => name);
    expect(names, `round ${round}`).toEqual(['lock.json']);
  }
});

test('the lock of another machine is neither dead nor in the way for ever: it is told of at once, and goes when the person says so', async ({
  folder,
}) => {
  const at = (machine: string): Processes => ({
    self: () => ({
      pid: 42,
      bootId: `boot of ${machine}`,
      startTime: '1',
      machine,
      machineName: `${machine}-laptop`,
    }),
    // Whoever asks for a process of another machine asks about a stranger of the same number here.
    isAlive: () => {
      throw new Error('nobody can know that');
    },
  });
  const openAt = (machine: string, more: { readOnly?: boolean; takesOver?: boolean } = {}): Promise<Library> =>
    openLibrary(folder, { now: tickingClock(), processes: at(machine), ...more });
  const there = await openAt('there');
  const began = performance.now();
  await expect(openAt('here')).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining('“there-laptop”'),
    detail: { is: 'otherMachine', what: 'there-laptop' },
  });
  expect(performance.now() - began).toBeLessThan(5_000);
  const reader = await openAt('here', { readOnly: true });
  expect([reader.readOnlyBecause, reader.heldElsewhere]).toEqual(['other', 'there-laptop']);
  await reader.close();

  const here = await openAt('here', { takesOver: true });
  await here.add(aDraft(), someFiles());
  // The other one ends later and leaves what is not its own any more.
  await there.close();
  expect(await readFile(join(folder, 'lock.json'), 'utf8')).toContain('here-laptop');
  await here.close();
  expect(await readdir(folder)).not.toContain('lock.json');

  // Of a machine that is called otherwise since, as laptops are in another network, the boot says that it is the same.
  const left = await openAt('there');
  expect(await readFile(join(folder, 'lock.json'), 'utf8')).toContain('there-laptop');
  const renamed: Processes = {
    self: () => ({ ...at('there').self(), machine: 'else', machineName: 'else-laptop' }),
    isAlive: () => false,
  };
  await (await openLibrary(folder, { now: tickingClock(), processes: renamed })).close();
  await left.close();
});
