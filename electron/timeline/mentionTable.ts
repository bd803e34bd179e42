// Articles in; what they and their lists say of posts kept as rows that can be written to a file and taken up again.
import type { Article, ArticleId, PostKind, RelatedEntry } from '#contract/article.ts';
import { dateCode } from '#contract/dateCode.ts';
import { hash53 } from '#contract/hash.ts';
import { createIdTable, packId, unpackId } from '#contract/idTable.ts';
import { POST_KINDS } from '#contract/post.ts';
import {
  copyMentions,
  copySlots,
  MENTION_BYTES,
  mentionsOver,
  SLOT_BYTES,
  slotsOver,
  type MentionRows,
  type SlotRows,
} from './mentionRows.ts';
import { addressKey, addressPostKey, titleKey, titlePostKey } from './postKey.ts';

/** All mentions of a library. */
export interface Mentions {
  readonly rows: MentionRows;
  readonly slots: SlotRows;
  /** Rows and articles so far, those that are gone with them. */
  readonly rowCount: number;
  readonly slotCount: number;
  /** UTF-8 of titles and addresses. */
  readonly text: Uint8Array;
  readonly textBytes: number;
  /** Hosts of addresses, and names of sites where there is no address; the first is empty. */
  readonly sites: readonly string[];
}

/** A table that can be changed. */
export interface MentionTable {
  readonly mentions: Mentions;
  /** The place of an article; `undefined` when it is not there. */
  slotOf(id: ArticleId): number | undefined;
  slotOfPacked(a: number, b: number, c: number): number | undefined;
  idOf(slot: number): ArticleId;
  /** Takes up an article in the place of what was known of it. The stamp is given back by `stampOf`. */
  put(article: Article, stamp: number): void;
  /** Takes up a list that belongs to no article, as `put`; see `isList`. */
  putList(list: PostList, stamp: number): void;
  remove(id: ArticleId): void;
  titleAt(row: number): string;
  /** `null` for a mention without an address. */
  urlAt(row: number): string | null;
}

/** A list of posts by itself, such as a page of a feed's entries. */
export interface PostList {
  /** No article's. Lists whose ids have the same first twelve characters are parts of one, of which that with `aaaa` at its end stands for all. */
  readonly id: ArticleId;
  readonly title: string;
  readonly entries: readonly Pick<RelatedEntry, 'title' | 'url' | 'kind' | 'added' | 'updated' | 'published'>[];
}

// In the place of the hash of an address, which is never negative.
const LIST = -1;

/** Whether a slot is a list that belongs to no article: its own row is no post, it has the list's title. */
export function isList({ asked }: SlotRows, slot: number): boolean {
  return asked[slot] === LIST;
}

interface Said {
  readonly key: string;
  /** Empty where the address tells what is meant. */
  readonly titleKey: string;
  readonly title: string;
  readonly url: string | null;
  readonly site: string;
  readonly kind: PostKind;
  readonly dates: Pick<RelatedEntry, 'added' | 'updated' | 'published'>;
}

/** A table without articles. */
function noMentions(): Mentions {
  return {
    rows: mentionsOver(new ArrayBuffer(0), 0, 0),
    slots: slotsOver(new ArrayBuffer(0), 0, 0),
    rowCount: 0,
    slotCount: 0,
    text: new Uint8Array(),
    textBytes: 0,
    sites: [''],
  };
}

/** Takes up a table; what is given may be written into. */
export function createMentionTable(start: Mentions = noMentions()): MentionTable {
  let { rows, slots, text, rowCount, slotCount, textBytes } = start;
  const sites = [...start.sites];
  const siteNumbers = new Map(sites.map((site, number) => [site, number]));
  const ids = createIdTable(slots.id.subarray(0, slotCount * 3), (slot) => (slots.count[slot] ?? 0) > 0);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  function say({ key, titleKey: title, ...said }: Said, slot: number): void {
    const row = rowCount;
    if (row >= rows.key.length) {
      const room = Math.max(256, Math.ceil(row * 1.5));
      const grown = mentionsOver(new ArrayBuffer(room * MENTION_BYTES), 0, room);
      copyMentions(rows, 0, row, grown, 0);
      rows = grown;
    }
    rowCount += 1;
    rows.key[row] = hash53(key);
    rows.titleKey[row] = title === '' ? 0 : hash53(title);
    rows.added[row] = dateCode(said.dates.added);
    rows.updated[row] = dateCode(said.dates.updated);
    rows.published[row] = dateCode(said.dates.published);
    rows.slot[row] = slot;
    rows.textAt[row] = textBytes;
    rows.titleBytes[row] = append(said.title);
    rows.urlBytes[row] = said.url === null ? 0 : append(said.url);
    rows.site[row] = siteNumber(said.site);
    rows.kind[row] = POST_KINDS.indexOf(said.kind);
  }

  function append(said: string): number {
    // UTF-8 takes at most three bytes for a UTF-16 unit.
    const most = textBytes + said.length * 3;
    if (most > text.length) {
      const grown = new Uint8Array(Math.max(4_096, Math.ceil(most * 1.5)));
      grown.set(text.subarray(0, textBytes));
      text = grown;
    }
    const { written } = encoder.encodeInto(said, text.subarray(textBytes));
    textBytes += written;
    return written;
  }

  function siteNumber(site: string): number {
    const known = siteNumbers.get(site);
    if (known !== undefined) return known;
    const number = sites.push(site) - 1;
    siteNumbers.set(site, number);
    return number;
  }

  /** A new place for an id, in the place of what it had. */
  function begin(id: ArticleId, stamp: number, asked: number): number {
    remove(id);
    const slot = ids.add(id);
    if (slot >= slots.count.length) {
      const room = Math.max(64, Math.ceil(slot * 1.5));
      const grown = slotsOver(new ArrayBuffer(room * SLOT_BYTES), 0, room);
      copySlots(slots, slotCount, grown);
      slots = grown;
    }
    slotCount = slot + 1;
    slots.asked[slot] = asked;
    slots.id.set(packId(id), slot * 3);
    slots.stamp[slot] = stamp;
    slots.first[slot] = rowCount;
    return slot;
  }

  function remove(id: ArticleId): void {
    const slot = ids.rowOf(id);
    if (slot === undefined) return;
    ids.remove(slot);
    slots.count[slot] = 0;
  }

  return {
    get mentions() {
      return { rows, slots, rowCount, slotCount, text, textBytes, sites };
    },
    slotOf: (id) => ids.rowOf(id),
    slotOfPacked: (a, b, c) => ids.rowOfPacked(a, b, c),
    idOf: (slot) => unpackId(slots.id, slot),
    put(article, stamp) {
      const asked = article.source === null ? undefined : addressKey(article.source);
      const slot = begin(article.id, stamp, asked === undefined ? 0 : hash53(addressPostKey(asked)));
      say(ofItself(article), slot);
      for (const { entries } of article.relatedLists) for (const entry of entries) say(ofEntry(entry), slot);
      slots.count[slot] = rowCount - (slots.first[slot] ?? 0);
    },
    putList(list, stamp) {
      const slot = begin(list.id, stamp, LIST);
      say(ofList(list), slot);
      for (const entry of list.entries) say(ofEntry(entry), slot);
      slots.count[slot] = rowCount - (slots.first[slot] ?? 0);
    },
    remove,
    titleAt(row) {
      const at = rows.textAt[row] ?? 0;
      return decoder.decode(text.subarray(at, at + (rows.titleBytes[row] ?? 0)));
    },
    urlAt(row) {
      const bytes = rows.urlBytes[row] ?? 0;
      if (bytes === 0) return null;
      const at = (rows.textAt[row] ?? 0) + (rows.titleBytes[row] ?? 0);
      return decoder.decode(text.subarray(at, at + bytes));
    },
  };
}

