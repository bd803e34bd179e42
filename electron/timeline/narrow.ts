// A filter and the posts in; which posts pass it, and what else it could ask for, out. Pure.
import type { ArticleId, PostKind } from '#contract/article.ts';
import { codesWithin, dateCode, NO_CODE } from '#contract/dateCode.ts';
import {
  POST_KINDS,
  POST_STATES,
  type FacetValue,
  type PostState,
  type TimelineFacets,
  type TimelineFilter,
} from '#contract/post.ts';
import type { PostTable } from './joinPosts.ts';
import { isList, type Mentions } from './mentionTable.ts';

/** What posts are tested by. */
export interface Narrowing {
  readonly table: PostTable;
  readonly mentions: Mentions;
  /** Dates on the axis, by post. */
  readonly dates: Int32Array;
  /** For each post one bit for each of `POST_STATES` that it is in. */
  readonly states: Uint8Array;
  readonly slotOf: (id: ArticleId) => number | undefined;
  /** By place in the table's order, whether the post has the words; asked only when the filter has some. */
  readonly hasWords: (text: string) => Uint8Array;
}

/** The bit of a part of a filter, set for posts that fail it. */
export const FAILS = { kind: 1, site: 2, list: 4, state: 8, text: 16, range: 32 } as const;

/** The bit of a state. */
export function stateBit(state: PostState): number {
  return 1 << POST_STATES.indexOf(state);
}

/** For each post the parts of the filter that it fails, 0 for one that passes all of them. */
export function failuresOf(filter: TimelineFilter, narrowing: Narrowing): Uint8Array {
  const { table, mentions, dates, states } = narrowing;
  const { order } = table;
  const fails = new Uint8Array(table.slot.length);
  const refuse = (bit: number, passes: (post: number, place: number) => boolean): void => {
    for (let place = 0; place < order.length; place += 1) {
      const post = order[place] ?? 0;
      if (!passes(post, place)) fails[post] = (fails[post] ?? 0) | bit;
    }
  };
  if (filter.kinds.length > 0) {
    const wanted = new Set(filter.kinds.map((kind) => POST_KINDS.indexOf(kind)));
    refuse(FAILS.kind, (post) => wanted.has(table.kind[post] ?? 0));
  }
  if (filter.states.length > 0) {
    const wanted = filter.states.reduce((bits, state) => bits | stateBit(state), 0);
    refuse(FAILS.state, (post) => ((states[post] ?? 0) & wanted) !== 0);
  }
  if (filter.sites.length > 0) {
    const wanted = new Set(filter.sites.map((site) => mentions.sites.indexOf(site)));
    refuse(FAILS.site, (post) => wanted.has(mentions.rows.site[table.row[post] ?? 0] ?? 0));
  }
  if (filter.lists.length > 0) {
    const whole = wholeLists(mentions);
    const wanted = new Set(filter.lists.map(narrowing.slotOf));
    refuse(FAILS.list, (post) => someMention(table, post, (row) => wanted.has(whole[mentions.rows.slot[row] ?? 0])));
  }
  if (filter.text.trim() !== '') {
    const has = narrowing.hasWords(filter.text);
    refuse(FAILS.text, (_, place) => has[place] === 1);
  }
  if (filter.from !== null || filter.to !== null) {
    const [from] = filter.from === null ? [NO_CODE + 1] : codesWithin(dateCode(filter.from));
    const [, to] = filter.to === null ? [0, Infinity] : codesWithin(dateCode(filter.to));
    refuse(FAILS.range, (post) => (dates[post] ?? NO_CODE) >= from && (dates[post] ?? NO_CODE) <= to);
  }
  return fails;
}

// More are not looked through by anybody; whoever wants another narrows by text first.
const MOST_VALUES = 500;

/** What the posts could be narrowed to: of each part the values of those posts that pass all other parts. */
export function facetsOf(
  fails: Uint8Array,
  { table, mentions, states }: Narrowing,
  labels: { readonly idOf: (slot: number) => ArticleId; readonly titleAt: (row: number) => string },
): TimelineFacets {
  const kinds = new Uint32Array(POST_KINDS.length);
  const stateCounts = new Uint32Array(POST_STATES.length);
  const sites = new Uint32Array(mentions.sites.length);
  const lists = new Uint32Array(mentions.slotCount);
  const whole = wholeLists(mentions);
  for (const post of table.order) {
    const failed = fails[post] ?? 0;
    if ((failed & ~FAILS.kind) === 0) add(kinds, table.kind[post] ?? 0);
    if ((failed & ~FAILS.site) === 0) add(sites, mentions.rows.site[table.row[post] ?? 0] ?? 0);
    if ((failed & ~FAILS.state) === 0) {
      for (let state = 0; state < stateCounts.length; state += 1) {
        if (((states[post] ?? 0) & (1 << state)) !== 0) add(stateCounts, state);
      }
    }
    if ((failed & ~FAILS.list) === 0) {
      let before = -1;
      someMention(table, post, (row) => {
        const slot = whole[mentions.rows.slot[row] ?? 0] ?? 0;
        if (slot !== before) add(lists, slot);
        before = slot;
        return false;
      });
    }
  }
  return {
    kinds: ranked(kinds, (at) => POST_KINDS[at] ?? 'article'),
    states: POST_STATES.map((value, at) => ({ value, label: value, count: stateCounts[at] ?? 0 })).filter(
      ({ count }) => count > 0,
    ),
    sites: ranked(sites, (at) => mentions.sites[at] ?? ''),
    lists: ranked(lists, labels.idOf, (slot) => labels.titleAt(mentions.slots.first[slot] ?? 0)),
  };
}

/** For each slot the one that stands for the whole of its list: an article for all of its lists, of the parts of a feed the first. */
function wholeLists({ slots, slotCount }: Mentions): Uint32Array {
  const whole = Uint32Array.from({ length: slotCount }, (_, slot) => slot);
  const nameOf = (slot: number): string => slots.id.slice(slot * 3, slot * 3 + 2).join();
  const parts = [...whole].filter((slot) => isList(slots, slot) && (slots.count[slot] ?? 0) > 0);
  const firsts = new Map(parts.flatMap((slot) => (slots.id[slot * 3 + 2] === 0 ? [[nameOf(slot), slot]] : [])));
  for (const slot of parts) whole[slot] = firsts.get(nameOf(slot)) ?? slot;
  return whole;
}

/** The kind a number of the table's stands for. */
export function kindOf(number: number): PostKind {
  return POST_KINDS[number] ?? 'article';
}

/** Whether the test holds for one of the lists' mentions of a post, asked in their order. */
export function someMention({ mentionAt, mentions }: PostTable, post: number, test: (row: number) => boolean): boolean {
  const end = mentionAt[post + 1] ?? 0;
  for (let at = mentionAt[post] ?? 0; at < end; at += 1) if (test(mentions[at] ?? 0)) return true;
  return false;
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function ranked(
  counts: Uint32Array,
  valueOf: (at: number) => string,
  labelOf: (at: number) => string = valueOf,
): readonly FacetValue[] {
  const found: number[] = [];
  for (let at = 0; at < counts.length; at += 1) if ((counts[at] ?? 0) > 0) found.push(at);
  return found
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, MOST_VALUES)
    .map((at) => ({ value: valueOf(at), label: labelOf(at), count: counts[at] ?? 0 }));
}
