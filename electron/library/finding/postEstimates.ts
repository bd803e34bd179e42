// What is saved here in; out how long a post that is not will take, and how large it will be, as far as anybody can guess.
import { isThere, type ArticleColumns } from '#contract/columns.ts';
import { median } from '../../timeline/bestFit.ts';

/** Guesses about posts by their addresses. */
export interface PostEstimates {
  /** As articles of the same site take that are saved here; where none is, as all take. */
  readonly minutesOf: (url: string) => number;
  readonly bytesOf: (url: string) => number;
  /** How many saved articles they are from. */
  readonly estimatedFrom: number;
}

// An ordinary article of the web, for a library that has none yet.
const USUAL_MINUTES = 6;
const USUAL_BYTES = 1_200_000;

interface Group {
  readonly minutes: number[];
  readonly bytes: number[];
}

/** Makes them from the columns of a library; medians, so that no book among the articles counts for all. */
export function postEstimates(columns: ArticleColumns): PostEstimates {
  const bySite = new Map<string, Group>();
  const all: Group = { minutes: [], bytes: [] };
  for (let row = 0; row < columns.size; row += 1) {
    if (!isThere(columns, row)) continue;
    const host = columns.sites[columns.site[row] ?? 0]?.host ?? '';
    const group = bySite.get(host) ?? { minutes: [], bytes: [] };
    bySite.set(host, group);
    for (const { minutes, bytes } of [group, all]) {
      minutes.push(columns.minutes[row] ?? USUAL_MINUTES);
      bytes.push((columns.kilobytes[row] ?? 0) * 1_024);
    }
  }
  const medians = new Map([...bySite].map(([host, group]) => [host, mediansOf(group)]));
  const usual = { minutes: USUAL_MINUTES, bytes: USUAL_BYTES, ...mediansOf(all) };
  const of = (url: string): { readonly minutes: number; readonly bytes: number } => ({
    ...usual,
    ...medians.get(new URL(url).hostname.replace(/^www\./, '')),
  });
  return {
    minutesOf: (url) => of(url).minutes,
    bytesOf: (url) => of(url).bytes,
    estimatedFrom: all.minutes.length,
  };
}

function mediansOf({ minutes, bytes }: Group): { readonly minutes?: number; readonly bytes?: number } {
  const [middle, size] = [median(minutes), median(bytes)];
  return { ...(middle === undefined ? {} : { minutes: middle }), ...(size === undefined ? {} : { bytes: size }) };
}
