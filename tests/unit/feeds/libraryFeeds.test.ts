// Feeds followed over a real site: asked politely, kept for ever, shown on the timeline, saved by rule.
import { expect } from 'playwright/test';
import { feedPageId } from '#contract/feeds.ts';
import { NO_FILTER } from '#contract/post.ts';
import { item, rss, test } from './followed.ts';

const DATED = '<pubDate>Mon, 29 Apr 2024 08:00:00 GMT</pubDate>';

test('entries stand on the timeline with the feed they come from, and stay when the feed drops them', async ({
  world,
}) => {
  world.routes['/feed'] = { body: rss([item(2, DATED), item(1)]) };
  const feed = await world.follow('/feed');
  expect(feed).toMatchObject({ title: 'The Quay', entries: 2, state: 'fine', failure: null, kind: 'feed' });
  expect((await world.timeline()).map(({ title, added, feed: from }) => [title, added, from])).toEqual([
    ['Post 2', '2024-04-29', 'The Quay'],
    ['Post 1', null, 'The Quay'],
  ]);

  world.setTime('2024-05-02T12:00:00Z');
  world.routes['/feed'] = { body: rss([item(3)]) };
  await world.layover.feeds.refresh(feed.id);
  const titles = async (): Promise<readonly (readonly [string, string | null])[]> =>
    (await world.timeline()).map(({ title, added }) => [title, added] as const);
  const all = [
    // What came while the feed was followed was added when it was seen.
    ['Post 3', '2024-05-02'],
    ['Post 2', '2024-04-29'],
    ['Post 1', null],
  ];
  expect(await titles()).toEqual(all);
  await world.again();
  expect(await titles()).toEqual(all);
  await world.again(true);
  expect(await titles()).toEqual(all);
});

test('a feed that did not change is not read again, and is told so by what it said', async ({ world }) => {
  const asked: unknown[] = [];
  world.routes['/feed'] = (request, response) => {
    asked.push([request.headers['if-none-match'], request.headers['if-modified-since']]);
    const isSame = request.headers['if-none-match'] === '"one"';
    response.writeHead(isSame ? 304 : 200, { etag: '"one"', 'last-modified': 'Mon, 29 Apr 2024 08:00:00 GMT' });
    response.end(isSame ? '' : rss([item(1)]));
  };
  const { id } = await world.follow('/feed');
  await world.layover.feeds.refresh(id);
  expect(asked).toEqual([
    [undefined, undefined],
    ['"one"', 'Mon, 29 Apr 2024 08:00:00 GMT'],
  ]);
  expect(await world.feed()).toMatchObject({ entries: 1, state: 'fine' });
});

test('how often a feed is asked is what it and its server wish, within half an hour and a day', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(1)], '<ttl>120</ttl>') };
  expect((await world.follow('/feed')).next).toBe('2024-05-01T14:00:00.000Z');
  const { id } = await world.feed();
  for (const [cacheControl, next] of [
    ['max-age=18000', '2024-05-01T17:00:00.000Z'],
    ['max-age=99999999', '2024-05-02T12:00:00.000Z'],
  ] as const) {
    world.routes['/feed'] = { body: rss([item(1)], '<ttl>1</ttl>'), headers: { 'cache-control': cacheControl } };
    await world.layover.feeds.refresh(id);
    expect((await world.feed()).next).toBe(next);
  }
  world.routes['/feed'] = { body: rss([item(1)], '<ttl>1</ttl>') };
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).next).toBe('2024-05-01T12:30:00.000Z');
});

test('a busy site is left alone as long as it asks, by the person too', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  world.routes['/feed'] = { status: 503, headers: { 'retry-after': '7200' } };
  await world.layover.feeds.refresh(id);
  const busy = await world.feed();
  expect(busy).toMatchObject({ state: 'failed', next: '2024-05-01T14:00:00.000Z', entries: 1 });
  expect(busy.failure?.message).toContain('too busy');
  const before = world.site.requests.length;
  await expect(world.layover.feeds.refresh(id)).rejects.toThrow(/left alone/);
  await world.layover.feeds.refresh(null);
  expect(world.site.requests).toHaveLength(before);
  world.setTime('2024-05-01T14:00:01Z');
  world.routes['/feed'] = { body: rss([item(1), item(2)]) };
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ state: 'fine', failure: null, entries: 2 });
});

