// Lines that state their dates in words, such as `TITLE [Last Updated On: …] [Originally Added On: …]`, as lists.
import type { RelatedEntry } from '#contract/article.ts';
import type { Page } from '../page.ts';
import { toLinkAddress } from '../webAddress.ts';
import { readBracketedEntry } from './bracketedDates.ts';
import type { DateContext } from './findDate.ts';
import type { PageOutline } from './pageOutline.ts';

/** A list and the lines it was read from. */
export interface BracketedList {
  readonly entries: readonly RelatedEntry[];
  readonly lines: readonly number[];
}

/** Entries of one list stand within this many other lines of each other. */
const WIDEST_GAP = 1;

/** Finds runs of lines that name the field of their dates, with or without links, in items, paragraphs or broken lines. */
export function findBracketedLists(page: Page, outline: PageOutline, context: DateContext): readonly BracketedList[] {
  const lists: { entries: RelatedEntry[]; lines: number[] }[] = [];
  for (const [index, line] of outline.lines.entries()) {
    if (line.text.length > 600 || !/[[(【（].*\d/.test(line.text)) continue;
    const entry = readBracketedEntry(line.text, context);
    if (entry === null || (entry.added === null && entry.updated === null)) continue;
    const last = lists.at(-1);
    const isNext = last !== undefined && index - (last.lines.at(-1) ?? 0) <= 1 + WIDEST_GAP;
    const list = isNext ? last : { entries: [], lines: [] };
    if (!isNext) lists.push(list);
    list.entries.push({
      ...entry,
      url: addressIn(page, outline, index),
      excerpt: null,
      image: null,
      position: list.entries.length,
    });
    list.lines.push(index);
  }
  return lists.filter(
    (list) => list.entries.length > 1 || list.entries.some((entry) => entry.added !== null && entry.updated !== null),
  );
}

function addressIn(page: Page, outline: PageOutline, index: number): string | null {
  const line = outline.lines[index];
  for (let link = line?.link ?? 0; link < (line?.linkEnd ?? 0); link++) {
    const address = toLinkAddress(page, outline.links[link]?.href ?? '');
    if (address !== undefined && /^https?:/.test(address)) return address;
  }
  return null;
}
