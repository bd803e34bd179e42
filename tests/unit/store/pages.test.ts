// What is kept of an article beside its text: the pages it was joined from, and readers' comments.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const open = (folder: string): Promise<Library> => openLibrary(folder, { now: tickingClock() });

test('an article of several pages keeps each of them as it came, and its comments beside it', async ({ folder }) => {
  const library = await open(folder);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const page = (number: number) => ({
    address: `https://harbour.example/night-boat?page=${number}`,
    bytes: encode(`<p>Page ${number}`),
    mediaType: 'text/html',
    encoding: 'utf-8',
  });
  const files = { ...someFiles(), furtherPages: [page(2), page(3)], comments: '<ol><li><p>Was there.</p></li></ol>' };
  const { id } = await library.add(aDraft({ comments: 1 }), files);
  await library.close();
  const again = await open(folder);
  expect((await again.article(id))?.furtherPages.map(({ address }) => address)).toEqual(
    files.furtherPages.map((each) => each.address),
  );
  expect(Buffer.from((await again.original(id, 3)).bytes).toString()).toBe('<p>Page 3');
  expect(Buffer.from((await again.original(id)).bytes).toString()).toContain('The boat leaves');
  await expect(again.original(id, 4)).rejects.toMatchObject({ code: 'not-found' });
  expect(await again.comments(id)).toBe(files.comments);
  expect(await again.text(id)).not.toContain('Was there');
  const own = join(folder, 'articles', id.slice(0, 2), id);
  expect((await readdir(own)).filter((name) => !name.endsWith('.bak')).sort()).toEqual([
    'article.json',
    'comments.html',
    'content.html',
    'content.txt',
    'original.2.br',
    'original.3.br',
    'original.br',
  ]);
  const sizes = await Promise.all(
    (await readdir(own)).filter((name) => name !== 'article.json').map((name) => stat(join(own, name))),
  );
  expect((await again.article(id))?.report.sizeBytes).toBe(sizes.reduce((sum, { size }) => sum + size, 0));

  await again.replace(id, aDraft(), someFiles('One page now.'));
  expect(await again.article(id)).toMatchObject({ furtherPages: [], comments: 0 });
  expect(await again.comments(id)).toBeNull();
  await again.close();
});

test('an article and settings that were written before there were pages and comments are read as having none', async ({
  folder,
}) => {
  const library = await open(folder);
  const { id } = await library.add(aDraft(), someFiles());
  await library.setSettings({ theme: 'night' });
  await library.close();
  const edit = async (file: string, from: RegExp): Promise<void> => {
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(from);
    await writeFile(file, text.replace(from, ''));
  };
  const articleFile = join(folder, 'articles', id.slice(0, 2), id, 'article.json');
  await edit(articleFile, /"furtherPages": \[\],\s*/);
  await edit(articleFile, /"comments": 0,\s*/);
  await edit(articleFile, /"rendered": false,\s*/);
  await edit(articleFile, /"missingPages": null,\s*/);
  await edit(join(folder, 'settings.json'), /,\s*"keepComments": true/);
  const again = await open(folder);
  expect(again.unreadable).toEqual([]);
  expect(await again.article(id)).toMatchObject({
    furtherPages: [],
    comments: 0,
    rendered: false,
    report: { missingPages: null },
  });
  expect(again.settings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'night' });
  await again.close();
});
