// One followed feed is asked; what it said is put to what is known of it, shown on the timeline, and saved where its rule says so. A feed that has
// moved to another that is followed becomes one with it; one that failed while the network went away is not blamed for that.
import { AppError, toErrorReport, type ErrorReport } from '#contract/errors.ts';
import { feedPageId, type FeedId } from '#contract/feeds.ts';
import { isSameSource, visitFeed, visitOlder, withoutNetwork, type VisitTools } from './feedVisit.ts';
import type { LibraryFeedsOptions } from './libraryFeeds.ts';
import type { FeedFiles, FeedRecord, KnownEntry } from '../../store/feedFiles.ts';

/** What asking takes, beside what all feeds take. */
export interface FeedAskingOptions extends Pick<
  LibraryFeedsOptions,
  'entries' | 'timeline' | 'saves' | 'isSaved' | 'maySave'
> {
  readonly files: FeedFiles;
  /** Those that are on the timeline. */
  readonly records: () => Promise<readonly FeedRecord[]>;
  /** Throws `not-found`. */
  readonly record: (id: FeedId) => Promise<FeedRecord>;
  readonly tools: VisitTools;
  readonly signal: AbortSignal;
}

/** How feeds are asked. All that write throw `AppError`: `disk`, `locked`, `unreadable`; what came then is asked for again. */
export interface FeedAsking {
  readonly visit: (id: FeedId) => Promise<void>;
  /** Reads on in a list; resolves with how many entries were new. Throws `bad-input` when it does not go on, and what fetching throws. */
  readOlder(id: FeedId): Promise<number>;
  /** Asks for what the feed's rule wants and was not asked for yet. */
  saveWanted(id: FeedId): Promise<void>;
  /** Shows these pages as they are now, or none of them when the feed was taken off. */
  tellTimeline(id: FeedId, pages: readonly number[]): Promise<void>;
  /** Why what a feed said the last time could not be kept; gone when it could. */
  troubleOf(id: FeedId): ErrorReport | undefined;
}

/** Makes it. */
export function createFeedAsking(options: FeedAskingOptions): FeedAsking {
  const { files, entries, timeline, saves, record, records, tools, signal } = options;
  const troubles = new Map<FeedId, ErrorReport>();
  /** Those that failed since the last answer of any in a way that the network may be to blame for. */
  const inDoubt = new Set<FeedId>();

  async function look(id: FeedId): Promise<void> {
    const asked = await record(id);
    const isKnown = asked.kind === 'list' ? await entries.known(id) : (): boolean => false;
    const { entries: said, change, isInDoubt } = await visitFeed(asked, isKnown, tools, signal);
    const other = await sameAs(asked, change.address);
    if (other !== undefined) return join(asked, other);
    const pages = said === null ? [] : await entries.take(id, said);
    // That it answered comes last, since then it is not asked for the same again.
    const known = await files.update(id, (now) => ({ ...now, ...change }));
    await judgeNetwork(id, isInDoubt, change.isOffline === true);
    // Each page is told with the title of its feed.
    await tellTimeline(id, known.title === asked.title ? pages : [...known.pages.keys()]);
    await saveWanted(id);
  }

  async function sameAs({ id, kind }: FeedRecord, address: string | undefined): Promise<FeedRecord | undefined> {
    if (address === undefined) return undefined;
    return (await records()).find((each) => each.id !== id && isSameSource(each, { kind, address }));
  }

  /** What was seen at the old address stays, with the other's; nothing is taken off before it is there. */
  async function join(moved: FeedRecord, other: FeedRecord): Promise<void> {
    const pages = await entries.adopt(other.id, moved.id);
    await files.update(other.id, (known) => ({
      ...known,
      isFollowed: true,
      next: known.next ?? tools.now().toISOString(),
      rule: known.rule.save === 'none' ? moved.rule : known.rule,
      movedFrom: known.movedFrom ?? moved.address,
    }));
    await files.update(moved.id, (known) => ({ ...known, removed: tools.now().toISOString() }));
    await tellTimeline(moved.id, [...moved.pages.keys()]);
    await tellTimeline(other.id, pages);
  }

  async function judgeNetwork(id: FeedId, isInDoubt: boolean, isOffline: boolean): Promise<void> {
    if (isInDoubt) {
      inDoubt.add(id);
      return;
    }
    const blamed = [...inDoubt].filter((each) => files.get(each) !== undefined);
    inDoubt.clear();
    if (!isOffline) return;
    for (const each of blamed)
      await files.update(each, (known) => ({
        ...known,
        ...withoutNetwork(tools.now()),
        failures: Math.max(0, known.failures - 1),
        failure: null,
      }));
  }

  async function tellTimeline(id: FeedId, pages: readonly number[]): Promise<void> {
    const known = files.get(id);
    if (known === undefined) return;
    if (known.removed !== null) {
      for (const page of pages) timeline.forgetList(feedPageId(id, page));
      return;
    }
    for (const page of pages) {
      const list = await entries.page(feedPageId(id, page));
      if (list !== undefined && known.pages[page] !== undefined) timeline.knowList(list, list.stamp);
    }
  }

  async function saveWanted(id: FeedId): Promise<void> {
    const known = await record(id);
    // What is wanted waits where it is written down, until the network is another.
    if (known.rule.save === 'none' || !(await options.maySave())) return;
    await entries.askFor(id, (entry) => askForSave(known, entry));
  }

  async function askForSave({ id }: FeedRecord, { key, url, title, content }: KnownEntry): Promise<void> {
    if (url === null && content === null) return;
    const label = url ?? title;
    const isUnderWay = saves.list().some((save) => save.label === label && save.progress.state !== 'ready');
    if (isUnderWay || (url !== null && (await options.isSaved(url)))) return;
    await saves.add({ from: 'entry', feed: id, key, address: url ?? '' }, label);
  }

  return {
    async visit(id) {
      try {
        await look(id);
        troubles.delete(id);
      } catch (failure) {
        if (failure instanceof AppError && failure.code !== 'cancelled') troubles.set(id, toErrorReport(failure));
        throw failure;
      }
    },
    async readOlder(id) {
      const known = await record(id);
      if (known.older === null)
        throw new AppError('bad-input', 'This list does not go on to older pages. Nothing was changed.');
      const isKnown = await entries.known(id);
      const { entries: said, change, failure } = await visitOlder(known, known.older, tools, signal);
      const fresh = (said ?? []).filter(({ key }) => !isKnown(key)).length;
      const pages = said === null ? [] : await entries.take(id, said, true);
      await files.update(id, (now) => ({ ...now, ...change }));
      await tellTimeline(id, pages);
      if (failure !== null && fresh === 0) throw failure;
      return fresh;
    },
    saveWanted,
    tellTimeline,
    troubleOf: (id) => troubles.get(id),
  };
}
