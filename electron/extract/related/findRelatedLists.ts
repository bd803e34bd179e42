// A parsed page in; its lists of related posts, and the elements that hold them, come out. The tree is only read.
import type { Element } from 'domhandler';
import type { RelatedEntry, RelatedList } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import type { Page } from '../page.ts';
import { toLinkAddress } from '../webAddress.ts';
import { findBracketedLists } from './bracketedLists.ts';
import type { DateContext } from './findDate.ts';
import { findHeading, type GroupHeading } from './findHeading.ts';
import type { EntryShape } from './groupSigns.ts';
import { isOutOfPlace, judgeGroup } from './judgeGroup.ts';
import { findGroups, type Group } from './linkGroups.ts';
import { blocksOf } from './listBlocks.ts';
import { readEntries } from './listEntries.ts';
import { mergeLists } from './mergeLists.ts';
import { findOlderPage } from './olderPosts.ts';
import { outlinePage, type PageOutline } from './pageOutline.ts';
import { surveyRegions } from './pageRegions.ts';
import { wholeList } from './wholeList.ts';
import { addShortSiblings, findShortLists } from './weakLinks.ts';

/** What is known of the page before its lists are looked for. */
export interface RelatedHints {
  readonly title: string | null;
  /** The page's own date; dates without a year and relative ones are counted from it. */
  readonly published: PostDate | null;
  readonly lang: string | null;
  /** Whether the page is there for the list that it has; then less has to speak for one. */
  readonly isList?: boolean;
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

// A main list of dated titles without any other sign of one has some three points less than a list beside an article.
const LEAST_OF_MAIN_LIST = -4;

/** A page with more is a link farm; its first lists and their first entries are enough. */
const MOST_ENTRIES = 5000;
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
  const kept = mergeLists(placed);
  return {
    lists: kept.map(({ heading, entries: found, blocks }) => {
      const isList = hints.isList === true;
      const entries = isList ? wholeList(page, found, { ...context, order: dateOrderOf(outline) }) : found;
      const older = findOlderPage(page, blocks, new Set(entries.flatMap(({ url }) => url ?? [])), isList);
      return { heading, entries, ...(older === undefined ? {} : { older }) };
    }),
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
  const regions = surveyRegions(outline, groups);
  const context: DateContext = { lang: hints.lang, reference: hints.published, order: dateOrderOf(outline) };
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
  const consider = (group: Group, heading: GroupHeading | null, isShort: boolean): void => {
    if (count > MOST_ENTRIES || lists.length > MOST_LISTS) return;
    const entries = readEntries(page, outline, group, context, hints.title);
    const evidence = { page, outline, group, heading, entries: shapesOf(page, outline, group, entries), isShort };
    const least = hints.isList === true ? LEAST_OF_MAIN_LIST : 0;
    if (judgeGroup({ ...evidence, pageTitle: hints.title, regions }) > least) add(group, heading, entries);
  };
  const unsure: (readonly [Group, GroupHeading])[] = [];
  for (const group of groups) {
    const heading = findHeading(outline, group);
    if (heading?.sense === 'other' || isOutOfPlace(outline, group, heading)) continue;
    if (heading?.sense === 'related' && isOneOfShort(outline, group)) unsure.push([group, heading]);
    else consider(group, heading, false);
  }
  const isKnown = (line: number): boolean => isTaken(line) || used.has(line);
  for (const { group, heading } of findShortLists(outline, isKnown)) consider(group, heading, true);
  for (const [group, heading] of unsure) {
    if (!isKnown(outline.links[group.candidates[0]?.first ?? 0]?.line ?? 0)) consider(group, heading, false);
  }
  return lists;
}

/** A single title among shorter links may be the longest entry of a list whose titles are short. */
function isOneOfShort(outline: PageOutline, { candidates }: Group): boolean {
  const box = outline.boxes[candidates[0]?.box ?? -1];
  if (candidates.length > 1 || box === undefined) return false;
  return new Set(outline.links.slice(box.link, box.linkEnd).map((link) => link.href)).size >= 3;
}

function shapesOf(
  page: Page,
  outline: PageOutline,
  group: Group,
  entries: readonly RelatedEntry[],
): readonly EntryShape[] {
  const pictured = picturedAddresses(page, outline, group);
  return entries.flatMap((entry) =>
    entry.url === null
      ? []
      : [
          {
            title: entry.title,
            url: new URL(entry.url),
            hasImage: entry.image !== null || pictured.has(entry.url),
            hasDate: entry.published !== null || entry.added !== null || entry.updated !== null,
            hasExcerpt: entry.excerpt !== null,
            hasPrice: isPriced(entry),
          },
        ],
  );
}

/** A price beside the title or at its end; a headline may well name a sum. */
function isPriced({ title, raw, excerpt }: RelatedEntry): boolean {
  return PRICE.test(title.slice(-10)) || (excerpt === null && PRICE.test(raw.replace(title, '')));
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
