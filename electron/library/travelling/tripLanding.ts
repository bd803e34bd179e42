// A trip that was left for in; what came of it out, counted from what the library knows. What was read is counted for good when the person
// lands, so that reading at home changes none of it; what was put into the outbox is followed until it is here.
import type { Article, ArticleId } from '#contract/article.ts';
import { isThere } from '#contract/columns.ts';
import { isUnderWay } from '#contract/save.ts';
import type { Landing, TripItem } from '#contract/trip.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { SaveRecord } from '../../capture/queuedSave.ts';
import { ifThere } from '../ifThere.ts';
import type { Library } from '../../store/library.ts';
import type { TripRecord } from '../../store/tripFiles.ts';

/** What counting takes. */
export interface LandingTools {
  readonly library: Pick<Library, 'article' | 'catalogue' | 'highlights'>;
  readonly saves: { records(): Iterable<SaveRecord> };
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
}

/** What is written down of a trip as the person lands. */
type AtLanding = NonNullable<TripRecord['atLanding']>;

/** How long each article of a trip was read so far, in seconds, by its key; what is gone is left out. */
export async function secondsRead(
  items: readonly TripItem[],
  library: Pick<Library, 'article'>,
): Promise<Readonly<Record<string, number>>> {
  const readings = await readingsOf(items, library);
  return Object.fromEntries(readings.map(([key, { seconds = 0 }]) => [key, Math.round(seconds)]));
}

/** What was read of each article by its key; what is gone is left out. */
async function readingsOf(
  items: readonly TripItem[],
  library: Pick<Library, 'article'>,
): Promise<readonly (readonly [key: string, reading: Article['reading']])[]> {
  const readings: (readonly [string, Article['reading']])[] = [];
  for (const { key, articleId } of items) {
    const article = articleId === null ? undefined : await ifThere(library.article(articleId));
    if (article !== undefined) readings.push([key, article.reading]);
  }
  return readings;
}

/** What is to be written down now. `items` are the trip's, as they are saved now. */
export async function atLanding(
  trip: TripRecord,
  items: readonly TripItem[],
  { library, saves }: Pick<LandingTools, 'library' | 'saves'>,
): Promise<AtLanding> {
  const from = trip.left;
  let [finished, begun, seconds] = [0, 0, 0];
  for (const [key, { progress, read, seconds: now = 0 }] of from === null ? [] : await readingsOf(items, library)) {
    const own = Math.max(0, Math.round(now) - (trip.secondsBefore?.[key] ?? 0));
    seconds += own;
    if ((read !== null && from !== null && read >= from) || (progress >= 1 && own > 0)) finished += 1;
    else if (own > 0) begun += 1;
  }
  const outbox = outboxOf(trip, saves).map(({ address }) => address);
  return { finished, begun, seconds, outbox: [...new Set(outbox)] };
}

/** Counts; all zero but for what is left over while the person has not left. `items` are the trip's, as they are saved now. */
export async function landingOf(trip: TripRecord, items: readonly TripItem[], tools: LandingTools): Promise<Landing> {
  const { finished, begun, seconds, outbox } = trip.atLanding ?? (await atLanding(trip, items, tools));
  const links = outboxOf(trip, tools.saves);
  return {
    finished,
    begun,
    leftOver: items.length - finished,
    minutes: Math.round(seconds / 60),
    highlights: await countHighlights(trip, tools.library),
    fetched: await countFetched(trip, outbox, tools),
    waiting: links.filter(({ save }) => isUnderWay(save.progress)).length,
    failed: links.filter(({ save }) => save.progress.state === 'failed').length,
  };
}

/** Whether something was done on the way. */
function isOnTheWay({ left, landed }: TripRecord, instant: string): boolean {
  return left !== null && instant >= left && instant <= (landed ?? instant);
}

/** Links that were found while reading on the way and are still in the list of saves. */
function outboxOf(
  trip: TripRecord,
  saves: LandingTools['saves'],
): readonly (Pick<SaveRecord, 'save'> & { readonly address: string })[] {
  return [...saves.records()].flatMap(({ save, source }) =>
    save.foundIn !== null && source.from === 'address' && isOnTheWay(trip, save.asked)
      ? [{ save, address: canonicalAddress(source.address) }]
      : [],
  );
}

async function countHighlights(trip: TripRecord, library: LandingTools['library']): Promise<number> {
  const all = await library.highlights.all();
  return [...all.values()].flat().filter(({ created }) => isOnTheWay(trip, created)).length;
}

/** What came of the outbox: what was found and fetched on the way, and what waited when the person landed and is here now. */
async function countFetched(
  trip: TripRecord,
  outbox: readonly string[],
  { library, savedAt }: LandingTools,
): Promise<number> {
  const { columns } = library.catalogue;
  const fetched = new Set<ArticleId>();
  const from = Date.parse(trip.left ?? '');
  // What was taken along may have been found earlier and mended on the way.
  const taken = new Set(trip.items.map(({ articleId }) => articleId));
  for (let row = 0; row < columns.size; row += 1) {
    if (!isThere(columns, row) || !((columns.saved[row] ?? 0) >= from)) continue;
    const id = library.catalogue.idOf(row);
    if (id === undefined || taken.has(id)) continue;
    const article = await ifThere(library.article(id));
    if (article?.foundIn != null && isOnTheWay(trip, article.saved)) fetched.add(id);
  }
  for (const address of outbox) {
    const id = await savedAt(address);
    if (id !== undefined) fetched.add(id);
  }
  return fetched.size;
}
