// Over an article that was opened from a search: how often what was searched for stands in it, and the way from one place to the next.
import type { ReactNode } from 'react';
import { EarlierIcon, CloseIcon, LaterIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { closeHits, stepHits, useHits } from './hits.ts';
import './HitBar.css';

/** Draws the bar; nothing while nothing was searched for. */
export function HitBar(): ReactNode {
  const { by, count, current } = useHits();
  if (by !== 'search' || count === undefined) return null;
  return (
    <div className="hit-bar" role="group" aria-label={words.reader.hits}>
      <p role="status">{count === 0 ? words.reader.noHits : words.reader.hit({ current: current + 1, count })}</p>
      {count > 0 && (
        <>
          <Step label={words.commands.previousHit} run={() => stepHits(-1)}>
            <EarlierIcon size={17} aria-hidden />
          </Step>
          <Step label={words.commands.nextHit} run={() => stepHits(1)}>
            <LaterIcon size={17} aria-hidden />
          </Step>
        </>
      )}
      <Step label={words.commands.closeHits} run={closeHits}>
        <CloseIcon size={17} aria-hidden />
      </Step>
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly run: () => void;
  readonly children: ReactNode;
}

function Step({ label, run, children }: StepProps): ReactNode {
  return (
    <button type="button" className="icon-button" title={label} aria-label={label} onClick={run}>
      {children}
    </button>
  );
}