/** The table without what is gone, in columns that have no room to grow; the sites that nothing names any more stay. */
export function packMentions({ rows, slots, slotCount, text, sites }: Mentions): Mentions {
  const there = Array.from({ length: slotCount }, (_, slot) => slot).filter((slot) => (slots.count[slot] ?? 0) > 0);
  const rowCount = there.reduce((sum, slot) => sum + (slots.count[slot] ?? 0), 0);
  const packed = mentionsOver(new ArrayBuffer(rowCount * MENTION_BYTES), 0, rowCount);
  const packedSlots = slotsOver(new ArrayBuffer(there.length * SLOT_BYTES), 0, there.length);
  const spans: Uint8Array[] = [];
  let [row, textBytes] = [0, 0];
  for (const [place, slot] of there.entries()) {
    const from = slots.first[slot] ?? 0;
    const to = from + (slots.count[slot] ?? 0);
    packedSlots.asked[place] = slots.asked[slot] ?? 0;
    packedSlots.id.set(slots.id.subarray(slot * 3, slot * 3 + 3), place * 3);
    packedSlots.stamp[place] = slots.stamp[slot] ?? 0;
    packedSlots.first[place] = row;
    packedSlots.count[place] = to - from;
    copyMentions(rows, from, to, packed, row);
    // The text of an article's rows was written in one piece.
    const begin = rows.textAt[from] ?? 0;
    const end = (rows.textAt[to - 1] ?? 0) + (rows.titleBytes[to - 1] ?? 0) + (rows.urlBytes[to - 1] ?? 0);
    for (; row < packedSlots.first[place] + (to - from); row += 1) {
      packed.slot[row] = place;
      packed.textAt[row] = (packed.textAt[row] ?? 0) - begin + textBytes;
    }
    spans.push(text.subarray(begin, end));
    textBytes += end - begin;
  }
  const packedText = new Uint8Array(textBytes);
  let at = 0;
  for (const span of spans) {
    packedText.set(span, at);
    at += span.length;
  }
  return {
    rows: packed,
    slots: packedSlots,
    rowCount,
    slotCount: there.length,
    text: packedText,
    textBytes,
    sites,
  };
}

function ofItself(article: Article): Said {
  const { title, canonicalUrl, source, kind, updated, published } = article;
  const asked = source !== null && addressKey(source) !== undefined ? source : null;
  const key = [canonicalUrl, asked].map((url) => (url === null ? undefined : addressKey(url)));
  const own = key[0] ?? key[1];
  const url = canonicalUrl ?? asked;
  return {
    key: own === undefined ? titlePostKey(titleKey(title), published) : addressPostKey(own),
    titleKey: titleKey(title),
    title,
    url,
    site: hostOf(url) ?? article.siteName ?? '',
    kind,
    dates: { added: null, updated, published },
  };
}

function ofList({ title }: PostList): Said {
  const dates = { added: null, updated: null, published: null };
  return { key: '', titleKey: '', title, url: null, site: '', kind: 'article', dates };
}

function ofEntry({ title, url, kind, added, updated, published }: PostList['entries'][number]): Said {
  const address = url === null ? undefined : addressKey(url);
  const normalised = address === undefined ? titleKey(title) : '';
  return {
    key: address === undefined ? titlePostKey(normalised, added) : addressPostKey(address),
    titleKey: normalised,
    title,
    url,
    site: hostOf(url) ?? '',
    kind,
    dates: { added, updated, published },
  };
}

function hostOf(url: string | null): string | null {
  const key = url === null ? undefined : addressKey(url);
  return key === undefined ? null : (key.split(/[/?]/)[0] ?? null);
}
