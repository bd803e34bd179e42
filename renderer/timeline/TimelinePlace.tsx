// Every post the library knows, on one axis of time. Saved ones open here; of the others it tells what is known and offers to save them.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { Post } from '#contract/post.ts';
import { call } from '../app/client.ts';
import { useCardOf } from '../app/cards.ts';
import { useMirror } from '../app/mirror.ts';
import { openArticle, refine, useView } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { CloseIcon } from '../ui/icons.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { AxisSwitch } from './AxisSwitch.tsx';
import { toDensity } from './density.ts';
import { DensityStrip } from './DensityStrip.tsx';
import { PostDetails } from './PostDetails.tsx';
import { PostRow } from './PostRow.tsx';
import { GapRow, HEADING_HEIGHT, PeriodHeading } from './PeriodHeading.tsx';
import { keyOfLine, toLines, type TimelineLines } from './timelineLines.ts';
import './TimelinePlace.css';

// Below this a bar is too thin to be hit; longer spans are drawn by year.
const MOST_BARS = 240;

/** Draws the timeline. */
export function TimelinePlace(): ReactNode {
  const { axis, list } = useView();
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`${revision} ${axis}`, async () => ({
    axis,
    timeline: toLines(await call('timeline.rows', { axis })),
  }));
  const timeline = answer.state === 'here' ? answer.value.timeline : undefined;
  return (
    <div className="place">
      <header className="place-header timeline-header">
        <h1>{words.places.timeline}</h1>
        {timeline !== undefined && timeline.posts > 0 && (
          <p className="place-summary">{words.timeline.summary(timeline.posts, timeline.days)}</p>
        )}
        <AxisSwitch axis={axis} choose={(chosen) => refine({ axis: chosen })} />
        {list !== null && <ListChip id={list} />}
      </header>
      {answer.state === 'waiting' && <Notice title={words.loading} />}
      {answer.state === 'failed' && (
        <Notice title={words.timeline.failed} isFailure>
          {answer.message}
        </Notice>
      )}
      {timeline !== undefined && timeline.posts === 0 && (
        <Notice title={words.timeline.emptyTitle}>{words.timeline.empty}</Notice>
      )}
      {answer.state === 'here' && answer.value.timeline.posts > 0 && (
        <Rail key={answer.value.axis} timeline={answer.value.timeline} />
      )}
    </div>
  );
}

function ListChip({ id }: { readonly id: ArticleId }): ReactNode {
  const title = useCardOf(id)?.title;
  if (title === undefined) return null;
  return (
    <button
      type="button"
      className="timeline-chip"
      title={words.timeline.clearList}
      onClick={() => refine({ list: null })}
    >
      <span>{words.timeline.listChip(title)}</span>
      <CloseIcon size={14} aria-label={words.timeline.clearList} />
    </button>
  );
}

function Rail({ timeline }: { readonly timeline: TimelineLines }): ReactNode {
  const { axis, list } = useView();
  const { lines, headings } = timeline;
  const density = useMemo(() => toDensity(lines, MOST_BARS), [lines]);
  const [view, setView] = useState({ first: 0, isAtEnd: false });
  const [told, setTold] = useState<{ readonly post: Post; readonly from: HTMLElement }>();
  const handle = useRef<VirtualListHandle>(null);
  const pinned = lines[headings[view.first] ?? 0];
  const pointedOut = useMemo(() => {
    if (list === null) return -1;
    return lines.findIndex((line) => line.line === 'post' && line.post.listedBy.includes(list));
  }, [lines, list]);

  useEffect(() => {
    if (pointedOut !== -1) handle.current?.scrollToRow(pointedOut, HEADING_HEIGHT);
  }, [pointedOut]);

  return (
    <div className="timeline-body">
      <div className="timeline-list">
        {pinned?.line === 'heading' && (
          <div className="timeline-pinned" aria-hidden>
            <PeriodHeading period={pinned.period} count={pinned.count} axis={axis} level="pinned" />
          </div>
        )}
        <VirtualList
          ref={handle}
          rows={lines}
          keyOf={keyOfLine}
          hasControl={(line) => line.line === 'post'}
          label={words.timeline.axisMeanings[axis]}
          onView={(first, isAtEnd) => setView({ first, isAtEnd })}
          memory={`timeline ${axis}`}
          covered={HEADING_HEIGHT}
        >
          {(line, tabIndex) => {
            if (line.line === 'heading') {
              return <PeriodHeading period={line.period} count={line.count} axis={axis} level="row" />;
            }
            if (line.line === 'gap') return <GapRow days={line.days} />;
            return (
              <PostRow
                post={line.post}
                day={line.day}
                updatedAfterDays={line.updatedAfterDays}
                isFaded={list !== null && !line.post.listedBy.includes(list) && line.post.articleId !== list}
                tabIndex={tabIndex}
                open={(from) => {
                  if (line.post.articleId === null) setTold({ post: line.post, from });
                  else openArticle(line.post.articleId);
                }}
              />
            );
          }}
        </VirtualList>
      </div>
      {density.bars.length > 1 && (
        <DensityStrip
          density={density}
          line={view.first}
          isAtEnd={view.isAtEnd}
          jump={(line) => handle.current?.scrollToRow(line)}
        />
      )}
      {told !== undefined && <PostDetails post={told.post} from={told.from} close={() => setTold(undefined)} />}
    </div>
  );
}
