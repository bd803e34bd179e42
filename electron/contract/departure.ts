// When a trip begins, as an instant.
import { parseDateTime, toZoned } from '@internationalized/date';
import type { Departure, Trip } from './trip.ts';

/** Milliseconds since 1970 of the time that the clock shows where one leaves. One that a change of clocks leaves out is the one after it. */
export function departureTime({ day, time, zone }: Departure): number {
  return toZoned(parseDateTime(`${day}T${time}`), zone)
    .toDate()
    .getTime();
}

/** How long until a trip begins, in milliseconds, at an instant in milliseconds since 1970; `undefined` once that is over or the person has left, and where it is not known. */
export function msUntilDeparture(
  { departure, left }: Pick<Trip, 'departure' | 'left'>,
  now: number,
): number | undefined {
  const inMs = departure === null || left !== null ? 0 : departureTime(departure) - now;
  return inMs > 0 ? inMs : undefined;
}
