// Files damaged from outside: the library opens all the same, says what it found, and never writes over what it could not read.
import { articlesOf } from './drafts.ts';
import { mkdir, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import { nodeDisk, type Disk } from '../../../electron/store/disk.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { openOn, processesOf } from './libraryState.ts';
import { mutations } from './mutations.ts';
import { SimulatedDisk, systemError } from './simulatedDisk.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const open = (folder: string, disk: Disk = nodeDisk): Promise<Library> =>
  openLibrary(folder, { now: tickingClock(), disk });

test('settings damaged in any way are taken from the last good copy, and the damaged bytes are kept', async () => {
  const disk = new SimulatedDisk();
  await disk.makeFolder('/home');
  const library = await openOn(disk, 'before');
  await library.setSettings({ theme: 'sepia' });
  await library.setSettings({ textSize: 25 });
  await library.close();
  const file = '/home/library/settings.json';
  const text = new TextDecoder().decode(await disk.read(file));
  const copies: Settings[] = [
    { ...DEFAULT_SETTINGS, theme: 'sepia' },
    { ...DEFAULT_SETTINGS, theme: 'sepia', textSize: 25 },
  ];
  let damagedCount = 0;
  for (const [index, bytes] of mutations(text, 280, 11).entries()) {
    const broken = disk.afterCrash(disk.operations.length, { keepsName: () => true, bytes: 'kept' });
    await broken.remove(file);
    const handle = await broken.create(file);
    await handle.write(bytes);
    await handle.sync();
    const again = await openOn(broken, 'after');
    expect(copies, `mutation ${index}`).toContainEqual(again.settings());
    const aside = (await broken.list('/home/library')).filter(({ name }) => name.startsWith('settings.json.damaged-'));
    if (aside.length > 0) {
      damagedCount += 1;
      expect(again.settings(), `mutation ${index}`).toEqual(copies[0]);
      expect(await broken.read(`/home/library/${aside[0]?.name ?? ''}`), `mutation ${index}`).toEqual(bytes);
      expect(again.repairs, `mutation ${index}`).toEqual([
        { name: 'settings.json', reason: expect.stringContaining('last good copy'), keptAs: aside[0]?.name },
      ]);
    }
    // What was mended stays mended.
    await again.setSettings({ font: 'sans' });
    await again.close();
    const third = await openOn(broken, 'third');
    expect(third.settings().font).toBe('sans');
    expect(third.repairs).toEqual([]);
  }
  expect(damagedCount).toBeGreaterThan(270);
});

test('without a good copy settings start anew, and the damaged bytes are still kept', async ({ folder }) => {
  const library = await open(folder);
  await library.setSettings({ theme: 'sepia' });
  await library.close();
  await writeFile(join(folder, 'settings.json'), '{"format":1,"theme":"sep');
  const again = await open(folder);
  expect(again.settings()).toEqual(DEFAULT_SETTINGS);
  expect(again.repairs).toHaveLength(1);
  await again.setSettings({ textSize: 20 });
  await again.close();
  const aside = (await readdir(folder)).filter((name) => name.startsWith('settings.json.damaged-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe('{"format":1,"theme":"sep');
});

test('damaged bytes that cannot be put aside are not written over', async ({ folder }) => {
  const library = await open(folder);
  await library.setSettings({ theme: 'sepia' });
  await library.close();
  await writeFile(join(folder, 'settings.json'), 'broken');
  const stuck: Disk = {
    ...nodeDisk,
    wait: () => Promise.resolve(),
    rename: (from, to) => (to.includes('damaged') ? Promise.reject(systemError('EBUSY')) : nodeDisk.rename(from, to)),
  };
  const again = await open(folder, stuck);
  expect(again.settings()).toEqual(DEFAULT_SETTINGS);
  await expect(again.setSettings({ textSize: 20 })).rejects.toMatchObject({ code: 'disk' });
  expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe('broken');
  await again.close();
});

test('an article whose facts are damaged in any way is read from its good copy, or listed and left as it is', async ({
  folder,
}) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  const healthy = await library.add(aDraft({ title: 'Healthy' }), someFiles());
  const home = join(folder, 'articles', id.slice(0, 2), id);
  await library.close();
  const text = await readFile(join(home, 'article.json'), 'utf8');
  for (const [index, bytes] of mutations(text, 40, 12).entries()) {
    await writeFile(join(home, 'article.json'), bytes);
    const again = await open(folder);
    expect(
      (await articlesOf(again)).map(({ title }) => title),
      `mutation ${index}`,
    ).toContain('Healthy');
    if (again.catalogue.rowOf(id) === undefined) {
      expect(again.unreadable, `mutation ${index}`).toEqual([
        { name: `articles/${id.slice(0, 2)}/${id}`, reason: expect.stringMatching(/damaged|empty/) },
      ]);
      expect(new Uint8Array(await readFile(join(home, 'article.json'))), `mutation ${index}`).toEqual(bytes);
    }
    await again.close();
  }

  await writeFile(join(home, 'article.json'), text);
  const mended = await open(folder);
  await mended.update(id, (article) => ({ ...article, title: 'Second' }));
  await mended.update(id, (article) => ({ ...article, title: 'Third' }));
  await mended.close();
  await writeFile(join(home, 'article.json'), text.slice(0, 50));
  const restored = await open(folder);
  expect((await restored.article(id)).title).toBe('Second');
  expect(await restored.article(healthy.id)).toEqual(healthy);
  expect(restored.repairs[0]?.name).toBe(`articles/${id.slice(0, 2)}/${id}/article.json`);
  await restored.close();
});

test('anything else that lies among the articles is listed or passed over, and never in the way', async ({
  folder,
}) => {
  const library = await open(folder);
  const first = await library.add(aDraft(), someFiles());
  const second = await library.add(aDraft(), someFiles());
  const third = await library.add(aDraft(), someFiles());
  await library.close();
  const home = (id: string): string => join(folder, 'articles', id.slice(0, 2), id);
  await unlink(join(home(first.id), 'content.html'));
  await rename(join(home(second.id), 'article.json'), join(home(second.id), 'elsewhere.json'));
  await mkdir(join(folder, 'articles', 'ab', 'abcdefghijklmnop'), { recursive: true });
  await mkdir(join(folder, 'articles', 'holiday pictures'));
  await mkdir(join(folder, 'articles', '.hidden'));
  await writeFile(join(folder, 'articles', 'Thumbs.db'), 'x');
  await mkdir(join(folder, 'articles', 'zz'));
  await symlink(home(third.id), join(folder, 'articles', 'zz', `zz${third.id.slice(2)}`));

  const again = await open(folder);
  expect(await articlesOf(again)).toEqual([third]);
  expect(again.unreadable.map(({ name }) => name)).toEqual(
    [
      `articles/${first.id.slice(0, 2)}/${first.id}`,
      `articles/${second.id.slice(0, 2)}/${second.id}`,
      'articles/ab/abcdefghijklmnop',
      'articles/holiday pictures',
      `articles/zz/zz${third.id.slice(2)}`,
    ].sort(),
  );
  for (const { reason } of again.unreadable) expect(reason).toMatch(/^\S.* .*\.$/);
  await again.close();
  expect((await readdir(join(folder, 'articles'))).includes('holiday pictures')).toBe(true);
});

test('a folder that holds another article, and an article of a later version, are listed and left', async ({
  folder,
}) => {
  const library = await open(folder);
  const [first, second] = [await library.add(aDraft(), someFiles()), await library.add(aDraft(), someFiles())];
  await library.close();
  const file = (id: string): string => join(folder, 'articles', id.slice(0, 2), id, 'article.json');
  const text = await readFile(file(first.id), 'utf8');
  await writeFile(file(first.id), text.replace('"format": 1', '"format": 2'));
  await writeFile(file(second.id), text);
  const again = await open(folder);
  expect(await articlesOf(again)).toEqual([]);
  expect(again.unreadable.map(({ reason }) => reason).sort()).toEqual([
    expect.stringContaining('newer Layover'),
    expect.stringContaining('name of another article'),
  ]);
  await again.close();
  expect(await readFile(file(first.id), 'utf8')).toContain('"format": 2');
});

test('a library of a later version is refused and not touched', async ({ folder }) => {
  const library = await open(folder);
  await library.close();
  await writeFile(join(folder, 'library.json'), '{"format": 2, "created": "2030-01-01T00:00:00.000Z"}');
  await mkdir(join(folder, 'temp', 'something new'));
  await expect(open(folder)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('newer Layover'),
  });
  expect(await readdir(join(folder, 'temp'))).toEqual(['something new']);
  expect(await readdir(folder)).not.toContain('lock.json');
});

test('a bad sector under any file stops neither the opening nor the other articles', async () => {
  const disk = new SimulatedDisk();
  await disk.makeFolder('/home');
  const library = await openOn(disk, 'before');
  for (let count = 0; count < 3; count += 1) await library.add(aDraft(), someFiles());
  await library.setSettings({ theme: 'sepia' });
  await library.close();
  const articles = (await articlesOf(library)).map(
    ({ id }) => `/home/library/articles/${id.slice(0, 2)}/${id}/article.json`,
  );
  for (const bad of [...articles, '/home/library/settings.json', '/home/library/library.json']) {
    const copy = disk.afterCrash(disk.operations.length, { keepsName: () => true, bytes: 'kept' });
    const read = copy.read.bind(copy);
    copy.read = (path) => (path === bad ? Promise.reject(systemError('EIO')) : read(path));
    const again = await openLibrary('/home/library', {
      now: tickingClock(),
      disk: copy,
      processes: processesOf('after'),
    });
    expect((await articlesOf(again)).length, bad).toBe(articles.includes(bad) ? 2 : 3);
    expect(again.unreadable.length + again.repairs.length, bad).toBe(1);
  }
});

test('an original that is damaged is reported, and the article stays readable', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles('Still here.'));
  const home = join(folder, 'articles', id.slice(0, 2), id);
  await writeFile(join(home, 'original.br'), 'not brotli');
  await expect(library.original(id)).rejects.toMatchObject({ code: 'unreadable' });
  await rm(join(home, 'original.br'));
  await expect(library.original(id)).rejects.toMatchObject({ code: 'unreadable' });
  expect(await library.text(id)).toBe('Still here.');
  await library.close();
});
