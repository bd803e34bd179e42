// A full disk and a missing network in the middle of a round: said, nothing is lost or doubled, and it goes on by itself.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { AppError, toErrorReport } from '#contract/errors.ts';
import type { FeedAnswer, FeedRequest } from '../../../electron/capture/fetchFeed.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { faultyDisk } from '../store/faultyDisk.ts';
import { test } from '../store/testLibrary.ts';
import { entriesOf, openBareFeeds } from './bareFeeds.ts';
import { item, rss } from './followed.ts';

const WORKER = join(import.meta.dirname, '../../../out/feedWorker.cjs');
const ADDRESS = 'https://quay.example/feed';

/** A site that has `count` entries; tells whoever knows them all that nothing has changed. */
function answersOf(count: () => number): (request: FeedRequest) => Promise<FeedAnswer> {
  return ({ address, etag }) => {
    const now = `"${count()}"`;
    const shared = { movedTo: address, cacheControl: undefined };
    if (etag === now) return Promise.resolve({ kind: 'unchanged', ...shared });
    const text = rss(Array.from({ length: count() }, (_, number) => item(count() - number)));
    return Promise.resolve({ kind: 'text', text, address, etag: now, lastModified: null, ...shared });
  };
}

test('a disk that is full at any write of a round is told, and nothing is lost or kept twice', async ({ folder }) => {
  test.setTimeout(60_000);
  let strikeAt = -1;
  let writes = 0;
  const disk = faultyDisk(nodeDisk, (operation) => {
    if (operation !== 'write' || strikeAt < 0) return undefined;
    writes += 1;
    return writes > strikeAt ? { error: 'ENOSPC' } : undefined;
  });
  let count = 3;
  const opened = await openBareFeeds(folder, WORKER, { disk, fetch: answersOf(() => count) });
  const { feeds } = opened;
  const { id } = await feeds.follow({ typed: ADDRESS, address: ADDRESS, kind: 'feed', title: 'Quay' });
  await feeds.refresh(id);
  let struck = 0;
  for (let at = 0; ; at += 1) {
    // New ones, over the end of a page.
    count += 150;
    [strikeAt, writes] = [at, 0];
    const outcome = await feeds.refresh(id).then(
      () => undefined,
      (failure: unknown) => toErrorReport(failure).message,
    );
    strikeAt = -1;
    if (outcome === undefined) break;
    struck += 1;
    expect(outcome).toContain('disk is full');
    const [told] = await feeds.list();
    expect(told?.state).toBe('failed');
    expect(told?.failure?.message).toContain('disk is full');
    await feeds.refresh(id);
    expect(await feeds.list()).toMatchObject([{ entries: count, state: 'fine', failure: null }]);
    const keys = (await entriesOf(opened, id)).map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([count, count]);
  }
  expect(struck).toBeGreaterThan(3);
  await opened.close();
});

test('a feed whose entries cannot be read any more is told, and keeps no other from being asked', async ({
  folder,
}) => {
  const before = await openBareFeeds(folder, WORKER, { fetch: answersOf(() => 1) });
  for (const name of 'abcdefghijkl') {
    const address = `https://${name}.example/feed`;
    await before.feeds.follow({ typed: address, address, kind: 'feed', title: name });
  }
  await before.feeds.refresh(null);
  const broken = (await before.feeds.list()).slice(0, 3).map(({ id }) => id);
  await before.close();
  for (const id of broken)
    for (const name of ['0.json', '0.json.bak']) await writeFile(join(folder, 'feeds', id, name), '{"format":');

  const opened = await openBareFeeds(folder, WORKER, { fetch: answersOf(() => 2) });
  const { feeds } = opened;
  await expect(feeds.refresh(null)).rejects.toMatchObject({ code: 'unreadable' });
  const all = await feeds.list();
  expect(all.flatMap(({ id, state }) => (state === 'failed' ? [id] : [])).sort()).toEqual([...broken].sort());
  expect(all.flatMap(({ id, entries }) => (broken.includes(id) ? [] : [entries]))).toEqual(Array(9).fill(2));
  await opened.close();
});

test('without a network no feed is blamed, and all are asked again as soon as it is back', async ({ folder }) => {
  let isOnline = true;
  let time = new Date('2024-05-01T12:00:00Z');
  const asked: string[] = [];
  const gone = (address: string): AppError =>
    new AppError('network', `There is no site named ${new URL(address).host}, or you are offline.`, {
      outlook: { kind: 'unresolved' },
    });
  const opened = await openBareFeeds(folder, WORKER, {
    now: () => time,
    fetch(request) {
      asked.push(request.address);
      return isOnline ? answersOf(() => 2)(request) : Promise.reject(gone(request.address));
    },
  });
  const { feeds } = opened;
  for (const name of 'abcdef') {
    const address = `https://${name}.example/feed`;
    await feeds.follow({ typed: address, address, kind: 'feed', title: name });
  }
  await feeds.refresh(null);
  const states = async (): Promise<readonly string[]> => (await feeds.list()).map(({ state }) => state);
  expect(await states()).toEqual(Array.from('abcdef', () => 'fine'));

  isOnline = false;
  time = new Date('2024-05-01T13:00:00Z');
  feeds.start();
  await expect.poll(states).toEqual(Array.from('abcdef', () => 'offline'));
  const all = await feeds.list();
  expect(all.map(({ failure, next, entries }) => [failure, next, entries])).toEqual(
    all.map(() => [null, '2024-05-01T13:05:00.000Z', 2]),
  );
  isOnline = true;
  asked.length = 0;
  feeds.nudge();
  await expect.poll(states).toEqual(Array.from('abcdef', () => 'fine'));
  expect(asked).toHaveLength(6);
  await opened.close();
});

test('one name that nobody knows is that feed’s own fault', async ({ folder }) => {
  const opened = await openBareFeeds(folder, WORKER, {
    fetch: (request) =>
      request.address.includes('misspelt')
        ? Promise.reject(new AppError('network', 'There is no such site.', { outlook: { kind: 'unresolved' } }))
        : answersOf(() => 2)(request),
  });
  for (const name of ['well', 'misspelt']) {
    const address = `https://${name}.example/feed`;
    await opened.feeds.follow({ typed: address, address, kind: 'feed', title: name });
  }
  await opened.feeds.refresh(null);
  await opened.feeds.refresh(null);
  expect((await opened.feeds.list()).map(({ title, state }) => [title, state])).toEqual([
    ['misspelt', 'failed'],
    ['The Quay', 'fine'],
  ]);
  await opened.close();
});
