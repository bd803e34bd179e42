// The trips of a library: made, filled, changed by hand and looked at. What is fetched and checked for them is the work of others.
import type { ArticleId } from '#contract/article.ts';
import { departureTime } from '#contract/departure.ts';
import { AppError } from '#contract/errors.ts';
import {
  TRIP_LIMITS,
  type Landing,
  type Trip,
  type TripBoard,
  type TripId,
  type TripItem,
  type TripLine,
  type TripPlan,
} from '#contract/trip.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';
import type { LibrarySearch } from '../finding/librarySearch.ts';
import type { Library } from '../../store/library.ts';
import type { TripRecord } from '../../store/tripFiles.ts';
import { createTripBoards, toTrip, type TripBoardOptions } from './tripBoard.ts';
import { mergeTrip, withItemChanges } from '../restoring/mergeTrip.ts';
import { standingRecords } from '../standingRecords.ts';
import { atLanding, landingOf, secondsRead } from './tripLanding.ts';
import { createTripCandidates, type TripCandidate } from './tripCandidates.ts';
import { fillTrip, findAnother, type Candidate, type Choice } from '../../trips/fillTrip.ts';

/** What it takes. */
export interface LibraryTripsOptions extends Pick<TripBoardOptions, 'markOf' | 'workOf'> {
  readonly library: Library;
  readonly search: Pick<LibrarySearch, 'find'>;
  readonly saves: Pick<SaveQueue, 'list' | 'records'>;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
  readonly now: () => Date;
  /** Called after every change of a trip. */
  readonly changed: (id: TripId) => void;
}

/**
 * The trips of a library. All that name a trip throw `not-found` when it is gone; all that change something `disk` and `locked`. What
 * answers a trip does so as it is on disk.
 */
export interface LibraryTrips {
  /** Those that lie ahead first, the next departure first; then those that are over, the last first. */
  list(): Promise<readonly TripLine[]>;
  /** Its line in that list. */
  line(id: TripId): Promise<TripLine>;
  /** All of them as they are kept, without a look at their articles. */
  plans(): Promise<readonly Trip[]>;
  trip(id: TripId): Promise<Trip>;
  /** Throws `too-large` when there are too many. */
  make(plan: TripPlan): Promise<Trip>;
  change(id: TripId, plan: Partial<TripPlan>): Promise<Trip>;
  remove(id: TripId): Promise<void>;
  restore(id: TripId): Promise<Trip>;
  /** A trip as it is kept, for whoever takes it elsewhere. */
  record(id: TripId): Promise<TripRecord>;
  /** Throws `too-large` when there are too many trips for one that is not here, `locked` when nothing may be changed. */
  assertRoom(id: TripId): Promise<void>;
  /** Takes in what another library kept of a trip: a pack or a backup by `mergeTrip`, a second copy of its file by `join`. Throws as `assertRoom`, and `disk`. */
  admit(coming: TripRecord, join?: (here: TripRecord, coming: TripRecord) => TripRecord): Promise<void>;
  fill(id: TripId): Promise<Trip>;
  lock(id: TripId, key: string, isLocked: boolean): Promise<Trip>;
  /** Throws `no-content` when nothing else fits. */
  swap(id: TripId, key: string): Promise<Trip>;
  add(id: TripId, articleIds: readonly ArticleId[]): Promise<Trip>;
  drop(id: TripId, key: string): Promise<Trip>;
  move(id: TripId, key: string, to: number): Promise<Trip>;
  leave(id: TripId, isBack: boolean): Promise<Trip>;
  /** Takes back that the person left. */
  stay(id: TripId): Promise<Trip>;
  /** See `landingOf`. */
  landing(id: TripId): Promise<Landing>;
  board(id: TripId): Promise<TripBoard>;
}

