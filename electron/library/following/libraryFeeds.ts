// What a library follows: asked when it is due, host by host and never two at once of one; what is new put to what is known, shown on the
// timeline and saved where a rule says so. Nothing is asked before `start`, but what the person asks for.
import { AppError } from '#contract/errors.ts';
import {
  isFeedId,
  MOST_FEEDS,
  type Feed,
  type FeedCalls,
  type FeedChoice,
  type FeedId,
  type FeedRule,
  type ImportedFeeds,
} from '#contract/feeds.ts';
import type { EntrySource } from '#contract/save.ts';
import { parseAddress, readUrl } from '../../capture/address.ts';
import type { FeedAnswer, FeedRequest } from '../../capture/fetchFeed.ts';
import { decodeText, fetchFeed } from '../../capture/onDemand.ts';
import { createNetworkWatch } from '../../capture/networkWatch.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';
import type { FeedCopy } from './captureEntry.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { findChoices, writeOutline } from './onDemand.ts';
import { type FeedEntries } from './feedEntries.ts';
import { withChoice, type Chosen } from './feedOfBoth.ts';
import { newFeed, toFeed } from './feedRecords.ts';
import { createFeedRounds } from './feedRounds.ts';
import { createFeedsElsewhere, type FeedsElsewhere } from './feedsElsewhere.ts';
import { createFeedReader } from '../../feeds/feedReader.ts';
import type { OutlinedFeed } from '../../feeds/opml.ts';
import { admitFeed, type AdmissionTools, type WholeFeed } from './feedAdmission.ts';
import { createFeedAsking } from './feedAsking.ts';
import { isSameSource } from './feedVisit.ts';
import type { LibraryTimeline } from '../finding/libraryTimeline.ts';
import { standingRecords } from '../standingRecords.ts';
import type { Library } from '../../store/library.ts';
import type { FeedRecord } from '../../store/feedFiles.ts';

/** What it takes. */
export interface LibraryFeedsOptions {
  readonly library: Pick<Library, 'feeds' | 'isReadOnly' | 'assertWritable'>;
  /** The bundled thread that reads feeds. */
  readonly workerFile: string;
  readonly pool: Pick<ExtractPool, 'extract'>;
  readonly entries: FeedEntries;
  readonly timeline: Pick<LibraryTimeline, 'knowList' | 'forgetList' | 'renew'>;
  readonly saves: Pick<SaveQueue, 'add' | 'list'>;
  /** Whether an address is saved here. */
  readonly isSaved: (address: string) => Promise<boolean>;
  /** Whether rules may save over the network as it is now; what they want waits otherwise. */
  readonly maySave: () => Promise<boolean>;
  readonly now: () => Date;
  /** Called after changes of any feed, a few times a second at most. */
  readonly changed: () => void;
  readonly report: (bug: unknown) => void;
  readonly fetch?: (request: FeedRequest) => Promise<FeedAnswer>;
  /** See `OwnNetwork.hostOf`. */
  readonly privateHostOf: (address: string) => Promise<string | null>;
}

type FollowWish = FeedCalls['feeds.follow']['in'];

