// The place for trips: the list of them, or the one that is open.
import type { ReactNode } from 'react';
import { useView } from '../app/navigation.ts';
import { TripList } from './TripList.tsx';
import { TripPage } from './TripPage.tsx';

/** Draws the place. */
export function TripsPlace(): ReactNode {
  const trip = useView((view) => view.trip);
  return trip === null ? <TripList /> : <TripPage key={trip} id={trip} />;
}
