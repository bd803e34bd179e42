// All trips, the next departure first: when each leaves, what is on board, how much of it is proved.
import { useEffect, useState, type ReactNode } from 'react';
import type { TripLine } from '#contract/trip.ts';
import { call, listen } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes } from '../ui/dates.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AddIcon, RemoveIcon } from '../ui/icons.ts';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { formatDeparture, formatUntil } from './departure.ts';
import { planTrip, removeTrip, showTrip } from './tripActions.ts';
import { formatHours, phaseOf } from './tripWords.ts';
import { useNow } from './useNow.ts';
import './TripList.css';

/** Draws the list. */
export function TripList(): ReactNode {
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const revision = useMirror((mirror) => mirror.revision);
  const [changes, setChanges] = useState(0);
  useEffect(
    () =>
      listen(({ name }) => {
        if (name === 'trips.changed') setChanges((count) => count + 1);
      }),
    [],
  );
  const answer = useAnswer(`${revision} ${changes}`, () => call('trips.list'));
  if (answer.state === 'waiting') return <Notice title={words.trips.loading} />;
  if (answer.state === 'failed') return <FailureNotice title={words.trips.failed} {...answer} />;
  const lines = answer.value;
  if (lines.length === 0) {
    return (
      <div className="place">
        <h1 className="visually-hidden">{words.places.trips}</h1>
        <Notice
          title={words.trips.emptyTitle}
          {...(isReadOnly ? {} : { action: { label: words.trips.plan, run: planTrip } })}
        >
          {isReadOnly ? words.trips.readOnly[because] : words.trips.empty}
        </Notice>
      </div>
    );
  }
  return (
    <div className="place trips">
      <header className="place-header">
        <h1>{words.places.trips}</h1>
        <p className="place-summary">{words.trips.summary({ count: lines.length })}</p>
        {!isReadOnly && (
          <button type="button" className="button trips-plan" onClick={planTrip}>
            <AddIcon size={17} aria-hidden />
            {words.trips.plan}
          </button>
        )}
      </header>
      {isReadOnly && <p className="trips-read-only">{words.trips.readOnly[because]}</p>}
      <ul className="trip-lines" aria-label={words.places.trips}>
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} isReadOnly={isReadOnly} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line, isReadOnly }: { readonly line: TripLine; readonly isReadOnly: boolean }): ReactNode {
  const { id, name, departure, items, ready, minutes, sizeBytes } = line;
  const phase = phaseOf(line);
  const isProved = items > 0 && ready === items;
  return (
    <article className="trip-line" data-phase={phase} data-trip={id}>
      <div className="trip-line-words">
        <h2>
          <button type="button" className="trip-line-name" dir="auto" onClick={() => showTrip(id)}>
            {name}
          </button>
        </h2>
        <p>{departure === null ? words.trips.noDeparture : formatDeparture(departure)}</p>
        <p className="trip-line-load">
          {words.trips.line({ count: items, time: formatHours(minutes), size: formatBytes(sizeBytes) })}
        </p>
      </div>
      <div className="trip-line-state">
        <Until line={line} />
        {items > 0 && phase === 'planned' && (
          <p className="trip-line-ready" data-proved={isProved ? '' : undefined}>
            {isProved ? words.trips.allReady : words.trips.ready({ ready, total: items })}
          </p>
        )}
      </div>
      {!isReadOnly && (
        <IconButton label={words.trips.removeOne({ name })} run={() => removeTrip(line)}>
          <RemoveIcon size={17} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </article>
  );
}

function Until({ line }: { readonly line: TripLine }): ReactNode {
  const now = useNow();
  const phase = phaseOf(line);
  if (phase === 'way') return <p className="trip-line-until">{words.trips.onTheWay}</p>;
  if (phase === 'landed') return <p className="trip-line-until">{words.trips.landed}</p>;
  return line.departure === null ? null : <p className="trip-line-until">{formatUntil(line.departure, now)}</p>;
}
