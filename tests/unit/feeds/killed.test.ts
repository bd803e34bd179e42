// A process is killed in the middle of rounds, again and again: what was seen once stays, comes once, and no site is told that more is known.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { openLibrary } from '../../../electron/store/library.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Route } from '../../helpers/site.ts';
import { seededRandom } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { entriesOf, openBareFeeds } from './bareFeeds.ts';
import { item, rss } from './followed.ts';

const KILLS = 20;
const FEEDS = 3;
/** A feed forgets what is older than so many entries. */
const WINDOW = 450;
const WORKER = join(import.meta.dirname, '../../../out/feedWorker.cjs');

let program: string;

test.beforeAll(async () => {
  program = join(mkdtempSync(join(tmpdir(), 'layover-followed-')), 'follows.cjs');
  await buildProgram('tests/unit/feeds/killedProgram.ts', program);
});
test.afterAll(() => rmSync(dirname(program), { recursive: true }));

/** A feed that has new entries at every second question, and says so to whoever was told of all it has. */
class MovingFeed {
  newest = 200;
  #isNew = false;
  /** What it told in full, and whether it was believed to be known. */
  readonly unchanged: number[] = [];

  readonly route: Route = (request, response) => {
    this.#isNew = !this.#isNew;
    if (this.#isNew) this.newest += 7;
    const etag = `"${this.newest}"`;
    if (request.headers['if-none-match'] === etag) {
      this.unchanged.push(this.newest);
      response.writeHead(304, { etag }).end();
      return;
    }
    const items = Array.from({ length: Math.min(WINDOW, this.newest) }, (_, at) => item(this.newest - at));
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(rss(items));
  };
}

/** What a feed is told to be known is there. */
async function expectKnownWhole(folder: string): Promise<void> {
  const library = await openLibrary(folder, { now: () => new Date(), readOnly: true });
  for (const { id, etag } of await library.feeds.all()) {
    const keys = new Set((await entriesOf({ library }, id)).map(({ key }) => key));
    const newest = Number((etag ?? '"0"').slice(1, -1));
    const missing = Array.from({ length: newest }, (_, at) => `id-${at + 1}`).filter((key) => !keys.has(key));
    expect(missing).toEqual([]);
  }
  await library.close();
}

test(`killed ${KILLS} times in the middle of rounds, every entry is there exactly once`, async ({ folder }) => {
  test.setTimeout(120_000);
  const random = seededRandom(8);
  const moving = Array.from({ length: FEEDS }, () => new MovingFeed());
  const site = await startSite(Object.fromEntries(moving.map(({ route }, at) => [`/${at}`, route])));
  const addresses = moving.map((_, at) => site.url(`/${at}`));
  let rounds = 0;
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [program, folder, WORKER, ...addresses], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdout.on('data', () => (rounds += 1));
      const before = site.requests.length;
      while (site.requests.length <= before && child.exitCode === null) await pause(2);
      // While the first answer is read and kept, or in one of the rounds that follow.
      await pause(random() * (kill % 2 === 0 ? 150 : 1_000));
      child.kill('SIGKILL');
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
      await expectKnownWhole(folder);
    }
    expect(rounds).toBeGreaterThan(0);

    const opened = await openBareFeeds(folder, WORKER);
    await opened.feeds.refresh(null);
    await opened.feeds.refresh(null);
    const feeds = await opened.feeds.list();
    expect(feeds).toHaveLength(FEEDS);
    for (const { id, address, entries: count } of feeds) {
      const { newest, unchanged } = moving[addresses.indexOf(address)] ?? new MovingFeed();
      const keys = (await entriesOf(opened, id)).map(({ key }) => key);
      expect(count).toBe(keys.length);
      expect([...keys].sort()).toEqual(Array.from({ length: newest }, (_, at) => `id-${at + 1}`).sort());
      expect(unchanged.length).toBeGreaterThan(0);
    }
    await opened.close();
  } finally {
    await site.close();
  }
});
