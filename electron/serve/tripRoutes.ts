// What the calls about trips do.
import type { TripCalls } from '#contract/trip.ts';
import type { Layover } from '../layover.ts';
import { checked, inputs } from './input.ts';
import { route, type Routes } from './router.ts';
import { tripInputs } from './tripInput.ts';

/** Makes their routes. */
export function tripRoutes({ trips, tripWorks }: Layover): Pick<Routes, keyof TripCalls> {
  return {
    'trips.list': route(checked(inputs.nothing), () => trips.list()),
    'trip.make': route(checked(tripInputs.make), ({ plan }) => trips.make(plan)),
    'trip.change': route(checked(tripInputs.change), ({ id, plan }) => trips.change(id, plan)),
    'trip.remove': route(checked(tripInputs.trip), ({ id }) => trips.remove(id)),
    'trip.restore': route(checked(tripInputs.trip), ({ id }) => trips.restore(id)),
    'trip.fill': route(checked(tripInputs.trip), ({ id }) => trips.fill(id)),
    'trip.lock': route(checked(tripInputs.lock), ({ id, key, isLocked }) => trips.lock(id, key, isLocked)),
    'trip.swap': route(checked(tripInputs.item), ({ id, key }) => trips.swap(id, key)),
    'trip.add': route(checked(tripInputs.add), ({ id, articleIds }) => trips.add(id, articleIds)),
    'trip.drop': route(checked(tripInputs.item), ({ id, key }) => trips.drop(id, key)),
    'trip.move': route(checked(tripInputs.move), ({ id, key, to }) => trips.move(id, key, to)),
    'trip.leave': route(checked(tripInputs.leave), ({ id, isBack }) => trips.leave(id, isBack)),
    'trip.stay': route(checked(tripInputs.trip), ({ id }) => trips.stay(id)),
    'trip.landing': route(checked(tripInputs.trip), ({ id }) => trips.landing(id)),
    'trip.board': route(checked(tripInputs.trip), ({ id }) => trips.board(id)),
    'trip.pack': route(checked(tripInputs.trip), ({ id }) => tripWorks.pack(id)),
    'trip.check': route(checked(tripInputs.trip), ({ id }) => tripWorks.check(id)),
    'trip.repair': route(checked(tripInputs.repair), ({ id, key }) => tripWorks.repair(id, key)),
    'trip.stop': route(checked(tripInputs.trip), ({ id }) => tripWorks.stop(id)),
  };
}
