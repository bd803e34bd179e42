// A table of what takes room, the largest first; a long one begins short.
import { useState, type ReactNode } from 'react';
import { words } from '../ui/words.ts';

/** A line of the table: its name, and a cell for each further column. */
export interface StorageRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly string[];
  /** Names the colour that stands for it elsewhere. */
  readonly mark?: string;
  /** Goes to what the line is about. */
  readonly open?: () => void;
}

/** What the table shows. */
export interface StorageTableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly StorageRow[];
}

const SHORT = 8;

/** Draws the table; nothing when there is nothing in it. */
export function StorageTable({ title, heads, rows }: StorageTableProps): ReactNode {
  const [isWhole, setIsWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = isWhole ? rows : rows.slice(0, SHORT);
  return (
    <section className="storage-part">
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, label, cells, mark, open }) => (
            <tr key={key}>
              <th scope="row">
                {mark !== undefined && <span className="storage-mark" data-part={mark} aria-hidden />}
                {open === undefined ? (
                  label
                ) : (
                  <button type="button" className="link-button" onClick={open}>
                    {label}
                  </button>
                )}
              </th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <button type="button" className="button button-small button-plain" onClick={() => setIsWhole(true)}>
          {words.storage.more({ count: rows.length })}
        </button>
      )}
    </section>
  );
}
