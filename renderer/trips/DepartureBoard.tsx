// The departure board: a table with a row for each article of a trip. Arrow keys go from row to row, Tab through what can be done with the row one
// is at. Only rows in view are in the page, so that a board of hundreds of rows costs what a screen of it does.
import { useCallback, useRef, useState, type FocusEvent, type ReactNode, type RefObject } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { TripBoard } from '#contract/trip.ts';
import { words } from '../ui/words.ts';
import { BoardRowView, MINUTE_FLAPS } from './BoardRowView.tsx';
import { Flaps } from './Flaps.tsx';
import { useAbove } from './useAbove.ts';
import { useRowFocus } from './useRowFocus.ts';
import { RowMenu } from './RowMenu.tsx';
import { FLAPS, phaseOf } from './tripWords.ts';
import './DepartureBoard.css';

/** What is drawn. */
export interface DepartureBoardProps {
  readonly board: TripBoard;
  readonly isReadOnly: boolean;
  /** What scrolls it, with all that stands above. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** About, in CSS pixels; rows are measured as they come. */
const ROW_HEIGHT = 57;
// Enough for a turn of the wheel.
const BUFFER_PX = 160;
const BLANK_LINES = [1, 2, 3, 4];

/** Draws the board. */
export function DepartureBoard({ board, isReadOnly, scroller }: DepartureBoardProps): ReactNode {
  const { rows, trip } = board;
  const phase = phaseOf(trip);
  const body = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const menuButton = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string>();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [menuKey, setMenuKey] = useState<string>();
  const stop = rows.some(({ key }) => key === current) ? current : rows[0]?.key;
  const stopAt = rows.findIndex(({ key }) => key === stop);
  const above = useAbove(scroller, body);
  const focus = useRowFocus({ body, list, rows, setCurrent });
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
    const key = event.target.closest('[data-item]')?.getAttribute('data-item') ?? undefined;
    if (key !== undefined) setCurrent(key);
    focus.note(key);
  }

  return (
    // The keys heard here bubble from the controls of the rows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="board"
      role="table"
      aria-label={words.tripBoard.label}
      aria-rowcount={rows.length + 1}
      onFocus={noteFocus}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) focus.note(undefined);
      }}
      onKeyDown={focus.walk}
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
      <div role="rowgroup" ref={body}>
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          startMargin={above}
          itemSize={ROW_HEIGHT}
          bufferSize={BUFFER_PX}
          keepMounted={stopAt === -1 ? [] : [stopAt]}
        >
          {(row, at) => (
            <BoardRowView
              key={row.key}
              row={row}
              at={at}
              trip={trip.id}
              phase={phase}
              tabIndex={row.key === stop ? 0 : -1}
              isOpen={opened.has(row.key)}
              isReadOnly={isReadOnly}
              toggle={toggle}
              openMenu={openMenu}
            />
          )}
        </Virtualizer>
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
