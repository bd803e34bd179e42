// What another machine's sync writes beneath a library that is open is taken up before anything is written over it, and nothing is written over unseen.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, someFiles } from './drafts.ts';
import { aRecord } from './libraryState.ts';
import { test } from './testLibrary.ts';

const open = (folder: string): Promise<Library> => openLibrary(folder, { now: () => new Date() });

/** Changes a JSON file as a program does that knows nothing of Layover: a new file in the place of the old one. */
async function changeFile(file: string, change: (json: Record<string, unknown>) => object): Promise<void> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (typeof json !== 'object' || json === null) throw new Error(`${file} is no object`);
  await writeFile(file, JSON.stringify(change({ ...json })));
}

test('a setting that another machine changed stays when one is changed here', async ({ folder }) => {
  const library = await open(folder);
  await library.setSettings({ textSize: 20 });
  await changeFile(join(folder, 'settings.json'), (settings) => ({ ...settings, theme: 'night' }));
  expect(await library.setSettings({ leading: 1.8 })).toMatchObject({ textSize: 20, theme: 'night', leading: 1.8 });
  await library.close();
  const again = await open(folder);
  expect(again.settings()).toMatchObject({ textSize: 20, theme: 'night', leading: 1.8 });
  await again.close();
});

test('tags and highlights that another machine made stay when others are made here', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  const [mine, theirs, next] = ['a', 'b', 'c'].map((letter) => aHighlight({ id: letter.repeat(20), articleId: id }));
  if (mine === undefined || theirs === undefined || next === undefined) throw new Error('three are made');
  await library.highlights.update(id, 'Title', () => [mine]);
  const { articleId: _id, ...stored } = theirs;
  await changeFile(join(folder, 'highlights', id.slice(0, 2), `${id}.json`), (file) => ({
    ...file,
    highlights: [...(Array.isArray(file['highlights']) ? file['highlights'] : []), stored],
  }));
  const after = await library.highlights.update(id, 'Title', (all) => [...all, next]);
  expect(after.map((each) => each.id)).toEqual([mine.id, theirs.id, next.id]);

  await changeFile(join(folder, 'articles', id.slice(0, 2), id, 'article.json'), (file) => ({
    ...file,
    tags: ['there'],
  }));
  const changed = await library.update(id, (article) => ({ ...article, tags: [...article.tags, 'here'] }));
  expect(changed.tags).toEqual(['there', 'here']);
  await library.close();
});

test('another save that came under the same number is put aside, not mixed with the one here', async ({ folder }) => {
  const library = await open(folder);
  await library.saves.put(aRecord(1));
  const file = join(folder, 'saves', '1.json');
  const asked = '2026-02-02T02:02:02.000Z';
  await changeFile(file, (save) => ({
    ...save,
    asked,
    source: { from: 'address', address: 'https://there.example/' },
  }));
  const record = library.saves.list()[0];
  if (record === undefined) throw new Error('there is one');
  await library.saves.put({ ...record, save: { ...record.save, order: 7 } });
  const names = await readdir(join(folder, 'saves'));
  const aside = names.find((name) => /^1\.conflict-\d{8}T\d{9}Z\.json$/.test(name));
  expect(await readFile(join(folder, 'saves', aside ?? 'none'), 'utf8')).toContain('https://there.example/');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ order: 7, source: record.source });
  await library.close();
});
