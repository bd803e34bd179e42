// The rail itself: posts under their years, months and days, the heading one is under pinned over them, and the strip beside.
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { createStore } from 'zustand';
import { codeDate, monthOf, NO_CODE, type DateCode } from '#contract/dateCode.ts';
import type { Axis, TimelineFilter, TimelinePost, TimelineView } from '#contract/post.ts';
import { narrow, openArticle } from '../app/navigation.ts';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { periodAt } from './density.ts';
import { focusFilter, focusJump } from './filterFocus.ts';
import { PostDetails } from './PostDetails.tsx';
import { PassingRow, PostRow, ROW_HEIGHT, type RowActions } from './PostRow.tsx';
import { HEADING_HEIGHT, MarkRow } from './PeriodHeading.tsx';
import { PinnedHeading, StripBeside, type Shown } from './RailPlace.tsx';
import { savePosts } from './savePosts.ts';
import { select, unselectAll, useSelection } from './selection.ts';
import { showControl } from './timelineControl.ts';
import {
  dayBegunAt,
  keyOfLine,
  lineOfPost,
  markAt,
  periodOfPost,
  placeFrom,
  type TimelineLines,
} from './timelineLines.ts';

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
  // Kept beside the list: rows need not be drawn again because others came into view.
  const [shown] = useState(() => createStore<Shown>(() => ({ first: 0, isAtEnd: false, clear: 0 })));
  const [told, setTold] = useState<{ readonly post: TimelinePost; readonly from: HTMLElement }>();
  const handle = useRef<VirtualListHandle>(null);
  const anchor = useRef<number>(undefined);
  const keptLine = kept === null ? undefined : lineOfPost(lines, kept.place);
  const top = (): number => placeFrom(lines, shown.getState().first);

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
    const place = line === undefined ? top() : (lines.lines[line] ?? top());
    const { periods } = lines;
    const from = periodOfPost(lines, place);
    const to = unit === 'day' ? from + by : nextMonth(periods, from, by);
    if (to >= 0 && to < periods.length) goToPeriod(to, true);
  }

  const actions = useMemo(
    (): RowActions => ({
      extend: (line) => extendSelection(laidOut, anchor.current ?? line, line),
      open(line, post, from) {
        anchor.current = line;
        if (post.articleId === null) setTold({ post, from });
        else openArticle(post.articleId);
      },
    }),
    [laidOut],
  );

  useImperativeHandle(ref, () => ({
    inView() {
      const focused = handle.current?.focused();
      const line = focused ?? lineOfPost(lines, top());
      // Whoever has not moved yet wants the newest on another axis as well.
      if (handle.current === null || postOf(line) < 0 || (focused === undefined && shown.getState().first === 0))
        return undefined;
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

  return (
    <div className="timeline-body">
      <div className="timeline-list">
        <PinnedHeading shown={shown} lines={lines} axis={axis} />
        <VirtualList
          ref={handle}
          rows={lines.lines}
          keyOf={(value) => keyOfLine(lines, view.posts, value)}
          hasControl={(value) => value >= 0}
          label={words.timeline.axisMeanings[axis]}
          onView={(first, isAtEnd, clear) => shown.setState({ first, isAtEnd, clear })}
          onExtend={(from, to) => extendSelection(laidOut, from, to)}
          start={kept === null || keptLine === undefined ? undefined : { row: keptLine, below: kept.below }}
          memory={`timeline ${laidOut.key}`}
          rowHeight={ROW_HEIGHT}
          covered={HEADING_HEIGHT}
          renderBrief={(value) => {
            const mark = value < 0 ? lines.marks[~value] : undefined;
            return mark === undefined ? <PassingRow /> : <MarkRow mark={mark} axis={axis} />;
          }}
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
                line={line}
                actions={actions}
              />
            );
          }}
        </VirtualList>
      </div>
      <StripBeside
        shown={shown}
        lines={lines}
        span={view.span ?? view}
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

/** Selects all posts from one line to another. */
function extendSelection({ lines, view }: LaidOut, from: number, to: number): void {
  const [one, other] = [placeFrom(lines, from), placeFrom(lines, to)];
  select(view.posts.subarray(Math.min(one, other), Math.max(one, other) + 1), true);
}
