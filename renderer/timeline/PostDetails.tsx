// What is known of a post that is not saved: its dates, who lists it and what each of them says, and the ways to get it.
import type { ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { AXES, type PostDetails as Details, type PostMention, type TimelinePost } from '#contract/post.ts';
import { openInBrowser, saveAddress } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { openArticle } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatDate } from '../ui/dates.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { failureText } from '../ui/failureText.ts';
import { ArchiveIcon, BrowserIcon, KeepIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './PostDetails.css';

/** What the details are of, and what they hang on. */
export interface PostDetailsProps {
  readonly post: TimelinePost;
  readonly from: HTMLElement;
  readonly close: () => void;
}

// Some posts stand in the list of every page of their site.
const MOST_LISTS = 8;

/** Draws the details beside the post. */
export function PostDetails({ post, from, close }: PostDetailsProps): ReactNode {
  const answer = useAnswer(String(post.post), () => call('timeline.details', { post: post.post }));
  const details = answer.state === 'here' ? answer.value : undefined;
  return (
    <Popover
      isOpen
      triggerRef={{ current: from }}
      placement="bottom start"
      className="popover post-details"
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Dialog className="post-details-dialog">
        <Heading slot="title" className="post-details-title" dir="auto">
          {post.title}
        </Heading>
        <Dates dates={post} />
        {details?.failure != null && <p className="post-details-failure">{failureText(details.failure)}</p>}
        {details !== undefined && details.mentions.length > 0 && <Mentions details={details} />}
        {answer.state === 'failed' && <FailureLines title={words.post.detailsFailed} {...answer} />}
        <Actions post={post} archive={details?.failure?.code === 'gone' ? details.archive : null} close={close} />
      </Dialog>
    </Popover>
  );
}

function Dates({ dates }: { readonly dates: Partial<Pick<TimelinePost, (typeof AXES)[number]>> }): ReactNode {
  const known = AXES.flatMap((axis) => {
    const date = dates[axis] ?? null;
    return date === null ? [] : [{ axis, date }];
  });
  if (known.length === 0) return null;
  return (
    <dl className="post-details-dates">
      {known.map(({ axis, date }) => (
        <div key={axis}>
          <dt>{words.axes[axis]}</dt>
          <dd>{formatDate(date)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Mentions({ details: { post, mentions } }: { readonly details: Details }): ReactNode {
  const isDisputed = (['added', 'updated', 'published'] as const).some(
    (axis) => new Set(mentions.flatMap((each) => each[axis] ?? [])).size > 1,
  );
  const shown = mentions.slice(0, MOST_LISTS);
  const listers = new Set(shown.flatMap(({ articleId }) => articleId ?? [])).size;
  return (
    <div className="post-details-lists">
      <p>{words.post.listedBy}</p>
      <ul>
        {shown.map((mention, index) => (
          // Nothing is put between them while they are shown.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Lister mention={mention} />
            {mention.heading !== null && <span> {words.post.saidBy({ heading: mention.heading })}</span>}
            {isDisputed && <Said mention={mention} />}
          </li>
        ))}
      </ul>
      {post.lists > listers && <p>{words.post.moreLists({ count: post.lists - listers })}</p>}
    </div>
  );
}

/** An article can be opened; a feed is named. */
function Lister({ mention: { articleId, articleTitle } }: { readonly mention: PostMention }): ReactNode {
  if (articleId === null) return <span>{words.post.inFeed({ title: articleTitle })}</span>;
  return (
    <button type="button" className="link-button" onClick={() => openArticle(articleId)}>
      {articleTitle}
    </button>
  );
}

/** What one list says, where lists do not agree. */
function Said({ mention }: { readonly mention: PostMention }): ReactNode {
  const said = (['added', 'updated', 'published'] as const).flatMap((axis) => {
    const date = mention[axis];
    return date === null ? [] : [words.post.dated({ axis: words.axes[axis], date: formatDate(date) })];
  });
  return said.length === 0 ? null : <span className="post-details-said">{said.join(' · ')}</span>;
}

interface ActionsProps {
  readonly post: TimelinePost;
  readonly archive: string | null;
  readonly close: () => void;
}

function Actions({ post: { url }, archive, close }: ActionsProps): ReactNode {
  if (url === null) return <p className="post-details-note">{words.post.noAddress}</p>;
  const then = (act: (address: string) => void, address: string) => () => {
    act(address);
    close();
  };
  return (
    <div className="post-details-actions">
      <button type="button" className="button button-signal button-small" onClick={then(saveAddress, url)}>
        <KeepIcon size={15} aria-hidden />
        {words.post.savePost}
      </button>
      {archive !== null && (
        <button
          type="button"
          className="button button-small"
          title={words.post.archiveHint}
          onClick={then(saveAddress, archive)}
        >
          <ArchiveIcon size={15} aria-hidden />
          {words.post.archive}
        </button>
      )}
      <button type="button" className="button button-small" onClick={then(openInBrowser, url)}>
        <BrowserIcon size={15} aria-hidden />
        {words.actions.browser}
      </button>
    </div>
  );
}
