// A parsed page in; its lists of related posts, and the elements that hold them, come out. The tree is only read.
import type { Element } from 'domhandler';
import type { RelatedEntry, RelatedList } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import type { Page } from '../page.ts';
import { toLinkAddress } from '../webAddress.ts';
import { findBracketedLists } from './bracketedLists.ts';
import type { DateContext } from './findDate.ts';
import { findHeading, type GroupHeading } from './findHeading.ts';
import { ENOUGH_POINTS, isOutOfPlace, judgeGroup } from './judgeGroup.ts';
import { findGroups, type Group } from './linkGroups.ts';
import { blocksOf } from './listBlocks.ts';
import { outlinePage, type PageOutline } from './pageOutline.ts';
import { readEntry } from './readEntry.ts';
import { addShortSiblings, findShortLists } from './weakLinks.ts';

/** What is known of the page before its lists are looked for. */
export interface RelatedHints {
  readonly title: string | null;
  /** The page's own date; dates without a year and relative ones are counted from it. */
  readonly published: PostDate | null;
  readonly lang: string | null;
}

/** The lists in page order, and the elements to leave out of the article. */
export interface RelatedFound {
  readonly lists: readonly RelatedList[];
  readonly blocks: ReadonlySet<Element>;
}

interface PlacedList extends RelatedList {
  readonly line: number;
  readonly blocks: readonly Element[];
}

const PRICE = /(?:[$€£¥₩₹]|\b(?:USD|EUR|GBP|CHF|Rs\.?|zł|kr)\b)\s?\d|\d(?:[.,]\d{2})?\s?(?:€|zł|Kč|kr\b|₽|руб)/;

/** A page with more is a link farm; its first lists and their first entries are enough. */
const MOST_ENTRIES = 5000;
const MOST_IN_LIST = 2000;
const MOST_LISTS = 200;

/**
 * Finds the lists of posts that a page offers beside itself: related, recommended, newest, most read, of a series, or with
 * their dates in brackets. Navigation, tags, shares, pages of a listing, footers and links in sentences are no such lists.
 * Each list keeps its heading; one that the page shows twice comes once. Takes time in proportion to the page's size.
 */
export function findRelatedLists(page: Page, hints: RelatedHints): RelatedFound {
  const outline = outlinePage(page);
  const context: DateContext = { lang: hints.lang, reference: hints.published, order: null };
  const placed: PlacedList[] = [];
  const taken = new Set<number>();
  for (const list of findBracketedLists(page, outline, context)) {
    for (const line of list.lines) taken.add(line);
    const boxes = list.lines.flatMap((line) => outline.lines[line]?.box ?? []);
    const group: Group = {
      candidates: boxes.map((box) => ({ href: '', first: 0, last: 0, title: null, box })),
      top: boxes[0] ?? 0,
    };
    const heading = findHeading(outline, { ...group, candidates: group.candidates.slice(0, 1) });
    placed.push({
      heading: heading?.text ?? null,
      entries: list.entries,
      line: list.lines[0] ?? 0,
      blocks: blocksOf(outline, group, heading),
    });
  }
  const isTaken = (line: number): boolean => taken.has(line);
  placed.push(...findLinkedLists(page, outline, hints, isTaken));
  placed.sort((one, other) => one.line - other.line);
  const kept = withoutTwins(placed);
  return {
    lists: kept.map(({ heading, entries }) => ({ heading, entries })),
    blocks: new Set(placed.flatMap((list) => list.blocks)),
  };
}

function findLinkedLists(
  page: Page,
  outline: PageOutline,
  hints: RelatedHints,
  isTaken: (line: number) => boolean,
): PlacedList[] {
  const groups = findGroups(outline).filter(
    (group) => !isTaken(outline.links[group.candidates[0]?.first ?? 0]?.line ?? -1),
  );
  addShortSiblings(outline, groups);
  const prose = proseOf(outline);
  const order = dateOrderOf(outline);
  const lists: PlacedList[] = [];
  const used = new Set<number>();
  let count = 0;
  const add = (group: Group, heading: GroupHeading | null, entries: readonly RelatedEntry[]): void => {
    for (const candidate of group.candidates) {
      const box = outline.boxes[candidate.box];
      for (let line = box?.line ?? 0; line < (box?.lineEnd ?? 0); line++) used.add(line);
    }
    count += entries.length;
    const line = outline.boxes[group.candidates[0]?.box ?? 0]?.line ?? 0;
    lists.push({ heading: heading?.text ?? null, entries, line, blocks: blocksOf(outline, group, heading) });
  };
  for (const group of groups) {
    if (count > MOST_ENTRIES || lists.length > MOST_LISTS) break;
    const heading = findHeading(outline, group);
    if (heading?.sense === 'other' || isOutOfPlace(outline, group, heading)) continue;
    const entries = readEntries(page, outline, group, hints, order);
    const pictured = picturedAddresses(page, outline, group);
    const shapes = entries.flatMap((entry) =>
      entry.url === null
        ? []
        : [
            {
              title: entry.title,
              url: new URL(entry.url),
              hasImage: entry.image !== null || pictured.has(entry.url),
              hasDate: entry.published !== null || entry.added !== null || entry.updated !== null,
              hasExcerpt: entry.excerpt !== null,
              hasPrice: PRICE.test(entry.raw),
            },
          ],
    );
    const points = judgeGroup({ page, outline, group, heading, entries: shapes, pageTitle: hints.title, prose });
    if (points >= ENOUGH_POINTS) add(group, heading, entries);
  }
  for (const { group, heading } of findShortLists(outline, (line) => isTaken(line) || used.has(line))) {
    const entries = readEntries(page, outline, group, hints, order);
    const priced = entries.filter((entry) => PRICE.test(entry.raw)).length;
    if (entries.length > priced * 2) add(group, heading, entries);
  }
  return lists;
}

