// What is known of each feed's entries, page by page: what an answer brings is put to it, and a timeline is told of it. Joins the room of the
// feeds to the library's files.
import { AppError } from '#contract/errors.ts';
import { feedPageId, pageOfFeed, type FeedEntry, type FeedId, type FeedRule } from '#contract/feeds.ts';
import { countFitting, dateOf, factsOf, listOf, type PageFacts } from './feedEntryPages.ts';
import { mergeEntries, stampOf, updatedEntry, type KnownPlace } from '../../feeds/mergeEntries.ts';
import { isWantedByRule } from '../../feeds/savingRule.ts';
import type { FeedPages } from '../finding/postMentions.ts';
import type { FeedFiles, FeedRecord, KnownEntry } from '../../store/feedFiles.ts';
import { createTaskQueue } from '../../store/taskQueue.ts';

/** The entries of all feeds. */
export interface FeedEntries extends FeedPages {
  /** Keeps what an answer brings, `areOld` when it is what came before all that is known; resolves with the pages that changed when they are on disk. Throws `AppError`: `disk`, `locked`, `unreadable`. */
  take(id: FeedId, entries: readonly FeedEntry[], areOld?: boolean): Promise<readonly number[]>;
  /** Asks for entries that the feed's rule wants; what was asked for is not asked for again. */
  askFor(id: FeedId, ask: (entry: KnownEntry) => Promise<void>): Promise<void>;
  /** Which of a feed's entries were seen before. */
  known(id: FeedId): Promise<(key: string) => boolean>;
  /** Keeps all that is known of another feed with what is known of this one; resolves as `take` does. */
  adopt(id: FeedId, from: FeedId): Promise<readonly number[]>;
  /** Keeps what another machine has of a page of this feed with what is known of it; resolves as `take` does. */
  join(id: FeedId, theirs: readonly KnownEntry[]): Promise<readonly number[]>;
  /** Takes up what other hands wrote of a feed's pages; answers which those are. Throws `AppError('disk')`. */
  lookAgain(id: FeedId): Promise<readonly number[]>;
  /** `undefined` when it is not known. */
  find(id: FeedId, key: string): Promise<KnownEntry | undefined>;
}

// Who follows a feed that gives every entry a new id each time should not find thousands of saves.
const MOST_ASKED_AT_ONCE = 100;

interface EntryIndex {
  readonly places: Map<string, KnownPlace>;
  readonly addresses: Set<string>;
  /** Addresses of what a rule has wanted, whatever became of it. */
  readonly asked: Set<string>;
  /** Pages on which something is wanted that nobody asked for yet. */
  readonly waiting: Set<number>;
}

function note({ places, addresses, asked, waiting }: EntryIndex, entry: KnownEntry, page: number): void {
  places.set(entry.key, { page, stamp: stampOf(entry) });
  if (entry.url !== null) addresses.add(entry.url);
  if (entry.wish !== 'none' && entry.url !== null) asked.add(entry.url);
  if (entry.wish === 'wanted') waiting.add(page);
}

