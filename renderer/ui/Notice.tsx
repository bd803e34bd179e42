// What a list says when it has nothing to show: empty, loading or failed, and what to do next.
import type { ReactNode } from 'react';
import './Notice.css';

/** The parts of a notice. */
export interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** A failure is announced at once. */
  readonly isFailure?: boolean;
}

/** Draws a notice in the middle of the place it is given. */
export function Notice({ title, children, action, isFailure = false }: NoticeProps): ReactNode {
  return (
    <div className="notice" role={isFailure ? 'alert' : 'status'}>
      <h2 className="notice-title">{title}</h2>
      {children !== undefined && <p className="notice-text">{children}</p>}
      {action !== undefined && (
        <button type="button" className="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
