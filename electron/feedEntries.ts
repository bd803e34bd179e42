// What is known of each feed's entries, page by page: what an answer brings is put to it, and a timeline is told of it. Joins the room of the
// feeds to the library's files.
import type { ArticleId } from '#contract/article.ts';
import { localDayOf } from '#contract/dates.ts';
import { AppError } from '#contract/errors.ts';
import { feedPageId, pageOfFeed, type FeedEntry, type FeedId, type FeedRule } from '#contract/feeds.ts';
import { hash32 } from '#contract/hash.ts';
import { mergeEntries, stampOf, updatedEntry, type KnownPlace } from './feeds/mergeEntries.ts';
import { isWantedByRule } from './feeds/savingRule.ts';
import type { FeedPages } from './postMentions.ts';
import type { FeedFiles, FeedRecord, KnownEntry } from './store/feedFiles.ts';
import type { PostList } from './timeline/mentionTable.ts';

/** The entries of all feeds. */
export interface FeedEntries extends FeedPages {
  /** Keeps what an answer brings; resolves with the pages that changed when they are on disk. Throws `AppError`: `disk`, `locked`, `unreadable`. */
  take(id: FeedId, entries: readonly FeedEntry[]): Promise<readonly number[]>;
  /** Asks for entries that the feed's rule wants on these pages and the last ones; what was asked for is not asked for again. */
  askFor(id: FeedId, pages: readonly number[], ask: (entry: KnownEntry) => Promise<void>): Promise<void>;
  /** `undefined` when it is not known. */
  find(id: FeedId, key: string): Promise<KnownEntry | undefined>;
  /** Forgets what is held of a feed. */
  forget(id: FeedId): void;
}

type PageFacts = FeedRecord['pages'][number];

const MOST_ON_PAGE = 200;
// Such a page is written in some ten milliseconds.
const LARGEST_PAGE = 1_000_000;
// Who follows a feed that gives every entry a new id each time should not find thousands of saves.
const MOST_ASKED_AT_ONCE = 100;

