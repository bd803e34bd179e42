// Saves that were asked for outlive the process, bytes and all; a damaged one is shown, not lost silently.
import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { waitAfter } from '../../../electron/capture/patience.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { anArticleId } from '../../helpers/articles.ts';
import { aRecord } from './libraryState.ts';
import { tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const open = (folder: string): Promise<Library> => openLibrary(folder, { now: tickingClock() });
const bytes = Uint8Array.from([0, 255, 10, 13]);

test('every kind of source comes back after a restart, in the order it was asked for', async ({ folder }) => {
  const library = await open(folder);
  const records = [
    aRecord(2, { source: { from: 'file', name: '../../odd name.html', bytes } }),
    aRecord(10, { source: { from: 'paste', text: 'Some text', html: null } }),
    aRecord(1),
    aRecord(3, { source: { from: 'paste', text: 'Some text', html: '<p>Some text' } }),
  ];
  await Promise.all(records.map((record) => library.saves.put(record)));
  await library.close();
  const again = await open(folder);
  const found = again.saves.list().map(({ save, source, delay }) => ({
    delay,
    save,
    source: source.from === 'file' ? { ...source, bytes: Uint8Array.from(source.bytes) } : source,
  }));
  expect(found).toEqual([...records].sort((a, b) => a.save.id - b.save.id));
  await again.close();
});

test('of a save under way only that it waits is kept, of a failed one the reason', async ({ folder }) => {
  const library = await open(folder);
  const { save, source } = aRecord(1);
  const detail = { is: 'hostSlow', what: 'a.example', number: 0 } as const;
  const error = { code: 'timeout', message: 'The site did not answer.', detail } as const;
  await library.saves.put({ save: { ...save, progress: { state: 'images', done: 1, total: 3 } }, source, delay: null });
  await library.saves.put({ save: { ...aRecord(2).save, progress: { state: 'failed', error } }, source, delay: null });
  await library.close();
  const again = await open(folder);
  expect(again.saves.list().map((record) => record.save.progress)).toEqual([
    { state: 'waiting' },
    { state: 'failed', error },
  ]);
  await again.saves.put({ save, source, delay: null });
  expect(again.saves.list()[0]?.save.progress).toEqual({ state: 'waiting' });
  await again.close();
});

test('a dropped save leaves nothing behind, and dropping it again is no failure', async ({ folder }) => {
  const library = await open(folder);
  await library.saves.put(aRecord(1, { source: { from: 'file', name: 'a', bytes } }));
  await library.saves.put(aRecord(1));
  await library.saves.drop(1);
  await library.saves.drop(1);
  expect(library.saves.list()).toEqual([]);
  expect(await readdir(join(folder, 'saves'))).toEqual([]);
  await library.close();
});

test('a save that cannot be read is shown as failed under its own number, and can be dismissed', async ({ folder }) => {
  const library = await open(folder);
  await library.saves.put(aRecord(1, { source: { from: 'file', name: 'a', bytes } }));
  await library.saves.put(aRecord(2));
  await library.saves.put(aRecord(3));
  await library.close();
  await unlink(join(folder, 'saves', '1.bin'));
  await writeFile(join(folder, 'saves', '2.json'), '{"format": 1');
  const again = await open(folder);
  expect(again.saves.list().map(({ save }) => [save.id, save.progress.state])).toEqual([
    [1, 'failed'],
    [2, 'failed'],
    [3, 'waiting'],
  ]);
  expect(again.unreadable.map(({ name }) => name)).toEqual(['saves/1.json', 'saves/2.json']);
  await again.saves.drop(1);
  await again.saves.drop(2);
  await again.close();
  const third = await open(folder);
  expect(third.saves.list().map(({ save }) => save.id)).toEqual([3]);
  await third.close();
});

test('bytes that belong to no save are cleared away at the next start', async ({ folder }) => {
  const library = await open(folder);
  await library.saves.put(aRecord(1));
  await library.close();
  await writeFile(join(folder, 'saves', '7.bin'), 'unacknowledged');
  await writeFile(join(folder, 'saves', 'mine.txt'), 'not ours');
  await (await open(folder)).close();
  expect((await readdir(join(folder, 'saves'))).sort()).toEqual(['1.json', 'mine.txt']);
});

test('a save that is tried again by itself keeps when, why and its place', async ({ folder }) => {
  const library = await open(folder);
  const error = { code: 'http-status', message: 'Too busy.' } as const;
  const until = '2026-03-01T10:00:00.000Z';
  const { save, source } = aRecord(1);
  // As chance spreads them, not as a person would write them.
  const waitMs = waitAfter(2, { kind: 'later', afterMs: 0.25, isHostWide: false }, () => 0.123_456_789);
  const delay = { tries: 2, until, waitMs };
  const foundIn = { articleId: anArticleId(3), title: 'Night boat', sentence: null };
  await library.saves.put({ save: { ...save, foundIn }, source, delay: null });
  await library.saves.put({
    save: { ...save, foundIn, order: -3.5, progress: { state: 'postponed', until, error } },
    source,
    delay,
  });
  await library.close();
  const again = await open(folder);
  expect(again.saves.list()).toEqual([
    { save: { ...save, foundIn, order: -3.5, progress: { state: 'postponed', until, error } }, source, delay },
  ]);
  await again.saves.put({ save: { ...save, foundIn }, source, delay: null });
  await again.close();
  const third = await open(folder);
  expect(third.saves.list()[0]).toMatchObject({ save: { order: 1, progress: { state: 'waiting' } }, delay: null });
  await third.close();
});

test('saves asked for together come back as they are now; what is done does not, and no number is taken twice', async ({
  folder,
}) => {
  const library = await open(folder);
  const [first, second, third] = [aRecord(1), aRecord(2), aRecord(3)];
  await library.saves.putAll([first, second, third]);
  const error = { code: 'timeout', message: 'The site did not answer.' } as const;
  const failed = { ...second, save: { ...second.save, progress: { state: 'failed', error } as const } };
  await library.saves.put(failed);
  await library.saves.drop(3);
  await library.close();

  const again = await open(folder);
  expect(again.saves.list()).toEqual([first, failed]);
  // The third is done, but its number stands in the file of all three.
  expect(again.saves.lastId).toBe(3);
  await again.saves.drop(2);
  await again.saves.drop(1);
  expect(again.saves.list()).toEqual([]);
  expect(await readdir(join(folder, 'saves'))).toEqual([]);
  await again.close();
});

test('saves that were asked for together and cannot be read are shown as one that failed', async ({ folder }) => {
  const library = await open(folder);
  await library.saves.putAll([aRecord(4), aRecord(5)]);
  await library.close();
  await writeFile(join(folder, 'saves', 'bundle-4-5.json'), '{"format":1,');
  const again = await open(folder);
  expect(again.saves.list()).toMatchObject([{ save: { id: 4, progress: { state: 'failed' } } }]);
  expect(again.unreadable.map(({ name }) => name)).toEqual(['saves/bundle-4-5.json']);
  await again.saves.drop(4);
  expect(await readdir(join(folder, 'saves'))).toEqual([]);
  await again.close();
});
