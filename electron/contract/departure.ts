// When a trip begins, as an instant.
import { parseDateTime, toZoned } from '@internationalized/date';
import type { Departure } from './trip.ts';

/** Milliseconds since 1970 of the time that the clock shows where one leaves. One that a change of clocks leaves out is the one after it. */
export function departureTime({ day, time, zone }: Departure): number {
  return toZoned(parseDateTime(`${day}T${time}`), zone)
    .toDate()
    .getTime();
}
