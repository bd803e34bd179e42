// Trips in; the one that leaves next, while that is near, out: what stands quietly in the system's tray. Looked at now and then.
import { departureTime } from '#contract/departure.ts';
import { isLanguage } from '#contract/language.ts';
import type { TripId, TripLine } from '#contract/trip.ts';
import type { LibraryTrips } from './libraryTrips.ts';

/** The next departure. */
export interface NextTrip {
  readonly id: TripId;
  readonly name: string;
  /** Until it leaves, in minutes, from 1 on. */
  readonly minutes: number;
  readonly ready: number;
  readonly items: number;
}

/** What watching takes. */
export interface NextTripOptions {
  readonly trips: Pick<LibraryTrips, 'plans' | 'list'>;
  readonly now: () => Date;
  /** `undefined` when nothing leaves soon. */
  readonly show: (next: NextTrip | undefined) => void;
  readonly report: (bug: unknown) => void;
}

/** Watches the next departure. */
export interface NextTripWatch {
  start(): void;
  look(): Promise<void>;
  close(): void;
}

const MINUTE_MS = 60_000;
const NEAR_MS = 48 * 60 * MINUTE_MS;
const EVERY_MS = 30_000;

/** Makes the watch; nothing is looked at before `start`. */
export function createNextTrip({ trips, now, show, report }: NextTripOptions): NextTripWatch {
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const near = (await trips.plans()).filter((trip) => msUntil(trip, now().getTime()) <= NEAR_MS);
    // How many are ready is asked of the disk, so only when somebody is told.
    show(near.length === 0 ? undefined : nextOf(await trips.list(), now().getTime()));
  }

  return {
    look,
    start() {
      const lookAgain = (): void => void look().catch(report);
      timer ??= setInterval(lookAgain, EVERY_MS).unref();
      lookAgain();
    },
    close: () => clearInterval(timer),
  };
}

/** Without end for one that was left for, or whose time is past or not known. */
function msUntil({ departure, left }: Pick<TripLine, 'departure' | 'left'>, now: number): number {
  const inMs = departure === null || left !== null ? 0 : departureTime(departure) - now;
  return inMs > 0 ? inMs : Number.POSITIVE_INFINITY;
}

/** None that is empty. */
function nextOf(lines: readonly TripLine[], now: number): NextTrip | undefined {
  const ahead = lines.flatMap((line) => {
    const { id, name, ready, items } = line;
    const inMs = msUntil(line, now);
    return inMs <= NEAR_MS && items > 0 ? [{ id, name, minutes: Math.ceil(inMs / MINUTE_MS), ready, items }] : [];
  });
  return ahead.sort((a, b) => a.minutes - b.minutes)[0];
}

/** Its line, such as “Lisbon · leaves in 2 hours · 34 of 36 ready”. `words` has `%name%`, `%when%`, `%ready%` and `%items%` in it. */
export function nextTripLine({ name, minutes, ready, items }: NextTrip, words: string, language: string): string {
  const format = new Intl.RelativeTimeFormat(isLanguage(language) ? language : 'en');
  const when = minutes < 90 ? format.format(minutes, 'minute') : format.format(Math.round(minutes / 60), 'hour');
  return words
    .replace('%when%', () => when)
    .replace('%ready%', String(ready))
    .replace('%items%', String(items))
    .replace('%name%', () => name);
}
