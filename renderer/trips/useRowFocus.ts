// The focus in a board whose rows come and go: arrow keys take it from row to row; a row that is moved keeps it, and one that is taken off or
// exchanged leaves it to what stands in its place.
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { BoardRow } from '#contract/trip.ts';

/** Which rows, and where they are. */
export interface RowFocusOptions {
  readonly body: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  readonly rows: readonly BoardRow[];
  /** Told which row one is at. */
  readonly setCurrent: (key: string) => void;
}

/** What the board hands on. */
export interface RowFocus {
  /** The row that has the focus; `undefined` when it is elsewhere. */
  readonly note: (key: string | undefined) => void;
  readonly walk: (event: KeyboardEvent<HTMLElement>) => void;
}

const MOST_TRIES = 6;

/** Keeps the focus. */
export function useRowFocus({ body, list, rows, setCurrent }: RowFocusOptions): RowFocus {
  const had = useRef<{ readonly key: string; readonly at: number }>(undefined);
  const [wanted, setWanted] = useState<{ readonly key: string; readonly tries: number }>();
  const order = rows.map(({ key }) => key).join('\n');

  function want(row: BoardRow | undefined): void {
    if (row === undefined) return;
    setCurrent(row.key);
    setWanted({ key: row.key, tries: 0 });
  }

  useLayoutEffect(() => {
    const { current } = had;
    if (current === undefined || document.activeElement !== document.body) return;
    want(rows.find(({ key }) => key === current.key) ?? rows[Math.min(current.at, rows.length - 1)]);
    // Only another order can have taken the focus away.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [order]);

  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const { key, tries } = wanted;
    const row = body.current?.querySelector(`[data-item="${CSS.escape(key)}"]`);
    const main = row?.querySelector<HTMLElement>('[data-row-main]');
    if (tries === 0)
      list.current?.scrollToIndex(
        rows.findIndex((each) => each.key === key),
        { align: 'nearest' },
      );
    main?.focus({ preventScroll: true });
    setWanted(undefined);
    // A row is hidden, and so takes no focus, until its height is known a frame or two later.
    if ((main ?? null) !== document.activeElement && tries < MOST_TRIES)
      requestAnimationFrame(() => setWanted({ key, tries: tries + 1 }));
  }, [wanted, body, list, rows]);

  return {
    note(key) {
      had.current = key === undefined ? undefined : { key, at: rows.findIndex((row) => row.key === key) };
    },
    walk(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      const item = event.target instanceof Element ? event.target.closest('[data-item]') : null;
      const at = rows.findIndex(({ key }) => key === item?.getAttribute('data-item'));
      const places: Readonly<Record<string, number>> = {
        ArrowDown: at + 1,
        ArrowUp: at - 1,
        Home: 0,
        End: rows.length - 1,
      };
      const to = rows[places[event.key] ?? -1];
      if (at === -1 || to === undefined) return;
      event.preventDefault();
      want(to);
    },
  };
}
