// What follows the place one is at on the rail: the heading pinned over the posts, and the strip beside them.
import type { ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { codeDate, isDay, NO_CODE } from '#contract/dateCode.ts';
import type { Axis } from '#contract/post.ts';
import { formatShortDate } from '../ui/dates.ts';
import { DensityStrip, type DensityStripProps } from './DensityStrip.tsx';
import { PinnedPeriod } from './PeriodHeading.tsx';
import { headingOver, periodOfPost, placeFrom, type TimelineLines } from './timelineLines.ts';

/** What is in view, by lines. */
export interface Shown {
  readonly first: number;
  readonly isAtEnd: boolean;
  /** The first line that nothing is drawn over. */
  readonly clear: number;
}

interface PlaceProps {
  readonly shown: StoreApi<Shown>;
  readonly lines: TimelineLines;
}

/** Draws the heading one is under. */
export function PinnedHeading({ shown, lines, axis }: PlaceProps & { readonly axis: Axis }): ReactNode {
  const heading = useStore(shown, ({ first }) => headingOver(lines, first));
  const day = useStore(shown, ({ first, clear }) => {
    const place = lines.lines[clear] ?? -1;
    return first === 0 || place < 0 ? NO_CODE : (lines.periods[periodOfPost(lines, place)] ?? NO_CODE);
  });
  if (heading === undefined) return null;
  return (
    <div className="timeline-pinned" aria-hidden>
      <PinnedPeriod mark={heading} axis={axis} day={isDay(day) ? formatShortDate(codeDate(day) ?? '') : null} />
    </div>
  );
}

/** Draws the strip with the place one is at. */
export function StripBeside({
  shown,
  lines,
  ...strip
}: PlaceProps & Omit<DensityStripProps, 'top' | 'isAtEnd'>): ReactNode {
  const top = useStore(shown, ({ first }) => lines.periods[periodOfPost(lines, placeFrom(lines, first))] ?? NO_CODE);
  const isAtEnd = useStore(shown, (now) => now.isAtEnd);
  return <DensityStrip {...strip} top={top} isAtEnd={isAtEnd} />;
}
