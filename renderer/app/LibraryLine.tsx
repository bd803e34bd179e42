// A line over the place while the library is not as usual: something is made anew, nothing can be changed, or there is little room.
import type { ReactNode } from 'react';
import type { Progress } from '#contract/calls.ts';
import { formatBytes } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { attempt } from './articleActions.ts';
import { call } from './client.ts';
import { useMirror } from './mirror.ts';
import { goTo } from './navigation.ts';
import './LibraryLine.css';

const NONE: Progress = { done: 0, total: 0 };

/** Draws the line; nothing while all is there and can be changed. */
export function LibraryLine(): ReactNode {
  const { articles, texts, lists } = useMirror(({ progress }) => progress);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  const littleRoom = useMirror((mirror) => mirror.littleRoom);
  const because = useMirror((mirror) => mirror.readOnlyBecause);
  const heldElsewhere = useMirror((mirror) => mirror.heldElsewhere);
  if (articles !== null) return <Line text={words.library.rebuilding} progress={articles} />;
  if (isReadOnly && heldElsewhere !== null)
    return (
      <Line text={words.library.heldElsewhere({ machine: heldElsewhere || 'none' })} progress={NONE}>
        <button type="button" className="button button-small" onClick={() => attempt(call('folder.takeOver'))}>
          {words.library.takeOver}
        </button>
      </Line>
    );
  if (isReadOnly) return <Line text={words.library.readOnly[because]} progress={NONE} />;
  if (littleRoom !== null)
    return (
      <Line text={words.library.littleRoom({ free: formatBytes(littleRoom.freeBytes) })} progress={NONE}>
        <button type="button" className="button button-small" onClick={() => goTo('library', { part: 'storage' })}>
          {words.library.makeRoom}
        </button>
      </Line>
    );
  if (lists !== null) return <Line text={words.library.lists} progress={lists} />;
  return texts === null ? null : <Line text={words.library.reading} progress={texts} />;
}

interface LineProps {
  readonly text: string;
  readonly progress: Progress;
  readonly children?: ReactNode;
}

function Line({ text, progress: { done, total }, children }: LineProps): ReactNode {
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
      {children}
    </div>
  );
}
