// A trip as it is here and as a pack brings it in; the one trip that it is out. The plan, the order and the locks of the pack count; what is only
// here stays, behind the others. Pure.
import { isDeepStrictEqual } from 'node:util';
import { TRIP_LIMITS } from '#contract/trip.ts';
import type { TripRecord } from './store/tripFiles.ts';

/** The trip with what the pack brings; the same object when that changes nothing. */
export function mergeTrip(here: TripRecord, coming: TripRecord): TripRecord {
  const own = new Map(here.items.map((item) => [item.key, item]));
  const theirs = coming.items.map((item) => ({
    ...item,
    articleId: item.articleId ?? own.get(item.key)?.articleId ?? null,
  }));
  const keys = new Set(theirs.map(({ key }) => key));
  const items = [...theirs, ...here.items.filter(({ key }) => !keys.has(key))].slice(0, TRIP_LIMITS.items);
  const inIt = new Set(items.map(({ key }) => key));
  const { name, departure, minutes, sizeBytes, fetchBytes, sources, reminds } = coming;
  const merged: TripRecord = {
    ...here,
    name,
    departure,
    minutes,
    sizeBytes,
    fetchBytes,
    sources,
    reminds,
    items,
    refused: [...new Set([...here.refused, ...coming.refused])].filter((key) => !inIt.has(key)),
    left: here.left ?? coming.left,
    landed: here.landed ?? coming.landed,
    removed: null,
  };
  return isDeepStrictEqual(merged, here) ? here : merged;
}
