// The feeds of a library without the rest of an app: on a disk and a network of the test's choosing.
import type { FeedId } from '#contract/feeds.ts';
import type { FeedAnswer, FeedRequest } from '../../../electron/capture/fetchFeed.ts';
import { createFeedEntries } from '../../../electron/library/following/feedEntries.ts';
import { createLibraryFeeds, type LibraryFeeds } from '../../../electron/library/following/libraryFeeds.ts';
import type { Disk } from '../../../electron/store/disk.ts';
import type { KnownEntry } from '../../../electron/store/feedFiles.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';

/** What a test may choose. */
export interface BareOptions {
  readonly disk?: Disk;
  readonly now?: () => Date;
  readonly fetch?: (request: FeedRequest) => Promise<FeedAnswer>;
  /** Hears the addresses that rules save; nothing is saved. */
  readonly onSave?: (address: string) => void;
  readonly maySave?: () => Promise<boolean>;
}

/** Feeds that are open. */
export interface BareFeeds {
  readonly feeds: LibraryFeeds;
  readonly library: Library;
  close(): Promise<void>;
}

/** Opens them, with the built thread that reads feeds. Lists of pages cannot be followed. */
export async function openBareFeeds(folder: string, workerFile: string, options: BareOptions = {}): Promise<BareFeeds> {
  const { disk, now = () => new Date(), fetch, onSave } = options;
  const library = await openLibrary(folder, { now, ...(disk === undefined ? {} : { disk }) });
  const bugs: unknown[] = [];
  const feeds = createLibraryFeeds({
    library,
    workerFile,
    pool: { extract: () => Promise.reject(new Error('no lists here')) },
    entries: createFeedEntries(library.feeds, now),
    // Its sites are on this machine.
    privateHostOf: (address) => Promise.resolve(new URL(address).hostname),
    timeline: { knowList: () => undefined, forgetList: () => undefined, renew: () => Promise.resolve() },
    saves: {
      add(source, label) {
        onSave?.(source.from === 'entry' ? source.address : '');
        const asked = now().toISOString();
        return Promise.resolve({ id: 1, label, asked, order: 1, foundIn: null, progress: { state: 'waiting' } });
      },
      list: () => [],
    },
    isSaved: () => Promise.resolve(false),
    maySave: options.maySave ?? (() => Promise.resolve(true)),
    now,
    changed: () => undefined,
    report: (bug) => bugs.push(bug),
    ...(fetch === undefined ? {} : { fetch }),
  });
  return {
    feeds,
    library,
    async close() {
      await feeds.close();
      await library.close();
      if (bugs.length > 0) throw new Error('bugs were reported', { cause: bugs });
    },
  };
}

/** All entries of a feed, page after page, as they are on the disk. */
export async function entriesOf({ library }: Pick<BareFeeds, 'library'>, id: FeedId): Promise<readonly KnownEntry[]> {
  const all: KnownEntry[] = [];
  for (let page = 0; ; page += 1) {
    const entries = await library.feeds.page(id, page);
    if (entries === undefined) return all;
    all.push(...entries);
  }
}
