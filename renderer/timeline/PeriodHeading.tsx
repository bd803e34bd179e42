// The headings of the timeline, years, months and the undated, and the silences between days.
import type { ReactNode } from 'react';
import { codeDate } from '#contract/dateCode.ts';
import type { Axis } from '#contract/post.ts';
import { formatMonth, formatSpan } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import type { TimelineMark } from './timelineLines.ts';
import './PeriodHeading.css';

/** Height of a heading in CSS pixels, the same in the list and pinned over it. */
export const HEADING_HEIGHT = 60;

/** What a mark is drawn of. */
export interface MarkRowProps {
  readonly mark: TimelineMark;
  readonly axis: Axis;
}

/** Draws what stands between posts. */
export function MarkRow({ mark, axis }: MarkRowProps): ReactNode {
  if (mark.mark === 'gap') return <GapRow days={mark.days} />;
  const Title = mark.mark === 'month' ? 'h3' : 'h2';
  return (
    <div className={`period period-${mark.mark}`} style={{ blockSize: HEADING_HEIGHT }}>
      <Title className="period-title">{nameOf(mark, axis)}</Title>
      <span className="period-count">{words.timeline.posts({ count: mark.count })}</span>
    </div>
  );
}

/** The same pinned over the list, with the day one is in; no heading of its own. */
export function PinnedPeriod({ mark, axis, day }: MarkRowProps & { readonly day: string | null }): ReactNode {
  if (mark.mark === 'gap') return null;
  return (
    <div className="period" style={{ blockSize: HEADING_HEIGHT }}>
      <p className="period-title">
        {nameOf(mark, axis)}
        {day !== null && <span className="period-day">{day}</span>}
      </p>
      <span className="period-count">{words.timeline.posts({ count: mark.count })}</span>
    </div>
  );
}

function nameOf(mark: Exclude<TimelineMark, { mark: 'gap' }>, axis: Axis): string {
  return mark.mark === 'undated' ? words.timeline.undated[axis] : formatMonth(codeDate(mark.code) ?? '');
}

function GapRow({ days }: { readonly days: number }): ReactNode {
  return (
    <div className="gap-row">
      <span className="gap-line" aria-hidden />
      <p className="gap-text">{words.timeline.gap({ span: formatSpan(days) })}</p>
    </div>
  );
}
