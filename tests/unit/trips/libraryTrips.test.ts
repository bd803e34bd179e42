// Trips of a library on disk: filled from its queue, changed by hand, kept over a restart, and looked at.
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { TripPlan } from '#contract/trip.ts';
import type { Layover } from '../../../electron/layover.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { fillLibrary, openCared } from '../library/careLibrary.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { TRIP_PLAN } from './plans.ts';

const PLAN: TripPlan = { ...TRIP_PLAN, minutes: 30 };

let folder: string;
let layover: Layover;
let ids: readonly ArticleId[];

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-trips-'));
  ids = await fillLibrary(folder, 60, (number) => ({
    tags: number % 2 === 0 ? ['sea'] : [],
    reading: {
      progress: number === 3 ? 1 : 0,
      block: 0,
      read: number === 4 ? '2026-10-01T08:00:00Z' : null,
      archived: number === 5,
    },
  }));
  ({ layover } = await openCared(folder));
});

test.afterEach(async () => {
  await layover.close();
  rmSync(folder, { recursive: true });
});

const keysOf = ({ items }: { readonly items: readonly { readonly key: string }[] }): readonly string[] =>
  items.map(({ key }) => key);

test('what is finished or archived is not proposed; the rest fills the time', async () => {
  const { id } = await layover.trips.make(PLAN);
  const trip = await layover.trips.fill(id);
  expect(trip.items.length).toBeGreaterThan(0);
  expect(trip.items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  for (const number of [3, 4, 5]) expect(keysOf(trip)).not.toContain(ids[number]);
  const small = await layover.trips.change(id, { minutes: 12 });
  expect(small.sources).toEqual(PLAN.sources);
  expect((await layover.trips.fill(id)).items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(12);
});

test('what is locked stays, what was taken out is not proposed again, and a swap keeps the place', async () => {
  const { id } = await layover.trips.make({ ...PLAN, sources: [{ from: 'tag', tag: 'Sea' }] });
  const [first, second, third] = keysOf(await layover.trips.fill(id));
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few were proposed');
  await layover.trips.lock(id, second, true);
  await layover.trips.drop(id, first);
  const swapped = await layover.trips.swap(id, third);
  expect(keysOf(swapped)).not.toContain(third);
  expect(keysOf(swapped)[0]).toBe(second);
  const filled = keysOf(await layover.trips.fill(id));
  expect(filled).toContain(second);
  expect(filled).not.toContain(first);
  expect(filled).not.toContain(third);
  expect(filled.every((key) => ids.findIndex((each) => each === key) % 2 === 0)).toBe(true);
});

test('chosen by hand, moved, left and landed, taken back and done again, and all of it is there after a restart', async () => {
  const { id } = await layover.trips.make({ ...PLAN, sources: [] });
  const [a, b, c] = ids;
  if (a === undefined || b === undefined || c === undefined) throw new Error('no articles');
  await layover.trips.add(id, [a, b, c, a]);
  const moved = await layover.trips.move(id, c, 0);
  expect(keysOf(moved)).toEqual([c, a, b]);
  expect(moved.items[0]).toMatchObject({ isLocked: true, reasons: [{ because: 'chosen' }] });
  await expect(layover.trips.swap(id, a)).rejects.toMatchObject({ code: 'no-content' });
  const had = { progress: 0, block: 0, archived: false };
  await layover.change(b, (article) => ({ ...article, reading: { ...had, read: null, seconds: 600 } }));
  await layover.trips.leave(id, false);
  expect(await layover.trips.stay(id)).toMatchObject({ left: null, landed: null });
  const { left } = await layover.trips.leave(id, false);
  await layover.change(a, (article) => ({
    ...article,
    reading: { ...had, progress: 1, read: new Date().toISOString(), seconds: 300 },
  }));
  await layover.change(b, (article) => ({ ...article, reading: { ...had, read: null, progress: 0.5, seconds: 720 } }));
  const target = {
    quote: { exact: 'boat', prefix: '', suffix: '' },
    position: { start: 0, end: 4 },
    version: '',
    textLength: 9,
    codePointStart: 0,
    refound: null,
  };
  await layover.highlights.add(a, { color: 'yellow', note: '', tags: [], target });
  await layover.trips.leave(id, true);
  // Whoever has not landed after all is on the same way, with what was read on it.
  expect(await layover.trips.leave(id, false)).toMatchObject({ left, landed: null });
  const landed = await layover.trips.leave(id, true);
  expect(landed.landed).not.toBeNull();
  expect(await layover.trips.landing(id)).toEqual({
    finished: 1,
    begun: 1,
    leftOver: 2,
    minutes: 7,
    highlights: 1,
    fetched: 0,
    waiting: 0,
    failed: 0,
  });
  await layover.close();
  ({ layover } = await openCared(folder));
  expect(await layover.trips.trip(id)).toEqual(landed);
  await layover.trips.remove(id);
  expect(await layover.trips.list()).toEqual([]);
  expect(keysOf(await layover.trips.restore(id))).toEqual([c, a, b]);
});

test('a board proves nothing that was not opened', async () => {
  const { id } = await layover.trips.make(PLAN);
  await layover.trips.fill(id);
  const before = await layover.trips.board(id);
  expect(before).toMatchObject({ ready: 0, proved: null, work: null, minutes: 30 });
  expect(new Set(before.rows.map(({ status }) => status))).toEqual(new Set(['unproved']));
  await layover.tripWorks.check(id);
  await layover.tripWorks.settled(id);
  expect((await layover.trips.board(id)).ready).toBe(0);
});

test('a list knows what the library changed at once, and what other hands changed once its board was opened', async () => {
  const [a, b, c] = ids;
  if (a === undefined || b === undefined || c === undefined) throw new Error('no articles');
  const { id } = await layover.trips.make({ ...PLAN, sources: [] });
  await layover.trips.add(id, [a, b, c]);
  const { library } = layover;
  for (const key of [a, b, c]) {
    const mark = (await library.fileMark(key)) ?? '';
    const found = { key, status: 'ready', missingImages: 0, evidence: null, problem: null, way: 'opened' } as const;
    await library.trips.putChecks(id, [{ ...found, checked: '2026-11-30T10:00:00.000Z', mark }]);
  }
  const ready = async (): Promise<number | undefined> => (await layover.trips.list())[0]?.ready;
  expect(await ready()).toBe(3);
  utimesSync(join(layoutOf(folder).article(a), 'content.html'), new Date(), new Date());
  expect(await ready()).toBe(3);
  expect((await layover.trips.board(id)).ready).toBe(2);
  expect(await ready()).toBe(2);
  await library.replace(b, aDraft({ title: 'Boat, once more' }), someFiles('Another text.'));
  expect(await ready()).toBe(1);
});

test('trips stand in the order in which they leave, wherever that is', async () => {
  const leaves = async (name: string, zone: string, time: string): Promise<void> => {
    await layover.trips.make({ ...PLAN, name, departure: { day: '2026-12-01', time, zone } });
  };
  await leaves('Lisbon', 'Europe/Lisbon', '07:40');
  await leaves('Los Angeles', 'America/Los_Angeles', '06:00');
  await leaves('Auckland', 'Pacific/Auckland', '19:00');
  await layover.trips.make({ ...PLAN, name: 'Some day', departure: null });
  expect((await layover.trips.list()).map(({ name }) => name)).toEqual([
    'Auckland',
    'Lisbon',
    'Los Angeles',
    'Some day',
  ]);
});