test('failures are told in words and make the waits longer; what was known stays', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  world.routes['/feed'] = { body: '<html><body>Our new shop</body></html>' };
  const waits: (string | null)[] = [];
  for (let time = 0; time < 3; time += 1) {
    await world.layover.feeds.refresh(id);
    waits.push((await world.feed()).next);
  }
  expect(waits).toEqual(['2024-05-01T13:00:00.000Z', '2024-05-01T14:00:00.000Z', '2024-05-01T16:00:00.000Z']);
  expect((await world.feed()).failure?.message).toContain('no feed that can be read');
  expect(await world.timeline()).toHaveLength(1);
});

test('a feed that is gone for good ends and keeps its entries; one that moved for good is asked there', async ({
  world,
}) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  world.routes['/feed'] = { status: 301, headers: { location: '/new' } };
  world.routes['/new'] = { body: rss([item(1), item(2)]) };
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ address: world.site.url('/new'), movedFrom: world.site.url('/feed') });
  await world.layover.feeds.refresh(id);
  expect(world.site.requests.filter((path) => path === '/feed')).toHaveLength(2);

  world.routes['/new'] = { status: 302, headers: { location: '/other' } };
  world.routes['/other'] = { body: rss([item(1), item(2)]) };
  await world.layover.feeds.refresh(id);
  expect((await world.feed()).address).toBe(world.site.url('/new'));

  world.routes['/new'] = { status: 410 };
  await world.layover.feeds.refresh(id);
  expect(await world.feed()).toMatchObject({ state: 'gone', next: null, entries: 2 });
  expect(await world.timeline()).toHaveLength(2);
});

test('an entry joins the article saved from its address, and one told otherwise is updated', async ({ world }) => {
  const body = `<article><h1>Post 1</h1>${'<p>The harbour lay quiet under a low sky, and nobody spoke of the storm.</p>'.repeat(20)}</article>`;
  world.routes['/posts/1'] = { body };
  world.routes['/feed'] = { body: rss([item(1), item(2)]) };
  const { id } = await world.follow('/feed');
  const save = await world.layover.saves.add({ from: 'address', address: world.site.url('/posts/1') }, 'one');
  await world.layover.saves.settled(save.id);
  const [saved] = await world.timeline('saved');
  expect(saved).toMatchObject({ state: 'saved', feed: 'The Quay', lists: 0 });
  expect(await world.timeline()).toHaveLength(2);
  world.routes['/feed'] = { body: rss([item(2).replace('Post 2', 'Post 2, corrected'), item(1)]) };
  await world.layover.feeds.refresh(id);
  expect((await world.timeline()).map(({ title }) => title).sort()).toEqual(['Post 1', 'Post 2, corrected']);
  const other = (await world.timeline()).find(({ title }) => title.startsWith('Post 2'));
  const { mentions } = await world.layover.timeline.details(other?.post ?? -1);
  expect(mentions).toMatchObject([{ articleId: null, articleTitle: 'The Quay', title: 'Post 2, corrected' }]);
  const ofFeed = await world.layover.timeline.facets('added', NO_FILTER);
  expect(ofFeed.lists).toEqual([{ value: feedPageId(id, 0), label: 'The Quay', count: 2 }]);
  const narrowed = await world.layover.timeline.list('added', { ...NO_FILTER, lists: [feedPageId(id, 0)] });
  expect(narrowed).toHaveLength(2);
});

test('a large feed is kept in pages, and all of it is found by its feed', async ({ world }) => {
  world.routes['/feed'] = { body: rss(Array.from({ length: 1_000 }, (_, number) => item(1_000 - number))) };
  const { id, entries } = await world.follow('/feed');
  expect(entries).toBe(1_000);
  expect(await world.timeline()).toHaveLength(1_000);
  expect((await world.timeline('published')).slice(0, 2).map(({ title }) => title)).toEqual(['Post 1000', 'Post 999']);
  const { lists } = await world.layover.timeline.facets('added', NO_FILTER);
  expect(lists).toEqual([{ value: feedPageId(id, 0), label: 'The Quay', count: 1_000 }]);
});

