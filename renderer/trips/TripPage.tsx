// The page of a trip: its plan, folded once it is filled, what there is to say of it as a headline, and the departure board.
import { useEffect, useRef, type ReactNode } from 'react';
import { departureTime } from '#contract/departure.ts';
import type { TripBoard, TripId } from '#contract/trip.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { goTo } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BackIcon, RemoveIcon } from '../ui/icons.ts';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { ActionButton } from './ActionButton.tsx';
import { BoardHead } from './BoardHead.tsx';
import { BlankBoard, DepartureBoard } from './DepartureBoard.tsx';
import { formatDeparture, formatUntil } from './departure.ts';
import { LandingSummary } from './LandingSummary.tsx';
import { foldPlan, useBoard } from './openTrip.ts';
import { PlanFold } from './PlanFold.tsx';
import { removeTrip } from './tripActions.ts';
import { phaseOf } from './tripWords.ts';
import { useNow } from './useNow.ts';
import './TripPage.css';

/** Draws the page; it fills its container and scrolls by itself. */
export function TripPage({ id }: { readonly id: TripId }): ReactNode {
  const answer = useBoard(id);
  useEffect(() => () => foldPlan(undefined), []);
  if (answer.state === 'waiting') return <Notice title={words.trips.loadingOne} />;
  if (answer.state === 'failed') return <FailureNotice title={words.trips.failedOne} {...answer} />;
  return <Opened board={answer.board} />;
}

function Opened({ board }: { readonly board: TripBoard }): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const { trip, rows } = board;
  const phase = phaseOf(trip);
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div className="place trip-page" ref={scroller}>
      <header className="trip-header">
        <button type="button" className="trip-back" onClick={() => goTo('trips')}>
          <BackIcon size={15} aria-hidden />
          {words.trips.all}
        </button>
        <div className="trip-title">
          <h1 dir="auto">{trip.name}</h1>
          {!isReadOnly && (
            <IconButton label={words.trips.remove} run={() => removeTrip(trip)}>
              <RemoveIcon size={17} strokeWidth={1.75} aria-hidden />
            </IconButton>
          )}
        </div>
        <When board={board} />
        {isReadOnly && <p className="trip-read-only">{words.trips.readOnly[because]}</p>}
      </header>
      {phase === 'planned' && !isReadOnly && <PlanFold key={trip.id} board={board} />}
      {phase === 'landed' && <Landed key={`${trip.landed} ${board.outbox}`} id={trip.id} />}
      <BoardHead board={board} isReadOnly={isReadOnly} />
      {rows.length > 0 ? <DepartureBoard board={board} isReadOnly={isReadOnly} scroller={scroller} /> : <BlankBoard />}
    </div>
  );
}

/** Asked for anew when links that waited have come. */
function Landed({ id }: { readonly id: TripId }): ReactNode {
  const landing = useAnswer(id, () => call('trip.landing', { id }));
  if (landing.state === 'failed') return <FailureNotice title={words.trips.failedOne} {...landing} />;
  return landing.state === 'here' ? <LandingSummary landing={landing.value} /> : null;
}

/** When it leaves; once that is past, the way to say that one is gone. */
function When({ board: { trip, rows } }: { readonly board: TripBoard }): ReactNode {
  const now = useNow();
  const { departure } = trip;
  const phase = phaseOf(trip);
  const isPast = departure !== null && departureTime(departure) <= now;
  return (
    <div className="trip-when">
      <p>
        {departure === null ? (
          words.trips.noDeparture
        ) : (
          <>
            <span>{formatDeparture(departure)}</span>
            {phase === 'planned' && <strong>{formatUntil(departure, now)}</strong>}
          </>
        )}
      </p>
      {rows.length > 0 && <ActionButton id="trip.leave" label={words.trips.buttons.leave} isLoud={isPast} />}
    </div>
  );
}
