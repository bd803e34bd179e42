// What was read of a feed in, beside what is known of it; what is new and what was changed out. Nothing that is known is ever lost. Pure.
import type { FeedEntry } from '#contract/feeds.ts';
import { hash32 } from '#contract/hash.ts';

/** Where a known entry is, and a number that tells whether the feed still says the same of it. */
export interface KnownPlace {
  readonly page: number;
  readonly stamp: number;
}

/** What an answer brings. */
export interface Merged {
  /** The oldest first, so that they are kept in the order of time. */
  readonly fresh: readonly FeedEntry[];
  /** Entries that the feed tells otherwise than before, by the page they are kept in. */
  readonly changed: ReadonlyMap<number, readonly FeedEntry[]>;
}

/** Compares. A feed mostly has its newest first; one that dates them says itself which way they run. */
export function mergeEntries(entries: readonly FeedEntry[], known: ReadonlyMap<string, KnownPlace>): Merged {
  const fresh: FeedEntry[] = [];
  const changed = new Map<number, FeedEntry[]>();
  for (const entry of entries) {
    const place = known.get(entry.key);
    if (place === undefined) fresh.push(entry);
    else if (place.stamp !== stampOf(entry)) changed.set(place.page, [...(changed.get(place.page) ?? []), entry]);
  }
  return { fresh: runsForward(entries) ? fresh : fresh.reverse(), changed };
}

/** A number for what a feed says of an entry; of what else is kept with it nothing counts. */
export function stampOf({
  key,
  title,
  url,
  added,
  published,
  updated,
  byline,
  excerpt,
  categories,
  kind,
  content,
}: FeedEntry): number {
  return hash32(
    JSON.stringify([key, title, url, added, published, updated, byline, excerpt, categories, kind, content]),
  );
}

/** The entry as it is now told; what the feed has shortened away since stays as it was. */
export function updatedEntry<E extends FeedEntry>(before: E, now: FeedEntry): E {
  return {
    ...before,
    ...now,
    url: now.url ?? before.url,
    added: now.added ?? before.added,
    published: now.published ?? before.published,
    updated: now.updated ?? before.updated,
    byline: now.byline ?? before.byline,
    excerpt: now.excerpt ?? before.excerpt,
    content: now.content ?? before.content,
  };
}

function runsForward(entries: readonly FeedEntry[]): boolean {
  const dates = entries.flatMap(({ published }) => (published === null ? [] : [published.slice(0, 10)]));
  const [first, last] = [dates[0], dates.at(-1)];
  return first !== undefined && last !== undefined && first < last;
}
