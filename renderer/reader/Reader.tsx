// An article over the place it was opened from: its facts and actions, the text in its frame, its related posts beside it.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { closeArticle, useView } from '../app/navigation.ts';
import { useReaderLook } from '../app/readerLook.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { LookUpPopover } from '../lookup/LookUpPopover.tsx';
import { ImageViewer } from '../viewer/ImageViewer.tsx';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import { useThemeOf } from './look/articleLook.ts';
import { ArticleFrame } from './frame/ArticleFrame.tsx';
import { noteWalk } from './frame/articleWalk.ts';
import { HitBar } from './HitBar.tsx';
import { HighlightLayer } from '../highlights/HighlightLayer.tsx';
import { HighlightsPanel } from '../highlights/HighlightsPanel.tsx';
import type { ShownView } from './frame/liveFrame.ts';
import { ReaderFoot } from './ReaderFoot.tsx';
import { LookPanel } from './look/LookPanel.tsx';
import { ListeningPlayer } from '../listening/ListeningPlayer.tsx';
import { FindBar } from './find/FindBar.tsx';
import { OutlinePanel } from './outline/OutlinePanel.tsx';
import { ReaderHeader } from './ReaderHeader.tsx';
import { RelatedPanel } from './related/RelatedPanel.tsx';
import { SimilarPanel } from './related/SimilarPanel.tsx';
import { useTextDetails } from './details/useTextDetails.ts';
import './Reader.css';

/** Draws the reader for one article; a new article is a new reader. */
export function Reader({ id }: { readonly id: ArticleId }): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`${id} ${revision}`, () => call('article.open', { id }));
  const [isBroken, setIsBroken] = useState(false);
  const [view, setView] = useState<ShownView>({ progress: 0, isHeadingVisible: true, isAtEnd: false });
  const isRelatedShown = useReaderLook((look) => look.isRelatedShown);
  const isHighlightsShown = useReaderLook((look) => look.isHighlightsShown);
  const place = useView((view) => view.place);
  const section = useRef<HTMLElement>(null);

  useEffect(() => section.current?.focus(), []);
  useEffect(noteWalk, []);
  useTextDetails();

  const failure = answer.state === 'failed' ? answer.message : isBroken ? words.reader.gone : undefined;
  const opened = answer.state === 'here' ? answer.value : undefined;
  const theme = useThemeOf(opened?.article);
  const hasRelated = opened?.article.relatedLists.some(({ entries }) => entries.length > 0) === true;
  const mayBeLike = opened !== undefined && !hasRelated;
  const likeAnswer = useAnswer(`${id} ${mayBeLike}`, async () => (mayBeLike ? call('related.similar', { id }) : []));
  const similar = mayBeLike && likeAnswer.state === 'here' ? likeAnswer.value : [];

  return (
    <section
      className="reader"
      ref={section}
      tabIndex={-1}
      data-theme={theme}
      aria-label={opened?.article.title ?? words.reader.loading}
    >
      <ReaderHeader
        opened={opened}
        isTitleShown={!view.isHeadingVisible}
        hasRelated={hasRelated || similar.length > 0}
        progress={view.progress}
      />
      <div className="reader-progress" aria-hidden>
        <div style={{ inlineSize: `${view.progress * 100}%` }} />
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
        {failure === undefined && (
          <>
            <OutlinePanel />
            <div className="article-view">
              {opened === undefined && (
                <div className="article-waiting">
                  <Notice title={words.reader.loading} />
                </div>
              )}
              <ArticleFrame
                id={id}
                opened={opened}
                onView={(next) => setView((before) => (isSameView(before, next) ? before : next))}
                onFailure={() => setIsBroken(true)}
              />
              <HitBar />
              {opened !== undefined && <LookUpPopover opened={opened} />}
              <ImageViewer />
              <HighlightLayer />
              <ReaderFoot id={id} isAtEnd={view.isAtEnd} hasRelated={hasRelated || similar.length > 0} />
              <LookPanel />
              <FindBar />
            </div>
            {isHighlightsShown && <HighlightsPanel />}
            {opened !== undefined && hasRelated && isRelatedShown && !isHighlightsShown && (
              <RelatedPanel opened={opened} />
            )}
            {isRelatedShown && !isHighlightsShown && mayBeLike && <SimilarPanel answer={likeAnswer} />}
          </>
        )}
      </div>
      <ListeningPlayer />
    </section>
  );
}

function isSameView(a: ShownView, b: ShownView): boolean {
  return a.progress === b.progress && a.isHeadingVisible === b.isHeadingVisible && a.isAtEnd === b.isAtEnd;
}
