// The plan of a trip: one line that says it, or the fields it is made with. Folded by itself once something is on board.
import { useEffect, type ReactNode } from 'react';
import type { TripBoard } from '#contract/trip.ts';
import { formatBytes, formatRow } from '../ui/dates.ts';
import { UnfoldIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { foldPlan, isPlanOpen, useOpenTrip } from './openTrip.ts';
import { PlanFields } from './PlanFields.tsx';
import { formatHours, sourceText } from './tripWords.ts';
import { useSourceNames } from './useSourceNames.ts';
import './PlanFold.css';

/** Draws the plan. */
export function PlanFold({ board }: { readonly board: TripBoard }): ReactNode {
  const { trip } = board;
  const isOpen = useOpenTrip(isPlanOpen);
  const names = useSourceNames(trip.sources);
  const isNew = trip.items.length === 0;
  // A plan that was made just now stays open when the first articles come, until the person folds it.
  useEffect(() => {
    if (isNew) foldPlan(true);
  }, [isNew]);
  const sources =
    trip.sources.length === 0
      ? words.trips.noSources
      : formatRow(trip.sources.map((source) => sourceText(source, names)));
  const hours = formatHours(trip.minutes);
  return (
    <section className="plan" aria-label={words.trips.planTitle}>
      <div className="plan-line">
        {isOpen ? (
          <h2>{words.trips.planTitle}</h2>
        ) : (
          <p>
            {trip.sizeBytes === null
              ? words.trips.planLine({ hours, sources })
              : words.trips.planLineSize({ hours, sources, size: formatBytes(trip.sizeBytes) })}
          </p>
        )}
        <button type="button" className="plan-fold" aria-expanded={isOpen} onClick={() => foldPlan(!isOpen)}>
          <UnfoldIcon size={15} aria-hidden />
          {isOpen ? words.trips.planClose : words.trips.planOpen}
        </button>
      </div>
      {isOpen && <PlanFields trip={trip} names={names} isNew={isNew} />}
    </section>
  );
}
