// Trips for the window's tests: articles and known posts in a library, on a trip, with what a departure check found of them.
import type { ArticleId } from '#contract/article.ts';
import type { CheckResult, CheckStatus, TripId, TripPlan } from '#contract/trip.ts';
import type { Layover } from '../../electron/layover.ts';
import { aDraft, someFiles } from '../unit/store/drafts.ts';
import { TRIP_PLAN } from '../unit/trips/plans.ts';
import type { AppPage } from '../helpers/appPage.ts';
import { listed, pageFile } from './pages.ts';

const PLAN: TripPlan = { ...TRIP_PLAN, departure: { day: '2099-12-01', time: '07:40', zone: 'Europe/Lisbon' } };

// Known, and not saved.
const POSTS = ['Tide tables', 'Lamp oil', 'Harbour radio', 'Fog signals'] as const;

/** Puts articles `Boat 0`, `Boat 1` … into the library. */
export async function addBoats({ library }: Layover, count: number): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (let number = 0; number < count; number += 1) {
    const canonicalUrl = `https://${number % 2 === 0 ? 'even' : 'odd'}.example/${number}`;
    const draft = aDraft({ title: `Boat ${number}`, canonicalUrl, source: null });
    ids.push((await library.add(draft, someFiles(), (article) => article)).id);
  }
  return ids;
}

/**
 * A trip of an article, "Winter quarters", of the posts it names, each with what the check is said to have found of it, and of the article "Plates",
 * whose only picture is missing. Neither "Winter quarters" nor the last post was proved.
 */
export async function seedTrip(app: AppPage): Promise<TripId> {
  const { layover } = app;
  await app.save(
    pageFile({
      title: 'Winter quarters',
      address: 'notes.example/winter',
      related: POSTS.map((title, i) =>
        listed(`<a href="https://tides.example/${i}">${title}</a>`, `March ${i + 3}, 2010`),
      ),
    }),
  );
  const [card] = await layover.cards();
  if (card === undefined) throw new Error('nothing was saved');
  const { id } = await layover.trips.make({ ...PLAN, sources: [{ from: 'related', articleId: card.id }] });
  const report = { words: 460, imagesFound: 1, imagesStored: 0, embeds: 0, missing: [], missingPages: null };
  const plates = await layover.library.add(aDraft({ title: 'Plates', report }), someFiles(), (article) => article);
  await layover.trips.add(id, [card.id, plates.id]);
  const { items } = await layover.trips.fill(id);
  const found: Readonly<Record<string, CheckStatus>> = {
    'Tide tables': 'needsSignIn',
    'Lamp oil': 'textOnly',
    'Harbour radio': 'broken',
  };
  await layover.tripWorks.check(id);
  await layover.tripWorks.settled(id);
  await layover.library.trips.putChecks(
    id,
    items.flatMap(({ key, title }) => {
      const status = found[title];
      return status === undefined ? [] : [resultOf(key, status, '')];
    }),
  );
  await findPlates(layover, id, 'textOnly');
  return id;
}

/** Says that the check has opened "Plates" and found it whole. */
export async function provePlates({ layover }: AppPage, id: TripId): Promise<void> {
  const key = await findPlates(layover, id, 'ready');
  // Tells the window.
  await layover.trips.lock(id, key, true);
}

/** Puts another status in the place of what the check found, of the same files. */
async function findPlates(layover: Layover, id: TripId, status: CheckStatus): Promise<string> {
  const { rows } = await layover.trips.board(id);
  const row = rows.find(({ title }) => title === 'Plates');
  const mark = row?.articleId == null ? undefined : await layover.library.fileMark(row.articleId);
  if (row === undefined || mark === undefined) throw new Error('“Plates” is not on the trip');
  await layover.library.trips.putChecks(id, [resultOf(row.key, status, mark)]);
  return row.key;
}

function resultOf(key: string, status: CheckStatus, mark: string): CheckResult {
  const isReady = status === 'ready';
  return {
    key,
    status,
    missingImages: 0,
    evidence: {
      words: 600,
      wordsShown: 600,
      pictures: 3,
      picturesShown: isReady ? 3 : 1,
      posters: 0,
      postersShown: 0,
      failedFonts: [],
      missingGlyphs: [],
      damaged: [],
      picture: null,
    },
    problem: isReady ? null : { code: 'network', message: 'The site did not send all of it.' },
    way: 'opened',
    checked: '2026-11-28T09:12:00.000Z',
    mark,
  };
}
