// The highlights of the open article as a list beside the text, in its order; below them those that could not be found in this copy.
import { useState, type ReactNode } from 'react';
import type { Highlight } from '#contract/highlight.ts';
import { call } from '../app/client.ts';
import { useShortcut } from '../app/commandStates.ts';
import { showShortcut } from '../app/keyPress.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { RemoveIcon } from '../ui/icons.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { HighlightCard } from './HighlightCard.tsx';
import { placeAgain, removeHighlight } from './highlightActions.ts';
import { HighlightsExportMenu } from './HighlightsExportMenu.tsx';
import { OlderCopyDialog } from './OlderCopyDialog.tsx';
import { pressHighlight, useOpenHighlights } from './openHighlights.ts';
import './HighlightsPanel.css';

type Line =
  | { readonly line: 'placed'; readonly highlight: Highlight; readonly isEdited: boolean }
  | { readonly line: 'lostHead'; readonly count: number }
  | { readonly line: 'lost'; readonly highlight: Highlight };

/** Draws the panel. */
export function HighlightsPanel(): ReactNode {
  const { state, failure, again, placed, lost, open } = useOpenHighlights();
  const [older, setOlder] = useState<Highlight>();
  const revision = useMirror((mirror) => mirror.revision);
  const lines: readonly Line[] = [
    ...placed.map(({ highlight, place }) => ({
      line: 'placed' as const,
      highlight,
      isEdited: place.how === 'edited',
    })),
    ...(lost.length === 0 ? [] : [{ line: 'lostHead' as const, count: lost.length }]),
    ...lost.map((highlight) => ({ line: 'lost' as const, highlight })),
  ];
  const articleId = open?.article.id;
  const isAsked = lost.length > 0 && articleId !== undefined;
  const versions = useAnswer(`${articleId} ${revision} ${isAsked}`, async () =>
    isAsked ? call('article.versions', { id: articleId }) : [],
  );
  const isKept = ({ target }: Highlight): boolean =>
    versions.state === 'here' && versions.value.some(({ saved }) => saved === target.version);
  return (
    <aside className="related highlights-panel" aria-label={words.highlights.title}>
      <div className="related-head">
        <h2>{words.highlights.title}</h2>
        {lines.length > 0 && <p>{words.highlights.count({ count: placed.length + lost.length })}</p>}
        {lines.length > 0 && articleId !== undefined && <HighlightsExportMenu articleId={articleId} />}
      </div>
      {state === 'waiting' && <p className="highlights-note">{words.highlights.loading}</p>}
      {state === 'failed' && <FailureNotice title={words.highlights.failed} message={failure} again={again} />}
      {state === 'here' && lines.length === 0 && <NoHighlights />}
      {lines.length > 0 && (
        <VirtualList
          rows={lines}
          keyOf={(line) => (line.line === 'lostHead' ? 'lost' : line.highlight.id)}
          hasControl={(line) => line.line !== 'lostHead'}
          label={words.highlights.title}
        >
          {(line, tabIndex) => {
            if (line.line === 'lostHead') {
              return (
                <div className="lost-head">
                  <h3>{words.highlights.lostTitle}</h3>
                  <p>{words.highlights.lostCount({ count: line.count })}</p>
                </div>
              );
            }
            if (line.line === 'placed') {
              return (
                <HighlightCard
                  highlight={line.highlight}
                  tabIndex={tabIndex}
                  isEdited={line.isEdited}
                  press={() => pressHighlight(line.highlight.id)}
                />
              );
            }
            const { highlight } = line;
            return (
              <LostRow
                highlight={highlight}
                tabIndex={tabIndex}
                showOlder={isKept(highlight) ? () => setOlder(highlight) : undefined}
              />
            );
          }}
        </VirtualList>
      )}
      {older !== undefined && <OlderCopyDialog highlight={older} close={() => setOlder(undefined)} />}
    </aside>
  );
}

function NoHighlights(): ReactNode {
  const shortcut = useShortcut('highlight.add');
  return (
    <div className="highlights-note">
      <p>{words.highlights.none}</p>
      <p>
        {shortcut === undefined ? words.highlights.howByPalette : words.highlights.how({ key: showShortcut(shortcut) })}
      </p>
    </div>
  );
}

interface LostRowProps {
  readonly highlight: Highlight;
  readonly tabIndex: 0 | -1;
  /** Shows it in the copy it was made in, where that is still kept. */
  readonly showOlder: (() => void) | undefined;
}

/** A highlight that stands nowhere: what it was, and the ways to put it right. */
function LostRow({ highlight, tabIndex, showOlder }: LostRowProps): ReactNode {
  const hasSelection = useOpenHighlights((state) => state.selection !== undefined);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  return (
    <div className="lost-row">
      <HighlightCard highlight={highlight} tabIndex={tabIndex} />
      <div className="lost-actions">
        <button
          type="button"
          className="button button-small"
          data-row-main
          tabIndex={tabIndex}
          aria-disabled={!hasSelection || isReadOnly}
          title={hasSelection ? undefined : words.highlights.placeHint}
          onClick={() => {
            if (!isReadOnly) placeAgain(highlight);
          }}
        >
          {words.highlights.placeAgain}
        </button>
        {showOlder !== undefined && (
          <button type="button" className="button button-small" tabIndex={tabIndex} onClick={showOlder}>
            {words.highlights.showCopy}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          tabIndex={tabIndex}
          title={words.highlights.remove}
          aria-label={words.highlights.remove}
          disabled={isReadOnly}
          onClick={() => removeHighlight(highlight)}
        >
          <RemoveIcon size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
    </div>
  );
}
