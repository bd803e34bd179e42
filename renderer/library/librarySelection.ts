// Which articles of the library or the queue are selected, by row. Gone when the person leaves the list; what is no longer in the library is
// no longer selected.
import { create } from 'zustand';
import { isThere, type ArticleColumns } from '#contract/columns.ts';

/** The selected rows. */
export const useRowSelection = create<{ readonly rows: ReadonlySet<number> }>()(() => ({ rows: new Set() }));

/** Adds rows, or takes them out again. */
export function selectRows(rows: Iterable<number>, isSelected: boolean): void {
  const now = new Set(useRowSelection.getState().rows);
  for (const row of rows) {
    if (isSelected) now.add(row);
    else now.delete(row);
  }
  useRowSelection.setState({ rows: now });
}

/** Selects a row, or no longer. */
export function toggleRow(row: number): void {
  selectRows([row], !useRowSelection.getState().rows.has(row));
}

/** Selects nothing. */
export function selectNoRows(): void {
  if (useRowSelection.getState().rows.size > 0) useRowSelection.setState({ rows: new Set() });
}

/** The selected rows that are still in the library. */
export function selectedRows(columns: ArticleColumns): readonly number[] {
  return [...useRowSelection.getState().rows].filter((row) => isThere(columns, row));
}

/** Rows that are shown now, in their order, so that all of them can be selected from anywhere. */
const useShown = create<{ readonly rows: Uint32Array }>()(() => ({ rows: new Uint32Array() }));

/** The rows that a list shows from now on. */
export function showRows(rows: Uint32Array): void {
  useShown.setState({ rows });
}

/** The rows that are shown. */
export function useShownRows(): Uint32Array {
  return useShown(({ rows }) => rows);
}

/** Selects all rows that are shown. */
export function selectShown(): void {
  selectRows(useShown.getState().rows, true);
}

/** The row of the list that has the focus; `undefined` when the focus is elsewhere. */
export function focusedRow(): number | undefined {
  const row = document.activeElement?.closest('[data-row]')?.getAttribute('data-row');
  return typeof row === 'string' ? Number(row) : undefined;
}

/** The rows that are shown, at this moment. */
export function shownRows(): Uint32Array {
  return useShown.getState().rows;
}
