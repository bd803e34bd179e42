// Sites that answer feeds badly: what was known stays, what went wrong is said, and the next good answer is read as a whole.
import { gzipSync } from 'node:zlib';
import { expect } from 'playwright/test';
import type { Route } from '../../helpers/site.ts';
import { item, rss, test } from './followed.ts';

const BAD: readonly (readonly [string, Route, RegExp])[] = [
  ['a page', { body: '<!doctype html><html><body><h1>Our new shop</h1></body></html>' }, /no feed that can be read/],
  ['nothing', { body: '', headers: { 'content-type': 'application/rss+xml' } }, /no feed that can be read/],
  ['an image', { body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) }, /no feed that can be read/],
  ['half of JSON', { body: '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"' }, /no feed/],
  [
    'less than it promised',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100000' });
      response.write(rss([item(1)]));
      setImmediate(() => response.destroy());
    },
    /broke off|ended early|incomplete|before/i,
  ],
  [
    'more than a feed may have',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      const piece = Buffer.from(item('x').repeat(1_000));
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    },
    /larger than|too large|more than/i,
  ],
  [
    'a bomb',
    { body: gzipSync(Buffer.alloc(60_000_000, ' ')), headers: { 'content-encoding': 'gzip' } },
    /larger than|too large|more than/i,
  ],
  ['a circle', { status: 302, headers: { location: '/feed' } }, /in a circle/],
  ['itself, elsewhere', { status: 301, headers: { location: 'file:///etc/passwd' } }, /not a web page/],
  ['a fault', { status: 500, body: rss([item(7)]) }, /fault of its own/],
];

test('whatever a site answers, what is known stays and the next good answer is read', async ({ world }) => {
  const good = (count: number): Route => ({
    body: rss(Array.from({ length: count }, (_, number) => item(number))),
    headers: { etag: `"${count}"` },
  });
  world.routes['/feed'] = good(1);
  const { id } = await world.follow('/feed');
  for (const [at, [name, route, says]] of BAD.entries()) {
    world.routes['/feed'] = route;
    await world.layover.feeds.refresh(id);
    const feed = await world.feed();
    expect([name, feed.state, feed.entries]).toEqual([name, 'failed', at + 1]);
    expect(feed.failure?.message, name).toMatch(says);
    let validator: string | undefined;
    world.routes['/feed'] = (request, response) => {
      validator = request.headers['if-none-match'];
      response.end(rss(Array.from({ length: at + 2 }, (_, number) => item(number))));
    };
    await world.layover.feeds.refresh(id);
    expect(await world.feed()).toMatchObject({ state: 'fine', failure: null, entries: at + 2 });
    // It is still told what the last good answer said.
    expect(validator).toBe(at === 0 ? '"1"' : undefined);
  }
});

test('what breaks off within an entry is read up to there, and asked for again as a whole', async ({ world }) => {
  const asked: unknown[] = [];
  const whole = rss([item(3), item(2), item(1)]);
  let isBroken = true;
  world.routes['/feed'] = (request, response) => {
    asked.push(request.headers['if-none-match'] ?? request.headers['if-modified-since']);
    response.writeHead(200, { etag: '"same"', 'last-modified': 'Mon, 29 Apr 2024 08:00:00 GMT' });
    response.end(isBroken ? whole.slice(0, whole.indexOf('Post 1')) : whole);
  };
  const { id } = await world.follow('/feed');
  expect(await world.feed()).toMatchObject({ state: 'fine', entries: 2 });
  isBroken = false;
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).entries).toBe(3);
  await world.layover.feeds.refresh(id);
  expect(asked).toEqual([undefined, undefined, '"same"']);
});

test('a 304 that nobody asked for is no answer', async ({ world }) => {
  world.routes['/feed'] = { status: 304 };
  const { id } = await world.follow('/feed');
  const feed = await world.feed();
  expect(feed).toMatchObject({ state: 'failed', fetched: null });
  expect(feed.failure?.message).toContain('without having been asked');
  world.routes['/feed'] = { body: rss([item(1)]) };
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ state: 'fine', entries: 1 });
});

