// What a feed's rule saves by itself: what is new and fits, each once for ever, over a network that does not count its data.
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { FeedRule } from '#contract/feeds.ts';
import type { FeedAnswer } from '../../../electron/capture/fetchFeed.ts';
import { createMeteredWatch } from '../../../electron/capture/meteredNetwork.ts';
import { test } from '../store/testLibrary.ts';
import { openBareFeeds, type BareFeeds } from './bareFeeds.ts';
import { item, rss } from './followed.ts';

const WORKER = join(import.meta.dirname, '../../../out/feedWorker.cjs');
const ADDRESS = 'https://quay.example/feed';
const VIDEO = '<enclosure url="/film.mp4" type="video/mp4" length="1"/>';

interface Ruled {
  /** What was saved since it was last asked, by the ends of the addresses. */
  saved(): readonly string[];
  says(items: readonly string[]): Promise<void>;
  again(): Promise<void>;
  close(): Promise<void>;
}

/** A followed feed with posts 1 and 2, of which nothing is saved yet; nothing that is saved stays, as if the person removed all of it. */
async function ruled(
  folder: string,
  rule: FeedRule,
  maySave = (): Promise<boolean> => Promise.resolve(true),
): Promise<Ruled> {
  const saves: string[] = [];
  let items = [item(2), item(1)];
  const fetch = (): Promise<FeedAnswer> =>
    Promise.resolve({
      kind: 'text',
      text: rss(items),
      address: ADDRESS,
      movedTo: ADDRESS,
      etag: null,
      lastModified: null,
      cacheControl: undefined,
    });
  const open = (): Promise<BareFeeds> =>
    openBareFeeds(folder, WORKER, { fetch, maySave, onSave: (address) => saves.push(address.replace(/.*\//, '')) });
  let opened = await open();
  const { id } = await opened.feeds.follow({ typed: ADDRESS, address: ADDRESS, kind: 'feed', title: '' });
  await opened.feeds.refresh(id);
  await opened.feeds.setRule(id, rule);
  return {
    saved: () => saves.splice(0).sort(),
    async says(next) {
      items = [...next];
      await opened.feeds.refresh(id);
    },
    async again() {
      await opened.close();
      opened = await open();
    },
    close: () => opened.close(),
  };
}

const RULES: readonly (readonly [string, FeedRule, readonly string[], readonly string[]])[] = [
  ['none', { save: 'none' }, [], []],
  ['all', { save: 'all' }, [], ['3', '4', '5']],
  ['words, whatever their case', { save: 'words', words: ['STORM', 'nothing'] }, [], ['4']],
  ['kinds', { save: 'kinds', kinds: ['video'] }, [], ['5']],
  ['the newest, at once', { save: 'newest', count: 2 }, ['1', '2'], ['4', '5']],
];

for (const [name, rule, atOnce, then] of RULES) {
  test(`a rule of ${name} saves what fits, once for ever`, async ({ folder }) => {
    const feed = await ruled(folder, rule);
    expect(feed.saved()).toEqual(atOnce);
    const dated = (day: number): string => `<pubDate>${day} May 2031 08:00:00 GMT</pubDate>`;
    const news = [
      item(5, `${dated(5)}${VIDEO}`),
      item(4, dated(4)).replace('Post 4', 'After the Storm'),
      item(3, dated(3)),
      item(2),
    ];
    await feed.says(news);
    expect(feed.saved()).toEqual(then);
    // The same again; told otherwise; under other ids, as some feeds give them each time.
    await feed.says(news);
    await feed.says(news.map((each) => each.replace('</title>', ', corrected</title>')));
    await feed.says(news.map((each) => each.replace('id-', 'other-')));
    await feed.again();
    await feed.says(news.map((each) => each.replace('id-', 'third-')));
    expect(feed.saved()).toEqual([]);
    await feed.close();
  });
}

test('what a rule wants waits while the network counts its data, over a restart, and is saved afterwards', async ({
  folder,
}) => {
  let isMetered = true;
  const feed = await ruled(folder, { save: 'all' }, () => Promise.resolve(!isMetered));
  await feed.says([item(4), item(3), item(2)]);
  // So much comes meanwhile that it is not among the last any more.
  await feed.says(Array.from({ length: 700 }, (_, at) => item(800 - at)));
  await feed.again();
  await feed.says([item(800)]);
  expect(feed.saved()).toEqual([]);
  isMetered = false;
  await feed.says([item(800)]);
  const saved = feed.saved();
  expect(saved).toEqual(expect.arrayContaining(['3', '4', '800']));
  await feed.says([item(800)]);
  expect(feed.saved()).toEqual([]);
  await feed.close();
});

test('whether a network counts its data is what the system says, asked once a minute', async () => {
  const asked: string[] = [];
  const answers =
    (answer: string | null) =>
    (program: string): Promise<string> => {
      asked.push(program);
      return answer === null ? Promise.reject(new Error('there is no such program')) : Promise.resolve(answer);
    };
  const says: readonly (readonly [string, string | null, boolean])[] = [
    ['linux', 'u 1\n', true],
    ['linux', 'u 3\n', true],
    ['linux', 'u 4\n', false],
    ['linux', 'u 0\n', false],
    ['linux', null, false],
    ['win32', 'Fixed\r\n', true],
    ['win32', 'Unrestricted\r\n', false],
    ['darwin', 'anything', false],
  ];
  for (const [platform, answer, isMetered] of says)
    expect([platform, answer, await createMeteredWatch(answers(answer), platform)()]).toEqual([
      platform,
      answer,
      isMetered,
    ]);
  asked.length = 0;
  let time = 0;
  const watch = createMeteredWatch(answers('u 2'), 'linux', () => time);
  await watch();
  await watch();
  expect(asked).toEqual(['busctl']);
  time = 60_001;
  await watch();
  expect(asked).toEqual(['busctl', 'busctl']);
});
