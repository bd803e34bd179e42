// The departure board: a table with a row for each article of a trip. Arrow keys go from row to row, Tab through what can be done with the row one
// is at. What is not in view is not laid out, so that a board of hundreds of rows costs what a screen of it does.
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { BoardRow, TripBoard } from '#contract/trip.ts';
import { words } from '../ui/words.ts';
import { BoardRowView, MINUTE_FLAPS } from './BoardRowView.tsx';
import { Flaps } from './Flaps.tsx';
import { RowMenu } from './RowMenu.tsx';
import { FLAPS, phaseOf } from './tripWords.ts';
import './DepartureBoard.css';

/** What is drawn. */
export interface DepartureBoardProps {
  readonly board: TripBoard;
  readonly isReadOnly: boolean;
}

const ROW = '[data-item]';
const BLANK_LINES = [1, 2, 3, 4];

/** Draws the board. */
export function DepartureBoard({ board, isReadOnly }: DepartureBoardProps): ReactNode {
  const { rows, trip } = board;
  const phase = phaseOf(trip);
  const table = useRef<HTMLDivElement>(null);
  const menuButton = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string>();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [menuKey, setMenuKey] = useState<string>();
  const stop = rows.some(({ key }) => key === current) ? current : rows[0]?.key;
  const keepFocus = useFocusKept(table, rows);
  const menuRow = rows.find(({ key }) => key === menuKey);

  const toggle = useCallback((key: string) => {
    setOpened((before) => {
      const now = new Set(before);
      if (!now.delete(key)) now.add(key);
      return now;
    });
  }, []);
  const openMenu = useCallback((key: string, button: HTMLElement) => {
    menuButton.current = button;
    setMenuKey(key);
  }, []);

  function noteFocus(event: FocusEvent): void {
    const key = event.target.closest(ROW)?.getAttribute('data-item');
    if (typeof key === 'string') setCurrent(key);
    keepFocus.note(key ?? undefined);
  }

  return (
    // The keys heard here bubble from the controls of the rows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="board"
      role="table"
      aria-label={words.tripBoard.label}
      ref={table}
      onFocus={noteFocus}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) keepFocus.note(undefined);
      }}
      onKeyDown={walk}
    >
      <div role="rowgroup" className="board-head">
        <div role="row" className="board-line">
          <span role="columnheader" className="board-minutes">
            {words.tripBoard.columns.minutes}
          </span>
          <span role="columnheader" className="board-title">
            {words.tripBoard.columns.title}
          </span>
          <span role="columnheader" className="board-size">
            {words.tripBoard.columns.size}
          </span>
          <span role="columnheader" className="board-status">
            {words.tripBoard.columns.status}
          </span>
          <span role="columnheader" className="board-actions">
            <span className="visually-hidden">{words.tripBoard.columns.actions}</span>
          </span>
        </div>
      </div>
      <div role="rowgroup" className="board-rows">
        {rows.map((row) => (
          <BoardRowView
            key={row.key}
            row={row}
            trip={trip.id}
            phase={phase}
            tabIndex={row.key === stop ? 0 : -1}
            isOpen={opened.has(row.key)}
            isReadOnly={isReadOnly}
            toggle={toggle}
            openMenu={openMenu}
          />
        ))}
      </div>
      {menuRow !== undefined && (
        <RowMenu row={menuRow} board={board} button={menuButton} close={() => setMenuKey(undefined)} />
      )}
    </div>
  );
}

/** The same with nothing on board: no table, only what one hangs. */
export function BlankBoard(): ReactNode {
  return (
    <div className="board board-blank" aria-hidden>
      {BLANK_LINES.map((line) => (
        <div key={line} className="board-line">
          <span className="board-minutes">
            <Flaps text="" count={MINUTE_FLAPS} />
          </span>
          <span />
          <span />
          <span className="board-status">
            <span className="board-lamp" />
            <Flaps text="" count={FLAPS} />
          </span>
          <span />
        </div>
      ))}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (!(event.target instanceof HTMLElement)) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(ROW)];
  const at = all.findIndex((each) => each.contains(event.target instanceof Node ? event.target : null));
  if (at === -1) return;
  const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  const to = all[places[event.key] ?? -1];
  if (to === undefined) return;
  event.preventDefault();
  focusRow(to);
}

function focusRow(row: Element | undefined): void {
  const main = row?.querySelector<HTMLElement>('[data-row-main]');
  main?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** A row that is moved, exchanged or taken off while it has the focus leaves it to itself in its new place, or to what stands in its place. */
function useFocusKept(
  table: RefObject<HTMLElement | null>,
  rows: readonly BoardRow[],
): { note(key: string | undefined): void } {
  const had = useRef<{ readonly key: string; readonly at: number }>(undefined);
  const order = rows.map(({ key }) => key).join('\n');
  useLayoutEffect(() => {
    const { current } = had;
    if (current === undefined || document.activeElement !== document.body) return;
    const all = [...(table.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
    const same = all.find((row) => row.dataset['item'] === current.key);
    focusRow(same ?? all[Math.min(current.at, all.length - 1)]);
  }, [order, table]);
  return {
    note(key) {
      had.current = key === undefined ? undefined : { key, at: rows.findIndex((row) => row.key === key) };
    },
  };
}
