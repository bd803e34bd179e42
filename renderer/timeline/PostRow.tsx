// One post on the rail: the day if it is the day's first, whether it is saved or only known, what it is and where it is from.
import { memo, type MouseEvent, type ReactNode } from 'react';
import type { TimelinePost } from '#contract/post.ts';
import { saveAddress } from '../app/articleActions.ts';
import { dayParts, formatDate, formatSpan } from '../ui/dates.ts';
import { FeedIcon, KeepIcon, MissingIcon, ReadIcon, UpdatedIcon } from '../ui/icons.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { words } from '../ui/words.ts';
import { toggle, useSelection } from './selection.ts';
import { usePost } from './postCache.ts';
import { useSaveOf } from './useSaveOf.ts';
import './PostRow.css';

/** About how high a row is, in CSS pixels. */
export const ROW_HEIGHT = 66;

/** What a row shows. */
export interface PostRowProps {
  readonly post: number;
  /** The day this post is the first of. */
  readonly day: string | undefined;
  /** The date of the axis, as far as it is known. */
  readonly date: string | null;
  readonly tabIndex: 0 | -1;
  readonly line: number;
  /** The same for as long as the list is. */
  readonly actions: RowActions;
}

/** What is done with a row, by its line. */
export interface RowActions {
  /** Told the post and the element that was pressed. */
  open(line: number, post: TimelinePost, from: HTMLElement): void;
  /** Told that the post was pressed with Shift held. */
  extend(line: number): void;
}

/** Draws a post; its place until it is here. */
export const PostRow = memo(function PostRow({ post: number, day, ...props }: PostRowProps): ReactNode {
  const post = usePost(number);
  const isSelected = useSelection(({ posts }) => posts.has(number));
  const heading = day === undefined ? <span /> : <DayHeading day={day} />;
  if (post === undefined) {
    return (
      <div className="post-row post-row-waiting" style={{ minBlockSize: ROW_HEIGHT }}>
        {heading}
        <span className="post-track" aria-hidden>
          <span className="post-stop" />
        </span>
        <button type="button" data-row-main tabIndex={props.tabIndex} aria-label={words.timeline.loading} />
      </div>
    );
  }
  return <KnownPost {...props} post={post} heading={heading} isSelected={isSelected} />;
});

/** Draws the place of a post that goes by. */
export function PassingRow(): ReactNode {
  return (
    <div className="post-row" style={{ minBlockSize: ROW_HEIGHT }} aria-hidden>
      <span />
      <span className="post-track">
        <span className="post-stop" />
      </span>
    </div>
  );
}

interface KnownPostProps extends Omit<PostRowProps, 'post' | 'day'> {
  readonly post: TimelinePost;
  readonly heading: ReactNode;
  readonly isSelected: boolean;
}

function KnownPost({ post, heading, date, tabIndex, isSelected, line, actions }: KnownPostProps): ReactNode {
  const save = useSaveOf(post.url);
  const isSaved = post.articleId !== null;
  const state = isSaved
    ? post.state
    : save === 'saving' || save === 'offline'
      ? 'queued'
      : save === 'failed'
        ? 'failed'
        : 'known';
  const named = { title: post.title, state: words.timeline.states[state] };
  const row =
    date === null ? words.timeline.titleAndState(named) : words.timeline.rowLabel({ ...named, date: formatDate(date) });

  function press(event: MouseEvent<HTMLElement>): void {
    if (event.shiftKey) actions.extend(line);
    else if (event.ctrlKey || event.metaKey) toggle(post.post);
    else actions.open(line, post, event.currentTarget);
  }

  return (
    <article className={`post-row post-row-${isSaved ? 'saved' : state} ${isSelected ? 'post-row-selected' : ''}`}>
      {heading}
      <span className="post-track" aria-hidden>
        <span className="post-stop" />
      </span>
      <div className="post-body">
        <h5 className="post-title" dir="auto">
          <button
            type="button"
            data-row-main
            tabIndex={tabIndex}
            aria-label={isSelected ? words.timeline.selectedRow({ row }) : row}
            onClick={press}
          >
            {post.title}
          </button>
        </h5>
        <PostFacts post={post} state={state} />
      </div>
      <div className="post-end">
        {(state === 'known' || state === 'failed') && post.url !== null && (
          <SaveButton title={post.title} url={post.url} tabIndex={tabIndex} />
        )}
        <input
          type="checkbox"
          className="post-select"
          checked={isSelected}
          tabIndex={tabIndex}
          aria-label={words.timeline.select({ title: post.title })}
          onChange={() => toggle(post.post)}
        />
        <KindIcon kind={post.kind} size={16} />
      </div>
    </article>
  );
}

function PostFacts({ post, state }: { readonly post: TimelinePost; readonly state: TimelinePost['state'] }): ReactNode {
  return (
    <p className="post-facts">
      {post.kind !== 'article' && <span aria-hidden>{words.kinds[post.kind]}</span>}
      {post.site !== '' && <span>{post.site}</span>}
      {post.feed !== null && (
        <span className="post-feed">
          <FeedIcon size={12} aria-hidden />
          <bdi>{post.feed}</bdi>
        </span>
      )}
      {post.updatedSinceSavedDays > 0 ? (
        <span className="post-updated">
          <UpdatedIcon size={13} aria-hidden />
          {words.timeline.updatedSinceSaved}
        </span>
      ) : (
        post.updatedAfterDays > 0 && (
          <span className="post-updated">
            <UpdatedIcon size={13} aria-hidden />
            {words.timeline.updatedLater({ span: formatSpan(post.updatedAfterDays) })}
          </span>
        )
      )}
      {state === 'partial' && (
        <span className="post-partial">
          <MissingIcon size={13} aria-hidden />
          {words.timeline.states.partial}
        </span>
      )}
      {state === 'read' && (
        <span>
          <ReadIcon size={13} aria-hidden />
          {words.timeline.states.read}
        </span>
      )}
      {state === 'queued' && <span className="post-updated">{words.post.saving}</span>}
      {state === 'failed' && <span className="post-failed">{words.post.saveFailed}</span>}
    </p>
  );
}

function DayHeading({ day }: { readonly day: string }): ReactNode {
  const { number, weekday, full } = dayParts(day);
  return (
    <h4 className="post-day">
      <span className="visually-hidden">{full}</span>
      <span className="post-weekday" aria-hidden>
        {weekday}
      </span>
      <span className="post-number" aria-hidden>
        {number}
      </span>
    </h4>
  );
}

interface SaveButtonProps {
  readonly title: string;
  readonly url: string;
  readonly tabIndex: 0 | -1;
}

function SaveButton({ title, url, tabIndex }: SaveButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="button button-small post-save"
      tabIndex={tabIndex}
      aria-label={words.actions.onTitle({ action: words.post.savePost, title })}
      onClick={() => saveAddress(url)}
    >
      <KeepIcon size={14} aria-hidden />
      {words.save}
    </button>
  );
}
