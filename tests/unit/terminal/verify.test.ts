// `layover verify`: damage of every kind is told and left alone, and with --repair mended as far as it can be from what is here.
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { layover, type Run } from '../../helpers/commandLine.ts';
import { startSite } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';
import { numbered, pageHtml } from '../../app/pages.ts';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layover-verify-'));
});

test.afterEach(() => rm(folder, { recursive: true }));

const onLibrary = (...words: string[]): Promise<Run> => layover(['--library', join(folder, 'library'), ...words]);

/** Files below the library's folder whose names end so. */
async function filesOf(ending: string, below = ''): Promise<readonly string[]> {
  const all = await readdir(join(folder, 'library', below), { recursive: true });
  return all
    .filter((name) => name.endsWith(ending))
    .map((name) => join(below, name).replaceAll('\\', '/'))
    .sort();
}

test('what is not as it was saved is told, mended from what is here, and moved aside where it cannot be read', async () => {
  const site = await startSite({
    '/one': {
      body: pageHtml({
        title: 'The first lamp',
        address: 'quay.example/one',
        paragraphs: ['<img src="/a.png" alt="A">', ...numbered(6), '<img src="/b.png" alt="B">'],
      }),
    },
    '/two': { body: pageHtml({ title: 'The second lamp', address: 'quay.example/two' }) },
    '/three': { body: pageHtml({ title: 'The third lamp', address: 'quay.example/three' }) },
    '/a.png': { body: png(200, 100), headers: { 'content-type': 'image/png' } },
    '/b.png': { body: png(210, 110), headers: { 'content-type': 'image/png' } },
  });
  expect(await onLibrary('save', '--private', site.url('/one'), site.url('/two'), site.url('/three'))).toMatchObject({
    code: 0,
  });
  await site.close();
  const whole = await onLibrary('verify');
  expect(whole).toMatchObject({ code: 0, stderr: '', stdout: '3 articles were read. All of it is as it was saved.\n' });

  const library = join(folder, 'library');
  const [linked = '', broken = ''] = await filesOf('.png', 'assets');
  // One lies under another name, one has other bytes.
  await rename(join(library, linked), join(library, linked.replace('.png', '.was.bak')));
  await writeFile(join(library, broken), 'nothing like it');
  const titles = new Map<string, string>();
  for (const name of await filesOf('article.json', 'articles'))
    titles.set(
      /The (\w+) lamp/.exec(await readFile(join(library, name), 'utf8'))?.[1] ?? '',
      name.replace('/article.json', ''),
    );
  const [second = '', third = ''] = [titles.get('second'), titles.get('third')];
  await rm(join(library, second, 'content.html'));
  await writeFile(join(library, third, 'content.txt'), 'Another text.');
  const before = await filesOf('');

  const told = await onLibrary('verify');
  expect(told.code).toBe(1);
  expect(told.stdout).toContain(`${linked} is gone, or is not as it was saved.`);
  expect(told.stdout).toContain(`${broken} is gone, or is not as it was saved.`);
  expect(told.stdout).toContain(`${second} cannot be read: Its text (content.html) is missing.`);
  expect(told.stdout).toContain(`${third}/content.txt is not as it was saved`);
  expect(told.stdout).toContain('2 articles were read; 4 things are not as saved, 0 of them seen to.');
  expect(await filesOf('')).toEqual(before);

  const repaired = await onLibrary('verify', '--repair');
  expect(repaired.code).toBe(1);
  expect(repaired.stdout).toContain(
    `${linked} is gone, or is not as it was saved. Its bytes were found and linked again.`,
  );
  expect(repaired.stdout).toContain(`${broken} is gone, or is not as it was saved. It was moved aside.`);
  expect(repaired.stdout).toContain('4 things are not as saved, 3 of them seen to.');
  expect(await filesOf('.png', 'assets')).toEqual([linked]);
  expect(await filesOf('article.json', 'aside')).toEqual([
    expect.stringMatching(new RegExp(`^aside/\\d{8}T\\d{9}Z/${second}/article.json$`)),
  ]);
  expect(await filesOf('.png', 'aside')).toHaveLength(1);

  // What is left is told again; an article that lost its picture for good says so, and is whole as it claims to be.
  const left = await onLibrary('verify', '--json');
  expect(left.code).toBe(1);
  expect(JSON.parse(left.stdout)).toMatchObject({ articles: 2, damaged: 1, pictures: 0, unreadable: 0 });
  expect((await onLibrary('search', 'lamp')).stdout).toContain('The first lamp');
  expect((await onLibrary('show', (titles.get('first') ?? '').slice(-16), '--json')).stdout).toMatch(
    /"imagesStored": 1/,
  );
});

test('verify refuses what it does not know, and a repair where there may be none', async () => {
  expect(await onLibrary('verify', 'more')).toMatchObject({ code: 2 });
  expect(await onLibrary('list', '--repair')).toMatchObject({ code: 2 });
  expect(await onLibrary('verify')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no library') });
});
