// What a person relies on of a library that nothing goes wrong with: all that was kept is there again after opening it anew.
import { articlesOf } from './drafts.ts';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'playwright/test';
import { isArticleId } from '#contract/article.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const open = (folder: string): Promise<Library> => openLibrary(folder, { now: tickingClock() });

/** Opens the library anew, as after a restart. */
async function reopen(library: Library): Promise<Library> {
  await library.close();
  return open(library.folder);
}

test('what was added is there after a restart, word for word', async ({ folder }) => {
  const library = await open(join(folder, 'new', 'library'));
  const files = someFiles('Où est le quai ? 岸壁はどこですか。');
  const added = await library.add(aDraft({ title: 'A <b>harbour</b> & more' }), files);
  expect(isArticleId(added.id)).toBe(true);

  const again = await reopen(library);
  expect(await articlesOf(again)).toEqual([added]);
  expect(await again.content(added.id)).toBe(files.content);
  expect(await again.text(added.id)).toBe(files.text);
  expect(await again.original(added.id)).toEqual({
    mediaType: 'text/html',
    encoding: 'utf-8',
    bytes: Buffer.from(files.original.bytes),
  });
  await again.close();
});

test('articles are listed newest saved first, and those of the same instant always in the same order', async ({
  folder,
}) => {
  const library = await openLibrary(folder, { now: () => new Date('2026-03-01T10:00:00Z') });
  for (let count = 0; count < 5; count += 1) await library.add(aDraft(), someFiles());
  const sameInstant = (await articlesOf(library)).map(({ id }) => id);
  expect(sameInstant).toEqual([...sameInstant].sort());
  await library.close();

  const later = await openLibrary(folder, { now: () => new Date('2026-03-01T11:00:00Z') });
  const newest = await later.add(aDraft(), someFiles());
  const earlier = await later.replace(sameInstant[3] ?? newest.id, aDraft(), someFiles());
  expect(
    (await articlesOf(later))
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([newest.id, earlier.id].sort());
  await later.close();
});

test('a clock that goes back changes the order, never the articles', async ({ folder }) => {
  const instants = ['2026-03-01T10:00:00Z', '1970-01-01T00:00:00Z', '2040-01-01T00:00:00Z', '2026-02-28T23:59:59Z'];
  let at = 0;
  const library = await openLibrary(folder, { now: () => new Date(instants[Math.min(at, 3)] ?? '') });
  for (at = 0; at < 4; at += 1) await library.add(aDraft({ title: `Article ${at}` }), someFiles());
  const again = await reopen(library);
  expect((await articlesOf(again)).map(({ title }) => title)).toEqual([
    'Article 2',
    'Article 0',
    'Article 3',
    'Article 1',
  ]);
  await again.close();
});

test('a newer copy of an article keeps its id and how far it was read', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles('Old text.'));
  const reading = { progress: 0.5, block: 7, read: null, archived: true };
  await library.update(id, (article) => ({ ...article, reading }));
  const replaced = await library.replace(id, aDraft({ title: 'New title' }), someFiles('New text.'));

  const again = await reopen(library);
  expect(await articlesOf(again)).toEqual([replaced]);
  expect(replaced).toMatchObject({ id, title: 'New title', reading });
  expect(await again.text(id)).toBe('New text.');
  expect(await readdir(join(folder, 'temp'))).toEqual([]);
  await again.close();
});

test('the content opens in any browser from the disk, with its pictures and its letters', async ({ folder }) => {
  const library = await open(folder);
  const { file } = await library.putAsset(new Uint8Array([1, 2, 3]), 'image/png');
  const content = `<p>Bodø<img src="../../../assets/${file}"></p>`;
  const { id } = await library.add(aDraft({ title: 'Bodø "at" <night>', lang: 'nb' }), { ...someFiles(), content });
  const page = join(folder, 'articles', id.slice(0, 2), id, 'content.html');
  const html = await readFile(page, 'utf8');
  expect(html).toContain('<meta charset="utf-8">');
  expect(html).toContain('<html lang="nb" dir="ltr">');
  expect(html).toContain('<title>Bodø &quot;at&quot; &lt;night&gt;</title>');
  const source = /src="([^"]+)"/.exec(html)?.[1] ?? '';
  expect([...(await readFile(join(page, '..', source)))]).toEqual([1, 2, 3]);
  await library.close();
});

test('a removed article is gone from the lists, lies in the trash, and comes back whole', async ({ folder }) => {
  const library = await open(folder);
  const added = await library.add(aDraft(), someFiles('Here again.'));
  await library.remove(added.id);
  expect(await articlesOf(library)).toEqual([]);
  await expect(library.content(added.id)).rejects.toMatchObject({ code: 'not-found' });

  const again = await reopen(library);
  expect(await articlesOf(again)).toEqual([]);
  expect(await again.restore(added.id)).toEqual(added);
  expect(await again.text(added.id)).toBe('Here again.');
  expect(await again.restore(added.id)).toEqual(added);

  const third = await reopen(again);
  expect(await articlesOf(third)).toEqual([added]);
  await third.close();
});

test('an article that is not there is not found, whatever is asked of it', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await library.remove(id);
  const attempts = [
    library.update(id, (article) => article),
    library.replace(id, aDraft(), someFiles()),
    library.remove(id),
    library.text(id),
    library.original(id),
    library.article(id),
  ];
  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
  await library.close();
});