test('discovery finds what a page declares, else where feeds usually are, and what it lists', async ({ world }) => {
  world.routes['/'] = {
    body: '<head><link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"></head><p>Hello</p>',
  };
  const { feeds } = world.layover;
  expect(await feeds.look(world.site.url('/'))).toEqual([
    { kind: 'feed', address: world.site.url('/news.xml'), title: 'News', entries: null, isFollowed: false },
  ]);
  expect(world.site.requests).toEqual(['/']);
  world.routes['/plain'] = { body: '<p>Hello</p>' };
  world.routes['/atom.xml'] = { body: rss([item(1)]) };
  expect(await feeds.look(world.site.url('/plain'))).toMatchObject([
    { address: world.site.url('/atom.xml'), title: 'The Quay', entries: 1 },
  ]);
  delete world.routes['/atom.xml'];
  await expect(feeds.look(world.site.url('/plain'))).rejects.toThrow(/No feed and no list/);
  await expect(feeds.look('not an address')).rejects.toMatchObject({ code: 'bad-input' });
});

test('an archive page is followed as a list, its older pages with it', async ({ world }) => {
  const listed = (from: number): string =>
    Array.from({ length: 8 }, (_, at) => {
      const n = from - at;
      return `<article class="post"><h2><a href="/posts/${n}">The long story number ${n} of the harbour</a></h2><time datetime="2024-03-${String(n).padStart(2, '0')}">${n} March 2024</time><p>It begins where the last one ended.</p></article>`;
    }).join('');
  const pageOf = (from: number, older: string): string =>
    `<!doctype html><html><head><title>Stories</title></head><body class="archive"><main><h1>Stories</h1>${listed(from)}<nav class="pagination">${older}</nav></main></body></html>`;
  world.routes['/category/stories/'] = {
    body: pageOf(20, '<a rel="next" href="/category/stories/page/2/">Older posts</a>'),
  };
  world.routes['/category/stories/page/2/'] = { body: pageOf(12, '') };
  const [choice] = await world.layover.feeds.look(world.site.url('/category/stories/'));
  expect(choice).toMatchObject({ kind: 'list', entries: 8 });
  const feed = await world.follow('/category/stories/', 'list');
  expect(feed).toMatchObject({ kind: 'list', state: 'fine', entries: 16 });
  expect((await world.timeline()).map(({ added }) => added)[0]).toBe('2024-03-20');
  world.routes['/category/stories/'] = { body: pageOf(22, '') };
  await world.layover.feeds.refresh(feed.id);
  expect((await world.feed()).entries).toBe(18);
});

test('a long archive is read ten pages at a time, politely and as far as the person wishes', async ({ world }) => {
  const pageOf = (page: number): string =>
    `<!doctype html><title>Stories</title><body class="archive"><main><h1>Stories</h1>${Array.from(
      { length: 4 },
      (_, at) =>
        // The last of each page stands first on the next one, as happens when something is added meanwhile.
        `<article><h2><a href="/posts/${page * 3 + at}?utm_source=p${page}">The long story number ${page * 3 + at} of the harbour</a></h2><time datetime="2020-01-01">1 January 2020</time></article>`,
    ).join('')}<nav><a href="/stories/${page + 1}" rel="next">Older</a></nav></main>`;
  for (let page = 0; page < 14; page += 1) world.routes[`/stories/${page}`] = { body: pageOf(page) };
  // The page after the last one repeats it.
  world.routes['/stories/14'] = { body: pageOf(13) };
  const feed = await world.follow('/stories/0', 'list');
  expect(feed).toMatchObject({ entries: 31, hasOlder: true, state: 'fine' });
  expect(world.site.requests).toHaveLength(10);
  expect(await world.layover.feeds.older(feed.id)).toBe(12);
  expect(await world.feed()).toMatchObject({ entries: 43, hasOlder: false });
  await expect(world.layover.feeds.older(feed.id)).rejects.toMatchObject({ code: 'bad-input' });
  await world.layover.feeds.refresh(feed.id);
  expect(world.site.requests).toHaveLength(16);
  expect((await world.feed()).entries).toBe(43);
});

