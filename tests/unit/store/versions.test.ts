// Copies of an article beside the one that is read.
import { expect } from 'playwright/test';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary } from '../../../electron/store/library.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

test('an earlier copy outlives a newer one, over a restart, and comes back with the reading state of today', async ({
  folder,
}) => {
  const now = tickingClock();
  const library = await openLibrary(folder, { now });
  const { id, saved } = await library.add(aDraft({ title: 'Monday' }), someFiles('Monday’s text.'));
  await library.keepVersion(id);
  await library.keepVersion(id);
  expect(await library.versions(id)).toEqual([]);
  const tuesday = await library.replace(id, aDraft({ title: 'Tuesday' }), someFiles('Tuesday’s text.'));
  await library.update(id, (article) => ({ ...article, reading: { ...article.reading, block: 7 } }));
  await library.close();

  const again = await openLibrary(folder, { now });
  expect((await again.versions(id)).map(({ title }) => title)).toEqual(['Monday']);
  expect(await again.versionText(id, saved)).toBe('Monday’s text.');
  expect(await again.versionText(id, tuesday.saved)).toBe('Tuesday’s text.');
  const taken = await again.takeVersion(id, saved);
  expect(taken).toMatchObject({ title: 'Monday', saved, reading: { block: 7 } });
  expect(await again.text(id)).toBe('Monday’s text.');
  expect(new TextDecoder().decode((await again.original(id)).bytes)).toContain('Monday');
  expect((await again.versions(id)).map(({ title }) => title)).toEqual(['Tuesday']);
  await again.takeVersion(id, tuesday.saved);
  expect((await again.article(id))?.title).toBe('Tuesday');
  await again.removeVersion(id, saved);
  expect(await again.versions(id)).toEqual([]);
  await expect(again.takeVersion(id, saved)).rejects.toMatchObject({ code: 'not-found' });
  await again.close();
});

test('a copy that is held changes nothing of the article, and goes with it to the trash and back', async ({
  folder,
}) => {
  const library = await openLibrary(folder, { now: tickingClock() });
  const article = await library.add(aDraft(), someFiles());
  const held = await library.hold(article.id, aDraft({ title: 'Sign in' }), someFiles('Sign in.'));
  expect(await library.article(article.id)).toEqual(article);
  expect(held.saved > article.saved).toBe(true);
  await library.remove(article.id);
  await expect(library.versions(article.id)).rejects.toMatchObject({ code: 'not-found' });
  await library.restore(article.id);
  expect((await library.versions(article.id)).map(({ title }) => title)).toEqual(['Sign in']);
  await library.close();
});

test('a copy that is damaged, and what is no copy, are passed over and left alone', async ({ folder }) => {
  const library = await openLibrary(folder, { now: tickingClock() });
  const { id } = await library.add(aDraft(), someFiles());
  await library.keepVersion(id);
  await library.replace(id, aDraft(), someFiles('New.'));
  await library.keepVersion(id);
  await library.replace(id, aDraft(), someFiles('Newer.'));
  const [newest, oldest] = await library.versions(id);
  if (newest === undefined || oldest === undefined) throw new Error('there are two');
  const place = join(folder, 'versions', id);
  const names = await readdir(place);
  await writeFile(join(place, names.toSorted()[0] ?? '', 'article.json'), '{');
  await rm(join(place, names.toSorted()[0] ?? '', 'article.json.bak'), { force: true });
  await mkdir(join(place, 'holiday'));
  expect((await library.versions(id)).map(({ saved }) => saved)).toEqual([newest.saved]);
  expect(await readdir(place)).toHaveLength(3);
  await library.close();
});
