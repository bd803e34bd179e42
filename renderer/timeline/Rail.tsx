// The rail itself: posts under their years, months and days, the heading one is under pinned over them, and the strip beside.
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import { codeDate, isDay, monthOf, NO_CODE, type DateCode } from '#contract/dateCode.ts';
import type { Axis, TimelineFilter, TimelinePost, TimelineView } from '#contract/post.ts';
import { narrow, openArticle } from '../app/navigation.ts';
import { formatShortDate } from '../ui/dates.ts';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { periodAt } from './density.ts';
import { DensityStrip } from './DensityStrip.tsx';
import { focusFilter, focusJump } from './filterFocus.ts';
import { PostDetails } from './PostDetails.tsx';
import { PostRow, ROW_HEIGHT } from './PostRow.tsx';
import { HEADING_HEIGHT, MarkRow, PinnedPeriod } from './PeriodHeading.tsx';
import { savePosts } from './savePosts.ts';
import { select, unselectAll, useSelection } from './selection.ts';
import { showControl } from './timelineControl.ts';
import { dayBegunAt, keyOfLine, lineOfPost, markAt, periodOfPost, type TimelineLines } from './timelineLines.ts';

/** A post, how far under the upper edge it is drawn in CSS pixels, and whether the focus is on it. */
interface InView {
  readonly post: number;
  readonly below: number;
  readonly hasFocus: boolean;
}

/** An answer as it is drawn. */
export interface LaidOut {
  /** Another one means another axis or filter. */
  readonly key: string;
  readonly axis: Axis;
  readonly filter: TimelineFilter;
  readonly view: TimelineView;
  readonly lines: TimelineLines;
  /** What was in view before, and its place now. */
  readonly kept: (InView & { readonly place: number }) | null;
}

/** Moves the rail from outside. */
export interface RailHandle {
  /** What the person looks at. */
  inView(): InView | undefined;
  /** Goes to a date, or to the next older one that has posts. */
  jump(code: DateCode): void;
}

