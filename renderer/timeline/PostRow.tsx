// One post on the rail: the day if it is the day's first, whether it is saved or only known, what it is and where it is from.
import type { ReactNode } from 'react';
import type { Day } from '#contract/dates.ts';
import type { Post } from '#contract/post.ts';
import { saveAddress } from '../app/articleActions.ts';
import { dayParts } from '../ui/dates.ts';
import { KeepIcon, UpdatedIcon } from '../ui/icons.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { words } from '../ui/words.ts';
import { useSaveOf } from './useSaveOf.ts';
import './PostRow.css';

/** What a row shows. */
export interface PostRowProps {
  readonly post: Post;
  readonly day: Day | null;
  readonly updatedAfterDays: number;
  /** Not one of those that are pointed out. */
  readonly isFaded: boolean;
  readonly tabIndex: 0 | -1;
  /** Told the element that was pressed. */
  readonly open: (from: HTMLElement) => void;
}

/** Draws a post. */
export function PostRow({ post, day, updatedAfterDays, isFaded, tabIndex, open }: PostRowProps): ReactNode {
  const isSaved = post.articleId !== null;
  const save = useSaveOf(post.url);
  const isSaving = save === 'saving';
  const state = isSaved ? 'saved' : isSaving ? 'saving' : 'known';
  return (
    <article className={`post-row post-row-${state} ${isFaded ? 'post-row-faded' : ''}`}>
      {day === null ? <span /> : <DayHeading day={day} />}
      <span className="post-track" aria-hidden>
        <span className="post-stop" />
      </span>
      <div className="post-body">
        <h4 className="post-title">
          <button
            type="button"
            data-row-main
            tabIndex={tabIndex}
            aria-label={words.timeline.titleAndState(
              post.title,
              isSaved ? words.timeline.savedHere : words.timeline.known,
            )}
            onClick={(event) => open(event.currentTarget)}
          >
            {post.title}
          </button>
        </h4>
        <p className="post-facts">
          {post.kind !== 'article' && <span aria-hidden>{words.kinds[post.kind]}</span>}
          {post.siteName !== null && <span>{post.siteName}</span>}
          {updatedAfterDays > 0 && (
            <span className="post-updated">
              <UpdatedIcon size={13} aria-hidden />
              {words.timeline.updatedLater(updatedAfterDays)}
            </span>
          )}
          {isSaving && <span className="post-updated">{words.post.saving}</span>}
          {!isSaved && save === 'failed' && <span className="post-failed">{words.post.saveFailed}</span>}
        </p>
      </div>
      <div className="post-end">
        {state === 'known' && post.url !== null && <SaveButton title={post.title} url={post.url} tabIndex={tabIndex} />}
        <KindIcon kind={post.kind} size={16} />
      </div>
    </article>
  );
}

function DayHeading({ day }: { readonly day: Day }): ReactNode {
  const { number, weekday, full } = dayParts(day);
  return (
    <h3 className="post-day">
      <span className="visually-hidden">{full}</span>
      <span className="post-weekday" aria-hidden>
        {weekday}
      </span>
      <span className="post-number" aria-hidden>
        {number}
      </span>
    </h3>
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
      aria-label={words.actions.onTitle(words.post.savePost, title)}
      onClick={() => saveAddress(url)}
    >
      <KeepIcon size={14} aria-hidden />
      {words.save}
    </button>
  );
}
