// A trip that was left for in; what came of it out, counted from what the library knows.
import type { ArticleId } from '#contract/article.ts';
import { isThere } from '#contract/columns.ts';
import { isUnderWay, type Save } from '#contract/save.ts';
import type { Landing, TripItem } from '#contract/trip.ts';
import { ifThere } from './ifThere.ts';
import type { Library } from './store/library.ts';
import type { TripRecord } from './store/tripFiles.ts';

/** What counting takes. */
export interface LandingTools {
  readonly library: Pick<Library, 'article' | 'catalogue' | 'highlights'>;
  readonly saves: { list(): readonly Save[] };
}

/** How long each article of a trip was read so far, in seconds, by its key; what is gone is left out. */
export async function secondsRead(
  items: readonly TripItem[],
  library: Pick<Library, 'article'>,
): Promise<Readonly<Record<string, number>>> {
  const seconds: Record<string, number> = {};
  for (const { key, articleId } of items) {
    const article = articleId === null ? undefined : await ifThere(library.article(articleId));
    if (article !== undefined) seconds[key] = Math.round(article.reading.seconds ?? 0);
  }
  return seconds;
}

/** Counts; all zero but for what is left over while the person has not left. `items` are the trip's, as they are saved now. */
export async function landingOf(trip: TripRecord, items: readonly TripItem[], tools: LandingTools): Promise<Landing> {
  const { library, saves } = tools;
  const from = trip.left;
  let [finished, begun, seconds] = [0, 0, 0];
  for (const { key, articleId } of items) {
    const article = articleId === null ? undefined : await ifThere(library.article(articleId));
    if (article === undefined || from === null) continue;
    const { progress, read, seconds: now = 0 } = article.reading;
    const own = Math.max(0, now - (trip.secondsBefore?.[key] ?? 0));
    seconds += own;
    if ((read !== null && read >= from) || (progress >= 1 && own > 0)) finished += 1;
    else if (own > 0) begun += 1;
  }
  const isOfTrip = (instant: string): boolean =>
    from !== null && instant >= from && instant <= (trip.landed ?? instant);
  return {
    finished,
    begun,
    leftOver: items.length - finished,
    minutes: Math.round(seconds / 60),
    highlights: from === null ? 0 : await countHighlights(library, isOfTrip),
    fetched: from === null ? 0 : await countFetched(library, from),
    waiting: saves.list().filter(({ asked, progress }) => isUnderWay(progress) && isOfTrip(asked)).length,
  };
}

async function countHighlights(
  library: LandingTools['library'],
  isMeant: (instant: string) => boolean,
): Promise<number> {
  const all = await library.highlights.all();
  return [...all.values()].flat().filter(({ created }) => isMeant(created)).length;
}

/** Articles that are here since then and were found while reading another. */
async function countFetched({ article, catalogue }: LandingTools['library'], from: string): Promise<number> {
  const { columns } = catalogue;
  let count = 0;
  for (let row = 0; row < columns.size; row += 1) {
    if (!isThere(columns, row) || (columns.saved[row] ?? 0) < Date.parse(from)) continue;
    const id: ArticleId | undefined = catalogue.idOf(row);
    if (id !== undefined && (await ifThere(article(id)))?.foundIn != null) count += 1;
  }
  return count;
}
