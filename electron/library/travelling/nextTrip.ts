// Trips in; the one that leaves next, while that is near, out: what stands quietly in the system's tray. Looked at now and then while any is to leave.
import { msUntilDeparture } from '#contract/departure.ts';
import { isLanguage } from '#contract/language.ts';
import type { TripId } from '#contract/trip.ts';
import { ifThere } from '../ifThere.ts';
import type { LibraryTrips } from './libraryTrips.ts';
import { lookNowAndThen, type NowAndThen } from '../nowAndThen.ts';

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
  readonly trips: Pick<LibraryTrips, 'plans' | 'line'>;
  readonly now: () => Date;
  /** `undefined` when nothing leaves soon. */
  readonly show: (next: NextTrip | undefined) => void;
  readonly report: (bug: unknown) => void;
}

/** Watches the next departure. */
export interface NextTripWatch extends NowAndThen {
  /** Answers whether any trip is still to leave. */
  look(): Promise<boolean>;
  /** The one that was shown last; `undefined` when nothing leaves soon. */
  next(): TripId | undefined;
}

const MINUTE_MS = 60_000;
const NEAR_MS = 48 * 60 * MINUTE_MS;
const EVERY_MS = 30_000;

/** Makes the watch; nothing is looked at before `start`. */
export function createNextTrip({ trips, now, show, report }: NextTripOptions): NextTripWatch {
  let shown: TripId | undefined;
  const tell = (next: NextTrip | undefined): void => {
    shown = next?.id;
    show(next);
  };

  async function look(): Promise<boolean> {
    const at = now().getTime();
    const toLeave = (await trips.plans()).flatMap(({ id, ...plan }) => {
      const inMs = msUntilDeparture(plan, at);
      return inMs === undefined ? [] : [{ id, inMs, minutes: Math.ceil(inMs / MINUTE_MS) }];
    });
    const near = toLeave.filter(({ inMs }) => inMs <= NEAR_MS);
    tell(await firstOf(near));
    return toLeave.length > 0;
  }

  async function firstOf(
    near: readonly { readonly id: TripId; readonly minutes: number }[],
  ): Promise<NextTrip | undefined> {
    // How many are ready is asked of the disk, so only of the one that is told of.
    for (const { id, minutes } of [...near].sort((a, b) => a.minutes - b.minutes)) {
      const line = await ifThere(trips.line(id));
      if (line !== undefined && line.items > 0)
        return { id, name: line.name, minutes, ready: line.ready, items: line.items };
    }
    return undefined;
  }

  return { look, next: () => shown, ...lookNowAndThen(look, EVERY_MS, report) };
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
