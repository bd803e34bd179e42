// The headings of the timeline, months, years and the undated, and the silences between days.
import type { ReactNode } from 'react';
import type { Axis } from '#contract/post.ts';
import { formatMonth } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { UNDATED } from './timelineLines.ts';
import './PeriodHeading.css';

/** Height of a heading in CSS pixels, the same in the list and pinned over it. */
export const HEADING_HEIGHT = 60;

/** What a heading says. */
export interface PeriodHeadingProps {
  readonly period: string;
  readonly count: number;
  readonly axis: Axis;
  /** The pinned copy is no heading of its own. */
  readonly level: 'row' | 'pinned';
}

/** Draws a heading. */
export function PeriodHeading({ period, count, axis, level }: PeriodHeadingProps): ReactNode {
  const Title = level === 'row' ? 'h2' : 'p';
  return (
    <div className="period" style={{ blockSize: HEADING_HEIGHT }}>
      <Title className="period-title">{period === UNDATED ? words.timeline.undated(axis) : formatMonth(period)}</Title>
      <span className="period-count">{words.timeline.posts(count)}</span>
    </div>
  );
}

/** Draws a silence with its length. */
export function GapRow({ days }: { readonly days: number }): ReactNode {
  return (
    <div className="gap-row">
      <span className="gap-line" aria-hidden />
      <p className="gap-text">{words.timeline.gap(days)}</p>
    </div>
  );
}
