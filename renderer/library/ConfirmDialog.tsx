// A question before something that cannot be taken back. The way out is the first choice.
import type { ReactNode } from 'react';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import './TagsDialog.css';

/** What is asked. */
export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly text: string;
  /** Names the way out. */
  readonly keep: string;
  /** Names what is done. */
  readonly go: string;
  readonly onKeep: () => void;
  readonly onGo: () => void;
}

/** Draws the question while it is open. */
export function ConfirmDialog({ isOpen, title, text, keep, go, onKeep, onGo }: ConfirmDialogProps): ReactNode {
  return (
    <SheetDialog isOpen={isOpen} part="tags" title={title} close={onKeep} isQuestion>
      <p>{text}</p>
      <div className="confirm-actions">
        {/* What is pressed by a hurried Enter must be what changes nothing. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <button type="button" className="button" autoFocus onClick={onKeep}>
          {keep}
        </button>
        <button type="button" className="button button-danger" onClick={onGo}>
          {go}
        </button>
      </div>
    </SheetDialog>
  );
}
