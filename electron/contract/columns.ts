// What lists sort and filter by, of every article at once, as typed arrays: 100,000 articles are a few megabytes that cross to the
// window in one piece. A row keeps its number for as long as a library is open; a removed one leaves its number unused.
import type { ArticleCard, PostKind } from './article.ts';
import type { PostDate } from './dates.ts';
import { foldTag } from './tags.ts';

/** A site as articles name it; each pair stands once in a library's columns. */
export interface Site {
  readonly name: string | null;
  readonly host: string | null;
}

const TYPES = {
  /** Milliseconds since 1970. */
  saved: Float64Array,
  /** Minutes since 1970 of the moment, or of the first one of the day, month or year; `NO_DATE` for none. */
  published: Int32Array,
  updated: Int32Array,
  /** When it was finished; `NO_DATE` while it is not. */
  read: Int32Array,
  /** When somebody last read in it; `NO_DATE` for never. */
  opened: Int32Array,
  words: Uint32Array,
  kilobytes: Uint32Array,
  /** Index into `sites`. */
  site: Uint32Array,
  /** Index into `tagSets`. */
  tags: Uint32Array,
  minutes: Uint16Array,
  imagesFound: Uint16Array,
  imagesMissing: Uint16Array,
  related: Uint16Array,
  /** Index into `langs`. */
  lang: Uint16Array,
  /** Percent; at least 1 as soon as somebody began. */
  progress: Uint8Array,
  flags: Uint8Array,
} as const;

type ColumnName = keyof typeof TYPES;

/** Every column is at least `size` long; what stands behind that means nothing. */
export type ArticleColumns = { readonly [Name in ColumnName]: InstanceType<(typeof TYPES)[Name]> } & {
  /** Rows, those of removed articles with them. */
  readonly size: number;
  readonly sites: readonly Site[];
  readonly langs: readonly (string | null)[];
  /** Every list of tags that an article has, or had since the library was opened, once. */
  readonly tagSets: readonly (readonly string[])[];
};

/** Names of the typed columns, those of the widest numbers first. */
export const COLUMN_NAMES: readonly ColumnName[] = [
  'saved',
  'published',
  'updated',
  'read',
  'opened',
  'words',
  'kilobytes',
  'site',
  'tags',
  'minutes',
  'imagesFound',
  'imagesMissing',
  'related',
  'lang',
  'progress',
  'flags',
];

/** Stands for a date that is not known. */
export const NO_DATE = -0x8000_0000;

const REMOVED = 1;
const ARCHIVED = 2;
const MISSING_PAGES = 4;
const KIND_SHIFT = 3;
const STARRED = 32;
const KINDS: readonly PostKind[] = ['article', 'video', 'audio', 'gallery'];

/** Columns that can be written. */
export interface ColumnTable {
  /** The columns as they are; another object after a row was added. */
  readonly columns: ArticleColumns;
  /** Writes a row; its number is at most the number of rows so far. */
  set(row: number, card: ArticleCard): void;
  /** Leaves the row's number unused. */
  remove(row: number): void;
}

/** Views of `capacity` rows over a buffer of `bytesPerRow * capacity` bytes, which must begin at a multiple of 8. */
export function columnsOver(
  buffer: ArrayBuffer,
  at: number,
  capacity: number,
  names: Pick<ArticleColumns, 'size' | 'sites' | 'langs' | 'tagSets'>,
): ArticleColumns {
  let next = at;
  const place = (bytes: number): number => {
    const here = next;
    next += bytes * capacity;
    return here;
  };
  return {
    saved: new Float64Array(buffer, place(8), capacity),
    published: new Int32Array(buffer, place(4), capacity),
    updated: new Int32Array(buffer, place(4), capacity),
    read: new Int32Array(buffer, place(4), capacity),
    opened: new Int32Array(buffer, place(4), capacity),
    words: new Uint32Array(buffer, place(4), capacity),
    kilobytes: new Uint32Array(buffer, place(4), capacity),
    site: new Uint32Array(buffer, place(4), capacity),
    tags: new Uint32Array(buffer, place(4), capacity),
    minutes: new Uint16Array(buffer, place(2), capacity),
    imagesFound: new Uint16Array(buffer, place(2), capacity),
    imagesMissing: new Uint16Array(buffer, place(2), capacity),
    related: new Uint16Array(buffer, place(2), capacity),
    lang: new Uint16Array(buffer, place(2), capacity),
    progress: new Uint8Array(buffer, place(1), capacity),
    flags: new Uint8Array(buffer, place(1), capacity),
    ...names,
  };
}