/** Draws the rail. */
export function Rail({ laidOut, ref }: { readonly laidOut: LaidOut; readonly ref?: Ref<RailHandle> }): ReactNode {
  const { axis, filter, view, lines, kept } = laidOut;
  const [shown, setShown] = useState({ first: 0, isAtEnd: false, clear: 0 });
  const [told, setTold] = useState<{ readonly post: TimelinePost; readonly from: HTMLElement }>();
  const handle = useRef<VirtualListHandle>(null);
  const anchor = useRef<number>(undefined);
  const keptLine = kept === null ? undefined : lineOfPost(lines, kept.place);
  const top = placeFrom(lines, shown.first);
  const code = lines.periods[periodOfPost(lines, top)] ?? NO_CODE;

  const postOf = (line: number): number => view.posts[lines.lines[line] ?? -1] ?? -1;

  function focusedPost(): number | undefined {
    const line = handle.current?.focused();
    const post = line === undefined ? -1 : postOf(line);
    return post < 0 ? undefined : post;
  }

  function jump(to: DateCode): void {
    goToPeriod(periodAt(lines.periods, to), false);
  }

  function goToPeriod(period: number, hasFocus: boolean): void {
    let line = lineOfPost(lines, lines.starts[period] ?? 0);
    if (hasFocus) handle.current?.focusRow(line);
    const post = line;
    // What stands over the first post of a month belongs to it.
    for (let mark = markAt(lines, line - 1); mark !== undefined && mark.mark !== 'gap'; mark = markAt(lines, line - 1))
      line -= 1;
    handle.current?.scrollToRow(line, line === post ? HEADING_HEIGHT : 0);
  }

  function step(unit: 'day' | 'month', by: 1 | -1): void {
    const line = handle.current?.focused();
    const place = line === undefined ? top : (lines.lines[line] ?? top);
    const { periods } = lines;
    const from = periodOfPost(lines, place);
    const to = unit === 'day' ? from + by : nextMonth(periods, from, by);
    if (to >= 0 && to < periods.length) goToPeriod(to, true);
  }

  function extend(from: number, to: number): void {
    const [one, other] = [placeFrom(lines, from), placeFrom(lines, to)];
    select(view.posts.subarray(Math.min(one, other), Math.max(one, other) + 1), true);
  }

  useImperativeHandle(ref, () => ({
    inView() {
      const focused = handle.current?.focused();
      const line = focused ?? lineOfPost(lines, top);
      // Whoever has not moved yet wants the newest on another axis as well.
      if (handle.current === null || postOf(line) < 0 || (focused === undefined && shown.first === 0)) return undefined;
      return { post: postOf(line), below: handle.current.offsetOf(line), hasFocus: focused !== undefined };
    },
    jump,
  }));

  useEffect(() =>
    showControl({
      isAtPost: () => useSelection.getState().posts.size > 0 || focusedPost() !== undefined,
      hasSelection: () => useSelection.getState().posts.size > 0,
      save() {
        const { posts } = useSelection.getState();
        const focused = focusedPost();
        savePosts(posts.size > 0 ? [...posts] : focused === undefined ? [] : [focused]);
      },
      unselect: unselectAll,
      step,
      jump: focusJump,
      filter: focusFilter,
    }),
  );

  // The posts changed under the eyes of the person: what they looked at stays where it was.
  const before = useRef(lines);
  useLayoutEffect(() => {
    if (before.current === lines) return;
    before.current = lines;
    if (kept !== null && keptLine !== undefined) handle.current?.scrollToRow(keptLine, kept.below);
  }, [lines, kept, keptLine]);

  useEffect(() => {
    if (kept?.hasFocus === true && keptLine !== undefined) handle.current?.focusRow(keptLine);
    // Only another axis or filter brings a new list; the focus goes with it once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const heading = headingOver(lines, shown.first);
  const clear = lines.lines[shown.clear] ?? -1;
  const day = clear < 0 ? NO_CODE : (lines.periods[periodOfPost(lines, clear)] ?? NO_CODE);
  return (
    <div className="timeline-body">
      <div className="timeline-list">
        {heading !== undefined && (
          <div className="timeline-pinned" aria-hidden>
            <PinnedPeriod
              mark={heading}
              axis={axis}
              day={shown.first > 0 && isDay(day) ? formatShortDate(codeDate(day) ?? '') : null}
            />
          </div>
        )}
        <VirtualList
          ref={handle}
          rows={lines.lines}
          keyOf={(value) => keyOfLine(lines, view.posts, value)}
          hasControl={(value) => value >= 0}
          label={words.timeline.axisMeanings[axis]}
          onView={(first, isAtEnd, clear) => setShown({ first, isAtEnd, clear })}
          onExtend={extend}
          start={kept === null || keptLine === undefined ? undefined : { row: keptLine, below: kept.below }}
          memory={`timeline ${laidOut.key}`}
          rowHeight={ROW_HEIGHT}
          covered={HEADING_HEIGHT}
        >
          {(value, tabIndex, line) => {
            const mark = value < 0 ? lines.marks[~value] : undefined;
            if (mark !== undefined) return <MarkRow mark={mark} axis={axis} />;
            return (
              <PostRow
                post={view.posts[value] ?? -1}
                day={dayBegunAt(lines, value)}
                date={codeDate(lines.periods[periodOfPost(lines, value)] ?? NO_CODE)}
                tabIndex={tabIndex}
                extend={() => extend(anchor.current ?? line, line)}
                open={(post, from) => {
                  anchor.current = line;
                  if (post.articleId === null) setTold({ post, from });
                  else openArticle(post.articleId);
                }}
              />
            );
          }}
        </VirtualList>
      </div>
      <DensityStrip
        span={view.span ?? view}
        top={code}
        isAtEnd={shown.isAtEnd}
        range={filter}
        jump={jump}
        choose={(range, isFirst) => narrow(range, isFirst ? 'push' : 'replace')}
      />
      {told !== undefined && <PostDetails post={told.post} from={told.from} close={() => setTold(undefined)} />}
    </div>
  );
}

/** The first period of the next month in a direction; outside of all periods when there is none. */
function nextMonth(periods: Int32Array, from: number, by: 1 | -1): number {
  const monthAt = (period: number): DateCode => monthOf(periods[period] ?? NO_CODE);
  let to = from;
  while (to >= 0 && to < periods.length && monthAt(to) === monthAt(from)) to += by;
  if (by === 1) return to;
  // Going up one comes to the month's last period first.
  const month = monthAt(to);
  while (to > 0 && monthAt(to - 1) === month) to -= 1;
  return to;
}

/** The place of the first post at or under a line. */
function placeFrom({ lines }: TimelineLines, line: number): number {
  for (let at = line; at < lines.length; at += 1) {
    const value = lines[at] ?? -1;
    if (value >= 0) return value;
  }
  return Math.max(0, lines.findLast((value) => value >= 0) ?? 0);
}

/** The heading a line stands under: its month's, or its year's where no month is known. */
function headingOver(lines: TimelineLines, line: number) {
  for (let at = Math.min(line, lines.lines.length - 1); at >= 0; at -= 1) {
    const value = lines.lines[at] ?? 0;
    const mark = value < 0 ? lines.marks[~value] : undefined;
    if (mark !== undefined && mark.mark !== 'gap') return mark;
  }
  return markAt(lines, 0);
}
