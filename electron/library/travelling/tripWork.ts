// What is done for trips in the background: packed, checked, repaired; one piece of work at a time for each trip, told row by row.
import { AppError } from '#contract/errors.ts';
import type { BoardRow, TripId, TripWork } from '#contract/trip.ts';
import type { LibraryTrips } from './libraryTrips.ts';
import type { Library } from '../../store/library.ts';
import { mapBounded } from '../../store/taskQueue.ts';
import type { WorkNow } from './tripBoard.ts';
import type { ItemChecks } from './tripCheck.ts';
import type { PackItems } from './tripPacking.ts';

/** What it takes. */
export interface TripWorksOptions {
  readonly library: Pick<Library, 'trips'>;
  readonly trips: Pick<LibraryTrips, 'board'>;
  readonly packItems: PackItems;
  readonly openChecks: () => ItemChecks;
  /** Called as often as a row changes. */
  readonly changed: (id: TripId) => void;
  readonly report: (bug: unknown) => void;
}

/** The work for trips. Beginning it throws `not-found` when the trip is gone, and `bad-input` while other work for it is under way. */
export interface TripWorks {
  pack(id: TripId): Promise<void>;
  check(id: TripId): Promise<void>;
  /** With a key only that item. */
  repair(id: TripId, key: string | null): Promise<void>;
  /** Resolves when the work has ended. */
  stop(id: TripId): Promise<void>;
  /** Resolves when no work for the trip is under way. */
  settled(id: TripId): Promise<void>;
  workOf(id: TripId): WorkNow | undefined;
  /** Whether work for any trip is under way. */
  isBusy(): boolean;
  close(): Promise<void>;
}

interface Job {
  work: TripWork;
  readonly rows: Map<string, 'waiting' | 'fetching' | 'checking'>;
  readonly ending: AbortController;
  readonly ended: Promise<void>;
}

/** The files of one are read while the window shows another. */
const CHECKED_AT_ONCE = 2;

/** Makes it. */
export function createTripWorks({ library, trips, ...options }: TripWorksOptions): TripWorks {
  const jobs = new Map<TripId, Job>();

  async function begin(id: TripId, kind: TripWork['kind'], isMeant: (row: BoardRow) => boolean): Promise<void> {
    const { trip, rows } = await trips.board(id);
    if (jobs.has(id))
      throw new AppError(
        'bad-input',
        'Something is being done for this trip already. Wait until it is done, or end it.',
      );
    const meant = rows.filter(isMeant);
    const ending = new AbortController();
    const job: Job = {
      work: { kind, done: 0, total: meant.length, receivedBytes: 0 },
      rows: new Map(),
      ending,
      // Begins once the job is known.
      ended: Promise.resolve().then(() => run(id, job, meant, trip.fetchBytes)),
    };
    jobs.set(id, job);
    options.changed(id);
  }

  async function run(id: TripId, job: Job, meant: readonly BoardRow[], mostBytes: number | null): Promise<void> {
    try {
      if (job.work.kind !== 'checking') await fetchAll(id, job, meant, mostBytes);
      if (!job.ending.signal.aborted) await checkAll(id, job, meant);
    } catch (failure) {
      options.report(failure);
    } finally {
      jobs.delete(id);
      options.changed(id);
    }
  }

  async function fetchAll(id: TripId, job: Job, meant: readonly BoardRow[], mostBytes: number | null): Promise<void> {
    const end = await options.packItems(meant, {
      signal: job.ending.signal,
      mostBytes,
      anew: new Set(job.work.kind === 'repairing' ? meant.filter(isOfNoUse).map(({ key }) => key) : []),
      doing(key, what) {
        if (what === 'done') job.rows.delete(key);
        else job.rows.set(key, what);
        options.changed(id);
      },
      finished() {
        job.work = { ...job.work, done: job.work.done + 1 };
        options.changed(id);
      },
      received(bytes) {
        job.work = { ...job.work, receivedBytes: job.work.receivedBytes + bytes };
        options.changed(id);
      },
    });
    await library.trips.update(id, (trip) => ({ ...trip, packed: end }));
  }

  async function checkAll(id: TripId, job: Job, meant: readonly BoardRow[]): Promise<void> {
    // What was a post is an article by now.
    const keys = new Set(meant.map(({ key }) => key));
    const { rows } = await trips.board(id);
    const now = rows.filter(({ key }) => keys.has(key));
    for (const { key } of now) job.rows.set(key, 'waiting');
    job.work = { ...job.work, done: 0, total: now.length };
    const checks = options.openChecks();
    try {
      await mapBounded(now, CHECKED_AT_ONCE, (item) => checkOne(id, job, item, checks));
    } finally {
      await checks.close();
    }
  }

  async function checkOne(id: TripId, job: Job, item: BoardRow, checks: ItemChecks): Promise<void> {
    const { signal } = job.ending;
    if (signal.aborted) return;
    job.rows.set(item.key, 'checking');
    options.changed(id);
    const result = await checks.check(id, item, signal);
    if (result !== null) await library.trips.putChecks(id, [result]);
    job.rows.delete(item.key);
    job.work = { ...job.work, done: job.work.done + 1 };
    options.changed(id);
  }

  return {
    pack: (id) => begin(id, 'packing', () => true),
    check: (id) => begin(id, 'checking', () => true),
    repair: (id, key) => begin(id, 'repairing', (row) => row.isRepairable && (key === null || row.key === key)),
    async stop(id) {
      const job = jobs.get(id);
      job?.ending.abort();
      await job?.ended;
    },
    async settled(id) {
      await jobs.get(id)?.ended;
    },
    isBusy: () => jobs.size > 0,
    workOf(id) {
      const job = jobs.get(id);
      return job && { work: job.work, rows: job.rows };
    },
    async close() {
      for (const { ending } of jobs.values()) ending.abort();
      await Promise.all([...jobs.values()].map(({ ended }) => ended));
    },
  };
}

/** What is here of it cannot be mended by what it lacks. */
function isOfNoUse({ check }: BoardRow): boolean {
  return check !== null && (check.status === 'needsSignIn' || (check.evidence?.damaged.length ?? 0) > 0);
}
