// Over an article that was opened from a search: how often what was searched for stands in it, and the way from one place to the next.
import type { ReactNode } from 'react';
import { EarlierIcon, CloseIcon, LaterIcon } from '../ui/icons.ts';
import { IconButton } from '../ui/IconButton.tsx';
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
          <IconButton label={words.commands.previousHit} run={() => stepHits(-1)}>
            <EarlierIcon size={17} aria-hidden />
          </IconButton>
          <IconButton label={words.commands.nextHit} run={() => stepHits(1)}>
            <LaterIcon size={17} aria-hidden />
          </IconButton>
        </>
      )}
      <IconButton label={words.commands.closeHits} run={closeHits}>
        <CloseIcon size={17} aria-hidden />
      </IconButton>
    </div>
  );
}
