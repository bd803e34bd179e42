// Feeds and entries that another machine wrote while the library is open here: they are shown without a restart, each once, and nothing that either wrote is lost.
import { cpSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { isFeedId, type FeedEntry, type FeedId } from '#contract/feeds.ts';
import { createFeedEntries, type FeedEntries } from '../../../electron/library/following/feedEntries.ts';
import { feedOfBoth, withChoice } from '../../../electron/library/following/feedOfBoth.ts';
import { newFeed } from '../../../electron/library/following/feedRecords.ts';
import { createSyncKeeper, type SyncKeeper } from '../../../electron/library/syncing/syncKeeper.ts';
import type { Layover } from '../../../electron/layover.ts';
import type { FeedRecord } from '../../../electron/store/feedFiles.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { entriesOf } from './bareFeeds.ts';
import { item, rss, test, type Followed } from './followed.ts';

const NOW = (): Date => new Date('2024-05-01T13:00:00Z');

const entryOf = (number: number): FeedEntry => ({
  key: `id-${number}`,
  title: `Post ${number}`,
  url: `https://quay.example/posts/${number}`,
  added: null,
  published: null,
  updated: null,
  byline: null,
  excerpt: null,
  categories: [],
  kind: 'article',
  content: null,
});

const keeperOf = ({ library, saves, trips, feeds, highlights, checkFolders }: Layover): SyncKeeper =>
  createSyncKeeper({
    library,
    saves,
    trips,
    feeds,
    check: checkFolders,
    changed: () => undefined,
    highlights: { restored: () => void highlights },
    events: {},
    againMs: 0,
  });

/** The same library on another machine, where something is done; the files of its feeds lie in the answered folder then. */
async function onTheOther(
  { folder }: Followed,
  work: (library: Library, entries: FeedEntries) => Promise<void>,
): Promise<string> {
  const there = join(folder, '..', `${folder.split('/').at(-1)}-there`);
  rmSync(there, { recursive: true, force: true });
  cpSync(folder, there, { recursive: true });
  rmSync(join(there, 'lock.json'), { force: true });
  const library = await openLibrary(there, { now: NOW });
  await library.feeds.all();
  await work(library, createFeedEntries(library.feeds, NOW));
  await library.close();
  return there;
}

const titlesOf = async (world: Followed): Promise<readonly string[]> =>
  (await world.timeline()).map(({ title }) => title).sort();

/** All keys that are on the disk here, each as often as it is there. */
const keysOf = async ({ layover }: Followed, id: FeedId): Promise<readonly string[]> =>
  (await entriesOf(layover, id)).map(({ key }) => key).sort();

test('entries that the other machine fetched are shown, whichever of their files comes first, and are not fetched again here', async ({
  world,
}) => {
  mkdirSync(join(world.folder, '.stfolder'));
  world.routes['/feed'] = { body: rss([item(2), item(1)]) };
  const { id } = await world.follow('/feed');
  expect(await titlesOf(world)).toEqual(['Post 1', 'Post 2']);
  const keeper = keeperOf(world.layover);
  const files = [join('feeds', id, '0.json'), join('feeds', `${id}.json`)];
  let number = 2;
  for (const order of [files, [...files].reverse()]) {
    number += 1;
    const there = await onTheOther(
      world,
      async (_library, entries) => void (await entries.take(id, [entryOf(number)])),
    );
    for (const file of order) {
      copyFileSync(join(there, file), join(world.folder, file));
      await keeper.lookAgain();
    }
    expect(await titlesOf(world)).toEqual(Array.from({ length: number }, (_, at) => `Post ${at + 1}`));
    expect(await world.feed()).toMatchObject({ entries: number });
  }
  // The site still names them, with one that is new to both.
  world.routes['/feed'] = { body: rss([5, 4, 3, 2, 1].map((each) => item(each))) };
  await world.layover.feeds.refresh(id);
  expect(await keysOf(world, id)).toEqual(['id-1', 'id-2', 'id-3', 'id-4', 'id-5']);
  await world.again();
  expect(await titlesOf(world)).toHaveLength(5);
});

test('what arrives before a feed is asked here is neither lost nor kept twice, also when nobody has looked', async ({
  world,
}) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.timeline();
  const there = await onTheOther(world, async (_library, entries) => {
    await entries.take(id, [entryOf(2)]);
    // A page of which the record here knows nothing.
    await entries.take(id, [entryOf(3), { ...entryOf(4), content: 'x'.repeat(1_200_000) }, entryOf(5)]);
  });
  for (const page of [0, 1])
    copyFileSync(join(there, 'feeds', id, `${page}.json`), join(world.folder, 'feeds', id, `${page}.json`));
  world.routes['/feed'] = { body: rss([6, 5, 4, 3, 2, 1].map((each) => item(each))) };
  await world.layover.feeds.refresh(id);
  expect(await keysOf(world, id)).toEqual(['id-1', 'id-2', 'id-3', 'id-4', 'id-5', 'id-6']);
  expect(await world.feed()).toMatchObject({ entries: 6 });
  expect(await titlesOf(world)).toHaveLength(6);
});

