// What is followed, and trips, go with a backup: into an empty library as they are, into one that follows the same without doubling anything.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect } from 'playwright/test';
import { NO_FILTER } from '#contract/post.ts';
import { openShelf, type Shelf } from '../exchange/shelf.ts';
import { createExportKeeper } from '../../../electron/library/exporting/exportKeeper.ts';
import { PLAIN_PLAN } from '../trips/plans.ts';
import { item, rss, test } from './followed.ts';

const DATED = '<pubDate>Wed, 01 May 2024 08:00:00 GMT</pubDate>';

test('feeds with all that was ever seen in them, and trips, come back from a backup', async ({ world }, testInfo) => {
  const file = testInfo.outputPath('all.layover-backup');
  world.routes['/feed'] = { body: rss(Array.from({ length: 230 }, (_, at) => item(at, DATED))) };
  const feed = await world.follow('/feed');
  await world.layover.feeds.setRule(feed.id, { save: 'words', words: ['storm'] });
  // What the feed does not say any more stays known, in the backup as well.
  world.routes['/feed'] = { body: rss([item(900, DATED)]) };
  await world.layover.feeds.refresh(feed.id);
  const trip = await world.layover.trips.make({ ...PLAIN_PLAN, sources: [{ from: 'feed', feed: feed.id }] });
  const filled = await world.layover.trips.fill(trip.id);
  expect(filled.items.length).toBeGreaterThan(3);
  const keeper = createExportKeeper({
    layover: world.layover,
    tell: () => {},
    report: (bug) => void world.bugs.push(bug),
  });
  keeper.backup(file);
  await expect.poll(() => keeper.jobs.last()?.state).toBe('done');
  await keeper.close();

  const folder = mkdtempSync(join(tmpdir(), 'layover-elsewhere-'));
  const there = await openShelf(folder);
  try {
    expect(await restored(there, file)).toBe('done');
    const { entries, rule, title, address } = feedOf(await there.layover.feeds.list());
    expect({ entries, rule, title, address }).toEqual({
      entries: 231,
      rule: { save: 'words', words: ['storm'] },
      title: 'The Quay',
      address: world.site.url('/feed'),
    });
    expect(await there.layover.trips.trip(trip.id)).toEqual(filled);
    const view = await there.layover.timeline.view({ axis: 'published', filter: NO_FILTER, near: null });
    expect(view.posts).toHaveLength(231);
    // Once more, and into the library that it came from: nothing is doubled.
    expect(await restored(there, file)).toBe('done');
    expect((await there.layover.feeds.list()).map((each) => each.entries)).toEqual([231]);
    expect(await there.layover.trips.list()).toHaveLength(1);
    expect(there.bugs).toEqual([]);
  } finally {
    await there.close();
    rmSync(folder, { recursive: true });
  }
});

test('what a backup knows of a feed that is followed here joins it', async ({ world }, testInfo) => {
  const file = testInfo.outputPath('old.layover-backup');
  world.routes['/feed'] = { body: rss([item(1, DATED), item(2, DATED)]) };
  await world.follow('/feed');
  const keeper = createExportKeeper({
    layover: world.layover,
    tell: () => {},
    report: (bug) => void world.bugs.push(bug),
  });
  keeper.backup(file);
  await expect.poll(() => keeper.jobs.last()?.state).toBe('done');
  await keeper.close();
  const folder = mkdtempSync(join(tmpdir(), 'layover-elsewhere-'));
  const there = await openShelf(folder);
  try {
    world.routes['/feed'] = { body: rss([item(2, DATED), item(3, DATED)]) };
    const address = world.site.url('/feed');
    const { id } = await there.layover.feeds.follow({ kind: 'feed', typed: address, address, title: '' });
    await there.layover.feeds.refresh(id);
    expect(await restored(there, file)).toBe('done');
    expect((await there.layover.feeds.list()).map((each) => [each.id, each.entries])).toEqual([[id, 3]]);
    expect(there.bugs).toEqual([]);
  } finally {
    await there.close();
    rmSync(folder, { recursive: true });
  }
});

async function restored(shelf: Shelf, file: string): Promise<string> {
  shelf.keeper.restore(file);
  return (await shelf.over()).state;
}

function feedOf<T>([only, ...rest]: readonly T[]): T {
  if (only === undefined || rest.length > 0) throw new Error('there should be one feed');
  return only;
}
