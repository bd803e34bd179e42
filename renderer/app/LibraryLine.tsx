// A line over the place while the library is not as usual: something is made anew, or nothing can be changed.
import type { ReactNode } from 'react';
import type { Progress } from '#contract/calls.ts';
import { words } from '../ui/words.ts';
import { useMirror } from './mirror.ts';
import './LibraryLine.css';

const NONE: Progress = { done: 0, total: 0 };

/** Draws the line; nothing while all is there and can be changed. */
export function LibraryLine(): ReactNode {
  const { articles, texts, lists } = useMirror(({ progress }) => progress);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  if (articles !== null) return <Line text={words.library.rebuilding} progress={articles} />;
  if (isReadOnly) return <Line text={words.library.readOnly} progress={NONE} />;
  if (lists !== null) return <Line text={words.library.lists} progress={lists} />;
  return texts === null ? null : <Line text={words.library.reading} progress={texts} />;
}

function Line({ text, progress: { done, total } }: { readonly text: string; readonly progress: Progress }): ReactNode {
  return (
    <div className="library-line">
      <p id="library-line-text" role="status">
        {text}
      </p>
      {total > 0 && (
        <>
          <progress aria-labelledby="library-line-text" value={done} max={total} />
          <span className="library-line-count">{words.library.progress({ done, total })}</span>
        </>
      )}
    </div>
  );
}
