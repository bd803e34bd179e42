// A trip in; a file of it out: one page, a book, or a pack that another Layover takes in.
import type { ArticleId } from '#contract/article.ts';
import { AppError, unreachable } from '#contract/errors.ts';
import { fileNameOf } from '#contract/fileName.ts';
import { NO_FILTER, type TimelinePost } from '#contract/post.ts';
import type { TripExport, TripPack } from '#contract/trip.ts';
import { writeTripFile } from './backup.ts';
import { bookAddress } from '../../exchange/export/bookAddress.ts';
import { writeEpub } from '../../exchange/export/epub.ts';
import {
  boardNodes,
  summaryNodes,
  timelineNodes,
  type PackLinks,
  type TripFacts,
} from '../../exchange/export/tripFront.ts';
import { tripPage } from '../../exchange/export/tripPage.ts';
import { tripWording } from '../../exchange/export/tripWording.ts';
import { exportItems, pictureReader } from './exportItems.ts';
import { intoArchive, textIntoFile } from './exportTarget.ts';
import type { Layover } from '../../layover.ts';
import type { JobDesk } from './libraryJobs.ts';

/** What it takes. */
type TripLibrary = Pick<Layover, 'library' | 'savedAt' | 'timeline' | 'trips'>;

/** A trip's file that only needs a place. */
export interface TripExportPlan {
  readonly wish: TripExport;
  /** Its articles, in their order. */
  readonly ids: readonly ArticleId[];
  readonly name: string;
}

const ENDINGS: Readonly<Record<TripPack, string>> = { html: 'html', epub: 'epub', layover: 'layover' };

/** What would be written, and under which name. Throws `not-found` when the trip is gone or none of its articles is here. */
export async function planTripExport(wish: TripExport, { trips }: TripLibrary): Promise<TripExportPlan> {
  const { rows, trip } = await trips.board(wish.id);
  const ids = [...new Set(rows.flatMap(({ articleId }) => articleId ?? []))];
  if (ids.length === 0)
    throw new AppError(
      'not-found',
      'No article of this trip is here yet, so there is nothing to write. Fetch what is missing first.',
    );
  return { wish, ids, name: `${fileNameOf(trip.name)}.${ENDINGS[wish.pack]}` };
}

/** Writes it. Throws `AppError` or the system's errors; then nothing is there. */
export async function exportTrip(
  { wish, ids }: TripExportPlan,
  place: string,
  desk: JobDesk,
  layover: TripLibrary,
  now: Date,
): Promise<void> {
  const { library, trips } = layover;
  desk.tell({ total: ids.length });
  if (wish.pack === 'layover') {
    return writeTripFile(place, { trip: await trips.record(wish.id), ids }, library, desk, now);
  }
  const facts = await factsOf(wish, ids, layover, now);
  const items = exportItems(ids, layover, desk, true);
  switch (wish.pack) {
    case 'html':
      return textIntoFile(place, tripPage(facts, ids, items, pictureReader(library)));
    case 'epub':
      return intoArchive(place, now, (zip) => writeEpub(bookOf(facts, ids), items, pictureReader(library), zip));
    default:
      return unreachable(wish.pack);
  }
}

async function factsOf(
  { id, words }: TripExport,
  ids: readonly ArticleId[],
  layover: TripLibrary,
  now: Date,
): Promise<TripFacts> {
  return {
    board: await layover.trips.board(id),
    posts: await postsOf(ids, layover),
    exported: now.toISOString(),
    words,
    wording: tripWording(words.lang),
  };
}

/** What the lists of these articles name, and the articles themselves. */
async function postsOf(ids: readonly ArticleId[], { timeline }: TripLibrary): Promise<readonly TimelinePost[]> {
  const named = await timeline.list('added', { ...NO_FILTER, lists: ids });
  const known = new Set(named.map(({ post }) => post));
  const own: number[] = [];
  for (const id of ids) {
    const post = await timeline.postOf(id);
    if (post !== null && !known.has(post)) own.push(post);
  }
  return [...named, ...(await timeline.posts([...new Set(own)]))];
}

function bookOf(facts: TripFacts, ids: readonly ArticleId[]): Parameters<typeof writeEpub>[0] {
  const { board, words, wording, exported } = facts;
  const within = new Set(ids);
  const links: PackLinks = {
    article: (id) => (within.has(id) ? `text/${id}.xhtml` : undefined),
    web: bookAddress,
  };
  const { name, departure } = board.trip;
  const leaving = departure === null ? [] : [wording.departure(departure).when];
  return {
    title: name,
    exported,
    choice: { hasHighlights: false, hasRelated: true, words },
    front: {
      coverLines: [
        ...leaving,
        `${words.reading}: ${wording.minutes(board.minutes)}`,
        words.articles.replace('{count}', () => wording.count(ids.length)),
      ],
      pages: [
        { name: 'board', title: words.board, nodes: [...summaryNodes(facts), ...boardNodes(facts, links)] },
        { name: 'timeline', title: words.timeline, nodes: timelineNodes(facts, links) },
      ],
    },
  };
}
