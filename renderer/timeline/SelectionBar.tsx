// What can be done with the selected posts, while there are any.
import type { ReactNode } from 'react';
import { KeepIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { savePosts } from './savePosts.ts';
import { select, unselectAll, useSelection } from './selection.ts';
import './SelectionBar.css';

/** Draws the bar; `all` are the posts that could be selected. */
export function SelectionBar({ all }: { readonly all: Uint32Array }): ReactNode {
  const posts = useSelection((selection) => selection.posts);
  if (posts.size === 0) return null;
  return (
    <div className="selection-bar" role="toolbar" aria-label={words.timeline.selection}>
      <p role="status">{words.timeline.selected({ count: posts.size })}</p>
      {posts.size < all.length && (
        <button type="button" className="button button-small button-plain" onClick={() => select(all, true)}>
          {words.timeline.selectAll({ count: all.length })}
        </button>
      )}
      <button type="button" className="button button-small button-plain" onClick={unselectAll}>
        {words.timeline.unselect}
      </button>
      <button type="button" className="button button-small button-signal" onClick={() => savePosts([...posts])}>
        <KeepIcon size={14} aria-hidden />
        {words.timeline.saveSelected({ count: posts.size })}
      </button>
    </div>
  );
}
