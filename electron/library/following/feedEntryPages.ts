// The entries of one page of a feed in; how many fit on it, what its record says of it, and how a timeline takes it, out. Pure.
import type { ArticleId } from '#contract/article.ts';
import { localDayOf } from '#contract/dates.ts';
import { hash32 } from '#contract/hash.ts';
import type { FeedRecord, KnownEntry } from '../../store/feedFiles.ts';
import type { PostList } from '../../timeline/mentionTable.ts';

/** What a feed's record says of a page. */
export type PageFacts = FeedRecord['pages'][number];

const MOST_ON_PAGE = 200;
// Such a page is written in some ten milliseconds.
const LARGEST_PAGE = 1_000_000;

/** A page as a timeline takes it: the newest entry first. */
export function listOf(id: ArticleId, title: string, entries: readonly KnownEntry[]): PostList {
  return { id, title, entries: entries.map(toListed).reverse() };
}

/** What came while the feed was followed was added when it was seen, if nothing says better. */
function toListed(entry: KnownEntry): PostList['entries'][number] {
  const { title, url, kind, published, updated, isNew, seen } = entry;
  const added = entry.added ?? published ?? (isNew ? localDayOf(new Date(seen)) : null);
  return { title, url, kind, added, updated, published };
}

/** How many of those that come find room beside those that are there; one always does on an empty page. */
export function countFitting(there: readonly KnownEntry[], coming: readonly KnownEntry[]): number {
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

/** Changes with whatever a timeline shows of the page. */
export function factsOf(entries: readonly KnownEntry[]): PageFacts {
  const listed = entries.map((entry) => Object.values(toListed(entry)));
  return { count: entries.length, stamp: hash32(JSON.stringify(listed)) };
}

/** The day of an entry, as it sorts. */
export function dateOf({ published, added, seen }: KnownEntry): string {
  return (published ?? added ?? seen).slice(0, 10);
}