/** Makes them. */
export function createLibraryTrips(options: LibraryTripsOptions): LibraryTrips {
  const { library, now, savedAt } = options;
  const { trips: files } = library;
  const { records, record } = standingRecords(files, library, 'This trip is not there any more. Nothing was changed.');
  const candidates = createTripCandidates({ library, search: options.search, savedAt });
  const boards = createTripBoards({ ...options, saves: options.saves });

  async function assertRoom(id?: TripId): Promise<void> {
    library.assertWritable();
    const known = await records();
    if (known.length < TRIP_LIMITS.trips || known.some((each) => each.id === id)) return;
    throw new AppError(
      'too-large',
      'There are as many trips as there can be. Nothing was made; remove an old one first.',
    );
  }

  async function update(id: TripId, change: (trip: TripRecord) => TripRecord): Promise<Trip> {
    library.assertWritable();
    await record(id);
    const changed = await files.update(id, change);
    options.changed(id);
    return toTrip(changed);
  }

  /** A change of what is in it. */
  const arrange = (id: TripId, change: (trip: TripRecord) => TripRecord): Promise<Trip> =>
    update(id, (trip) => withItemChanges(trip, { ...change(trip), arranged: now().toISOString() }, now()));

  /** Posts of a trip may have been saved meanwhile, by any way. */
  async function itemsOf(trip: TripRecord): Promise<readonly TripItem[]> {
    return Promise.all(
      trip.items.map(async (item) => {
        const known = item.articleId !== null && library.catalogue.rowOf(item.articleId) !== undefined;
        if (known || item.url === null) return item;
        return { ...item, articleId: (await savedAt(item.url)) ?? null };
      }),
    );
  }

  const lineOf = async (trip: TripRecord): Promise<TripLine> => boards.line(trip, await itemsOf(trip));

  const mayChoose = async ({ sources, refused }: TripRecord): Promise<readonly TripCandidate[]> =>
    (await candidates.from(sources)).filter(({ key }) => !refused.includes(key));

  /** What is made of a choice; a candidate that is an item's article under another key is that item. */
  async function toItems(choices: readonly Choice[], among: readonly TripCandidate[]): Promise<readonly TripItem[]> {
    const byKey = new Map(among.map((each) => [each.key, each]));
    const chosen = choices.flatMap(({ key, reasons }) => {
      const candidate = byKey.get(key);
      return candidate === undefined ? [] : [{ candidate, reasons }];
    });
    return candidates.items(chosen, false);
  }

  return {
    async list() {
      const lines = await Promise.all((await records()).map(lineOf));
      return lines.sort((a, b) => orderOf(a) - orderOf(b) || (a.name < b.name ? -1 : 1));
    },
    line: async (id) => lineOf(await record(id)),
    plans: async () => (await records()).map(toTrip),
    trip: async (id) => toTrip(await record(id)),
    record,
    assertRoom,
    async admit(coming, join = (known) => mergeTrip(known, coming, now())) {
      await assertRoom(coming.id);
      const here = (await files.all()).find(({ id }) => id === coming.id);
      const { secondsBefore: _here, atLanding: _landing, ...trip } = coming;
      if (here === undefined) await files.add({ ...trip, removed: null, packed: null }, coming.id);
      else if (join(here, coming) === here) return;
      else await files.update(coming.id, (known) => join(known, coming));
      options.changed(coming.id);
    },
    async make(plan) {
      await assertRoom();
      const own = { items: [], refused: [], changes: [], left: null, landed: null, removed: null, packed: null };
      const made = await files.add({ ...plan, sources: [...plan.sources], ...own, made: now().toISOString() });
      options.changed(made.id);
      return toTrip(made);
    },
    change: (id, plan) =>
      update(id, (trip) => {
        const planned = now().toISOString();
        return { ...trip, ...plan, sources: [...(plan.sources ?? trip.sources)], planned };
      }),
    async remove(id) {
      await update(id, (trip) => ({ ...trip, removed: now().toISOString() }));
    },
    async restore(id) {
      library.assertWritable();
      const trip = await files.update(id, (known) => ({ ...known, removed: null }));
      options.changed(id);
      return toTrip(trip);
    },
    async fill(id) {
      const trip = await record(id);
      const locked = trip.items.filter(({ isLocked }) => isLocked);
      const among = await mayChoose(trip);
      const beside = locked.map(asCandidate);
      const free = among.filter(({ key, articleId }) => !isAmong(locked, key, articleId));
      const choices = fillTrip(free, beside, trip).slice(0, TRIP_LIMITS.items - locked.length);
      const proposed = await toItems(choices, among);
      return arrange(id, (known) => ({
        ...known,
        items: [...known.items.filter((each) => each.isLocked), ...proposed].map(writableItem),
      }));
    },
    lock: (id, key, isLocked) =>
      arrange(id, (trip) => ({
        ...trip,
        items: trip.items.map((item) => (item.key === key ? { ...item, isLocked } : item)),
      })),
    async swap(id, key) {
      const trip = await record(id);
      const others = trip.items.filter((item) => item.key !== key);
      const among = (await mayChoose(trip)).filter((each) => !isAmong(trip.items, each.key, each.articleId));
      const choice = findAnother(among, others.map(asCandidate), trip);
      const [item] = choice === undefined ? [] : await toItems([choice], among);
      if (item === undefined)
        throw new AppError(
          'no-content',
          'Nothing else fits in its place. The trip is as it was; draw from more, or give it more room.',
        );
      return arrange(id, (known) => ({
        ...known,
        items: known.items.map((each) => (each.key === key ? writableItem(item) : each)),
        refused: [...known.refused, key],
      }));
    },
    async add(id, articleIds) {
      const trip = await record(id);
      const fresh = candidates
        .of([...new Set(articleIds)])
        .filter((each) => !isAmong(trip.items, each.key, each.articleId));
      if (trip.items.length + fresh.length > TRIP_LIMITS.items)
        throw new AppError('too-large', `A trip has room for ${TRIP_LIMITS.items} articles. Nothing was put in.`);
      const chosen = fresh.map((candidate) => ({ candidate, reasons: [{ because: 'chosen' as const }] }));
      const items = await candidates.items(chosen, true);
      return arrange(id, (known) => ({
        ...known,
        items: [...known.items, ...items.map(writableItem)],
        refused: known.refused.filter((key) => !items.some((each) => each.key === key)),
      }));
    },
    drop: (id, key) =>
      arrange(id, (trip) => ({
        ...trip,
        items: trip.items.filter((item) => item.key !== key),
        refused: [...trip.refused.filter((each) => each !== key), key],
      })),
    move: (id, key, to) =>
      arrange(id, (trip) => {
        const item = trip.items.find((each) => each.key === key);
        if (item === undefined) return trip;
        const items = trip.items.filter((each) => each !== item);
        items.splice(Math.max(0, Math.min(items.length, to)), 0, item);
        return { ...trip, items };
      }),
    async leave(id, isBack) {
      const at = now().toISOString();
      const known = await record(id);
      const { left } = known;
      if (isBack) {
        const landing = await atLanding(known, await itemsOf(known), { library, saves: options.saves });
        return update(id, (trip) => ({ ...trip, landed: at, left: trip.left ?? at, atLanding: landing }));
      }
      if (left !== null) return update(id, ({ atLanding: _landing, ...trip }) => ({ ...trip, landed: null }));
      const secondsBefore = await secondsRead(await itemsOf(known), library);
      return update(id, ({ atLanding: _landing, ...trip }) => ({
        ...trip,
        left: at,
        landed: null,
        secondsBefore: { ...secondsBefore },
      }));
    },
    stay: (id) =>
      update(id, ({ secondsBefore: _before, atLanding: _landing, ...trip }) => ({ ...trip, left: null, landed: null })),
    async landing(id) {
      const trip = await record(id);
      return landingOf(trip, await itemsOf(trip), { library, saves: options.saves, savedAt });
    },
    async board(id) {
      const trip = await record(id);
      return boards.of(trip, await itemsOf(trip));
    },
  };
}

/** Those ahead by their departure, those without one behind them, those that are over last. */
function orderOf({ departure, landed }: TripLine): number {
  if (landed !== null) return Number.MAX_SAFE_INTEGER - 1e12 - Date.parse(landed) / 1_000;
  return departure === null ? Number.MAX_SAFE_INTEGER / 2 : departureTime(departure);
}

function isAmong(items: readonly TripItem[], key: string, articleId: ArticleId | null): boolean {
  return items.some((item) => item.key === key || (articleId !== null && item.articleId === articleId));
}

/** What is in a trip takes room, whatever it is. */
function asCandidate(item: TripItem): Candidate {
  const { key, site, kind, minutes, sizeBytes } = item;
  return { key, site: site ?? '', kind, minutes, sizeBytes, since: 0, progress: 0 };
}

function writableItem(item: TripItem): TripRecord['items'][number] {
  return { ...item, reasons: [...item.reasons] };
}
