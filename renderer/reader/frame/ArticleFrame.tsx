// The frame in which an article is read. It may run nothing; it begins to load as soon as somebody wants to read, beside the question what the
// article is.
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { words } from '../../ui/words.ts';
import type { ShownView } from './liveFrame.ts';
import { OpenDocument } from './OpenDocument.tsx';
import { whenParsed } from './whenParsed.ts';

/** What the frame shows and tells. */
export interface ArticleFrameProps {
  readonly id: ArticleId;
  /** `undefined` until it is known. */
  readonly opened: OpenArticle | undefined;
  readonly onView: (view: ShownView) => void;
  readonly onFailure: () => void;
}

/** Draws the frame. */
export function ArticleFrame({ id, opened, onView, onFailure }: ArticleFrameProps): ReactNode {
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const [page, setPage] = useState<Document>();
  const isWanted = useRef(true);

  const start = useEffectEvent(() => {
    const parsed = frame?.contentDocument;
    // What is not an article (the file is gone, or could not be read) has no content.
    if (parsed?.querySelector('.content') == null) onFailure();
    else setPage(parsed);
  });
  useEffect(() => (frame === null ? undefined : whenParsed(frame, () => start())), [frame]);

  // Shown in the same step in which it is dressed, so nothing of it is seen before.
  const isReady = page !== undefined && opened !== undefined;
  return (
    <>
      <iframe
        ref={setFrame}
        className={isReady ? 'article-frame' : 'article-frame article-frame-waiting'}
        sandbox="allow-same-origin"
        src={`/article/${id}/`}
        title={opened === undefined ? words.reader.loading : words.reader.frame({ title: opened.article.title })}
      />
      {page !== undefined && frame !== null && opened !== undefined && (
        <OpenDocument
          page={page}
          frame={frame}
          opened={opened}
          onView={onView}
          onAlive={() => {
            // Only when it is opened; a newer copy takes nobody out of where they are.
            if (isWanted.current) frame.focus();
            isWanted.current = false;
          }}
        />
      )}
    </>
  );
}
