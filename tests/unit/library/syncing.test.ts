// Two machines, one library in a folder that a program keeps the same on both: what each made is in both in the end, and nothing was written over unseen.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'playwright/test';
import { looksSynced, secondCopy } from '../../../electron/store/conflictNames.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { filesOf, NORTH, open, sync } from './twoMachines.ts';

const STYLES: readonly (readonly [string, (file: string) => string])[] = [
  ['Syncthing', (file) => file.replace(/(\.[^.]+)$/, '.sync-conflict-20260101-120000-ABCDEFG$1')],
  ['Dropbox', (file) => file.replace(/(\.[^.]+)$/, " (Ann's conflicted copy 2026-01-01)$1")],
  ['OneDrive', (file) => file.replace(/(\.[^.]+)$/, '-LAPTOP-7$1')],
];

for (const [program, nameOf] of STYLES) {
  test(`what two machines changed at the same time is joined, however ${program} calls the second copy`, async ({
    folder,
  }) => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const first = await open(one);
    const { id } = await first.library.add(aDraft({ title: 'The harbour log' }), someFiles('At nine.'));
    await first.library.setSettings({ textSize: 18 });
    const trip = await first.trips.make(NORTH);
    await first.library.highlights.update(id, 'The harbour log', () => [
      aHighlight({ id: 'a'.repeat(20), articleId: id }),
    ]);
    await first.close();
    await cp(one, two, { recursive: true });
    const before = await filesOf(one);

    const here = await open(one);
    await here.change(id, (article) => ({ ...article, tags: ['ships'], starred: true, note: 'Mine.' }));
    await here.library.setSettings({ leading: 1.8, watchedFolder: '/here' });
    await here.trips.change(trip.id, { minutes: 90 });
    await here.library.highlights.update(id, 'T', (all) => [...all, aHighlight({ id: 'b'.repeat(20), articleId: id })]);
    await here.saves.add({ from: 'address', address: 'https://here.example/' }, 'here');
    await here.close();

    const there = await open(two);
    await there.change(id, (article) => ({ ...article, tags: ['logs'], note: 'Theirs.' }));
    await there.library.setSettings({ theme: 'night', watchedFolder: '/there' });
    await there.trips.change(trip.id, { name: 'Far north' });
    await there.library.highlights.update(id, 'T', (all) => [
      ...all,
      aHighlight({ id: 'c'.repeat(20), articleId: id }),
    ]);
    await there.saves.add({ from: 'address', address: 'https://there.example/' }, 'there');
    const added = await there.library.add(aDraft({ title: 'Only there' }), someFiles('Only there.'));
    await there.close();

    await sync(before, two, one, nameOf);
    const found: number[] = [];
    const joined = await open(one, found);
    await joined.inspectAll();
    const article = await joined.article(id);
    expect(new Set(article.tags)).toEqual(new Set(['ships', 'logs']));
    expect(article.starred).toBe(true);
    expect(article.note).toContain('Mine.');
    expect(article.note).toContain('Theirs.');
    expect((await joined.article(added.id)).title).toBe('Only there');
    // Written later there; the folder on this machine stays.
    expect(joined.library.settings()).toMatchObject({ theme: 'night', watchedFolder: '/here' });
    const marked = await joined.highlights.of(id);
    expect(marked.map((each) => each.id.charAt(0)).sort((a, b) => a.localeCompare(b))).toEqual(['a', 'b', 'c']);
    expect(await joined.trips.trip(trip.id)).toMatchObject({ name: 'Far north' });
    const labels = joined.saves.list().map((save) => save.label);
    expect(new Set(labels)).toEqual(new Set(['here', 'there']));

    const list = await joined.syncing.list();
    expect(new Set(list.map(({ kind }) => kind))).toEqual(
      new Set(['article', 'settings', 'highlights', 'trip', 'save']),
    );
    expect(list.every(({ isMerged }) => isMerged)).toBe(true);
    expect(list.find(({ kind }) => kind === 'article')?.title).toBe('The harbour log');
    expect(found).toEqual([5]);
    // Every copy is kept as it came, and stands nowhere else any more.
    const names = await readdir(join(one, 'conflicts'));
    expect(names.filter((name) => name.endsWith('.copy')).length).toBeGreaterThanOrEqual(5);
    expect(
      [...(await filesOf(one)).keys()].filter(
        (name) => secondCopy(dirname(name).replace('.', ''), name.split('/').at(-1) ?? '') !== undefined,
      ),
    ).toEqual([]);
    await joined.close();

    // Nothing is joined twice.
    const again = await open(one, found);
    await again.inspectAll();
    expect(await again.article(id)).toEqual(article);
    expect(again.saves.list()).toHaveLength(2);
    expect(found).toEqual([5]);
    await again.close();
  });
}