/** Makes them over the files. */
export function createFeedEntries(files: FeedFiles, now: () => Date): FeedEntries {
  const indexes = new Map<FeedId, Map<string, KnownPlace>>();

  /** Where each entry is; also mends what a crash left between a page and its feed's record. */
  async function indexOf(id: FeedId): Promise<Map<string, KnownPlace>> {
    const held = indexes.get(id);
    if (held !== undefined) return held;
    const record = found(files.get(id));
    const index = new Map<string, KnownPlace>();
    const pages: PageFacts[] = [];
    for (let page = 0; ; page += 1) {
      const entries = await files.page(id, page);
      if (entries === undefined && page >= record.pages.length) break;
      for (const entry of entries ?? []) index.set(entry.key, { page, stamp: stampOf(entry) });
      pages.push(factsOf(entries ?? []));
    }
    if (JSON.stringify(pages) !== JSON.stringify(record.pages)) await files.update(id, (now) => ({ ...now, pages }));
    indexes.set(id, index);
    return index;
  }

  async function write(
    id: FeedId,
    page: number,
    change: (entries: readonly KnownEntry[]) => readonly KnownEntry[],
  ): Promise<readonly KnownEntry[]> {
    const entries = await files.writePage(id, page, change);
    await files.update(id, (record) => {
      const pages = [...record.pages];
      pages[page] = factsOf(entries);
      return { ...record, pages };
    });
    return entries;
  }

  async function append(
    id: FeedId,
    fresh: readonly KnownEntry[],
    index: Map<string, KnownPlace>,
  ): Promise<Set<number>> {
    const touched = new Set<number>();
    let left = fresh;
    for (let page = Math.max(0, found(files.get(id)).pages.length - 1); left.length > 0; page += 1) {
      const there = (await files.page(id, page)) ?? [];
      const fitting = countFitting(there, left);
      const taken = left.slice(0, fitting);
      left = left.slice(fitting);
      if (taken.length === 0) continue;
      await write(id, page, (entries) => [...entries, ...taken]);
      for (const entry of taken) index.set(entry.key, { page, stamp: stampOf(entry) });
      touched.add(page);
    }
    return touched;
  }

  async function askOnPage(id: FeedId, page: number, ask: (entry: KnownEntry) => Promise<void>): Promise<void> {
    const wanted = ((await files.page(id, page)) ?? []).filter(({ wish }) => wish === 'wanted');
    if (wanted.length === 0) return;
    for (const entry of wanted) await ask(entry);
    const keys = new Set(wanted.map(({ key }) => key));
    await write(id, page, (entries) =>
      entries.map((entry) => (keys.has(entry.key) ? { ...entry, wish: 'asked' as const } : entry)),
    );
  }

  /** Wants the newest ones that nobody asked for yet. */
  async function wantNewest(id: FeedId, rule: FeedRule): Promise<void> {
    if (rule.save !== 'newest') return;
    const last = lastPages(found(files.get(id)));
    const all = (await Promise.all(last.map(async (page) => (await files.page(id, page)) ?? []))).flat();
    const newest = [...all].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1)).slice(0, rule.count);
    const keys = new Set(newest.flatMap(({ key, wish }) => (wish === 'none' ? [key] : [])));
    if (keys.size === 0) return;
    for (const page of last) {
      await write(id, page, (entries) =>
        entries.some(({ key }) => keys.has(key))
          ? entries.map((entry) => (keys.has(entry.key) ? { ...entry, wish: 'wanted' as const } : entry))
          : entries,
      );
    }
  }

  return {
    async take(id, entries) {
      const record = found(files.get(id));
      const index = await indexOf(id);
      const isFirst = index.size === 0 && record.fetched === null;
      const { fresh, changed } = mergeEntries(entries, index);
      const touched = new Set<number>();
      for (const [page, news] of changed) {
        const byKey = new Map(news.map((entry) => [entry.key, entry]));
        let isChanged = false;
        await write(id, page, (before) => {
          const after = before.map((entry) => {
            const told = byKey.get(entry.key);
            return told === undefined ? entry : updatedEntry(entry, told);
          });
          isChanged = JSON.stringify(after) !== JSON.stringify(before);
          return isChanged ? after : before;
        });
        // As the feed tells it, so that it is not compared again and again.
        for (const entry of news) index.set(entry.key, { page, stamp: stampOf(entry) });
        if (isChanged) touched.add(page);
      }
      const seen = now().toISOString();
      const fitting = isFirst ? [] : fresh.filter((entry) => isWantedByRule(record.rule, entry));
      const wanted = new Set(fitting.slice(-MOST_ASKED_AT_ONCE));
      const added = fresh.map((entry): KnownEntry => ({
        ...entry,
        seen,
        isNew: !isFirst,
        wish: wanted.has(entry) ? 'wanted' : 'none',
      }));
      for (const page of await append(id, added, index)) touched.add(page);
      return [...touched];
    },
    async askFor(id, pages, ask) {
      const record = found(files.get(id));
      if (record.rule.save === 'none') return;
      await wantNewest(id, record.rule);
      for (const page of new Set([...pages, ...lastPages(record)])) await askOnPage(id, page, ask);
    },
    async find(id, key) {
      if (files.get(id) === undefined) return undefined;
      const place = (await indexOf(id)).get(key);
      return place === undefined ? undefined : (await files.page(id, place.page))?.find((entry) => entry.key === key);
    },
    forget: (id) => void indexes.delete(id),
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
      return entries === undefined ? undefined : listOf(pageId, record.title, entries);
    },
  };
}

/** A page as a timeline takes it: the newest entry first. */
function listOf(id: ArticleId, title: string, entries: readonly KnownEntry[]): PostList {
  return { id, title, entries: entries.map(toListed).reverse() };
}

/** What came while the feed was followed was added when it was seen, if nothing says better. */
function toListed(entry: KnownEntry): PostList['entries'][number] {
  const { title, url, kind, published, updated, isNew, seen } = entry;
  const added = entry.added ?? published ?? (isNew ? localDayOf(new Date(seen)) : null);
  return { title, url, kind, added, updated, published };
}

function countFitting(there: readonly KnownEntry[], coming: readonly KnownEntry[]): number {
  let [count, size] = [there.length, there.reduce((sum, entry) => sum + sizeOf(entry), 0)];
  let fitting = 0;
  for (const entry of coming) {
    size += sizeOf(entry);
    if (count >= MOST_ON_PAGE || (count > 0 && size > LARGEST_PAGE)) break;
    count += 1;
    fitting += 1;
  }
  return fitting;
}

function sizeOf({ content, excerpt, title }: KnownEntry): number {
  return (content?.length ?? 0) + (excerpt?.length ?? 0) + title.length + 500;
}

/** As many entries of rules are looked for there; a feed that brings more at once is no feed of news. */
function lastPages({ pages }: FeedRecord): readonly number[] {
  return [pages.length - 2, pages.length - 1].filter((page) => page >= 0);
}

function factsOf(entries: readonly KnownEntry[]): PageFacts {
  const listed = entries.map((entry) => Object.values(toListed(entry)));
  return { count: entries.length, stamp: hash32(JSON.stringify(listed)) };
}

function dateOf({ published, added, seen }: KnownEntry): string {
  return (published ?? added ?? seen).slice(0, 10);
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
