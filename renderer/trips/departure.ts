// A departure, as the clock shows it where one leaves, in; out as words, in its own zone with the zone named where it is not the one here.
import { getLocalTimeZone } from '@internationalized/date';
import { departureTime } from '#contract/departure.ts';
import type { Departure } from '#contract/trip.ts';
import { once } from '../ui/once.ts';
import { locale } from '../words/language.ts';
import { words } from '../ui/words.ts';

const clock = once(
  () =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    }),
);
const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Day and time in the trip's own zone, which is named when it is another than the system's. */
export function formatDeparture(departure: Departure): string {
  const when = clock().format(new Date(`${departure.day}T${departure.time}:00Z`));
  if (departure.zone === getLocalTimeZone()) return when;
  return words.trips.inZone({ when, zone: zoneName(departure) });
}

/** How far it is: "Leaves in 2 days", "Departure was yesterday". Hours within a day, days up to two months, then months and years. */
export function formatUntil(departure: Departure, now: number): string {
  const distance = departureTime(departure) - now;
  const span = relativeSpan(distance);
  return distance >= 0 ? words.trips.leaves({ relative: span }) : words.trips.left({ relative: span });
}

function relativeSpan(distance: number): string {
  const size = Math.abs(distance);
  if (size < HOUR_MS) return relative().format(Math.trunc(distance / 60_000), 'minute');
  if (size < DAY_MS) return relative().format(Math.round(distance / HOUR_MS), 'hour');
  const days = Math.round(distance / DAY_MS);
  if (Math.abs(days) < 61) return relative().format(days, 'day');
  return Math.abs(days) < 730
    ? relative().format(Math.round(days / 30.44), 'month')
    : relative().format(Math.round(days / 365.25), 'year');
}

/** What people call the zone at that time, such as "Western European Time". */
function zoneName(departure: Departure): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: departure.zone, timeZoneName: 'longGeneric' });
  const name = parts.formatToParts(departureTime(departure)).find(({ type }) => type === 'timeZoneName')?.value;
  return name ?? departure.zone;
}

/** Names of all zones that this system knows, with the one here. */
export function listZones(): readonly string[] {
  return [...new Set([getLocalTimeZone(), ...Intl.supportedValuesOf('timeZone')])].sort();
}
