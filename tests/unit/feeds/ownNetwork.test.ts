// Feeds of the person's own network: asked for what was typed once they have said so, and for nothing that a file or a feed names.
import { expect } from 'playwright/test';
import { item, rss, test } from './followed.ts';

test.use({ isPrivate: true });

test('nothing is asked of a private network for a file, and for what was typed only once the person has said so', async ({
  world,
}) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const opml = `<opml version="2.0"><body><outline type="rss" text="Router" xmlUrl="${world.site.url('/feed')}"/><outline text="x" type="rss" xmlUrl="ftp://a/"/></body></opml>`;
  expect(await world.layover.feeds.importFile(Buffer.from(opml))).toEqual({ added: 1, known: 0, refused: 1 });
  await world.layover.feeds.refresh(null);
  expect(await world.feed()).toMatchObject({ state: 'failed', entries: 0, title: 'Router' });
  expect(world.site.connections).toBe(0);
  expect(await world.layover.feeds.importFile(Buffer.from(opml))).toEqual({ added: 0, known: 1, refused: 1 });
  expect(await world.layover.feeds.exportFile()).toContain(world.site.url('/feed'));
  await world.layover.feeds.remove((await world.feed()).id);

  await expect(world.layover.feeds.look(world.site.url('/feed'))).rejects.toMatchObject({
    detail: { is: 'ownNetwork' },
  });
  expect(world.site.connections).toBe(0);
  await world.layover.ownNetwork.allow('127.0.0.1');
  expect(await world.layover.feeds.look(world.site.url('/feed'))).toMatchObject([{ kind: 'feed' }]);
  const { id } = await world.follow('/feed');
  world.routes['/feed'] = { body: rss([item(1), item(2)]) };
  await world.layover.feeds.setRule(id, { save: 'all' });
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ entries: 2 });
  // What the feed names is what nobody typed.
  for (const { id: save } of world.layover.saves.list())
    expect(await world.layover.saves.settled(save)).toMatchObject({
      progress: { error: { detail: { is: 'privateHost' } } },
    });
  expect(world.layover.saves.list().length).toBeGreaterThan(0);
  expect(world.site.requests.filter((path) => path.startsWith('/posts'))).toEqual([]);
  await world.layover.ownNetwork.forget('127.0.0.1');
  const before = world.site.connections;
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ state: 'failed', entries: 2 });
  expect(world.site.connections).toBe(before);
});