/** Entries that show a picture, even one that a script would load. */
function picturedAddresses(page: Page, outline: PageOutline, group: Group): ReadonlySet<string> {
  const found = new Set<string>();
  for (const candidate of group.candidates) {
    for (let link = candidate.first; link <= candidate.last; link++) {
      const href = outline.links[link]?.image === null ? undefined : toLinkAddress(page, candidate.href);
      if (href !== undefined) found.add(href);
    }
  }
  return found;
}

function readEntries(
  page: Page,
  outline: PageOutline,
  group: Group,
  hints: RelatedHints,
  order: DateContext['order'],
): RelatedEntry[] {
  const context: DateContext = { lang: hints.lang, reference: hints.published, order };
  const entries = new Map<string, RelatedEntry>();
  for (const candidate of group.candidates.slice(0, MOST_IN_LIST)) {
    const href = toLinkAddress(page, candidate.href);
    if (href === undefined || !/^https?:/.test(href) || entries.has(href) || !leadsToPost(page, href)) continue;
    const entry = readEntry(page, outline, candidate, href, context);
    if (entry === null) continue;
    entries.set(href, { ...entry, position: entries.size });
  }
  return [...entries.values()];
}

/** Not the page itself, its further pages, or the front page of a site. */
function leadsToPost(page: Page, href: string): boolean {
  const url = new URL(href);
  if (url.pathname === '/' && url.search === '') return false;
  const own = page.address === null ? null : bare(page.address.href);
  const other = bare(href);
  if (own === null || other === own) return other !== own;
  const stem = own.replace(/\.\w{2,5}$/, '');
  return !(
    other.startsWith(stem) && /^[_/-]?(?:p|page|seite)?[_/-]?\d{1,3}(?:\.\w{2,5})?$/i.test(other.slice(stem.length))
  );
}

function bare(href: string): string {
  return href
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}

/** One numeric date of the page that can be read in one way only tells how the others are meant. */
function dateOrderOf(outline: PageOutline): DateContext['order'] {
  for (const line of outline.lines) {
    if (line.text.length > 200) continue;
    const match = /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)/.exec(line.text);
    if (match !== null && Number(match[1]) > 12 && Number(match[1]) <= 31) return 'day-first';
    if (match !== null && Number(match[2]) > 12 && Number(match[2]) <= 31) return 'month-first';
  }
  return null;
}

/** First and last line of the box that holds most of the page's prose. */
function proseOf(outline: PageOutline): readonly [number, number] {
  const found = new Map<number, { length: number; first: number; last: number }>();
  for (const [index, line] of outline.lines.entries()) {
    if (line.text.length < 160 || line.linked > line.text.length * 0.4) continue;
    const holder = outline.boxes[line.box]?.parent ?? -1;
    const known = found.get(holder);
    if (known === undefined) found.set(holder, { length: line.text.length, first: index, last: index });
    else [known.length, known.last] = [known.length + line.text.length, index];
  }
  let best = { length: 0, first: -1, last: -1 };
  for (const one of found.values()) if (one.length > best.length) best = one;
  return [best.first, best.last];
}

/** Drops a list whose entries another with the same heading, or without one, has too: the same list for another screen. */
function withoutTwins(lists: readonly PlacedList[]): readonly PlacedList[] {
  const kept: { readonly list: PlacedList; readonly keys: ReadonlySet<string> }[] = [];
  for (const list of lists) {
    const keys = new Set(list.entries.map((entry) => entry.url ?? entry.title));
    const twin = kept.some((other) => {
      const sameName = list.heading === other.list.heading || list.heading === null || other.list.heading === null;
      const shared = [...keys].filter((key) => other.keys.has(key)).length;
      if (shared === keys.size && shared === other.keys.size) return true;
      return sameName && shared >= Math.max(1, keys.size * 0.8);
    });
    if (!twin) kept.push({ list, keys });
  }
  return kept.map((one) => one.list);
}
