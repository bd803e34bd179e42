// What is known of a post that is not saved: its dates, who lists it, and the ways to get it.
import type { ReactNode } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { AXES, type Post } from '#contract/post.ts';
import type { ArticleId } from '#contract/article.ts';
import { openInBrowser, saveAddress } from '../app/articleActions.ts';
import { useCardOf } from '../app/cards.ts';
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

// Some posts stand in the list of every page of their site.
const MOST_LISTS = 12;

/** Draws the details beside the post. */
export function PostDetails({ post, from, close }: PostDetailsProps): ReactNode {
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
        {post.listedBy.length > 0 && (
          <div className="post-details-lists">
            <p>{words.post.listedBy}</p>
            <ul>
              {post.listedBy.slice(0, MOST_LISTS).map((id) => (
                <ListedBy key={id} id={id} />
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

function ListedBy({ id }: { readonly id: ArticleId }): ReactNode {
  const card = useCardOf(id);
  if (card == null) return null;
  return (
    <li>
      <button type="button" className="link-button" onClick={() => openArticle(id)}>
        {card.title}
      </button>
    </li>
  );
}
