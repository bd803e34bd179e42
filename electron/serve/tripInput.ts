// The shape that each call about trips takes.
import * as v from 'valibot';
import { TRIP_LIMITS } from '#contract/trip.ts';
import { TRIP_PACK_WORDS, type TripPackWords } from '#contract/tripPackWords.ts';
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

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const packWords = v.custom<TripPackWords>(
  (given) =>
    v.is(v.record(v.string(), word), given) &&
    Object.keys(TRIP_PACK_WORDS).every((name) => name in given) &&
    Object.keys(given).length === Object.keys(TRIP_PACK_WORDS).length &&
    /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(given['lang'] ?? '') &&
    /^(?:ltr|rtl)$/.test(given['dir'] ?? ''),
);

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
  export: v.strictObject({ ...trip, pack: v.picklist(['html', 'epub', 'layover']), words: packWords }),
  leave: v.strictObject({ ...trip, isBack: v.boolean() }),
};
