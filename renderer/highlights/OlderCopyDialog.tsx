// A highlight that is no longer in the article, shown where it was made: the paragraphs around it in the copy that was kept.
import { useEffect, useRef, type ReactNode } from 'react';
import { anchorText } from '#contract/anchor/resolve.ts';
import type { Highlight } from '#contract/highlight.ts';
import { call } from '../app/client.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatMoment } from '../ui/dates.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SheetDialog } from '../ui/SheetDialog.tsx';
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
    <SheetDialog
      isOpen
      part="older"
      title={words.highlights.copyOf({ date: formatMoment(highlight.target.version) })}
      closeLabel={words.highlights.close}
      close={close}
    >
      <Passage highlight={highlight} />
    </SheetDialog>
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
  if (answer.state === 'failed') return <FailureNotice title={words.versions.notOpened} {...answer} />;
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
