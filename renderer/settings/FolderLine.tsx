// A folder that the person chose for something: where it is, and the ways to choose it, another one, or none any more.
import type { ReactNode } from 'react';

/** The folder, and what is said of it. */
export interface FolderLineProps {
  /** Of the line's name, which its buttons are described by. */
  readonly id: string;
  readonly folder: string | null;
  /** Whether it can only be looked at. */
  readonly isReadOnly?: boolean;
  readonly said: {
    readonly name: string;
    /** Instead of a folder. */
    readonly none: string;
    readonly choose: string;
    readonly change: string;
    readonly stop: string;
  };
  readonly choose: () => void;
  readonly stop: () => void;
}

/** Draws the line. */
export function FolderLine({ id, folder, isReadOnly = false, said, choose, stop }: FolderLineProps): ReactNode {
  return (
    <div className="settings-line">
      <span id={id}>{said.name}</span>
      <span className="settings-path" dir="auto" title={folder ?? undefined}>
        {folder ?? said.none}
      </span>
      {!isReadOnly && (
        <button type="button" className="button button-small" aria-describedby={id} onClick={choose}>
          {folder === null ? said.choose : said.change}
        </button>
      )}
      {folder !== null && !isReadOnly && (
        <button type="button" className="button button-small button-plain" aria-describedby={id} onClick={stop}>
          {said.stop}
        </button>
      )}
    </div>
  );
}
