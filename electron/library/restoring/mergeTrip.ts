// A trip as it is here and as a pack, or another machine, has it; the one trip that it is out. The plan is that which was changed later, and so are
// the order and the locks; of two of the same time those of the other count. What is only in the other stays, behind the rest. Pure.
import { isDeepStrictEqual } from 'node:util';
import { noteChanges } from '#contract/lastChanges.ts';
import { TRIP_LIMITS } from '#contract/trip.ts';
import type { TripRecord } from '../../store/tripFiles.ts';

/** The trip with what a pack brings, which is put in anew where it had been taken out here; the same object when that changes nothing. */
export function mergeTrip(here: TripRecord, coming: TripRecord, now: Date): TripRecord {
  const merged = withItemChanges(here, uniteTrips(here, coming), now);
  return isDeepStrictEqual(merged, here) ? here : merged;
}

/** The trip that both are, without those items that either had and `isGone` says are gone; what is noted of them is as it is here. */
export function uniteTrips(
  here: TripRecord,
  coming: TripRecord,
  isGone: (key: string) => boolean = () => false,
): TripRecord {
  const { name, departure, minutes, sizeBytes, fetchBytes, sources, reminds, planned } = later(here, coming, 'planned');
  const arranged = later(here, coming, 'arranged');
  const left = ({ items }: TripRecord): Items => items.filter(({ key }) => !isGone(key));
  const items = joinItems(left(arranged), left(arranged === here ? coming : here));
  const inIt = new Set(items.map(({ key }) => key));
  return {
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
}

/** What was made of a trip, with a note of each item that came, went or was locked or let go. */
export function withItemChanges(before: TripRecord, after: TripRecord, now: Date): TripRecord {
  const locks = (trip: TripRecord): ReadonlyMap<string, boolean> =>
    new Map(trip.items.map(({ key, isLocked }) => [key, isLocked]));
  const [was, is] = [locks(before), locks(after)];
  const gone = [...was.keys()].filter((key) => !is.has(key));
  const there = [...is].flatMap(([key, isLocked]) => (was.get(key) === isLocked ? [] : [key]));
  const changes = noteChanges(before.changes, { gone, there, names: new Set(is.keys()) }, now);
  return { ...after, changes: changes.map((each) => ({ ...each })) };
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
