// What the other machine wrote in the place of a file while the library is open here, without any second copy, is taken up and told; what was not
// written is not read.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'playwright/test';
import { createSyncKeeper } from '../../../electron/library/syncing/syncKeeper.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { filesOf, NORTH, open } from './twoMachines.ts';

/** Writes a file of the library as the other machine would have, in the place of what is there. */
async function rewrite(file: string, change: (text: string) => string, from = file): Promise<void> {
  const text = await readFile(from, 'utf8');
  expect(change(text)).not.toBe(text);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, change(text));
}

test('highlights and trips that the other machine changed, made or removed are shown without a restart', async ({
  folder,
}) => {
  await mkdir(join(folder, '.stfolder'));
  const layover = await open(folder);
  const { library } = layover;
  const [first, second, third] = [
    await library.add(aDraft({ title: 'One' }), someFiles()),
    await library.add(aDraft({ title: 'Two' }), someFiles()),
    await library.add(aDraft({ title: 'Three' }), someFiles()),
  ];
  for (const { id, title } of [first, second])
    await library.highlights.update(id, title, () => [aHighlight({ articleId: id, note: 'Ours.' })]);
  const [north, south] = [await layover.trips.make(NORTH), await layover.trips.make({ ...NORTH, name: 'South' })];
  await layover.close();

  const again = await open(folder);
  // The first is changed here as well, the second was only read, of the third nobody knows any.
  await again.highlights.add(first.id, { color: 'red', note: 'More.', tags: [], target: aHighlight().target });
  for (const { id } of [second, third]) await again.highlights.of(id);
  await again.trips.list();
  const told: string[] = [];
  const keeper = createSyncKeeper({
    library: again.library,
    saves: again.saves,
    trips: again.trips,
    feeds: again.feeds,
    check: again.checkFolders,
    changed: ({ title }) => void told.push(title),
    highlights: { restored: (id, all) => void told.push(`${id}: ${all.map(({ note }) => note).join(' ')}`) },
    events: { tripsChanged: (id) => void told.push(id) },
    againMs: 0,
  });
  await keeper.lookAgain();
  expect(told).toEqual([]);

  const fileOf = (id: string): string => join(folder, 'highlights', id.slice(0, 2), `${id}.json`);
  const tripOf = (id: string): string => join(folder, 'trips', `${id}.json`);
  for (const { id } of [first, second]) await rewrite(fileOf(id), (text) => text.replace('Ours.', 'Theirs.'));
  await rewrite(fileOf(third.id), (text) => text.replaceAll(second.id, third.id), fileOf(second.id));
  await rewrite(tripOf(north.id), (text) => text.replace('North', 'Far north'));
  const east = 'eeeeeeeeeeee';
  await rewrite(tripOf(east), (text) => text.replace('Far north', 'East').replace(north.id, east), tripOf(north.id));
  await rm(tripOf(south.id));
  await rm(`${tripOf(south.id)}.bak`, { force: true });
  await keeper.lookAgain();
  expect([...told].sort()).toEqual(
    [`${first.id}: Theirs. More.`, `${second.id}: Theirs.`, `${third.id}: Theirs.`, north.id, south.id, east].sort(),
  );
  expect((await again.trips.list()).map(({ name }) => name).sort()).toEqual(['East', 'Far north']);
  expect((await again.highlights.all()).articles).toHaveLength(3);

  // What cannot be read is not shown in the place of what could be.
  told.length = 0;
  await writeFile(fileOf(second.id), '{"half":');
  await rm(`${fileOf(second.id)}.bak`, { force: true });
  await keeper.lookAgain();
  expect(told).toEqual([]);
  expect((await again.highlights.of(second.id)).map(({ note }) => note)).toEqual(['Theirs.']);
  await again.close();
});

test('looking again reads no file that is as it was', async ({ folder }) => {
  const library = await openLibrary(folder, { now: () => new Date() });
  const { id } = await library.add(aDraft(), someFiles());
  await library.highlights.update(id, 'T', () => [aHighlight({ articleId: id })]);
  await library.close();
  const read: string[] = [];
  const disk = {
    ...nodeDisk,
    read: async (path: string) => {
      read.push(path);
      return nodeDisk.read(path);
    },
  };
  const again = await openLibrary(folder, { now: () => new Date(), disk });
  await again.highlights.all();
  await again.trips.all();
  expect(read.filter((path) => path.includes('highlights'))).toHaveLength(1);
  read.length = 0;
  expect([await again.highlights.lookAgain(), await again.trips.lookAgain()]).toEqual([[], []]);
  expect(read).toEqual([]);
  await again.close();
});

test('beside a Layover that has the library open, one that only reads shows what that one writes, and writes nothing', async ({
  folder,
}) => {
  const writer = await open(folder);
  const { library } = writer;
  const first = await library.add(aDraft({ title: 'One' }), someFiles());
  await writer.highlights.add(first.id, { color: 'red', note: 'Before.', tags: [], target: aHighlight().target });
  const north = await writer.trips.make(NORTH);
  const reader = await open(folder, [], true);
  await reader.inspectAll();
  await reader.highlights.of(first.id);
  await reader.trips.list();
  await reader.feeds.list();
  const told: string[] = [];
  const keeper = createSyncKeeper({
    library: reader.library,
    saves: reader.saves,
    trips: reader.trips,
    feeds: reader.feeds,
    check: reader.checkFolders,
    changed: ({ title }) => void told.push(title),
    highlights: { restored: (_id, all) => void told.push(all.map(({ note }) => note).join(' ')) },
    events: { tripsChanged: (id) => void told.push(id), conflictsFound: () => void told.push('settings') },
    againMs: 0,
  });
  await keeper.lookAgain();
  expect(told).toEqual([]);

  await writer.highlights.add(first.id, { color: 'red', note: 'After.', tags: [], target: aHighlight().target });
  await writer.trips.change(north.id, { name: 'Far north' });
  await library.setSettings({ theme: 'night' });
  await writer.change(first.id, (article) => ({ ...article, tags: ['boats'] }));
  const second = await library.add(aDraft({ title: 'Two' }), someFiles());
  const before = await filesOf(folder);
  await keeper.lookAgain();
  expect([...told].sort()).toEqual(['Before. After.', 'settings', north.id].sort());
  expect((await reader.trips.trip(north.id)).name).toBe('Far north');
  expect(reader.library.settings().theme).toBe('night');
  const cards = new Map((await reader.cards()).map((card) => [card.id, card]));
  expect(cards.get(first.id)?.tags).toEqual(['boats']);
  expect(cards.get(second.id)?.title).toBe('Two');
  expect(await filesOf(folder)).toEqual(before);
  await library.remove(second.id);
  await keeper.lookAgain();
  expect((await reader.cards()).map(({ title }) => title)).toEqual(['One']);
  await reader.close();
  await writer.close();
});
