// Which trip articles come along on: a short list of those that lie ahead, and a new one.
import type { ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { AddIcon, TripsIcon } from '../ui/icons.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { formatDeparture } from './departure.ts';
import { takeOn, takeOnNew } from './tripActions.ts';
import './TakeDialog.css';

/** Draws the dialog while it is open. */
export function TakeDialog(): ReactNode {
  const { open, articles } = useOverlays();
  return (
    <SheetDialog
      isOpen={open === 'take'}
      part="take"
      title={words.trips.takeTitle}
      closeLabel={words.trips.takeClose}
      close={closeOverlay}
    >
      <Choices articles={articles} />
    </SheetDialog>
  );
}

function Choices({ articles }: { readonly articles: readonly ArticleId[] }): ReactNode {
  const answer = useAnswer('trips', () => call('trips.list'));
  const take = (taking: Promise<void>): void => {
    closeOverlay();
    attempt(taking);
  };
  if (answer.state === 'failed') return <FailureLines title={words.trips.failed} {...answer} />;
  const trips = answer.state === 'here' ? answer.value.filter(({ landed }) => landed === null) : [];
  return (
    <>
      <p className="take-lead">{words.trips.takeLead({ count: articles.length })}</p>
      <ul className="take-trips">
        {trips.map((trip) => (
          <li key={trip.id}>
            <button type="button" className="take-trip" onClick={() => take(takeOn(trip, articles))}>
              <TripsIcon size={17} strokeWidth={1.75} aria-hidden />
              <span dir="auto">{trip.name}</span>
              <span className="take-when">
                {trip.departure === null ? words.trips.noDeparture : formatDeparture(trip.departure)}
              </span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="take-trip"
            disabled={answer.state === 'waiting'}
            onClick={() => take(takeOnNew(articles))}
          >
            <AddIcon size={17} strokeWidth={1.75} aria-hidden />
            {words.trips.takeNew}
          </button>
        </li>
      </ul>
    </>
  );
}