test('an older page that does not come is read when it is asked for again', async ({ world }) => {
  const pageOf = (page: number): string =>
    `<!doctype html><title>Stories</title><body class="archive"><main><h1>Stories</h1>${[0, 1, 2].map((at) => `<article><h2><a href="/posts/${page}-${at}">The long story number ${page}-${at} of the harbour</a></h2></article>`).join('')}${page < 3 ? `<a href="/stories/${page + 1}" rel="next">Older posts</a>` : ''}</main>`;
  for (const page of [0, 1, 3]) world.routes[`/stories/${page}`] = { body: pageOf(page) };
  world.routes['/stories/2'] = { status: 500 };
  const feed = await world.follow('/stories/0', 'list');
  expect(feed).toMatchObject({ entries: 6, hasOlder: true });
  await expect(world.layover.feeds.older(feed.id)).rejects.toThrow(/fault of its own/);
  world.routes['/stories/2'] = { body: pageOf(2) };
  expect(await world.layover.feeds.older(feed.id)).toBe(6);
  expect(await world.feed()).toMatchObject({ entries: 12, hasOlder: false });
});

test('a rule saves what is new, once; a page that is gone is saved from what the feed has', async ({ world }) => {
  const story = (name: string): string =>
    `<p>${`The ${name} was old and the keeper knew every stone of it. `.repeat(30)}</p>`;
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.layover.feeds.setRule(id, { save: 'words', words: ['lighthouse'] });
  const full = `<description><![CDATA[${story('lighthouse')}]]></description>`;
  world.routes['/feed'] = {
    body: rss([item('9', full).replace('Post 9', 'The LightHouse'), item(8), item(1)]),
  };
  await world.layover.feeds.refresh(id);
  const [save, ...others] = world.layover.saves.list();
  expect(others).toEqual([]);
  await world.layover.saves.settled(save?.id ?? 0);
  const [saved] = await world.layover.cards();
  expect(saved).toMatchObject({ title: 'The LightHouse', siteName: 'The Quay' });
  expect(await world.layover.library.text(saved?.id ?? (await Promise.reject(new Error('nothing saved'))))).toContain(
    'knew every stone',
  );
  expect((await world.timeline()).find(({ title }) => title === 'The LightHouse')?.state).toBe('saved');
  const { saves } = world.layover;
  await world.layover.remove(saved?.id ?? (await Promise.reject(new Error('nothing saved'))));
  await world.layover.feeds.refresh(id);
  expect(saves.list().filter(({ progress }) => progress.state !== 'ready')).toEqual([]);
});

test('the newest are saved as soon as the rule says so', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(3), item(2), item(1)]) };
  const { id } = await world.follow('/feed');
  await world.layover.feeds.setRule(id, { save: 'newest', count: 2 });
  expect(
    world.layover.saves
      .list()
      .map(({ label }) => label.replace(/.*\//, ''))
      .sort(),
  ).toEqual(['2', '3']);
});

test('what is followed no more keeps its entries; what is removed goes, and comes back', async ({ world }) => {
  world.routes['/feed'] = { body: rss([item(1)]) };
  const { id } = await world.follow('/feed');
  await world.layover.feeds.setFollowed(id, false);
  expect(await world.feed()).toMatchObject({ isFollowed: false, next: null });
  expect(await world.timeline()).toHaveLength(1);
  await world.layover.feeds.remove(id);
  expect(await world.layover.feeds.list()).toEqual([]);
  expect(await world.timeline()).toEqual([]);
  await world.layover.feeds.restore(id);
  expect(await world.timeline()).toHaveLength(1);
  await world.layover.feeds.remove(id);
  await world.again();
  await expect(world.layover.feeds.restore(id)).rejects.toMatchObject({ code: 'not-found' });
  expect(await world.timeline()).toEqual([]);
});

test('text is read in the encoding that it is in, whoever says what', async ({ world }) => {
  const declared = rss([item('ü-ä-ö')]).replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="ISO-8859-1"?>');
  world.routes['/feed'] = { body: Buffer.from(declared, 'latin1'), headers: { 'content-type': 'application/rss+xml' } };
  const { id } = await world.follow('/feed');
  expect((await world.timeline()).map(({ title }) => title)).toEqual(['Post ü-ä-ö']);
  // What says UTF-16 and is UTF-8, as many feeds of programs for Windows are.
  const lying = rss([item('ŵ-λ-я')]).replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-16"?>');
  world.routes['/feed'] = {
    body: Buffer.from(lying, 'utf8'),
    headers: { 'content-type': 'text/xml; charset=us-ascii' },
  };
  await world.layover.feeds.refresh(id);
  expect((await world.timeline()).map(({ title }) => title)).toContain('Post ŵ-λ-я');
});
