// Nothing in; what it costs to ask feeds of loopback sites out: one of 1,000 entries, and 200 of 20 entries in one round, for the first time and
// again; and how long the main thread was not to be spoken to. The floor fetches and parses the same bytes, as many at once, and keeps nothing.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseFeed } from 'feedsmith';
import { openBareFeeds } from '../../unit/feeds/bareFeeds.ts';
import type { Figure } from './figures.ts';

const AT_ONCE = 4;
const CASES = [
  { size: 1, entries: 1_000, name: 'a feed of 1,000 entries' },
  { size: 200, entries: 20, name: '200 feeds of 20 entries in a round' },
] as const;

/** Measures in this process what the main process does; the feeds are parsed in the thread that the app parses them in. */
export async function measureFeeds(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { size, entries, name } of CASES) {
    const site = fork(join(process.env['QUALITY_PROGRAMS'] ?? '', 'feedSiteProcess.mjs'));
    const [port] = await once(site, 'message');
    const addresses = Array.from({ length: size }, (_, at) => `http://127.0.1.${at + 1}:${Number(port)}/${entries}`);
    try {
      figures.push(...(await measureCase(addresses, site, { name, entries })));
    } finally {
      site.kill();
    }
  }
  return figures;
}

async function measureCase(
  addresses: readonly string[],
  site: ChildProcess,
  { name, entries }: { readonly name: string; readonly entries: number },
): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'layover-feeds-'));
  const worker = join(process.env['QUALITY_ROOT'] ?? '', 'out/feedWorker.cjs');
  const opened = await openBareFeeds(folder, worker);
  const { feeds, library } = opened;
  try {
    for (const address of addresses) {
      const { id } = await feeds.follow({ typed: address, address, kind: 'feed', title: '' });
      await feeds.refresh(id);
    }
    site.send('open');
    // The first answer shows that it is open, and warms both sides up.
    await measured(() => readBare(addresses));
    const floor = await measured(() => readBare(addresses));
    const first = await measured(() => feeds.refresh(null));
    const known = (await feeds.list()).reduce((sum, feed) => sum + feed.entries, 0);
    if (known !== addresses.length * entries) throw new Error(`${known} entries are known`);
    const unchanged = await measured(() => feeds.refresh(null));
    for (const { id } of await feeds.list())
      await library.feeds.update(id, (record) => ({ ...record, etag: null, lastModified: null }));
    const again = await measured(() => feeds.refresh(null));
    const about = {
      bench: 'feeds',
      size: addresses.length,
      unit: 'ms',
      against: 'fetched and parsed, kept nowhere',
    } as const;
    return [
      ['for the first time', first] as const,
      ['in full, with nothing new', again] as const,
      ['that say that nothing changed', unchanged] as const,
    ].flatMap(([when, { ms, pauseMs }]) => [
      { ...about, name: `${name}, ${when}`, value: ms, peer: floor.ms },
      { ...about, name: `longest pause of it, ${when}`, value: pauseMs, peer: floor.pauseMs },
    ]);
  } finally {
    await opened.close();
    await rm(folder, { recursive: true });
  }
}

interface Cost {
  readonly ms: number;
  /** The longest that no timer came. */
  readonly pauseMs: number;
}

async function measured(run: () => Promise<void>): Promise<Cost> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  await run();
  const ms = performance.now() - begun;
  delay.disable();
  return { ms, pauseMs: delay.max / 1e6 };
}

async function readBare(addresses: readonly string[]): Promise<void> {
  const queue = [...addresses];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let address = queue.shift(); address !== undefined; address = queue.shift())
        parseFeed(await (await fetch(address)).text());
    }),
  );
}