test('what another machine writes in the moment of a write here is in what is written', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.timeline();
  const there = await onTheOther(world, async (_library, entries) => void (await entries.take(id, [entryOf(2)])));
  const { feeds } = world.layover.library;
  const page = join('feeds', id, '0.json');
  await feeds.writePage(id, 0, (known) => {
    if (known.length === 1) copyFileSync(join(there, page), join(world.folder, page));
    return [...known, { ...entryOf(3), seen: NOW().toISOString(), isNew: true, wish: 'none' }];
  });
  expect(await keysOf(world, id)).toEqual(['id-1', 'id-2', 'id-3']);
  mkdirSync(join(world.folder, '.stfolder'));
  await keeperOf(world.layover).lookAgain();
  expect(await titlesOf(world)).toEqual(['Post 1', 'Post 2', 'Post 3']);
});

test('feeds that the other machine follows, names otherwise or takes off are so here', async ({ world }) => {
  mkdirSync(join(world.folder, '.stfolder'));
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.timeline();
  const keeper = keeperOf(world.layover);
  const take = async (work: Parameters<typeof onTheOther>[1]): Promise<void> => {
    cpSync(join(await onTheOther(world, work), 'feeds'), join(world.folder, 'feeds'), { recursive: true });
    await keeper.lookAgain();
  };
  await take(async (library, entries) => {
    const wish = { kind: 'feed', address: 'https://pier.example/feed', title: 'The Pier' } as const;
    const { id: other } = await library.feeds.add(newFeed(wish, null, NOW()));
    await entries.take(other, [entryOf(7)]);
    await library.feeds.update(id, (known) => ({ ...known, title: 'The New Quay', rule: { save: 'all' } }));
  });
  const feeds = await world.layover.feeds.list();
  expect(feeds.map(({ title, entries }) => [title, entries])).toEqual([
    ['The New Quay', 1],
    ['The Pier', 1],
  ]);
  expect(feeds[0]?.rule).toEqual({ save: 'all' });
  expect(new Set((await world.timeline()).map(({ title, feed }) => `${title} of ${feed}`))).toEqual(
    new Set(['Post 1 of The New Quay', 'Post 7 of The Pier']),
  );
  await take(async (library) => {
    await library.feeds.update(id, (known) => ({ ...known, removed: NOW().toISOString() }));
  });
  expect((await world.layover.feeds.list()).map(({ title }) => title)).toEqual(['The Pier']);
  expect(await titlesOf(world)).toEqual(['Post 7']);
});

test('a second copy of a page is joined while the library is open: shown, each entry once, whatever page it is on here', async ({
  world,
}) => {
  mkdirSync(join(world.folder, '.stfolder'));
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.timeline();
  const there = await onTheOther(world, async (_library, entries) => {
    await entries.take(id, [entryOf(2)]);
    await entries.take(id, [entryOf(3)]);
  });
  // Here the second entry lies on a page of its own, behind a full one.
  const others = Array.from({ length: 199 }, (_, number) => item(number + 100));
  for (const items of [[...others, item(1)], [item(2)]]) {
    world.routes['/feed'] = { body: rss(items) };
    await world.layover.feeds.refresh(id);
  }
  expect((await world.layover.library.feeds.page(id, 1))?.map(({ key }) => key)).toEqual(['id-2']);
  const copy = join(world.folder, 'feeds', id, '0.sync-conflict-20260101-120000-ABCDEFG.json');
  writeFileSync(copy, readFileSync(join(there, 'feeds', id, '0.json')));
  const keeper = keeperOf(world.layover);
  await keeper.lookAgain();
  await keeper.lookAgain();
  const keys = await keysOf(world, id);
  expect([keys.length, new Set(keys).size]).toEqual([202, 202]);
  expect(await titlesOf(world)).toContain('Post 3');
  expect(await world.feed()).toMatchObject({ entries: 202 });
  expect((await keeper.list()).map(({ kind, isMerged }) => [kind, isMerged])).toEqual([['entries', true]]);
});

