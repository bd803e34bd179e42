// The trash: what was removed is kept for thirty days that can be believed, then goes for good with all that belonged to it.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { believedDays, dayOf, withToday } from '../../../electron/store/trashClock.ts';
import { aDraft, seededRandom, someFiles } from './drafts.ts';
import { test } from './testLibrary.ts';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-03-01T10:00:00.000Z');

/** A clock that stands where it is put. */
interface Clock {
  at: number;
}

function open(folder: string, clock: Clock, readOnly = false): Promise<Library> {
  return openLibrary(folder, { now: () => new Date(clock.at), readOnly });
}

/** One article removed at the clock's time. */
async function removeOne(folder: string, clock: Clock): Promise<ArticleId> {
  const library = await open(folder, clock);
  const { id } = await library.add(aDraft(), someFiles());
  await library.keepVersion(id);
  clock.at += 1_000;
  await library.replace(id, aDraft({ title: 'Newer' }), someFiles('Newer.'));
  await library.remove(id);
  await library.close();
  return id;
}

/** Opens, tidies, closes; answers how many went and how many days the first one left still has. */
async function visit(folder: string, clock: Clock): Promise<readonly [number, number | undefined]> {
  const library = await open(folder, clock);
  const gone = await library.trash.discardOld();
  const { entries } = await library.trash.list(0, 10);
  await library.close();
  return [gone, entries[0]?.daysLeft];
}

test('what was removed is kept for thirty days and then goes with its copies', async ({ folder }) => {
  const clock = { at: BEGIN };
  const id = await removeOne(folder, clock);
  clock.at += 10 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 20]);
  clock.at += 20 * DAY - 2_000;
  expect(await visit(folder, clock)).toEqual([0, 1]);
  expect(await readdir(join(folder, 'versions', id))).toHaveLength(1);
  clock.at += 3_000;
  expect(await visit(folder, clock)).toEqual([1, undefined]);
  expect(await readdir(join(folder, 'trash'))).toEqual([]);
  expect(await readdir(join(folder, 'versions'))).toEqual([]);
  expect(JSON.parse(await readFile(join(folder, 'trash.json'), 'utf8'))).toMatchObject({ removed: {} });
});

test('somebody who was away for two months finds the trash emptied, and an article that came back is left alone', async ({
  folder,
}) => {
  const clock = { at: BEGIN };
  await removeOne(folder, clock);
  const kept = await removeOne(folder, clock);
  const library = await open(folder, clock);
  await library.restore(kept);
  await library.close();
  clock.at += 60 * DAY;
  expect(await visit(folder, clock)).toEqual([1, undefined]);
  const again = await open(folder, clock);
  expect((await again.versions(kept)).length).toBe(1);
  await again.close();
});

test('a clock that runs wild empties no trash, forwards or backwards, and the days count on when it is right again', async ({
  folder,
}) => {
  const clock = { at: BEGIN };
  await removeOne(folder, clock);
  clock.at = BEGIN + 20_000 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 30]);
  clock.at = BEGIN + 5 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 26]);
  clock.at = 0;
  expect((await visit(folder, clock))[0]).toBe(0);
  clock.at = BEGIN + 6 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 25]);
  clock.at = BEGIN + 29 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 2]);
  clock.at = BEGIN + 31 * DAY;
  expect(await visit(folder, clock)).toEqual([1, undefined]);
});

test('nothing goes on a clock that is before the newest article or the last day of use', async ({ folder }) => {
  const clock = { at: BEGIN };
  await removeOne(folder, clock);
  clock.at = BEGIN + 90 * DAY;
  const library = await open(folder, clock);
  await library.add(aDraft({ title: 'Newest' }), someFiles());
  await library.close();
  clock.at = BEGIN + 40 * DAY;
  expect((await visit(folder, clock))[0]).toBe(0);
  clock.at = BEGIN + 91 * DAY;
  expect((await visit(folder, clock))[0]).toBe(1);
});

test('what an older Layover removed counts from when it is first seen', async ({ folder }) => {
  const clock = { at: BEGIN };
  const id = await removeOne(folder, clock);
  await rm(join(folder, 'trash.json'));
  clock.at += 40 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 30]);
  clock.at += 29 * DAY;
  expect(await visit(folder, clock)).toEqual([0, 1]);
  clock.at += DAY;
  expect(await visit(folder, clock)).toEqual([1, undefined]);
  expect(await readdir(join(folder, 'trash'))).not.toContain(id);
});