/** The feeds of a library. All that change something throw `AppError`: `disk`, `locked`; those that name a feed `not-found`. */
export interface LibraryFeeds extends FeedsElsewhere {
  /** Those on the timeline, by title. */
  list(): Promise<readonly Feed[]>;
  /** See `findChoices`. */
  look(address: string): Promise<readonly FeedChoice[]>;
  /** Follows, and asks at once without waiting for it; what is followed already is answered. Throws `bad-input`, `too-large`. */
  follow(wish: FollowWish): Promise<Feed>;
  /** Follows what a file names, never on a private network. */
  followAll(feeds: readonly OutlinedFeed[]): Promise<Omit<ImportedFeeds, 'refused'>>;
  /** Asks now, whatever is due; only what a site asked for (`Retry-After`) is still kept to. Resolves when all have answered or failed. */
  refresh(id: FeedId | null): Promise<void>;
  /** See `feeds.older`. */
  older(id: FeedId): Promise<number>;
  setRule(id: FeedId, rule: FeedRule): Promise<Feed>;
  setFollowed(id: FeedId, isFollowed: boolean): Promise<Feed>;
  remove(id: FeedId): Promise<void>;
  restore(id: FeedId): Promise<Feed>;
  /** Throws `unreadable`, `too-large`. */
  importFile(bytes: Uint8Array): Promise<ImportedFeeds>;
  /** The followed feeds as OPML. */
  exportFile(): Promise<string>;
  /** What a feed has of an entry. */
  copyOf(source: EntrySource): Promise<FeedCopy | undefined>;
  /** Takes in what another library followed; see `admitFeed`. */
  admit(coming: WholeFeed): Promise<boolean>;
  /** Asks from now on whatever is due. */
  start(): void;
  /** There may be a network again. */
  nudge(): void;
  close(): Promise<void>;
}

const TOGETHER_MS = 150;

