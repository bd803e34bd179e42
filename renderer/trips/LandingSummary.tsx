// What came of a trip, counted, once one is back.
import type { ReactNode } from 'react';
import type { Landing } from '#contract/trip.ts';
import { formatCount } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { formatHours } from './tripWords.ts';

/** Draws the summary. */
export function LandingSummary({ landing }: { readonly landing: Landing }): ReactNode {
  const { landing: labels } = words.trips;
  const facts = [
    [labels.finished, formatCount(landing.finished)],
    [labels.begun, formatCount(landing.begun)],
    [labels.leftOver, formatCount(landing.leftOver)],
    [labels.minutes, formatHours(landing.minutes)],
    [labels.highlights, formatCount(landing.highlights)],
    [labels.fetched, formatCount(landing.fetched)],
    ...(landing.waiting > 0 ? [[labels.waiting, formatCount(landing.waiting)] as const] : []),
    ...(landing.failed > 0 ? [[labels.failed, formatCount(landing.failed)] as const] : []),
  ] as const;
  return (
    <section className="landing" aria-labelledby="landing-title">
      <h2 id="landing-title">{labels.title}</h2>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
