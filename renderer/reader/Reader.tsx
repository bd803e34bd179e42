// An article over the place it was opened from: its facts and actions, the text in its frame, its related posts beside it.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { closeArticle, useView } from '../app/navigation.ts';
import { useReaderLook } from '../app/readerLook.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { ArticleFrame } from './ArticleFrame.tsx';
import { HitBar } from './HitBar.tsx';
import { ReaderHeader } from './ReaderHeader.tsx';
import { RelatedPanel } from './RelatedPanel.tsx';
import { SimilarPanel } from './SimilarPanel.tsx';
import './Reader.css';

/** Draws the reader for one article; a new article is a new reader. */
export function Reader({ id }: { readonly id: ArticleId }): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`${id} ${revision}`, () => call('article.open', { id }));
  const [isBroken, setIsBroken] = useState(false);
  const [progress, setProgress] = useState(0);
  const [isHeadingVisible, setIsHeadingVisible] = useState(true);
  const isRelatedShown = useReaderLook((look) => look.isRelatedShown);
  const place = useView((view) => view.place);
  const section = useRef<HTMLElement>(null);

  useEffect(() => section.current?.focus(), []);

  const failure = answer.state === 'failed' ? answer.message : isBroken ? words.reader.gone : undefined;
  const opened = answer.state === 'here' ? answer.value : undefined;
  const hasRelated = opened?.article.relatedLists.some(({ entries }) => entries.length > 0) === true;
  const mayBeLike = opened !== undefined && !hasRelated;
  const likeAnswer = useAnswer(`${id} ${mayBeLike}`, async () => (mayBeLike ? call('related.similar', { id }) : []));
  const similar = mayBeLike && likeAnswer.state === 'here' ? likeAnswer.value : [];

  return (
    <section className="reader" ref={section} tabIndex={-1} aria-label={opened?.article.title ?? words.reader.loading}>
      <ReaderHeader opened={opened} isTitleShown={!isHeadingVisible} hasRelated={hasRelated || similar.length > 0} />
      <div className="reader-progress" aria-hidden>
        <div style={{ inlineSize: `${progress * 100}%` }} />
      </div>
      <div className="reader-body">
        {failure !== undefined && (
          <Notice
            title={words.reader.failed}
            isFailure
            action={{ label: words.reader.backTo[place], run: closeArticle }}
          >
            {failure}
          </Notice>
        )}
        {failure === undefined && opened === undefined && <Notice title={words.reader.loading} />}
        {failure === undefined && opened !== undefined && (
          <>
            <div className="article-view">
              <ArticleFrame
                opened={opened}
                onProgress={setProgress}
                onHeadingVisible={setIsHeadingVisible}
                onFailure={() => setIsBroken(true)}
              />
              <HitBar />
            </div>
            {hasRelated && isRelatedShown && <RelatedPanel opened={opened} />}
            {similar.length > 0 && isRelatedShown && <SimilarPanel articles={similar} />}
          </>
        )}
      </div>
    </section>
  );
}
