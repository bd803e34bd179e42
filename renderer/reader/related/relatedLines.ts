// Related lists in, the lines of their small timeline out: each list under its heading, its days newest first, the undated last. Pure.
import type { RelatedEntry, RelatedList } from '#contract/article.ts';
import { dayOf, type PostDate } from '#contract/dates.ts';

/** A line as it is drawn. */
export type RelatedLine =
  | { readonly line: 'list'; readonly key: string; readonly heading: string | null; readonly count: number }
  | {
      readonly line: 'date';
      readonly key: string;
      /** A day, month or year; `null` for the undated. */ readonly date: PostDate | null;
    }
  | { readonly line: 'entry'; readonly key: string; readonly entry: RelatedEntry };

/** Lays lists out by the day each entry was added, else published, else updated. Entries of one day keep the order of the page. */
export function toRelatedLines(lists: readonly RelatedList[]): readonly RelatedLine[] {
  return lists
    .filter(({ entries }) => entries.length > 0)
    .flatMap(({ heading, entries }, number): readonly RelatedLine[] => {
      const days = new Map<string, RelatedEntry[]>();
      for (const entry of entries) {
        const date = entry.added ?? entry.published ?? entry.updated ?? '';
        const day = dayOf(date) ?? date;
        const together = days.get(day);
        if (together === undefined) days.set(day, [entry]);
        else together.push(entry);
      }
      const isDated = days.size > 1 || !days.has('');
      const lines = [...days]
        .sort(([a], [b]) => newestFirst(a, b))
        .flatMap(([day, together]): readonly RelatedLine[] => [
          ...(isDated ? [{ line: 'date', key: `${number} ${day}`, date: day === '' ? null : day } as const] : []),
          ...together.map((entry) => ({ line: 'entry', key: `${number} ${entry.position}`, entry }) as const),
        ]);
      return [{ line: 'list', key: String(number), heading, count: entries.length }, ...lines];
    });
}

function newestFirst(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}