test('what is opened for reading only removes nothing and lists everything', async ({ folder }) => {
  const clock = { at: BEGIN };
  const id = await removeOne(folder, clock);
  clock.at += 50 * DAY;
  const library = await open(folder, clock, true);
  await expect(library.trash.discardOld()).rejects.toMatchObject({ code: 'locked' });
  await expect(library.trash.discard(id)).rejects.toMatchObject({ code: 'locked' });
  const { total, entries } = await library.trash.list(0, 10);
  expect([total, entries[0]?.article?.title, entries[0]?.daysLeft]).toEqual([1, 'Newer', 0]);
  await library.close();
});

test('the trash is listed last removed first, piece by piece, also what cannot be read', async ({ folder }) => {
  const clock = { at: BEGIN };
  const library = await open(folder, clock);
  const ids: ArticleId[] = [];
  for (let number = 0; number < 5; number += 1) {
    const { id } = await library.add(aDraft({ title: `Boat ${number}` }), someFiles());
    ids.unshift(id);
    clock.at += DAY;
    await library.remove(id);
  }
  await writeFile(join(folder, 'trash', ids[1] ?? '', 'article.json'), '{');
  await rm(join(folder, 'trash', ids[1] ?? '', 'article.json.bak'), { force: true });
  const first = await library.trash.list(0, 2);
  const rest = await library.trash.list(2, 10);
  expect(first.total).toBe(5);
  expect([...first.entries, ...rest.entries].map(({ id }) => id)).toEqual(ids);
  expect(first.entries.map(({ article, daysLeft }) => [article?.title, daysLeft])).toEqual([
    ['Boat 4', 30],
    [undefined, 29],
  ]);
  for (const id of ids.slice(1, 2)) await library.trash.discard(id);
  expect((await library.trash.list(0, 10)).total).toBe(4);
  await library.close();
});

test('a copy that went to the trash comes back as it was, keeps its pictures meanwhile, and goes after thirty days', async ({
  folder,
}) => {
  const clock = { at: BEGIN };
  const library = await open(folder, clock);
  const { file, hash } = await library.putAsset(new TextEncoder().encode('a picture'), 'image/png');
  const image = {
    url: 'https://a.example/1.png',
    hash,
    file,
    mediaType: 'image/png',
    sizeBytes: 9,
    width: 1,
    height: 1,
  };
  const { id, saved } = await library.add(aDraft({ title: 'Monday', images: [image] }), someFiles());
  await library.keepVersion(id);
  clock.at += DAY;
  await library.replace(id, aDraft({ title: 'Tuesday' }), someFiles('Tuesday.'));
  await library.trashVersion(id, saved);
  expect(await library.versions(id)).toEqual([]);
  expect((await library.trash.list(0, 10)).total).toBe(0);
  await library.close();

  const again = await open(folder, clock);
  expect(await again.sweepAssets()).toBe(0);
  await again.restoreVersion(id, saved);
  expect((await again.versions(id)).map(({ title }) => title)).toEqual(['Monday']);
  await again.trashVersion(id, saved);
  clock.at += 31 * DAY;
  expect(await again.trash.discardOld()).toBe(1);
  await expect(again.restoreVersion(id, saved)).rejects.toMatchObject({ code: 'not-found' });
  expect(await again.article(id)).toMatchObject({ title: 'Tuesday' });
  await again.close();

  const last = await open(folder, clock);
  expect(await last.sweepAssets()).toBe(1);
  await last.close();
});

test('days are believed one by one: never more than have passed, and no leap', () => {
  const random = seededRandom(5);
  let wrong = 0;
  for (let run = 0; run < 500; run += 1) {
    let days: readonly number[] = [];
    let truth = dayOf(BEGIN);
    for (let visitNumber = 0; visitNumber < 30; visitNumber += 1) {
      truth += Math.floor(random() * 9);
      const isWild = random() < 0.2;
      days = withToday(days, isWild ? Math.floor(random() * 60_000) : truth);
      if (days.some((day, at) => day <= (days[at - 1] ?? -1))) wrong += 1;
      const believed = believedDays(BEGIN, days, truth * DAY + (BEGIN % DAY));
      if (!isWild && (believed < 0 || believed > truth - dayOf(BEGIN))) wrong += 1;
    }
  }
  expect(wrong).toBe(0);
  expect(believedDays(BEGIN, [], BEGIN + 120 * DAY)).toBe(120);
  expect(believedDays(BEGIN, [], BEGIN + 121 * DAY)).toBe(0);
  expect(believedDays(BEGIN, [], BEGIN - DAY)).toBe(0);
});