/** Makes it. */
export function createLibraryFeeds(options: LibraryFeedsOptions): LibraryFeeds {
  const { library, entries, timeline, now } = options;
  const { feeds: files } = library;
  const { records, record } = standingRecords(files, library, 'This is not followed any more. Nothing was changed.');
  const reader = createFeedReader(options.workerFile);
  const fetch = options.fetch ?? fetchFeed;
  const ending = new AbortController();
  const { pool, privateHostOf } = options;
  const tools = { fetch, reader, pool, privateHostOf, watch: createNetworkWatch(), now };
  const asking = createFeedAsking({ ...options, files, record, records, tools, signal: ending.signal });
  let telling: NodeJS.Timeout | undefined;

  const rounds = createFeedRounds({ records, visit: asking.visit, now, changed, report: options.report });

  function changed(): void {
    telling ??= setTimeout(() => {
      telling = undefined;
      options.changed();
    }, TOGETHER_MS).unref();
  }

  const show = (known: FeedRecord): Feed => toFeed(known, rounds.isUnderWay(known.id), asking.troubleOf(known.id));

  async function choose(id: FeedId, choice: Chosen): Promise<Feed> {
    library.assertWritable();
    await record(id);
    const known = await files.update(id, (each) => withChoice(each, choice, now()));
    changed();
    rounds.plan();
    return show(known);
  }

  async function followOne(wish: FollowWish, privateHost: string | null): Promise<FeedRecord | 'known'> {
    library.assertWritable();
    const all = await records();
    const known = all.find((each) => isSameSource(each, wish));
    if (known !== undefined) {
      if (!known.isFollowed) await choose(known.id, { isFollowed: true, isGone: false, next: now().toISOString() });
      return 'known';
    }
    if (all.length >= MOST_FEEDS)
      throw new AppError('too-large', `${MOST_FEEDS} feeds are followed already. Remove one, then add this one again.`);
    const added = await files.add(newFeed(wish, privateHost, now()));
    changed();
    return added;
  }

  async function followAll(feeds: readonly OutlinedFeed[]): Promise<Omit<ImportedFeeds, 'refused'>> {
    const added: FeedId[] = [];
    for (const { address, title } of feeds) {
      const outcome = await followOne({ kind: 'feed', typed: address, address, title }, null);
      if (outcome !== 'known') added.push(outcome.id);
    }
    rounds.ask(added).catch(options.report);
    return { added: added.length, known: feeds.length - added.length };
  }

  return {
    ...createFeedsElsewhere({
      files,
      entries,
      timeline,
      records,
      changed,
      tellTimeline: (id, pages) => asking.tellTimeline(id, pages),
      plan: () => rounds.plan(),
    }),
    async list() {
      const all = (await records()).map(show);
      return all.sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1));
    },
    async look(address) {
      const [found, all] = [await findChoices(address, tools, ending.signal), await records()];
      return found.map((each) => ({
        ...each,
        isFollowed: all.some((known) => known.isFollowed && isSameSource(known, each)),
      }));
    },
    async follow(wish) {
      const typed = parseAddress(wish.typed);
      const address = parseAddress(wish.address).href;
      const isTyped = new URL(address).hostname === typed.hostname;
      await followOne({ ...wish, address }, isTyped ? await privateHostOf(address) : null);
      const known = (await records()).find((each) => isSameSource(each, { ...wish, address }));
      if (known === undefined) throw new Error('what was followed is not there');
      // A request goes out without being waited for: the answer is told as any other change.
      rounds.ask([known.id]).catch(options.report);
      return show(known);
    },
    followAll,
    async refresh(id) {
      library.assertWritable();
      const asked = id === null ? (await records()).filter(({ isFollowed }) => isFollowed) : [await record(id)];
      if (id !== null) for (const each of asked) assertFree(each, rounds.heldMs(each));
      await rounds.ask(asked.filter((each) => rounds.heldMs(each) === 0).map((each) => each.id));
    },
    async older(id) {
      library.assertWritable();
      return asking.readOlder(id).finally(changed);
    },
    async setRule(id, rule) {
      const feed = await choose(id, { rule: structuredClone(toStoredRule(rule)) });
      await asking.saveWanted(id);
      return feed;
    },
    setFollowed: (id, isFollowed) =>
      choose(id, { isFollowed, isGone: false, next: isFollowed ? now().toISOString() : null }),
    async remove(id) {
      const { pages } = await record(id);
      await choose(id, { removed: now().toISOString() });
      await asking.tellTimeline(id, [...pages.keys()]);
    },
    async restore(id) {
      library.assertWritable();
      await records();
      const known = await files.update(id, (each) => withChoice(each, { removed: null }, now()));
      await asking.tellTimeline(id, [...known.pages.keys()]);
      changed();
      rounds.plan();
      return show(known);
    },
    async importFile(bytes) {
      const { text } = await decodeText(bytes, null, true);
      const { feeds, refused } = await reader.outline(text);
      return { ...(await followAll(feeds)), refused };
    },
    async exportFile() {
      const followed = (await records()).filter(({ kind, isFollowed }) => kind === 'feed' && isFollowed);
      return writeOutline(followed, now());
    },
    async copyOf({ feed, key }) {
      await records();
      const entry = isFeedId(feed) ? await entries.find(feed, key) : undefined;
      const siteName = isFeedId(feed) ? files.get(feed)?.title : undefined;
      if (entry?.content == null || siteName === undefined) return undefined;
      const { content: html, title, byline, excerpt, published, updated } = entry;
      return { html, title, byline, siteName, excerpt, published, updated };
    },
    async admit(coming) {
      library.assertWritable();
      const tellTimeline: AdmissionTools['tellTimeline'] = (id, pages) => asking.tellTimeline(id, pages);
      const isNews = await admitFeed(coming, { files, entries, records, tellTimeline, now });
      if (isNews) changed();
      rounds.plan();
      return isNews;
    },
    start() {
      if (!library.isReadOnly) rounds.start();
    },
    nudge: () => rounds.nudge(),
    async close() {
      ending.abort();
      clearTimeout(telling);
      await reader.close();
      await rounds.close();
    },
  };
}

function toStoredRule(rule: FeedRule): FeedRecord['rule'] {
  if (rule.save === 'words') return { save: 'words', words: [...rule.words] };
  return rule.save === 'kinds' ? { save: 'kinds', kinds: [...rule.kinds] } : rule;
}

function assertFree({ address }: FeedRecord, heldMs: number): void {
  if (heldMs === 0) return;
  const host = readUrl(address)?.host ?? '';
  throw new AppError(
    'http-status',
    `${host} asks to be left alone for ${Math.ceil(heldMs / 60_000)} minutes more. It is asked again by itself then.`,
  );
}