test('changes asked for at the same time are all made', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await Promise.all(
    Array.from({ length: 20 }, () =>
      library.update(id, (article) => ({
        ...article,
        reading: { ...article.reading, block: article.reading.block + 1 },
      })),
    ),
  );
  const again = await reopen(library);
  expect((await again.article(id))?.reading.block).toBe(20);
  await again.close();
});

test('reading goes on while a newer copy takes the place of the old one', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles('one'));
  const work: Promise<unknown>[] = [];
  const read: Promise<string>[] = [];
  for (let round = 0; round < 10; round += 1) {
    work.push(library.replace(id, aDraft(), someFiles('two')));
    read.push(library.text(id));
  }
  await Promise.all(work);
  expect(new Set(await Promise.all(read))).toEqual(new Set(['two']));
  await library.close();
});

test('the size of an article counts each of its pictures once and what lies in its folder', async ({ folder }) => {
  const library = await open(folder);
  const bytes = new Uint8Array(500).fill(7);
  const { hash, file } = await library.putAsset(bytes, 'image/webp');
  const image = {
    url: 'https://a.example/1',
    hash,
    file,
    mediaType: 'image/webp',
    sizeBytes: 500,
    width: 10,
    height: 10,
  };
  const { id, report, minutes } = await library.add(
    aDraft({ images: [image, { ...image, url: 'https://a.example/2' }] }),
    someFiles(),
  );
  const home = join(folder, 'articles', id.slice(0, 2), id);
  const sizes = ['content.html', 'content.txt', 'original.br'].map(async (name) => (await stat(join(home, name))).size);
  const own = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(report.sizeBytes).toBe(own + 500);
  // 460 words of English at 228 a minute.
  expect(minutes).toBe(2);
  await library.close();
});

test('the same picture is stored once, also when two articles bring it at the same moment', async ({ folder }) => {
  const library = await open(folder);
  const bytes = new TextEncoder().encode('a picture');
  const stored = await Promise.all([1, 2, 3].map(() => library.putAsset(bytes, 'image/jpeg')));
  const { hash, file } = stored[0] ?? { hash: '', file: '' };
  expect(new Set(stored.map((each) => each.file)).size).toBe(1);
  expect(file).toBe(`${hash.slice(0, 2)}/${hash}.jpg`);
  expect(await readdir(join(folder, 'assets', hash.slice(0, 2)))).toEqual([`${hash}.jpg`]);
  const path = (await library.assetFile(file)) ?? '';
  expect([...(await readFile(path))]).toEqual([...bytes]);

  // Cut short by something else, it is written again.
  await writeFile(path, 'a pic');
  const again = await reopen(library);
  await again.putAsset(bytes, 'image/jpeg');
  expect(await readFile(path, 'utf8')).toBe('a picture');
  await expect(again.putAsset(bytes, 'text/html')).rejects.toMatchObject({ code: 'bad-input' });
  await again.close();
});

test('no name but that of a stored picture leads to a file', async ({ folder }) => {
  const library = await open(folder);
  const { file } = await library.putAsset(new TextEncoder().encode('a picture'), 'image/png');
  const hash = 'c'.repeat(64);
  await mkdir(join(folder, 'assets', 'cc'));
  await symlink('/etc/hostname', join(folder, 'assets', 'cc', `${hash}.png`));
  await symlink(join(folder, 'assets', file.slice(0, 2)), join(folder, 'assets', 'dd'));
  const outside = [
    `cc/${hash}.png`,
    `dd/${file.slice(3)}`,
    `../library.json`,
    `${file}/..`,
    `./${file}`,
    `/${file}`,
    file.replace('/', '\\'),
    file.toUpperCase(),
    `${file}\0`,
    `${file}\n`,
    `aa/${'a'.repeat(64)}.png`,
    file.slice(3),
    '',
  ];
  expect(await Promise.all(outside.map((name) => library.assetFile(name)))).toEqual(outside.map(() => undefined));
  expect(basename((await library.assetFile(file)) ?? '')).toBe(basename(file));
  await library.close();
});

test('settings are kept, checked, and start with the defaults', async ({ folder }) => {
  const library = await open(folder);
  expect(library.settings()).toEqual(DEFAULT_SETTINGS);
  await library.setSettings({ theme: 'sepia', textSize: 22, keepComments: false });
  for (const wrong of [{ textSize: 99 }, { textSize: Number.NaN }, { leading: 1 }, { measure: 44 }]) {
    await expect(library.setSettings(wrong)).rejects.toMatchObject({ code: 'bad-input' });
  }
  const again = await reopen(library);
  expect(again.settings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'sepia', textSize: 22, keepComments: false });
  await again.close();
});

test('what a later version has written into an article is kept when this one changes it', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await library.close();
  const file = join(folder, 'articles', id.slice(0, 2), id, 'article.json');
  const json: object = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...json, tags: ['sea'] }));
  const again = await open(folder);
  await again.update(id, (article) => ({ ...article, title: 'Renamed' }));
  await again.replace(id, aDraft(), someFiles());
  await again.close();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ tags: ['sea'], title: 'Night boat to Bodø' });
});

test('after closing, nothing can be changed any more', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await library.close();
  await expect(library.add(aDraft(), someFiles())).rejects.toMatchObject({ code: 'locked' });
  await expect(library.remove(id)).rejects.toMatchObject({ code: 'locked' });
  await expect(library.setSettings({ font: 'sans' })).rejects.toMatchObject({ code: 'locked' });
  await expect(library.saves.drop(1)).rejects.toMatchObject({ code: 'locked' });
});
