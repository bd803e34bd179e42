// Mentions in; one post per address (or per title and day) out, however many articles and lists name it. Pure, and in steps, since a
// library may have a million mentions.
import { daysLater, earlierCode, isDay, laterCode, NO_CODE, type DateCode } from '#contract/dateCode.ts';
import type { KeyNumbers } from './keyNumbers.ts';
import { isList, type Mentions } from './mentionTable.ts';

/** Stands for no article. */
export const NO_SLOT = 0xffff_ffff;

/** Posts by number; a number that is not in `order` means nothing. */
export interface PostTable {
  /** Numbers of all posts: articles newest saved first, each followed by what its lists name that was not named before. */
  readonly order: Uint32Array;
  /** The saved article, or `NO_SLOT`. */
  readonly slot: Uint32Array;
  /** The mention that gives title and address: the article's own, else the first. */
  readonly row: Uint32Array;
  readonly kind: Uint8Array;
  readonly added: Int32Array;
  readonly updated: Int32Array;
  readonly published: Int32Array;
  /** How many articles name it in their lists. */
  readonly lists: Uint32Array;
  /** The lists' mentions of a post are `mentions[mentionAt[n]]` up to `mentions[mentionAt[n + 1]]`, those of one article together. */
  readonly mentionAt: Uint32Array;
  readonly mentions: Uint32Array;
}

const ROWS_A_STEP = 4_000;

/** The saved articles as posts, and the ways to them. */
interface SavedPosts {
  /** The post of each article's slot. */
  readonly postOf: Uint32Array;
  /** Posts by the hash of an address under which they were asked for. */
  readonly byAsked: ReadonlyMap<number, number>;
  /** Posts by the hash of their title; −1 where several have it. */
  readonly byTitle: ReadonlyMap<number, number>;
}

/**
 * Makes the posts of a library from the slots of its articles, newest saved first, and of the lists that belong to none after them. `numbers` gives a post the same number each time.
 *
 * A saved article stands for its canonical address and for the one it was asked by; its title wins over a list's. Of several articles
 * with the same address the newest stands for all. An entry without an address joins the saved article of the same title unless
 * something speaks against it: several articles with that title, entries of that title with different days, another kind, another day
 * of publishing, or an article published after the entry was added.
 */
export function* joinPosts(
  mentions: Mentions,
  newestFirst: Uint32Array,
  numbers: KeyNumbers,
): Generator<undefined, PostTable> {
  const { rows, slots, rowCount } = mentions;
  const room = numbers.size + rowCount;
  const table = {
    slot: new Uint32Array(room).fill(NO_SLOT),
    row: new Uint32Array(room),
    kind: new Uint8Array(room),
    added: new Int32Array(room),
    updated: new Int32Array(room),
    published: new Int32Array(room),
    lists: new Uint32Array(room),
  };
  const saved = yield* savedPosts(mentions, newestFirst, numbers, table.slot);
  const joined = yield* joinedByTitle(mentions, newestFirst, saved.byTitle, table.slot);

  const order = new Uint32Array(room);
  let count = 0;
  const isThere = new Uint8Array(room);
  const lastLister = new Uint32Array(room).fill(NO_SLOT);
  const postOfRow = new Uint32Array(rowCount);

  function meet(post: number, row: number): void {
    isThere[post] = 1;
    order[count] = post;
    count += 1;
    const slot = table.slot[post] ?? NO_SLOT;
    const shown = slot === NO_SLOT ? row : (slots.first[slot] ?? 0);
    table.row[post] = shown;
    if (slot === NO_SLOT) return;
    table.kind[post] = rows.kind[shown] ?? 0;
    table.updated[post] = rows.updated[shown] ?? NO_CODE;
  }

  let steps = 0;
  for (const slot of newestFirst) {
    const first = slots.first[slot] ?? 0;
    const end = first + (slots.count[slot] ?? 0);
    const isOfArticle = !isList(slots, slot);
    const own = saved.postOf[slot] ?? 0;
    if (isOfArticle && isThere[own] === 0) meet(own, first);
    for (let row = first + 1; row < end; row += 1) {
      const key = rows.key[row] ?? 0;
      const known = saved.byAsked.get(key) ?? numbers.of(key);
      const isSaved = (table.slot[known] ?? NO_SLOT) !== NO_SLOT;
      const post = isSaved ? known : (joined.get(rows.titleKey[row] ?? 0) ?? known);
      if (isThere[post] === 0) meet(post, row);
      postOfRow[row] = post;
      table.added[post] = earlierCode(table.added[post] ?? NO_CODE, rows.added[row] ?? NO_CODE);
      table.updated[post] = laterCode(table.updated[post] ?? NO_CODE, rows.updated[row] ?? NO_CODE);
      table.published[post] = earlierCode(table.published[post] ?? NO_CODE, rows.published[row] ?? NO_CODE);
      // `article`, the first of the kinds, is also what a list says when it says nothing.
      if (table.kind[post] === 0) table.kind[post] = rows.kind[row] ?? 0;
      if (isOfArticle && lastLister[post] !== slot) {
        lastLister[post] = slot;
        table.lists[post] = (table.lists[post] ?? 0) + 1;
      }
    }
    steps += end - first;
    if (steps > ROWS_A_STEP) {
      steps = 0;
      yield;
    }
  }
  const posts = order.slice(0, count);
  statePublished(table, posts, mentions);
  yield;
  return { ...table, order: posts, ...(yield* gather(mentions, newestFirst, postOfRow, numbers.size)) };
}

