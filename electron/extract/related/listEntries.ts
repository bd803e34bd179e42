// A group of links in; the entries of its list come out, without the links that lead to no other post.
import type { RelatedEntry } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import type { Page } from '../page.ts';
import { toLinkAddress } from '../webAddress.ts';
import { findDate, type DateContext } from './findDate.ts';
import type { Candidate, Group } from './linkGroups.ts';
import { isDate } from './linkWorth.ts';
import type { PageOutline } from './pageOutline.ts';
import { readEntry } from './readEntry.ts';

const MOST_IN_LIST = 2000;

/** Reads the entries of a group, each address once; `pageTitle` tells the page itself where its address is not known. */
export function readEntries(
  page: Page,
  outline: PageOutline,
  group: Group,
  context: DateContext,
  pageTitle: string | null,
): readonly RelatedEntry[] {
  const entries = new Map<string, Omit<RelatedEntry, 'position'>>();
  for (const candidate of withoutBarePictures(outline, group.candidates.slice(0, MOST_IN_LIST))) {
    const href = toLinkAddress(page, candidate.href);
    if (href === undefined || !/^https?:/.test(href) || entries.has(href) || !leadsToPost(page, href)) continue;
    const entry = readEntry(page, outline, candidate, href, context);
    if (entry === null || (page.address === null && isTitleOf(entry.title, pageTitle))) continue;
    entries.set(href, { ...entry, published: entry.published ?? dateBelow(outline, candidate, entry, context) });
  }
  return withoutSections([...entries.values()]).map((entry, position) => ({ ...entry, position }));
}

/** A date by itself on the next lines, where the page's elements do not hold it together with its title. */
function dateBelow(
  outline: PageOutline,
  candidate: Candidate,
  entry: Omit<RelatedEntry, 'position'>,
  context: DateContext,
): PostDate | null {
  if (entry.added !== null || entry.updated !== null) return null;
  const title = outline.links[candidate.title ?? candidate.last]?.line;
  if (title === undefined) return null;
  for (const line of outline.lines.slice(title + 1, title + 3)) {
    if (line.linked > 0 || line.heading > 0) return null;
    if (isDate(line.text)) return findDate(line.text, context)?.date ?? null;
  }
  return null;
}

/** Banners that stand in a row with the entries of a list show no words; where every entry is a picture, they are the list. */
function withoutBarePictures(outline: PageOutline, candidates: readonly Candidate[]): readonly Candidate[] {
  const worded = candidates.filter(({ first, last, box: index }) => {
    const box = outline.boxes[index];
    if (box !== undefined && box.lineEnd > box.line) return true;
    for (let link = first; link <= last; link++) if (outline.links[link]?.text !== '') return true;
    return false;
  });
  return worded.length > candidates.length / 2 ? worded : candidates;
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

/** A list may cut a long title short. */
function isTitleOf(title: string, pageTitle: string | null): boolean {
  return pageTitle !== null && title.length >= 16 && pageTitle.startsWith(title.replace(/\s*(?:…|\.{3})$/, ''));
}

/** A link to the folder in which the other entries lie leads to their section: "More in Sport". */
function withoutSections<T extends Pick<RelatedEntry, 'url'>>(entries: readonly T[]): readonly T[] {
  if (entries.length < 3) return entries;
  const folders = new Map<string, number>();
  for (const { url } of entries) {
    const folder = bare(url ?? '').replace(/\/[^/]*$/, '');
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return entries.filter(({ url }) => (folders.get(bare(url ?? '')) ?? 0) < entries.length / 2);
}
