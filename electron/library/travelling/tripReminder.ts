// Trips in; a gentle word before a departure when something of one is not ready, where the person asked for it: once a day before, and once more
// three hours before. Nothing is said of trips that are ready, left for, or were not asked about.
import { msUntilDeparture } from '#contract/departure.ts';
import type { Trip, TripId } from '#contract/trip.ts';
import type { LibraryTrips } from './libraryTrips.ts';
import { lookNowAndThen, type NowAndThen } from '../nowAndThen.ts';

/** What is to be said. */
export interface Reminder {
  readonly id: TripId;
  readonly name: string;
  readonly ready: number;
  readonly items: number;
}

/** What reminding takes. */
export interface TripReminderOptions {
  readonly trips: Pick<LibraryTrips, 'plans'> & {
    board(id: TripId): Promise<{ readonly ready: number; readonly rows: readonly unknown[] }>;
  };
  readonly now: () => Date;
  readonly remind: (reminder: Reminder) => void;
  readonly report: (bug: unknown) => void;
}

/** Looks at trips from time to time. */
export interface TripReminder extends NowAndThen {
  /** Looks now; resolves when all that is due was said, with whether there is a departure to remind of. */
  look(): Promise<boolean>;
}

const HOUR_MS = 3_600_000;
/** How long before the departure it is said, the latest first. */
const STAGES_MS = [3 * HOUR_MS, 24 * HOUR_MS] as const;
const EVERY_MS = 5 * 60_000;

/** Makes it; nothing is looked at before `start`. */
export function createTripReminder({ trips, now, remind, report }: TripReminderOptions): TripReminder {
  const said = new Set<string>();

  async function look(): Promise<boolean> {
    let goesOn = false;
    for (const trip of await trips.plans()) {
      const { id, name, reminds } = trip;
      goesOn ||= reminds && msUntilDeparture(trip, now().getTime()) !== undefined;
      const stage = stageOf(trip, now().getTime());
      if (!reminds || stage === undefined) continue;
      const key = `${id} ${stage}`;
      if (said.has(key)) continue;
      // Whether all is ready takes a look at every file of the trip, so that comes last.
      const { ready, rows } = await trips.board(id);
      if (ready === rows.length) continue;
      said.add(key);
      remind({ id, name, ready, items: rows.length });
    }
    return goesOn;
  }

  return { look, ...lookNowAndThen(look, EVERY_MS, report) };
}

/** The last time before which it is to be said that has come; `undefined` before all of them and once the person has left. */
function stageOf(trip: Trip, now: number): number | undefined {
  const inMs = msUntilDeparture(trip, now);
  return inMs === undefined ? undefined : STAGES_MS.find((stage) => inMs <= stage);
}