/** Makes them over the files. */
export function createFeedEntries(files: FeedFiles, now: () => Date): FeedEntries {
  const indexes = new Map<FeedId, EntryIndex>();
  // What is known of a feed is not looked through anew while something is put to it.
  const queue = createTaskQueue();

  /** Begins what is done with a feed's entries: what other hands wrote of them is known. */
  async function takeUp(id: FeedId): Promise<readonly number[]> {
    const pages = await files.pagesElsewhere(id);
    if (pages.length > 0) indexes.delete(id);
    return pages;
  }

  /** Where each entry is; also mends what a crash left between a page and its feed's record. */
  async function indexOf(id: FeedId): Promise<EntryIndex> {
    const held = indexes.get(id);
    if (held !== undefined) return held;
    const record = found(files.get(id));
    const index: EntryIndex = { places: new Map(), addresses: new Set(), asked: new Set(), waiting: new Set() };
    const pages: PageFacts[] = [];
    for (let page = 0; ; page += 1) {
      const entries = await files.page(id, page);
      if (entries === undefined && page >= record.pages.length) break;
      for (const entry of entries ?? []) note(index, entry, page);
      pages.push(factsOf(entries ?? []));
    }
    if (JSON.stringify(pages) !== JSON.stringify(record.pages)) await files.update(id, (now) => ({ ...now, pages }));
    indexes.set(id, index);
    return index;
  }

  /** Writes a page; its feed's record is told by `tellRecord`, since mostly several pages are written. */
  async function write(
    id: FeedId,
    page: number,
    change: (entries: readonly KnownEntry[]) => readonly KnownEntry[],
    facts: Map<number, PageFacts>,
  ): Promise<void> {
    facts.set(page, factsOf(await files.writePage(id, page, change)));
  }

  async function tellRecord(id: FeedId, facts: ReadonlyMap<number, PageFacts>): Promise<void> {
    const { pages } = found(files.get(id));
    const isNews = ([page, { count, stamp }]: [number, PageFacts]): boolean =>
      pages[page]?.count !== count || pages[page].stamp !== stamp;
    if (![...facts].some(isNews)) return;
    await files.update(id, (record) => {
      const next = [...record.pages];
      for (const [page, each] of facts) next[page] = each;
      return { ...record, pages: next };
    });
  }

  async function append(
    id: FeedId,
    fresh: readonly KnownEntry[],
    index: EntryIndex,
    facts: Map<number, PageFacts>,
  ): Promise<Set<number>> {
    const touched = new Set<number>();
    let left = fresh;
    for (let page = Math.max(0, found(files.get(id)).pages.length - 1); left.length > 0; page += 1) {
      const there = (await files.page(id, page)) ?? [];
      const fitting = countFitting(there, left);
      const taken = left.slice(0, fitting);
      left = left.slice(fitting);
      if (taken.length === 0) {
        // Another machine may have filled a page that the record here does not know yet.
        facts.set(page, factsOf(there));
        continue;
      }
      await write(id, page, (entries) => withEntries(entries, taken), facts);
      for (const entry of taken) note(index, entry, page);
      touched.add(page);
    }
    return touched;
  }

  async function askOnPage(id: FeedId, page: number, ask: (entry: KnownEntry) => Promise<void>): Promise<void> {
    const wanted = ((await files.page(id, page)) ?? []).filter(({ wish }) => wish === 'wanted');
    for (const entry of wanted) await ask(entry);
    const keys = new Set(wanted.map(({ key }) => key));
    const { asked, waiting } = await indexOf(id);
    for (const { url } of wanted) if (url !== null) asked.add(url);
    await files.writePage(id, page, (entries) =>
      entries.map((entry) => (keys.has(entry.key) ? { ...entry, wish: 'asked' as const } : entry)),
    );
    waiting.delete(page);
  }

  /** Wants the newest ones that nobody asked for yet. */
  async function wantNewest(id: FeedId, rule: FeedRule): Promise<void> {
    if (rule.save !== 'newest') return;
    const last = lastPages(found(files.get(id)));
    const all = (await Promise.all(last.map(async (page) => (await files.page(id, page)) ?? []))).flat();
    const newest = [...all].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1)).slice(0, rule.count);
    const { asked, waiting } = await indexOf(id);
    const keys = new Set(
      newest.flatMap(({ key, url, wish }) => (wish === 'none' && !asked.has(url ?? '') ? [key] : [])),
    );
    if (keys.size === 0) return;
    for (const page of last) {
      waiting.add(page);
      await files.writePage(id, page, (entries) =>
        entries.some(({ key }) => keys.has(key))
          ? entries.map((entry) => (keys.has(entry.key) ? { ...entry, wish: 'wanted' as const } : entry))
          : entries,
      );
    }
  }

  async function take(id: FeedId, entries: readonly FeedEntry[], areOld: boolean): Promise<readonly number[]> {
    const record = found(files.get(id));
    const touched = new Set(await takeUp(id));
    const index = await indexOf(id);
    // Also what a first answer brings that was broken off by a crash.
    const areNew = !areOld && record.fetched !== null;
    const { fresh, changed } = mergeEntries(entries, index.places);
    const facts = new Map<number, PageFacts>();
    for (const [page, news] of changed) {
      const byKey = new Map(news.map((entry) => [entry.key, entry]));
      let isChanged = false;
      const change = (before: readonly KnownEntry[]): readonly KnownEntry[] => {
        const after = before.map((entry) => {
          const told = byKey.get(entry.key);
          return told === undefined ? entry : updatedEntry(entry, told);
        });
        isChanged = JSON.stringify(after) !== JSON.stringify(before);
        return isChanged ? after : before;
      };
      await write(id, page, change, facts);
      // As the feed tells it, so that it is not compared again and again.
      for (const entry of news) index.places.set(entry.key, { page, stamp: stampOf(entry) });
      if (isChanged) touched.add(page);
    }
    const seen = now().toISOString();
    // Some feeds give an entry another id each time; what has a known address is no news.
    const fitting = areNew
      ? fresh.filter((entry) => isWantedByRule(record.rule, entry) && !index.addresses.has(entry.url ?? ''))
      : [];
    const wanted = new Set(fitting.slice(-MOST_ASKED_AT_ONCE));
    const added = fresh.map((entry): KnownEntry => ({
      ...entry,
      seen,
      isNew: areNew,
      wish: wanted.has(entry) ? 'wanted' : 'none',
    }));
    for (const page of await append(id, added, index, facts)) touched.add(page);
    await tellRecord(id, facts);
    return [...touched];
  }

  async function join(
    id: FeedId,
    pages: readonly (() => Promise<readonly KnownEntry[]>)[],
  ): Promise<readonly number[]> {
    found(files.get(id));
    const touched = new Set(await takeUp(id));
    const index = await indexOf(id);
    const { places } = index;
    const facts = new Map<number, PageFacts>();
    for (const read of pages) {
      const theirs = await read();
      const done = new Set(theirs.flatMap(({ key, wish }) => (wish === 'none' ? [] : [key])));
      // What was saved of one is not saved again of the other.
      for (const own of new Set(theirs.flatMap(({ key }) => (done.has(key) ? (places.get(key)?.page ?? []) : []))))
        await files.writePage(id, own, (entries) => withDone(entries, done));
      const fresh = theirs.filter(({ key }) => !places.has(key));
      for (const own of await append(id, fresh, index, facts)) touched.add(own);
    }
    await tellRecord(id, facts);
    return [...touched];
  }

  /** What is held may be behind the disk after a failure, and is read anew; else what was kept would be kept twice. */
  function inTurn<T>(id: FeedId, work: () => Promise<T>): Promise<T> {
    return queue.run(id, async () => {
      try {
        return await work();
      } catch (failure) {
        indexes.delete(id);
        throw failure;
      }
    });
  }

  return {
    take: (id, entries, areOld = false) => inTurn(id, () => take(id, entries, areOld)),
    adopt: (id, from) =>
      inTurn(id, () => {
        const pages = [...found(files.get(from)).pages.keys()];
        return join(
          id,
          pages.map((page) => async () => (await files.page(from, page)) ?? []),
        );
      }),
    join: (id, theirs) => inTurn(id, () => join(id, [() => Promise.resolve(theirs)])),
    lookAgain: (id) => inTurn(id, () => takeUp(id)),
    async known(id) {
      const { places } = await indexOf(id);
      return (key) => places.has(key);
    },
    async askFor(id, ask) {
      const record = found(files.get(id));
      if (record.rule.save === 'none') return;
      await wantNewest(id, record.rule);
      for (const page of (await indexOf(id)).waiting) await askOnPage(id, page, ask);
    },
    async find(id, key) {
      if (files.get(id) === undefined) return undefined;
      const place = (await indexOf(id)).places.get(key);
      return place === undefined ? undefined : (await files.page(id, place.page))?.find((entry) => entry.key === key);
    },
    async pages() {
      const records = (await files.all()).filter(({ removed }) => removed === null);
      return records.flatMap(({ id, pages }) => pages.map(({ stamp }, page) => ({ id: feedPageId(id, page), stamp })));
    },
    async page(pageId) {
      const { feed, page } = pageOfFeed(pageId);
      await files.all();
      const record = files.get(feed);
      if (record === undefined || record.removed !== null) return undefined;
      const entries = await readable(() => files.page(feed, page));
      return entries && { ...listOf(pageId, record.title, entries), stamp: factsOf(entries).stamp };
    },
  };
}

