// Every post the library knows, on one axis of time. Saved ones open here; of the others it tells what is known and offers to save them.
import { useEffect, useRef, type ReactNode } from 'react';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { refine, narrow, useView } from '../app/navigation.ts';
import { openSaveDialog } from '../app/overlays.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { NO_FILTER } from '#contract/post.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { AxisSwitch } from './AxisSwitch.tsx';
import { isEmpty } from './filterAddress.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterBar } from './FilterBar.tsx';
import { keepPosts, outdatePosts } from './postCache.ts';
import { Rail, type LaidOut, type RailHandle } from './Rail.tsx';
import { unselectAll } from './selection.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { toLines } from './timelineLines.ts';
import './TimelinePlace.css';

// Whoever comes back finds the timeline as it was, at once, as long as nothing changed.
let remembered: { readonly occasion: string; readonly laidOut: LaidOut } | undefined;

/** Draws the timeline. */
export function TimelinePlace(): ReactNode {
  const { axis, filter } = useView();
  const revision = useMirror((mirror) => mirror.revision);
  const rail = useRef<RailHandle>(null);
  const latest = useRef(revision);
  const key = `${axis} ${JSON.stringify(filter)}`;
  useEffect(() => unselectAll, []);

  const occasion = `${revision} ${key}`;
  const known = remembered?.occasion === occasion ? remembered.laidOut : undefined;
  const ask = async (): Promise<LaidOut> => {
    if (known !== undefined && rail.current === null) return known;
    const near = rail.current?.inView();
    const view = await call('timeline.view', { axis, filter, near: near?.post ?? null });
    if (latest.current !== revision) outdatePosts();
    latest.current = revision;
    keepPosts(view.shown);
    const isThere = view.place !== null && near !== undefined;
    const laidOut = { key, axis, filter, view, lines: toLines(view), kept: null };
    // What is on its way changes without the library.
    const isLasting =
      view.progress === null && !filter.states.some((state) => state === 'queued' || state === 'failed');
    remembered = isLasting ? { occasion, laidOut } : undefined;
    return isThere ? { ...laidOut, kept: { ...near, place: view.place } } : laidOut;
  };
  const answer = useAnswer(occasion, ask, known);
  const laidOut = answer.state === 'here' ? answer.value : undefined;
  return (
    <div className="place timeline-place">
      <header className="place-header timeline-header">
        <h1>{words.places.timeline}</h1>
        {laidOut !== undefined && <Summary laidOut={laidOut} />}
        {laidOut !== undefined && laidOut.view.posts.length > 0 && <ExportMenu axis={axis} filter={filter} />}
        <AxisSwitch axis={axis} choose={(chosen) => refine({ axis: chosen })} />
        <FilterBar jump={(date) => rail.current?.jump(date)} />
      </header>
      {answer.state === 'waiting' && <Notice title={words.loading} />}
      {answer.state === 'failed' && <FailureNotice title={words.timeline.failed} {...answer} />}
      {laidOut !== undefined && laidOut.view.posts.length === 0 && <NoPosts isNarrowed={!isEmpty(laidOut.filter)} />}
      {laidOut !== undefined && laidOut.view.posts.length > 0 && (
        <Rail key={laidOut.key} laidOut={laidOut} ref={rail} />
      )}
      {laidOut !== undefined && <SelectionBar all={laidOut.view.posts} />}
    </div>
  );
}

function Summary({ laidOut: { view, lines } }: { readonly laidOut: LaidOut }): ReactNode {
  const { length } = view.posts;
  if (view.known === 0) return null;
  return (
    <p className="place-summary" role="status">
      {length === view.known
        ? words.timeline.summary({ count: length, days: lines.days })
        : words.timeline.summaryOf({ count: length, known: view.known })}
    </p>
  );
}

function NoPosts({ isNarrowed }: { readonly isNarrowed: boolean }): ReactNode {
  if (!isNarrowed) {
    return (
      <Notice title={words.timeline.emptyTitle} action={{ label: words.commands.save, run: () => openSaveDialog() }}>
        {words.timeline.empty}
      </Notice>
    );
  }
  return (
    <Notice title={words.timeline.nothingTitle} action={{ label: words.timeline.clear, run: () => narrow(NO_FILTER) }}>
      {words.timeline.nothing}
    </Notice>
  );
}
