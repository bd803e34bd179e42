// The posts of a list that are worth most of the minutes there are. Pure.
import type { RelatedEntry } from '#contract/article.ts';
import type { FittingPost } from '#contract/related.ts';
import { foldText } from './foldText.ts';

/** What to choose by. */
export interface BestFitOptions {
  /** How long there is. */
  readonly minutes: number;
  /** The words of the article whose list it is, as its title and excerpt. */
  readonly about: string;
  /** How long reading what is at an address will probably take. */
  readonly minutesOf: (url: string) => number;
}

/**
 * Chooses until the time is full: by how many of the article's words a title shares, each counting the more the fewer titles of the list
 * have it, and by how new the post is among the others. A post that does not fit any more is passed over for a shorter one. Films and
 * recordings are left out, since of them only a page is saved. Entries of the same address count as one; the sum is never above `minutes`.
 */
export function bestFit(entries: readonly RelatedEntry[], options: BestFitOptions): readonly FittingPost[] {
  const readable = new Map<string, RelatedEntry>();
  for (const entry of entries) {
    if (entry.url !== null && (entry.kind === 'article' || entry.kind === 'gallery') && !readable.has(entry.url))
      readable.set(entry.url, entry);
  }
  const chosen: FittingPost[] = [];
  let left = options.minutes;
  for (const [url, { title }] of inOrderOfWorth([...readable], options.about)) {
    const minutes = options.minutesOf(url);
    if (minutes > left) continue;
    chosen.push({ url, title, minutes });
    left -= minutes;
  }
  return chosen;
}

type Readable = readonly [url: string, entry: RelatedEntry];

function inOrderOfWorth(readable: readonly Readable[], about: string): readonly Readable[] {
  const wanted = wordsIn(about);
  const titles = readable.map(([, { title }]) => wordsIn(title));
  const seen = new Map<string, number>();
  for (const word of titles.flatMap((words) => [...words])) seen.set(word, (seen.get(word) ?? 0) + 1);
  const likeness = titles.map((words) =>
    [...words].reduce((sum, word) => sum + (wanted.has(word) ? 1 / (seen.get(word) ?? 1) : 0), 0),
  );
  const most = Math.max(...likeness, Number.EPSILON);
  const dates = [...new Set(readable.map(([, entry]) => dateOf(entry)))].sort();
  const rank = new Map(dates.map((date, index) => [date, (index + 1) / dates.length]));
  return readable
    .map((each, index) => ({
      each,
      worth: (likeness[index] ?? 0) / most + (dateOf(each[1]) === '' ? 0 : (rank.get(dateOf(each[1])) ?? 0)),
    }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ each }) => each);
}

function dateOf({ added, updated, published }: RelatedEntry): string {
  return updated ?? added ?? published ?? '';
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(foldText(text).match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** The median of the minutes that saved articles take; `undefined` of none. Sorts in place. */
export function median(minutes: number[]): number | undefined {
  minutes.sort((a, b) => a - b);
  return minutes[minutes.length >> 1];
}