test('a copy that cannot be joined is kept and told of', async ({ folder }) => {
  const layover = await open(folder);
  const { id } = await layover.library.add(aDraft(), someFiles());
  const place = join(folder, 'articles', id.slice(0, 2), id);
  await writeFile(join(place, 'article.sync-conflict-20260101-120000-ABCDEFG.json'), '{"half":');
  await writeFile(join(place, 'content.sync-conflict-20260101-120000-ABCDEFG.html'), '<p>Theirs.');
  await writeFile(join(folder, 'watched (1).json'), '{}');
  const before = await layover.article(id);
  expect(await layover.syncing.look()).toBe(3);
  expect(await layover.article(id)).toEqual(before);
  const list = await layover.syncing.list();
  expect(list.map(({ isMerged }) => isMerged)).toEqual([false, false, false]);
  const copies = (await readdir(join(folder, 'conflicts'))).filter((name) => name.endsWith('.copy'));
  const contents = await Promise.all(copies.map((name) => readFile(join(folder, 'conflicts', name), 'utf8')));
  expect(new Set(contents)).toEqual(new Set(['{"half":', '<p>Theirs.', '{}']));
  await layover.close();
});

test('no name that Layover gives itself is taken for a second copy', () => {
  const own: readonly (readonly [string, string])[] = [
    ['', 'settings.json'],
    ['', 'settings.json.bak'],
    ['', 'settings.json.damaged-2026-03-01T10-00-00.000Z'],
    ['', 'lock.json.dead-0123456789abcdef'],
    ['', 'trash.json'],
    ['saves', '12.json'],
    ['saves', '12.json.bak'],
    ['saves', '12.bin'],
    ['saves', '12.gone'],
    ['saves', 'bundle-13-212.json'],
    ['trips', 'abcdefghijkl.json'],
    ['feeds/abcdefghijkl', '0.json'],
    ['articles/ab/abcdefghijklmnop', 'original.br'],
    ['articles/ab/abcdefghijklmnop', 'original.2.br'],
    ['articles/ab/abcdefghijklmnop', 'article.json.bak'],
    ['highlights/ab', 'abcdefghijklmnop.json'],
    ['catalogue', 'columns'],
  ];
  for (const [place, name] of own) expect(secondCopy(place, name), `${place}/${name}`).toBeUndefined();
  expect(secondCopy('saves', '12.conflict-20260101T120000000Z.json')).toMatchObject({ kind: 'save', of: '12.json' });
  expect(secondCopy('', 'settings (conflicted copy 2026-01-01 120000).json')).toMatchObject({ of: 'settings.json' });
  expect(secondCopy('', 'settings.json.sync-conflict-20260101-120000-ABCDEFG.bak')).toMatchObject({ isOfBackup: true });
  expect(looksSynced('/home/ann/Dropbox (Personal)/Books', [])).toBe(true);
  expect(looksSynced('C:\\Users\\ann\\OneDrive - Yard\\Books', [])).toBe(true);
  expect(looksSynced('/home/ann/books', ['.stfolder', 'articles'])).toBe(true);
  expect(looksSynced('/home/ann/books', ['articles'])).toBe(false);
});
