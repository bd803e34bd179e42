// A plan of a trip, for all tests that need one.
import type { TripPlan } from '#contract/trip.ts';

/** Out of the queue, with a departure and no limit. */
export const TRIP_PLAN: TripPlan = {
  name: 'Lisbon',
  departure: { day: '2026-12-01', time: '07:40', zone: 'Europe/Lisbon' },
  minutes: 180,
  sizeBytes: null,
  fetchBytes: null,
  sources: [{ from: 'queue' }],
  reminds: false,
};

/** Of what is put in by hand. */
export const PLAIN_PLAN: TripPlan = { ...TRIP_PLAN, name: 'Away', departure: null, minutes: 600, sources: [] };
