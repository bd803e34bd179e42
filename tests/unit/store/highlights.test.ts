// What was highlighted outlives the process, newer copies of its article and the trash; what cannot be read is listed and left alone.
import { mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aHighlight, aTarget } from '../../helpers/highlights.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const open = (folder: string): Promise<Library> => openLibrary(folder, { now: tickingClock() });
const fileOf = (folder: string, id: ArticleId): string => join(folder, 'highlights', id.slice(0, 2), `${id}.json`);

async function add(library: Library, id: ArticleId, change: Partial<Highlight> = {}): Promise<Highlight> {
  const made = aHighlight({ articleId: id, ...change });
  await library.highlights.update(id, 'Night boat', (all) => [...all, made]);
  return made;
}

test('highlights come back after a restart, after a newer copy of the article, and from the trash', async ({
  folder,
}) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  const made = [
    await add(library, id, { note: 'A note\nof two lines', tags: ['boats', 'north'], color: 'red' }),
    await add(library, id, { id: '00000000000000000002', target: { ...aTarget('nine'), refound: aTarget() } }),
  ];
  await library.replace(id, aDraft({ title: 'Newer' }), someFiles('Quite another text.'));
  await library.remove(id);
  await library.close();
  const again = await open(folder);
  expect(await again.highlights.of(id)).toMatchObject(made);
  await again.restore(id);
  expect([...(await again.highlights.all()).keys()]).toEqual([id]);
  await again.close();
});

test('changes at the same moment are all kept, and one that throws changes nothing', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  const ids = Array.from({ length: 20 }, (_, i) => String(i).padStart(20, '0'));
  await Promise.all(ids.map((each) => add(library, id, { id: each })));
  await expect(
    library.highlights.update(id, 'Night boat', () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await library.close();
  const again = await open(folder);
  expect((await again.highlights.of(id)).map((each) => each.id)).toEqual(ids);
  await again.close();
});

test('a damaged file is mended from its last good copy, and one without a copy is listed and never written over', async ({
  folder,
}) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  const { id: other } = await library.add(aDraft({ title: 'Other' }), someFiles('Other.'));
  await add(library, id);
  await add(library, id, { id: '00000000000000000002' });
  await add(library, other);
  await library.close();
  await writeFile(fileOf(folder, id), '{"format": 1, "hi');
  await writeFile(fileOf(folder, other), '{"format": 1, "hi');
  const again = await open(folder);
  expect((await again.highlights.all()).get(id)).toHaveLength(1);
  expect(again.repairs.map(({ name }) => name)).toEqual([`${id}.json`]);
  expect(again.unreadable.map(({ name }) => name)).toEqual([`highlights/${other.slice(0, 2)}/${other}.json`]);
  await expect(again.highlights.of(other)).rejects.toMatchObject({ code: 'unreadable' });
  await expect(add(again, other)).rejects.toMatchObject({ code: 'unreadable' });
  await again.close();
  expect(await readFile(fileOf(folder, other), 'utf8')).toBe('{"format": 1, "hi');
});

test('a file of a newer Layover is left as it is, and fields this version does not know are kept', async ({
  folder,
}) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await add(library, id);
  await library.close();
  const stored: unknown = JSON.parse(await readFile(fileOf(folder, id), 'utf8'));
  await unlink(`${fileOf(folder, id)}.bak`).catch(() => undefined);
  await writeFile(fileOf(folder, id), JSON.stringify(Object.assign({}, stored, { younger: { a: 1 } })));
  const again = await open(folder);
  await add(again, id, { id: '00000000000000000002' });
  await again.close();
  expect(JSON.parse(await readFile(fileOf(folder, id), 'utf8'))).toMatchObject({ younger: { a: 1 } });
  await writeFile(fileOf(folder, id), JSON.stringify(Object.assign({}, stored, { format: 2 })));
  const third = await open(folder);
  await expect(third.highlights.of(id)).rejects.toMatchObject({ code: 'unreadable' });
  await third.close();
});

test('removed for good, nothing of them is left; none is no failure', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await library.highlights.removeHighlights(id);
  await add(library, id);
  await add(library, id, { id: '00000000000000000002' });
  await library.highlights.removeHighlights(id);
  expect(await library.highlights.of(id)).toEqual([]);
  await library.close();
  const again = await open(folder);
  expect([...(await again.highlights.all())]).toEqual([]);
  await again.close();
});

test('a library opened for reading reads highlights and changes none', async ({ folder }) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await add(library, id);
  const reader = await openLibrary(folder, { now: tickingClock(), readOnly: true });
  expect(await reader.highlights.of(id)).toHaveLength(1);
  await expect(add(reader, id)).rejects.toMatchObject({ code: 'locked' });
  await reader.close();
  await library.close();
});

test('the highlights of many articles are all read, once: whoever asks again is answered without the disk', async ({
  folder,
}) => {
  await (await open(folder)).close();
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  for (let article = 0; article < 400; article += 1) {
    const id = `${letters.charAt(article % 32)}${letters.charAt(article >> 5)}aaaaaaaaaaaaaa`;
    if (!isArticleId(id)) throw new Error(id);
    const highlights = Array.from({ length: 4 }, (_, i) => aHighlight({ id: `${article}`.padStart(19, '0') + i }));
    await mkdir(join(folder, 'highlights', id.slice(0, 2)), { recursive: true });
    await writeFile(fileOf(folder, id), JSON.stringify({ format: 1, id, title: 'Night boat', highlights }));
  }
  const library = await open(folder);
  const all = await library.highlights.all();
  expect(new Set([...all.values()].flat().map(({ id }) => id)).size).toBe(1_600);
  await rm(join(folder, 'highlights'), { recursive: true });
  expect(await library.highlights.all()).toEqual(all);
  await library.close();
});