/** Those that are there with what is not there yet; the same when all of it is. */
function withEntries(there: readonly KnownEntry[], coming: readonly KnownEntry[]): readonly KnownEntry[] {
  const known = new Set(there.map(({ key }) => key));
  const fresh = coming.filter(({ key }) => !known.has(key));
  return fresh.length === 0 ? there : [...there, ...fresh];
}

/** Those of which a rule's wish is done; the same when that was known of all. */
function withDone(entries: readonly KnownEntry[], done: ReadonlySet<string>): readonly KnownEntry[] {
  const isNews = ({ key, wish }: KnownEntry): boolean => done.has(key) && wish === 'none';
  return entries.some(isNews)
    ? entries.map((entry) => (isNews(entry) ? { ...entry, wish: 'asked' as const } : entry))
    : entries;
}

/** As many entries of rules are looked for there; a feed that brings more at once is no feed of news. */
function lastPages({ pages }: FeedRecord): readonly number[] {
  return [pages.length - 2, pages.length - 1].filter((page) => page >= 0);
}

function found(record: FeedRecord | undefined): FeedRecord {
  if (record !== undefined) return record;
  throw new AppError('not-found', 'This is not followed any more. Nothing was changed.');
}

async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (failure) {
    // It is listed with what cannot be read; the rest of the timeline is not affected.
    if (failure instanceof AppError && failure.code === 'unreadable') return undefined;
    throw failure;
  }
}
