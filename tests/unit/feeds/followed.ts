// A library that follows feeds of a site on loopback, with a clock that the test sets.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { Feed, FeedKind } from '#contract/feeds.ts';
import { NO_FILTER, type Axis, type TimelinePost } from '#contract/post.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { startSite, type Route, type Site } from '../../helpers/site.ts';

const workerFile = join(import.meta.dirname, '../../../out/extractWorker.cjs');

/** What a test plays with. */
export interface Followed {
  readonly folder: string;
  readonly site: Site;
  /** How the site answers, by path; may be changed at any time. */
  readonly routes: Record<string, Route>;
  readonly bugs: unknown[];
  layover: Layover;
  /** Sets the library's clock, which stands at noon of 1 May 2024. */
  setTime(instant: string): void;
  /** Follows what is at a path and waits for its answer. */
  follow(path: string, kind?: FeedKind): Promise<Feed>;
  feed(): Promise<Feed>;
  timeline(axis?: Axis): Promise<readonly TimelinePost[]>;
  /** Closes the library and opens it anew. */
  again(readOnly?: boolean): Promise<void>;
}

/** An item of RSS. */
export function item(number: number | string, more = ''): string {
  return `<item><title>Post ${number}</title><link>/posts/${number}</link><guid isPermaLink="false">id-${number}</guid>${more}</item>`;
}

/** A feed of RSS. */
export function rss(items: readonly string[], more = ''): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title><link>/</link>${more}${items.join('')}</channel></rss>`;
}

/** The tests; the site is one of the internet unless it `isPrivate`. */
export const test = base.extend<{ world: Followed; isPrivate: boolean }>({
  isPrivate: [false, { option: true }],
  world: async ({ isPrivate }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'layover-feeds-'));
    const routes: Record<string, Route> = {};
    const site = await startSite(
      new Proxy(routes, { get: (all, path) => (typeof path === 'string' ? all[path] : undefined) }),
    );
    const bugs: unknown[] = [];
    let time = new Date('2024-05-01T12:00:00Z');
    const open = (readOnly: boolean): Promise<Layover> =>
      openLayover({
        folder,
        workerFile,
        readOnly,
        ...(isPrivate ? {} : { classify: () => 'public' }),
        now: () => time,
        report: (bug) => bugs.push(bug),
        events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
      });
    const world: Followed = {
      folder,
      site,
      routes,
      bugs,
      layover: await open(false),
      setTime: (instant) => {
        time = new Date(instant);
      },
      async follow(path, kind = 'feed') {
        const address = site.url(path);
        const { id } = await world.layover.feeds.follow({ typed: address, address, kind, title: '' });
        await world.layover.feeds.refresh(id);
        return world.feed();
      },
      async feed() {
        const [feed] = await world.layover.feeds.list();
        if (feed === undefined) throw new Error('nothing is followed');
        return feed;
      },
      timeline: (axis = 'added') => world.layover.timeline.list(axis, NO_FILTER),
      async again(readOnly = false) {
        await world.layover.close();
        world.layover = await open(readOnly);
      },
    };
    await use(world);
    await world.layover.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
    base.expect(bugs).toEqual([]);
  },
});