const feedAt = (minute: number): Date => new Date(Date.UTC(2024, 4, 2, 9, minute));
const FEED: FeedRecord = {
  format: 1,
  ...newFeed({ kind: 'feed', address: 'https://quay.example/feed', title: 'The Quay' }, null, feedAt(0)),
  id: anId('abcdefghijkl'),
  fetched: feedAt(0).toISOString(),
  etag: '"0"',
};

function anId(text: string): FeedId {
  if (!isFeedId(text)) throw new Error(`${text} is no name of a feed`);
  return text;
}

/** Both machines' record, whichever of them joins. */
function joined(one: FeedRecord, other: FeedRecord): FeedRecord {
  const both = feedOfBoth(one, other);
  const told = ({ etag: _etag, lastModified: _lastModified, ...rest }: FeedRecord): object => rest;
  expect(told(feedOfBoth(other, one))).toEqual(told(both));
  expect(feedOfBoth(both, other)).toBe(both);
  return both;
}

test('what the person chose last of a feed counts, whichever machine asked it last', () => {
  const chosen = withChoice(FEED, { rule: { save: 'all' } }, feedAt(1));
  const asked = { ...FEED, title: 'The New Quay', fetched: feedAt(5).toISOString(), etag: '"5"' };
  expect(joined(chosen, asked)).toMatchObject({ rule: { save: 'all' }, title: 'The New Quay' });
  const left = withChoice(chosen, { isFollowed: false, next: null }, feedAt(-30));
  expect(joined(left, chosen)).toMatchObject({ isFollowed: false, next: null, rule: { save: 'all' } });
  const back = withChoice(left, { isFollowed: true, next: feedAt(9).toISOString() }, feedAt(9));
  expect(joined(back, left)).toMatchObject({ isFollowed: true, next: feedAt(9).toISOString() });
  // Its site ended it on one machine, and the person follows it again on the other, before that or after.
  const gone = { ...asked, isGone: true, isFollowed: false, next: null };
  expect(joined(chosen, gone)).toMatchObject({ isGone: true, isFollowed: false, next: null, rule: { save: 'all' } });
  expect(joined(back, gone)).toMatchObject({ isGone: false, isFollowed: true, next: feedAt(9).toISOString() });
});

test('a feed that was asked on the other machine is asked for all it has, since what came of that may not be here', () => {
  const asked = {
    ...FEED,
    fetched: feedAt(5).toISOString(),
    etag: '"5"',
    lastModified: 'Thu, 02 May 2024 09:05:00 GMT',
  };
  expect(feedOfBoth(FEED, asked)).toMatchObject({ etag: null, lastModified: null });
  expect(feedOfBoth(asked, FEED)).toBe(asked);
});

test('second copies of a record are joined: a rule that was set on one machine is not lost to the other that asked the feed', async ({
  world,
}) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.timeline();
  const there = await onTheOther(world, async (library) => {
    await library.feeds.update(id, (known) => withChoice(known, { rule: { save: 'all' } }, NOW()));
  });
  const place = join(world.folder, 'feeds');
  copyFileSync(join(there, 'feeds', `${id}.json`), join(place, `${id}.sync-conflict-20240501-130000-ABCDEFG.json`));
  world.routes['/feed'] = { body: rss([item(2), item(1)]) };
  await world.layover.feeds.refresh(id);
  expect(await keeperOf(world.layover).look()).toBe(1);
  expect(await world.feed()).toMatchObject({ entries: 2, rule: { save: 'all' } });
  const [told] = await keeperOf(world.layover).list();
  expect(told).toMatchObject({ kind: 'feed', isMerged: true });
  expect(await titlesOf(world)).toEqual(['Post 1', 'Post 2']);
});

test('a feed that was taken off on the other machine last is off the timeline here, and one put back there is on it', async ({
  world,
}) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.timeline();
  const keeper = keeperOf(world.layover);
  const copyOf = async (removed: string | null, minute: number): Promise<void> => {
    const there = await onTheOther(world, async (library) => {
      await library.feeds.update(id, (known) => withChoice(known, { removed }, feedAt(minute)));
    });
    const name = `${id}.sync-conflict-20240502-09000${minute}-ABCDEFG.json`;
    copyFileSync(join(there, 'feeds', `${id}.json`), join(world.folder, 'feeds', name));
    expect(await keeper.look()).toBe(1);
  };
  await copyOf(feedAt(1).toISOString(), 1);
  expect(await titlesOf(world)).toEqual([]);
  await copyOf(null, 2);
  expect(await titlesOf(world)).toEqual(['Post 1']);
});
