// The lists of a page in; each of them once, and every entry with the dates that the page shows for it anywhere, out.
import type { RelatedEntry, RelatedList } from '#contract/article.ts';

/** Drops a list whose entries another with the same heading, or without one, has too: the same list for another screen. */
export function mergeLists<T extends RelatedList>(lists: readonly T[]): readonly T[] {
  const dated = datedEntries(lists);
  const kept: { readonly list: T; readonly keys: ReadonlySet<string> }[] = [];
  for (const list of lists) {
    const keys = new Set(list.entries.map(keyOf));
    const twin = kept.some((other) => {
      const isSameName = list.heading === other.list.heading || list.heading === null || other.list.heading === null;
      let shared = 0;
      for (const key of keys) if (other.keys.has(key)) shared++;
      if (shared === keys.size && shared === other.keys.size) return true;
      return isSameName && shared >= Math.max(1, keys.size * 0.8);
    });
    if (!twin) kept.push({ list, keys });
  }
  return kept.map(({ list }) => ({ ...list, entries: list.entries.map((entry) => withDates(entry, dated)) }));
}

function keyOf(entry: RelatedEntry): string {
  return entry.url ?? entry.title;
}

function isDated({ added, updated, published }: RelatedEntry): boolean {
  return added !== null || updated !== null || published !== null;
}

/** The first mention of each post that has a date. */
function datedEntries(lists: readonly RelatedList[]): ReadonlyMap<string, RelatedEntry> {
  const found = new Map<string, RelatedEntry>();
  for (const { entries } of lists) {
    for (const entry of entries) if (isDated(entry) && !found.has(keyOf(entry))) found.set(keyOf(entry), entry);
  }
  return found;
}

function withDates(entry: RelatedEntry, dated: ReadonlyMap<string, RelatedEntry>): RelatedEntry {
  const other = isDated(entry) ? undefined : dated.get(keyOf(entry));
  if (other === undefined) return entry;
  const { added, updated, published } = other;
  return { ...entry, added, updated, published };
}