/** Bytes that one row takes in all columns together. */
export const BYTES_PER_ROW = COLUMN_NAMES.reduce((sum, name) => sum + TYPES[name].BYTES_PER_ELEMENT, 0);

/** Columns without rows. */
export function noColumns(): ArticleColumns {
  return columnsOver(new ArrayBuffer(0), 0, 0, { size: 0, sites: [], langs: [], tagSets: [] });
}

/** Copies the rows there are into views of `capacity` rows over a buffer; see `columnsOver`. */
export function copyColumns(from: ArticleColumns, buffer: ArrayBuffer, at: number, capacity: number): ArticleColumns {
  const { size, sites, langs, tagSets } = from;
  const copy = columnsOver(buffer, at, capacity, { size, sites, langs, tagSets });
  for (const name of COLUMN_NAMES) copy[name].set(from[name].subarray(0, size));
  return copy;
}

/** Writes into columns; those given are written in place as long as they have room. */
export function createColumnTable(start: ArticleColumns = noColumns()): ColumnTable {
  const sites = [...start.sites];
  const langs = [...start.langs];
  const tagSets = [...start.tagSets];
  let columns: ArticleColumns = { ...start, sites, langs, tagSets };
  const siteNumbers = new Map(sites.map((site, index) => [siteKey(site), index]));
  const langNumbers = new Map(langs.map((lang, index) => [lang, index]));
  const tagNumbers = new Map(tagSets.map((tags, index) => [JSON.stringify(tags), index]));

  function siteNumber(site: Site): number {
    return numberIn(siteNumbers, siteKey(site), () => sites.push(site) - 1);
  }

  function extend(row: number): void {
    const size = Math.max(columns.size, row + 1);
    const capacity = columns.saved.length;
    if (size > capacity) {
      const room = Math.max(64, size, Math.ceil(capacity * 1.5));
      columns = copyColumns(columns, new ArrayBuffer(room * BYTES_PER_ROW), 0, room);
    }
    columns = { ...columns, size };
  }

  return {
    get columns() {
      return columns;
    },
    set(row, card) {
      if (row >= columns.size) extend(row);
      columns.saved[row] = Date.parse(card.saved);
      columns.published[row] = toMinutes(card.published);
      columns.updated[row] = toMinutes(card.updated);
      columns.read[row] = toMinutes(card.reading.read);
      columns.opened[row] = toMinutes(card.opened);
      columns.words[row] = card.words;
      columns.kilobytes[row] = Math.min(0xffff_ffff, Math.ceil(card.sizeBytes / 1_024));
      columns.site[row] = siteNumber({ name: card.siteName, host: card.host });
      columns.tags[row] = numberIn(tagNumbers, JSON.stringify(card.tags), () => tagSets.push(card.tags) - 1);
      columns.minutes[row] = Math.min(0xffff, card.minutes);
      columns.imagesFound[row] = Math.min(0xffff, card.imagesFound);
      columns.imagesMissing[row] = Math.min(0xffff, card.imagesFound - card.imagesStored);
      columns.related[row] = Math.min(0xffff, card.relatedCount);
      columns.lang[row] = numberIn(langNumbers, card.lang, () => langs.push(card.lang) - 1);
      columns.progress[row] = Math.ceil(card.reading.progress * 100);
      columns.flags[row] =
        (card.reading.archived ? ARCHIVED : 0) |
        (card.missingPages === null ? 0 : MISSING_PAGES) |
        (card.starred ? STARRED : 0) |
        (KINDS.indexOf(card.kind) << KIND_SHIFT);
    },
    remove(row) {
      columns.flags[row] = REMOVED;
    },
  };
}

