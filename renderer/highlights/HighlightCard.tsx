// A highlight in a list: what was quoted in its colour, its note and its tags.
import type { ReactNode } from 'react';
import type { Highlight } from '#contract/highlight.ts';
import { formatInstant } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import './HighlightCard.css';

/** What is drawn. */
export interface HighlightCardProps {
  readonly highlight: Highlight;
  readonly tabIndex: 0 | -1;
  readonly isEdited?: boolean;
  /** What pressing the quote does; without it the quote is only text. */
  readonly press?: () => void;
  /** What the quote's button is called besides the quote. */
  readonly hint?: string;
}

/** Draws it. */
export function HighlightCard({ highlight, tabIndex, isEdited = false, press, hint }: HighlightCardProps): ReactNode {
  const { color, note, tags, created, target } = highlight;
  const quote = target.quote.exact.replace(/\s+/g, ' ').trim();
  return (
    <div className="highlight-card" data-color={color}>
      <p className="highlight-quote" dir="auto">
        {press === undefined ? (
          <span>{quote}</span>
        ) : (
          <button type="button" data-row-main tabIndex={tabIndex} title={hint} onClick={press}>
            {quote}
          </button>
        )}
      </p>
      {note !== '' && (
        <p className="highlight-note" dir="auto">
          {note}
        </p>
      )}
      <p className="highlight-facts">
        <span>{words.highlights.colors[color]}</span>
        <span>{formatInstant(created)}</span>
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        {isEdited && <span>{words.highlights.edited}</span>}
      </p>
    </div>
  );
}