test('a feed that moves to one that is followed becomes one with it, with all that was seen', async ({ world }) => {
  const { feeds } = world.layover;
  world.routes['/old'] = { body: rss([item(2), item(1)]) };
  const old = await world.follow('/old');
  await feeds.setRule(old.id, { save: 'words', words: ['storm'] });
  world.routes['/new'] = { body: rss([item(3), item(2)]).replace('The Quay', 'The Pier') };
  await feeds.follow({ typed: world.site.url('/new'), address: world.site.url('/new'), kind: 'feed', title: '' });
  await feeds.refresh(null);
  expect((await feeds.list()).map(({ title, entries }) => [title, entries])).toEqual([
    ['The Pier', 2],
    ['The Quay', 2],
  ]);
  world.routes['/old'] = { status: 301, headers: { location: '/new' } };
  await feeds.refresh(old.id);
  const joined = {
    title: 'The Pier',
    entries: 3,
    movedFrom: world.site.url('/old'),
    rule: { save: 'words', words: ['storm'] },
  };
  expect(await feeds.list()).toMatchObject([joined]);
  const titles = ['Post 1', 'Post 2', 'Post 3'];
  expect((await world.timeline()).map(({ title }) => title).sort()).toEqual(titles);
  await world.again();
  expect(await world.layover.feeds.list()).toMatchObject([joined]);
  expect((await world.timeline()).map(({ title, feed }) => `${title}, ${feed ?? ''}`).sort()).toEqual(
    titles.map((title) => `${title}, The Pier`),
  );
});

test('sites that ask for patience get it, whichever way they say it', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  // A date counts from the answer's own clock, which is three years ahead here.
  const ahead = { date: 'Fri, 01 Jan 2027 10:00:00 GMT', 'retry-after': 'Fri, 01 Jan 2027 15:00:00 GMT' };
  world.routes['/feed'] = { status: 429, headers: ahead };
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ state: 'failed', next: '2024-05-01T17:00:00.000Z' });
  await expect(world.layover.feeds.refresh(id)).rejects.toThrow(/300 minutes more/);
  world.setTime('2024-05-01T17:00:01Z');
  world.routes['/feed'] = { status: 503, headers: { 'retry-after': '999999999999' } };
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).next).toBe('2024-05-02T17:00:01.000Z');
});

test('a clock that was years ahead keeps no feed from being asked when it is right again', async ({ world }) => {
  world.setTime('2034-05-01T12:00:00Z');
  world.routes['/feed'] = { body: rss([item(1, '<pubDate>Mon, 29 Apr 2041 08:00:00 GMT</pubDate>')]) };
  const { id } = await world.follow('/feed');
  world.routes['/feed'] = { status: 503, headers: { 'retry-after': '7200' } };
  await world.layover.feeds.refresh(id);
  world.setTime('2024-05-01T12:00:00Z');
  world.routes['/feed'] = { body: rss([item(2), item(1)]) };
  world.layover.feeds.start();
  await expect.poll(async () => (await world.feed()).entries).toBe(2);
  expect((await world.feed()).next).toBe('2024-05-01T13:00:00.000Z');
  world.routes['/feed'] = { status: 503, headers: { 'retry-after': '7200' } };
  await world.layover.feeds.refresh(id);
  world.setTime('2004-05-01T12:00:00Z');
  world.routes['/feed'] = { body: rss([item(3)]) };
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).entries).toBe(3);
});

test('an entry told otherwise under the same id is one entry, with its new words; without ids, dates, links it is known again', async ({
  world,
}) => {
  const bare = '<item><description>A boat came in without a name.</description></item>';
  world.routes['/feed'] = { body: `\ufeff\n ${rss([item(1, '<description>Old</description>'), bare])}` };
  const { id } = await world.follow('/feed');
  world.routes['/feed'] = {
    body: rss([item(1, '<description>New</description>').replace('Post 1', 'Post 1, again'), bare]),
  };
  await world.layover.feeds.refresh(id);
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).entries).toBe(2);
  expect((await world.timeline()).map(({ title }) => title).sort()).toEqual([
    'A boat came in without a name.',
    'Post 1, again',
  ]);
});

test('a feed of 10,000 entries is known whole, once, and again', async ({ world }) => {
  world.routes['/feed'] = { body: rss(Array.from({ length: 10_000 }, (_, number) => item(10_000 - number))) };
  const { id, entries } = await world.follow('/feed');
  expect(entries).toBe(10_000);
  await world.again();
  world.routes['/feed'] = { body: rss(Array.from({ length: 10_000 }, (_, number) => item(10_001 - number))) };
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).entries).toBe(10_001);
  const found = await world.timeline();
  expect(new Set(found.map(({ title }) => title)).size).toBe(10_001);
});
