// A highlight that is no longer in the article, shown where it was made: the paragraphs around it in the copy that was kept.
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { anchorText } from '#contract/anchor/resolve.ts';
import type { Highlight } from '#contract/highlight.ts';
import { call } from '../app/client.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatMoment } from '../ui/dates.ts';
import { CloseIcon } from '../ui/icons.ts';
import { Notice } from '../ui/Notice.tsx';
import { words } from '../ui/words.ts';
import './HighlightsPanel.css';

/** Whose copy, and what closes it. */
export interface OlderCopyDialogProps {
  readonly highlight: Highlight;
  readonly close: () => void;
}

/** Draws the dialog. */
export function OlderCopyDialog({ highlight, close }: OlderCopyDialogProps): ReactNode {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Modal className="sheet">
        <Dialog className="older-dialog">
          <div className="versions-head">
            <Heading slot="title" className="versions-title">
              {words.highlights.copyOf({ date: formatMoment(highlight.target.version) })}
            </Heading>
            <button type="button" className="icon-button" aria-label={words.highlights.close} onClick={close}>
              <CloseIcon size={18} aria-hidden />
            </button>
          </div>
          <Passage highlight={highlight} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const AROUND = 1200;

function Passage({ highlight }: { readonly highlight: Highlight }): ReactNode {
  const { articleId, target, color } = highlight;
  const mark = useRef<HTMLElement>(null);
  // A copy compared with itself is its text, paragraph by paragraph.
  const answer = useAnswer(`${articleId} ${target.version}`, () =>
    call('article.compare', { id: articleId, older: target.version, newer: target.version }),
  );
  const isHere = answer.state === 'here';
  useEffect(() => {
    if (isHere) mark.current?.scrollIntoView({ block: 'center' });
  }, [isHere]);
  if (answer.state === 'waiting') return <Notice title={words.loading} />;
  if (answer.state === 'failed') {
    return (
      <Notice title={words.reader.failed} isFailure>
        {answer.message}
      </Notice>
    );
  }
  const text = answer.value.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n');
  const found = anchorText(text).resolve(target);
  if (found === undefined) return <p className="highlights-note">{words.highlights.copyGone}</p>;
  const before = text.slice(Math.max(0, found.start - AROUND), found.start);
  return (
    // What is longer than the sheet must be scrolled by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="older-copy" data-color={color} tabIndex={0} role="group" aria-label={words.highlights.title}>
      <p className="older-text">
        {found.start > AROUND && '… '}
        {before}
        <mark ref={mark}>{text.slice(found.start, found.end)}</mark>
        {text.slice(found.end, found.end + AROUND)}
        {found.end + AROUND < text.length && ' …'}
      </p>
    </div>
  );
}
