// A button that is a picture: its name is told to whoever cannot see it, and shown to whoever waits over it.
import type { ReactNode } from 'react';

/** What it is called, does and shows. */
export interface IconButtonProps {
  readonly label: string;
  readonly run: () => void;
  /** Whether it does nothing now. It is not disabled then, so that the focus stays on it when it has brought one to the end. */
  readonly isOff?: boolean;
  readonly children: ReactNode;
}

/** Draws the button. */
export function IconButton({ label, run, isOff, children }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      title={label}
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => {
        if (isOff !== true) run();
      }}
    >
      {children}
    </button>
  );
}
