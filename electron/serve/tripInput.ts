// The shape that each call about trips takes.
import * as v from 'valibot';
import { TRIP_LIMITS } from '#contract/trip.ts';
import { articleId } from '../store/articleSchema.ts';
import { tripId, tripPlan } from '../store/tripSchema.ts';

const trip = { id: tripId };
const item = { ...trip, key: v.pipe(v.string(), v.minLength(1), v.maxLength(8192)) };

const { name, departure, minutes, sizeBytes, fetchBytes, sources, reminds } = tripPlan;
const somePlan = {
  name: v.exactOptional(name),
  departure: v.exactOptional(departure),
  minutes: v.exactOptional(minutes),
  sizeBytes: v.exactOptional(sizeBytes),
  fetchBytes: v.exactOptional(fetchBytes),
  sources: v.exactOptional(sources),
  reminds: v.exactOptional(reminds),
};

/** See `inputs`. */
export const tripInputs = {
  trip: v.strictObject(trip),
  item: v.strictObject(item),
  make: v.strictObject({ plan: v.strictObject(tripPlan) }),
  change: v.strictObject({ ...trip, plan: v.strictObject(somePlan) }),
  lock: v.strictObject({ ...item, isLocked: v.boolean() }),
  add: v.strictObject({ ...trip, articleIds: v.pipe(v.array(articleId), v.maxLength(TRIP_LIMITS.items)) }),
  move: v.strictObject({ ...item, to: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  repair: v.strictObject({ ...item, key: v.nullable(item.key) }),
  leave: v.strictObject({ ...trip, isBack: v.boolean() }),
};
