// How far all saves together are, as a line.
import type { ReactNode } from 'react';
import type { SaveOverview } from '#contract/saveTally.ts';
import { overviewLine } from './saveWords.ts';
import './SaveTray.css';

/** Draws the line; its length is also said. */
export function OverviewBar({ overview }: { readonly overview: SaveOverview }): ReactNode {
  const { ended, total } = overview;
  return (
    <span
      className="tray-bar"
      role="progressbar"
      aria-label={overviewLine(overview)}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={ended}
    >
      <span className="tray-bar-done" style={{ inlineSize: `${(ended / total) * 100}%` }} />
    </span>
  );
}
