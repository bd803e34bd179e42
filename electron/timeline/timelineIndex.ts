// All posts of a library, kept while articles come, change and go; what a timeline shows of them. Pure: long work is done in steps by
// whoever asks, and what only the catalogue knows of articles is asked of `facts`.
import type { Article, ArticleId } from '#contract/article.ts';
import { codeDate, daysLater, NO_CODE, type DateCode } from '#contract/dateCode.ts';
import { hash53 } from '#contract/hash.ts';
import type { Axis, PostState, TimelineFacets, TimelineFilter, TimelinePeriods, TimelinePost } from '#contract/post.ts';
import { countPeriods, orderByDate } from './axisOrder.ts';
import { joinPosts, NO_SLOT, type PostTable } from './joinPosts.ts';
import { createKeyNumbers } from './keyNumbers.ts';
import { feedOf, listSlots } from './postLists.ts';
import { createMentionTable, isList, type Mentions, type PostList } from './mentionTable.ts';
import { FAILS, facetsOf, failuresOf, kindOf, someMention, stateBit, type Narrowing } from './narrow.ts';
import { addressKey, addressPostKey } from './postKey.ts';
import { readPostTexts, type PostTexts } from './postTexts.ts';

/** What the catalogue and the saves know beside the lists, by rows of the catalogue. */
export interface TimelineFacts {
  /** Rows of all articles, newest saved first. */
  newestFirst(): Uint32Array;
  /** The row of an article by its id in three numbers; see `packId`. */
  rowOf(a: number, b: number, c: number): number | undefined;
  /** The local day on which it was saved. */
  savedOn(row: number): DateCode;
  /** Bits of `saved`, and of `partial` and `read` where they hold; see `stateBit`. */
  statesOf(row: number): number;
  /** Addresses that are being saved, or could not be. */
  saves(): readonly { readonly url: string; readonly state: 'queued' | 'failed' }[];
}

/** Posts that pass a filter, in order. */
export interface Selection extends TimelinePeriods {
  readonly posts: Uint32Array;
  readonly span: TimelinePeriods | null;
  readonly known: number;
}

/** The posts of a library. */
export interface TimelineIndex {
  readonly mentions: Mentions;
  put(article: Article, stamp: number): void;
  /** Takes up a list that belongs to no article. */
  putList(list: PostList, stamp: number): void;
  remove(id: ArticleId): void;
  /** The stamp an article or a list was put with; `undefined` when it is not there. */
  stampOf(id: ArticleId): number | undefined;
  /** Articles that are there. */
  ids(): readonly ArticleId[];
  /** Lists that belong to no article. */
  lists(): readonly ArticleId[];
  /** Puts the posts together after a change; `show` and `mentionsOf` answer nothing before that. */
  prepare(): Generator<undefined, void>;
  select(axis: Axis, filter: TimelineFilter): Generator<undefined, Selection>;
  facets(axis: Axis, filter: TimelineFilter): Generator<undefined, TimelineFacets>;
  /** Posts by number, in that order; those that are not there any more are left out. */
  show(posts: Iterable<number>): readonly TimelinePost[];
  /** Who names a post, articles newest saved first, then lists that belong to none: `entry` counts the entries of all lists of the article, from 0. */
  mentionsOf(post: number): readonly { readonly articleId: ArticleId; readonly entry: number }[];
  /** The number of the post that an address or an article stands for. */
  find(of: { readonly url: string } | { readonly articleId: ArticleId }): number | undefined;
}

/** The posts as they were last put together, and what was derived from them since. */
interface Joined {
  readonly table: PostTable;
  /** Row of the article in the catalogue, by post; `NO_SLOT` for one that is not saved. */
  readonly rows: Uint32Array;
  readonly savedOn: Int32Array;
  readonly isThere: Uint8Array;
  readonly orders: Map<Axis, Uint32Array>;
  /** What is selected on an axis when nothing is asked for. */
  readonly wholes: Map<Axis, Selection>;
  texts: PostTexts | undefined;
}

