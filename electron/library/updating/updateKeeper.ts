// Newer versions of Layover: asked for when the person says so, or once a day when they want that; fetched and installed only when they say so. Never on the way
// from a departure to the landing, nor while a trip is packed, when nothing may come in between.
import { departureTime } from '#contract/departure.ts';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { Trip } from '#contract/trip.ts';
import type { UpdateState, UpdateStep } from '#contract/updates.ts';
import { lookNowAndThen } from '../nowAndThen.ts';

/** A version that a publisher offers. */
export interface OfferedVersion {
  readonly version: string;
  /** Plain text. */
  readonly notes: string;
  readonly sizeBytes: number | null;
}

/** What asks a publisher, fetches and installs; only the shell has one. */
export interface Updater {
  /** `null` when there is nothing newer. Rejects when the publisher cannot be reached. */
  look(): Promise<OfferedVersion | null>;
  /** Fetches what was offered and checks it; `tell` hears how much of it is here, from 0 to 1. */
  fetch(tell: (done: number) => void): Promise<void>;
  /** Ends the app and installs what was fetched. */
  install(): void;
}

/** What the keeper needs. */
export interface UpdateKeeperOptions {
  /** Loads what asks; called at the first question, and never without a publisher. */
  readonly open: (() => Updater) | undefined;
  readonly trips: { plans(): Promise<readonly Trip[]> };
  /** Whether work for a trip is under way. */
  readonly isPacking: () => boolean;
  readonly isMetered: () => Promise<boolean>;
  /** Whether the person wants to be told by itself. */
  readonly looksByItself: () => boolean;
  /** Closes all that is open, then installs. */
  readonly endFor: (install: () => void) => void;
  readonly changed: (state: UpdateState) => void;
  readonly now: () => Date;
  readonly report: (bug: unknown) => void;
}

/** See the calls `update.…`. */
export interface UpdateKeeper {
  state(): UpdateState;
  look(): Promise<UpdateState>;
  fetch(isMeteredToo: boolean): Promise<UpdateState>;
  install(): Promise<void>;
  /** Looks by itself from now on, at most once a day. */
  start(): void;
  /** Looks if it is time to; for tests and for `start`. */
  lookByItself(): Promise<void>;
  close(): void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A trip whose landing nobody has told of does not last for ever. */
const LONGEST_TRIP_MS = 30 * DAY_MS;

/** Makes the keeper; nothing is asked before somebody asks. */
export function createUpdateKeeper(options: UpdateKeeperOptions): UpdateKeeper {
  let updater: Updater | undefined;
  let step: UpdateStep = { is: 'unknown' };
  let looked = Number.NEGATIVE_INFINITY;
  const isPossible = options.open !== undefined;

  const state = (): UpdateState => ({ isPossible, step });

  function become(next: UpdateStep): UpdateState {
    step = next;
    options.changed(state());
    return state();
  }

  function opened(): Updater {
    if (options.open === undefined)
      throw new AppError('not-found', 'This Layover has no publisher to ask for newer versions.');
    updater ??= options.open();
    return updater;
  }

  async function isOnTheWay(): Promise<boolean> {
    const now = options.now().getTime();
    return options.isPacking() || (await options.trips.plans()).some((trip) => isUnderWay(trip, now));
  }

  async function assertAtHome(): Promise<void> {
    if (await isOnTheWay())
      throw new AppError(
        'locked',
        'You are on a trip, or one is being packed: Layover stays as it is until you have landed. Nothing was changed.',
        { detail: detail('updateOnTrip') },
      );
  }

  async function look(): Promise<UpdateState> {
    const source = opened();
    await assertAtHome();
    if (step.is === 'fetching' || step.is === 'ready' || step.is === 'looking') return state();
    become({ is: 'looking' });
    looked = options.now().getTime();
    try {
      const offered = await source.look();
      return become(offered === null ? { is: 'none' } : { is: 'offered', ...offered });
    } catch (failure) {
      return fail(
        failure,
        'Whether there is a newer Layover could not be found out. Nothing was changed. Try again later.',
      );
    }
  }

  /** What went wrong on the way to a publisher is no bug of ours, and its words are for nobody. */
  function fail(failure: unknown, message: string): UpdateState {
    if (!(failure instanceof Error)) options.report(failure);
    return become({ is: 'failed', message });
  }

  async function fetch(isMeteredToo: boolean): Promise<UpdateState> {
    const source = opened();
    await assertAtHome();
    if (step.is !== 'offered') return state();
    if (!isMeteredToo && (await options.isMetered()))
      throw new AppError(
        'network',
        'This network counts its data, so nothing was fetched. Fetch it later, or all the same.',
        {
          detail: detail('meteredUpdate'),
        },
      );
    const { version, notes } = step;
    become({ is: 'fetching', version, notes, done: 0 });
    try {
      await source.fetch((done) => become({ is: 'fetching', version, notes, done }));
      return become({ is: 'ready', version, notes });
    } catch (failure) {
      return fail(
        failure,
        'The newer Layover could not be fetched, or was not what its publisher says it is, and was thrown away. Nothing was changed. Try again later.',
      );
    }
  }

  async function lookByItself(): Promise<void> {
    if (!isPossible || !options.looksByItself() || options.now().getTime() - looked < DAY_MS) return;
    if (!(await isOnTheWay())) await look();
  }

  const watch = lookNowAndThen(() => lookByItself().then(() => true), HOUR_MS, options.report);
  return {
    state,
    look,
    fetch,
    async install() {
      const source = opened();
      await assertAtHome();
      if (step.is !== 'ready')
        throw new AppError('not-found', 'There is no newer Layover to install. Nothing was changed.');
      options.endFor(() => source.install());
    },
    start() {
      // Without a publisher nothing wakes for it.
      if (isPossible) watch.start();
    },
    lookByItself,
    close: () => watch.close(),
  };
}

/** From the departure, or from when the person said that they left, until they say that they landed. */
function isUnderWay({ departure, left, landed }: Trip, now: number): boolean {
  if (landed !== null) return false;
  const leaves = departure === null ? undefined : departureTime(departure);
  const began = left === null ? leaves : Date.parse(left);
  return began !== undefined && began <= now && now - began < LONGEST_TRIP_MS;
}