/** Tells whether a row belongs to an article that is in the library. */
export function isThere({ flags, size }: ArticleColumns, row: number): boolean {
  return row < size && ((flags[row] ?? REMOVED) & REMOVED) === 0;
}

/** As `ReadingState.archived`. */
export function isArchived({ flags }: ArticleColumns, row: number): boolean {
  return ((flags[row] ?? 0) & ARCHIVED) !== 0;
}

/** As `Article.starred`. */
export function isStarred({ flags }: ArticleColumns, row: number): boolean {
  return ((flags[row] ?? 0) & STARRED) !== 0;
}

/** The tags of an article. */
export function tagsOf({ tags, tagSets }: ArticleColumns, row: number): readonly string[] {
  return tagSets[tags[row] ?? 0] ?? [];
}

/** How many articles have each tag, the commonest first; of those that differ only in how they are written, the one that most have stands for all. */
export function countTags(columns: ArticleColumns): readonly { readonly value: string; readonly count: number }[] {
  const { size, tags, tagSets } = columns;
  const ofSet = new Uint32Array(tagSets.length);
  for (let row = 0; row < size; row += 1) {
    if (isThere(columns, row)) ofSet[tags[row] ?? 0] = (ofSet[tags[row] ?? 0] ?? 0) + 1;
  }
  const spellings = new Map<string, Map<string, number>>();
  for (const [index, set] of tagSets.entries()) {
    const count = ofSet[index] ?? 0;
    if (count === 0) continue;
    for (const tag of set) {
      const known = spellings.get(foldTag(tag)) ?? new Map<string, number>();
      spellings.set(foldTag(tag), known.set(tag, (known.get(tag) ?? 0) + count));
    }
  }
  const counted = Array.from(spellings.values(), (each) => {
    const [value] = [...each].reduce((most, other) => (other[1] > most[1] ? other : most));
    return { value, count: [...each.values()].reduce((sum, count) => sum + count, 0) };
  });
  return counted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** As `isPartial` of the article's card. */
export function isPartialRow({ flags, imagesMissing }: ArticleColumns, row: number): boolean {
  return (imagesMissing[row] ?? 0) > 0 || ((flags[row] ?? 0) & MISSING_PAGES) !== 0;
}

/** Tells whether pages at the end of an article of several pages are missing. */
export function lacksPages({ flags }: ArticleColumns, row: number): boolean {
  return ((flags[row] ?? 0) & MISSING_PAGES) !== 0;
}

/** What the article mainly is. */
export function kindOf({ flags }: ArticleColumns, row: number): PostKind {
  return KINDS[((flags[row] ?? 0) >> KIND_SHIFT) & 3] ?? 'article';
}

/** The first minute since 1970 (UTC) of a date, in its own zone where it has one; `NO_DATE` for none. */
function toMinutes(date: PostDate | null): number {
  if (date === null) return NO_DATE;
  const whole = date.length >= 10 ? date : `${date}-01-01`.slice(0, 10);
  // Of a moment without a zone nobody knows more than what a clock on the wall said.
  const moment = whole.length > 10 && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(whole.slice(11)) ? `${whole}Z` : whole;
  const minutes = Math.floor(Date.parse(moment) / 60_000);
  return Number.isNaN(minutes) ? NO_DATE : Math.max(NO_DATE + 1, Math.min(0x7fff_ffff, minutes));
}

function numberIn<Key>(numbers: Map<Key, number>, key: Key, add: () => number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = add();
  numbers.set(key, number);
  return number;
}

function siteKey({ name, host }: Site): string {
  return `${name ?? ''}\n${host ?? ''}`;
}
