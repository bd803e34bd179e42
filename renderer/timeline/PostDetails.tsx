// What is known of a post that is not saved: its dates, who lists it, and the ways to get it.
import type { ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { AXES, type Post } from '#contract/post.ts';
import { openInBrowser, saveAddress } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { openArticle } from '../app/navigation.ts';
import { formatDate } from '../ui/dates.ts';
import { BrowserIcon, KeepIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './PostDetails.css';

/** What the details are of, and what they hang on. */
export interface PostDetailsProps {
  readonly post: Post;
  readonly from: HTMLElement;
  readonly close: () => void;
}

/** Draws the details beside the post. */
export function PostDetails({ post, from, close }: PostDetailsProps): ReactNode {
  const cards = useMirror((mirror) => mirror.cards);
  const lists = cards.filter(({ id }) => post.listedBy.includes(id));
  const dates = AXES.flatMap((axis) => {
    const date = post[axis];
    return date === null ? [] : [{ axis, date }];
  });
  const { url } = post;
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
        <Heading slot="title" className="post-details-title">
          {post.title}
        </Heading>
        {dates.length > 0 && (
          <dl className="post-details-dates">
            {dates.map(({ axis, date }) => (
              <div key={axis}>
                <dt>{words.axes[axis]}</dt>
                <dd>{formatDate(date)}</dd>
              </div>
            ))}
          </dl>
        )}
        {lists.length > 0 && (
          <div className="post-details-lists">
            <p>{words.post.listedBy}</p>
            <ul>
              {lists.map(({ id, title }) => (
                <li key={id}>
                  <button type="button" className="link-button" onClick={() => openArticle(id)}>
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {url === null ? (
          <p className="post-details-note">{words.post.noAddress}</p>
        ) : (
          <div className="post-details-actions">
            <button
              type="button"
              className="button button-signal button-small"
              onClick={() => {
                saveAddress(url);
                close();
              }}
            >
              <KeepIcon size={15} aria-hidden />
              {words.post.savePost}
            </button>
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                openInBrowser(url);
                close();
              }}
            >
              <BrowserIcon size={15} aria-hidden />
              {words.actions.browser}
            </button>
          </div>
        )}
      </Dialog>
    </Popover>
  );
}
