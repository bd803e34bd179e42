// A line over the place while something is made anew, so that nobody takes what is not found yet for lost.
import type { ReactNode } from 'react';
import type { Progress } from '#contract/calls.ts';
import { words } from '../ui/words.ts';
import { useMirror } from './mirror.ts';
import './RebuildLine.css';

/** Draws the line; nothing while all is there. */
export function RebuildLine(): ReactNode {
  const { articles, texts } = useMirror(({ progress }) => progress);
  if (articles !== null) return <Line text={words.library.rebuilding} progress={articles} />;
  return texts === null ? null : <Line text={words.library.reading} progress={texts} />;
}

function Line({ text, progress: { done, total } }: { readonly text: string; readonly progress: Progress }): ReactNode {
  return (
    <div className="rebuild-line">
      <p id="rebuild-text" role="status">
        {text}
      </p>
      {total > 0 && (
        <>
          <progress aria-labelledby="rebuild-text" value={done} max={total} />
          <span className="rebuild-count">{words.library.progress(done, total)}</span>
        </>
      )}
    </div>
  );
}
