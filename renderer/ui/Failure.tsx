// What could not be had, why, and the way to try again: in the middle of a place of its own, or as lines of something larger.
import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';
import { words } from './words.ts';
import './Failure.css';

/** What failed. */
export interface FailureProps {
  /** What could not be done, as a sentence without its end. */
  readonly title: string;
  /** What went wrong and what is safe, in the person's language. */
  readonly message: string;
  readonly again: () => void;
}

/** Fills the place of what should be there. */
export function FailureNotice({ title, message, again }: FailureProps): ReactNode {
  return (
    <Notice title={title} isFailure action={{ label: words.tryAgain, run: again }}>
      {message}
    </Notice>
  );
}

/** The same where there is room for lines only. */
export function FailureLines({ title, message, again }: FailureProps): ReactNode {
  return (
    <div className="failure-lines" role="alert">
      <p className="failure-title">{title}</p>
      <p>{message}</p>
      <button type="button" className="button button-small" onClick={again}>
        {words.tryAgain}
      </button>
    </div>
  );
}
