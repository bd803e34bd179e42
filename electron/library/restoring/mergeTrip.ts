// A trip as it is here and as a pack brings it in; the one trip that it is out. The plan is that which was changed later, and so are
// the order and the locks; of two of the same time those of the pack count. What is only in the other stays, behind the rest. Pure.
import { isDeepStrictEqual } from 'node:util';
import { TRIP_LIMITS } from '#contract/trip.ts';
import type { TripRecord } from '../../store/tripFiles.ts';

/** The trip with what the pack brings; the same object when that changes nothing. */
export function mergeTrip(here: TripRecord, coming: TripRecord): TripRecord {
  const { name, departure, minutes, sizeBytes, fetchBytes, sources, reminds, planned } = later(here, coming, 'planned');
  const arranged = later(here, coming, 'arranged');
  const items = joinItems(arranged.items, (arranged === here ? coming : here).items);
  const inIt = new Set(items.map(({ key }) => key));
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
    ...(planned === undefined ? {} : { planned }),
    ...(arranged.arranged === undefined ? {} : { arranged: arranged.arranged }),
  };
  return isDeepStrictEqual(merged, here) ? here : merged;
}

function later(here: TripRecord, coming: TripRecord, part: 'planned' | 'arranged'): TripRecord {
  return (coming[part] ?? coming.made) >= (here[part] ?? here.made) ? coming : here;
}

type Items = TripRecord['items'];

function joinItems(chosen: Items, others: Items): Items {
  const known = new Map(others.map((item) => [item.key, item]));
  const keys = new Set(chosen.map(({ key }) => key));
  return [
    ...chosen.map((item) => ({ ...item, articleId: item.articleId ?? known.get(item.key)?.articleId ?? null })),
    ...others.filter(({ key }) => !keys.has(key)),
  ].slice(0, TRIP_LIMITS.items);
}