/** What an article says of its own publishing counts before what lists say. */
function statePublished(
  { slot, row, published }: Pick<PostTable, 'slot' | 'row' | 'published'>,
  posts: Uint32Array,
  { rows }: Mentions,
): void {
  for (const post of posts) {
    const stated = slot[post] === NO_SLOT ? NO_CODE : (rows.published[row[post] ?? 0] ?? NO_CODE);
    if (stated !== NO_CODE) published[post] = stated;
  }
}

function* savedPosts(
  { rows, slots, slotCount }: Mentions,
  newestFirst: Uint32Array,
  numbers: KeyNumbers,
  slotOf: Uint32Array,
): Generator<undefined, SavedPosts> {
  const postOf = new Uint32Array(slotCount);
  const byAsked = new Map<number, number>();
  const byTitle = new Map<number, number>();
  for (const [place, slot] of newestFirst.entries()) {
    if (isList(slots, slot)) continue;
    const row = slots.first[slot] ?? 0;
    const post = numbers.of(rows.key[row] ?? 0);
    postOf[slot] = post;
    if (slotOf[post] === NO_SLOT) {
      slotOf[post] = slot;
      const title = rows.titleKey[row] ?? 0;
      byTitle.set(title, byTitle.has(title) ? -1 : post);
    }
    if (place % ROWS_A_STEP === 0) yield;
  }
  // Only now, so that the address by which one article was asked for never takes the canonical address of another.
  for (const slot of newestFirst) {
    const asked = slots.asked[slot] ?? 0;
    if (asked <= 0 || asked === rows.key[slots.first[slot] ?? 0] || byAsked.has(asked)) continue;
    const taken = numbers.find(asked);
    if (taken === undefined || slotOf[taken] === NO_SLOT) byAsked.set(asked, postOf[slot] ?? 0);
  }
  return { postOf, byAsked, byTitle };
}

/** Finds for titles of entries without an address the one saved article they mean, if nothing speaks against it. */
function* joinedByTitle(
  { rows, slots }: Mentions,
  newestFirst: Uint32Array,
  byTitle: ReadonlyMap<number, number>,
  slotOf: Uint32Array,
): Generator<undefined, ReadonlyMap<number, number>> {
  const daysOf = new Map<number, DateCode>();
  const refused = new Set<number>();
  let steps = 0;
  for (const slot of newestFirst) {
    const first = slots.first[slot] ?? 0;
    const end = first + (slots.count[slot] ?? 0);
    for (let row = first + 1; row < end; row += 1) {
      const title = rows.titleKey[row] ?? 0;
      if (title === 0) continue;
      const post = byTitle.get(title);
      if (post === undefined || post === -1) continue;
      const added = rows.added[row] ?? NO_CODE;
      const self = slots.first[slotOf[post] ?? 0] ?? 0;
      if ((daysOf.get(title) ?? added) !== added || !isSame(rows, self, row)) refused.add(title);
      daysOf.set(title, added);
    }
    steps += end - first;
    if (steps > ROWS_A_STEP) {
      steps = 0;
      yield;
    }
  }
  const joined = new Map<number, number>();
  for (const title of daysOf.keys()) {
    const post = byTitle.get(title);
    if (post !== undefined && !refused.has(title)) joined.set(title, post);
  }
  return joined;
}

function isSame(rows: Mentions['rows'], self: number, row: number): boolean {
  if (rows.kind[row] !== rows.kind[self]) return false;
  const published = rows.published[self] ?? NO_CODE;
  const [listed, added] = [rows.published[row] ?? NO_CODE, rows.added[row] ?? NO_CODE];
  if (!isDay(published)) return true;
  if (isDay(listed) && listed !== published) return false;
  // A day of tolerance, since the two days may have been written in different zones.
  return daysLater(added, published) <= 1;
}

/** Puts the mentions of each post together, in the order of the posts' numbers. */
function* gather(
  { slots, rowCount }: Mentions,
  newestFirst: Uint32Array,
  postOfRow: Uint32Array,
  size: number,
): Generator<undefined, Pick<PostTable, 'mentionAt' | 'mentions'>> {
  const mentionAt = new Uint32Array(size + 1);
  const mentions = new Uint32Array(rowCount);
  const each = (visit: (post: number, row: number) => void): void => {
    for (const slot of newestFirst) {
      const first = slots.first[slot] ?? 0;
      const end = first + (slots.count[slot] ?? 0);
      for (let row = first + 1; row < end; row += 1) visit(postOfRow[row] ?? 0, row);
    }
  };
  each((post) => {
    mentionAt[post + 1] = (mentionAt[post + 1] ?? 0) + 1;
  });
  for (let post = 0; post < size; post += 1) mentionAt[post + 1] = (mentionAt[post + 1] ?? 0) + (mentionAt[post] ?? 0);
  yield;
  const next = mentionAt.slice(0, size);
  each((post, row) => {
    const at = next[post] ?? 0;
    mentions[at] = row;
    next[post] = at + 1;
  });
  return { mentionAt, mentions };
}