/** Makes the index over what was known before. */
export function createTimelineIndex(facts: TimelineFacts, start?: Mentions): TimelineIndex {
  const store = createMentionTable(start);
  const numbers = createKeyNumbers();
  let joined: Joined | undefined;

  function* join(): Generator<undefined, Joined> {
    if (joined !== undefined) return joined;
    const { slots, slotCount } = store.mentions;
    const newestFirst = facts.newestFirst();
    const slotOf = new Map<number, number>();
    for (let slot = 0; slot < slotCount; slot += 1) {
      const row = (slots.count[slot] ?? 0) > 0 ? rowOfSlot(slot) : undefined;
      if (row !== undefined) slotOf.set(row, slot);
    }
    yield;
    const ordered = Uint32Array.from(newestFirst, (row) => slotOf.get(row) ?? NO_SLOT).filter(
      (slot) => slot !== NO_SLOT,
    );
    yield;
    const table = yield* joinPosts(store.mentions, Uint32Array.from([...ordered, ...listSlots(store)]), numbers);
    const rows = new Uint32Array(table.slot.length).fill(NO_SLOT);
    const savedOn = new Int32Array(table.slot.length);
    const isThere = new Uint8Array(table.slot.length);
    for (const post of table.order) {
      const slot = table.slot[post] ?? NO_SLOT;
      isThere[post] = 1;
      if (slot === NO_SLOT) continue;
      rows[post] = rowOfSlot(slot) ?? NO_SLOT;
      savedOn[post] = facts.savedOn(rows[post]);
    }
    joined = { table, rows, savedOn, isThere, orders: new Map(), wholes: new Map(), texts: undefined };
    return joined;
  }

  function rowOfSlot(slot: number): number | undefined {
    const { id } = store.mentions.slots;
    return facts.rowOf(id[slot * 3] ?? 0, id[slot * 3 + 1] ?? 0, id[slot * 3 + 2] ?? 0);
  }

  function* narrowing(posts: Joined, axis: Axis, filter: TimelineFilter): Generator<undefined, Narrowing> {
    const { table } = posts;
    if (filter.text.trim() !== '') {
      posts.texts ??= yield* readPostTexts(table.order.length, (place) => textOf(table, table.order[place] ?? 0));
    }
    const { texts } = posts;
    return {
      table,
      mentions: store.mentions,
      dates: datesOf(posts, axis),
      states: statesOf(posts),
      slotOf: (id) => store.slotOf(id),
      hasWords: (text) => texts?.find(text) ?? new Uint8Array(),
    };
  }

  function textOf({ row }: PostTable, post: number): string {
    const shown = row[post] ?? 0;
    return `${store.titleAt(shown)} ${siteAt(shown)}`;
  }

  function siteAt(row: number): string {
    const { rows, sites } = store.mentions;
    return sites[rows.site[row] ?? 0] ?? '';
  }

  function statesOf({ table, rows }: Joined): Uint8Array {
    const states = new Uint8Array(table.slot.length);
    const known = stateBit('known');
    for (const post of table.order) {
      const row = rows[post] ?? NO_SLOT;
      states[post] = row === NO_SLOT ? known : facts.statesOf(row);
    }
    for (const { url, state } of facts.saves()) {
      const post = postAt(url);
      if (post !== undefined && table.slot[post] === NO_SLOT) states[post] = stateBit(state);
    }
    return states;
  }

  function postAt(url: string): number | undefined {
    const key = addressKey(url);
    return key === undefined ? undefined : numbers.find(hash53(addressPostKey(key)));
  }

  function showOne(posts: Joined, post: number, saves: ReadonlyMap<number, PostState>): TimelinePost {
    const { table, rows, savedOn } = posts;
    const row = table.row[post] ?? 0;
    const slot = table.slot[post] ?? NO_SLOT;
    const [added, updated] = [table.added[post] ?? NO_CODE, table.updated[post] ?? NO_CODE];
    const saved = savedOn[post] ?? NO_CODE;
    const articleId = slot === NO_SLOT ? null : store.idOf(slot);
    return {
      post,
      title: store.titleAt(row),
      url: store.urlAt(row),
      kind: kindOf(table.kind[post] ?? 0),
      site: siteAt(row),
      added: codeDate(added),
      updated: codeDate(updated),
      published: codeDate(table.published[post] ?? NO_CODE),
      saved: codeDate(saved),
      articleId,
      state: articleId === null ? (saves.get(post) ?? 'known') : tellingState(facts.statesOf(rows[post] ?? NO_SLOT)),
      updatedAfterDays: daysLater(added, updated),
      updatedSinceSavedDays: daysLater(saved, updated),
      feed: feedOf(store, table, post),
      lists: table.lists[post] ?? 0,
    };
  }

  return {
    get mentions() {
      return store.mentions;
    },
    put(article, stamp) {
      store.put(article, stamp);
      joined = undefined;
    },
    putList(list, stamp) {
      store.putList(list, stamp);
      joined = undefined;
    },
    remove(id) {
      store.remove(id);
      joined = undefined;
    },
    stampOf(id) {
      const slot = store.slotOf(id);
      return slot === undefined ? undefined : store.mentions.slots.stamp[slot];
    },
    ids() {
      const { slots, slotCount } = store.mentions;
      const found: ArticleId[] = [];
      for (let slot = 0; slot < slotCount; slot += 1) {
        if ((slots.count[slot] ?? 0) > 0 && !isList(slots, slot)) found.push(store.idOf(slot));
      }
      return found;
    },
    lists: () => listSlots(store).map((slot) => store.idOf(slot)),
    *prepare() {
      yield* join();
    },
    *select(axis, filter) {
      const posts = yield* join();
      const { table, orders, wholes } = posts;
      const whole = isWhole(filter) ? wholes.get(axis) : undefined;
      if (whole !== undefined) return whole;
      const tests = yield* narrowing(posts, axis, filter);
      const ordered = orders.get(axis) ?? orderByDate(table.order, tests.dates);
      orders.set(axis, ordered);
      const fails = failuresOf(filter, tests);
      const isSaved = (post: number): boolean => table.slot[post] !== NO_SLOT;
      const passing = ordered.filter((post) => fails[post] === 0);
      const hasRange = filter.from !== null || filter.to !== null;
      const inSpan = hasRange ? ordered.filter((post) => ((fails[post] ?? 0) & ~FAILS.range) === 0) : undefined;
      const selection: Selection = {
        posts: passing,
        ...countPeriods(passing, tests.dates, isSaved),
        span: inSpan === undefined ? null : countPeriods(inSpan, tests.dates, isSaved),
        known: table.order.length,
      };
      if (isWhole(filter)) wholes.set(axis, selection);
      return selection;
    },
    *facets(axis, filter) {
      const posts = yield* join();
      const tests = yield* narrowing(posts, axis, filter);
      return facetsOf(failuresOf(filter, tests), tests, store);
    },
    show(wanted) {
      const posts = joined;
      if (posts === undefined) return [];
      const saves = new Map<number, PostState>();
      for (const { url, state } of facts.saves()) {
        const post = postAt(url);
        if (post !== undefined) saves.set(post, state);
      }
      const found: TimelinePost[] = [];
      for (const post of wanted) if (posts.isThere[post] === 1) found.push(showOne(posts, post, saves));
      return found;
    },
    mentionsOf(post) {
      const found: { readonly articleId: ArticleId; readonly entry: number }[] = [];
      if (joined === undefined) return found;
      const { rows, slots } = store.mentions;
      someMention(joined.table, post, (row) => {
        const slot = rows.slot[row] ?? 0;
        found.push({ articleId: store.idOf(slot), entry: row - (slots.first[slot] ?? 0) - 1 });
        return false;
      });
      return found;
    },
    find(of) {
      if ('url' in of) return postAt(of.url);
      const slot = store.slotOf(of.articleId);
      const { rows, slots } = store.mentions;
      return slot === undefined ? undefined : numbers.find(rows.key[slots.first[slot] ?? 0] ?? 0);
    },
  };
}

function isWhole({ kinds, sites, lists, states, from, to, text }: TimelineFilter): boolean {
  const chosen = kinds.length + sites.length + lists.length + states.length;
  return chosen === 0 && from === null && to === null && text.trim() === '';
}

function datesOf({ table, savedOn }: Joined, axis: Axis): Int32Array {
  return axis === 'saved' ? savedOn : table[axis];
}

/** What is missing matters more than that it was read. */
function tellingState(bits: number): PostState {
  return (['partial', 'read'] as const).find((state) => (bits & stateBit(state)) !== 0) ?? 'saved';
}
