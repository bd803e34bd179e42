// The document of an open article, drawn: dressed, and shown at its place. Of a long one only what is in view at first is laid out before it is
// painted; it comes alive with the rest.
import { useEffectEvent, useLayoutEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { OpenArticle } from '#contract/calls.ts';
import { useMirror } from '../../app/mirror.ts';
import { useView } from '../../app/navigation.ts';
import { afterPaint } from './afterPaint.ts';
import { useDrawnLook } from '../look/articleLook.ts';
import { dress } from '../look/dress.ts';
import { leaveOutFar } from '../place/firstView.ts';
import { listBlocks, writeDates } from './frameDocument.ts';
import { goToPlace, keptPlace, type Place } from '../place/framePlace.ts';
import { writeSentences } from './frameSentences.ts';
import { holdInput } from '../place/heldInput.ts';
import { LiveDocument } from './LiveDocument.tsx';
import type { ShownView } from './liveFrame.ts';
import { setFlow } from '../place/pagedFlow.ts';
import { framePieces } from '../details/widePieces.ts';

/** A document that is parsed and styled, and what it shows. */
export interface OpenDocumentProps {
  readonly page: Document;
  readonly frame: HTMLIFrameElement;
  readonly opened: OpenArticle;
  readonly onView: (view: ShownView) => void;
  /** Told once it answers keys and presses. */
  readonly onAlive: () => void;
}

/** What a document that is laid out begins with. */
interface Beginning {
  readonly page: Document;
  readonly blocks: readonly HTMLElement[];
  readonly place: Place;
}

/** Draws the document into its frame, and what stands over it. */
export function OpenDocument({ page, frame, opened, onView, onAlive }: OpenDocumentProps): ReactNode {
  const { article } = opened;
  const look = useDrawnLook(article);
  const [beginning, setBeginning] = useState<Beginning>();
  // A search leads to another place than the one that was kept.
  const mayBeShort = useView((view) => view.place !== 'library' || view.query.trim() === '') && !look.vertical;

  const prepare = useEffectEvent((): (() => void) | undefined => {
    dress(page, look);
    framePieces(page);
    const blocks = listBlocks(page);
    const place = keptPlace(article, blocks);
    writeDates(page);
    writeSentences(page, article);
    setFlow(page, useMirror.getState().settings.flow);
    const bringBack = mayBeShort ? leaveOutFar(page, blocks, place) : undefined;
    if (bringBack === undefined) {
      setBeginning({ page, blocks, place });
      return undefined;
    }
    goToPlace(page, blocks, place);
    const letGo = holdInput(frame);
    const cancel = afterPaint(() => {
      bringBack();
      // In one step, so that nothing is painted at another place meanwhile.
      flushSync(() => setBeginning({ page, blocks, place }));
      letGo('press');
    });
    return () => {
      cancel();
      letGo('drop');
    };
  });
  useLayoutEffect(() => prepare(), [page]);

  if (beginning === undefined || beginning.page !== page) return null;
  return (
    <LiveDocument
      page={page}
      frame={frame}
      opened={opened}
      look={look}
      blocks={beginning.blocks}
      start={beginning.place}
      onView={onView}
      onAlive={onAlive}
    />
  );
}
