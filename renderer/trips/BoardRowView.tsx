// One row of the departure board: minutes left, title with site and reason, size, status on flaps; below it, when it is opened, what was found.
import { memo, type ReactNode } from 'react';
import type { BoardRow, TripId } from '#contract/trip.ts';
import { formatBytes, formatCount } from '../ui/dates.ts';
import { LockedIcon, MoreIcon, UnfoldIcon, UnlockedIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { Evidence } from './Evidence.tsx';
import { Flaps } from './Flaps.tsx';
import { openItem, toggleLock } from './tripActions.ts';
import { FLAPS, reasonText, stateOf, type Phase } from './tripWords.ts';

/** What a row needs to know. */
export interface BoardRowProps {
  readonly row: BoardRow;
  /** Its place among the rows, from 0. */
  readonly at: number;
  readonly trip: TripId;
  readonly phase: Phase;
  readonly tabIndex: 0 | -1;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly toggle: (key: string) => void;
  readonly openMenu: (key: string, button: HTMLElement) => void;
}

/** So many letters fit the minutes. */
export const MINUTE_FLAPS = 3;

/** Draws the row; drawn again only when something of it is otherwise. */
export const BoardRowView = memo(function BoardRowView(props: BoardRowProps): ReactNode {
  const { row, at, trip, phase, tabIndex, isOpen, isReadOnly, toggle, openMenu } = props;
  const { key, title, site, isLocked, minutesLeft, sizeBytes, reasons, isFinished } = row;
  const state = stateOf(row, phase);
  const [reason] = reasons;
  const isPlanned = phase === 'planned' && !isReadOnly;
  return (
    <div className="board-item" data-light={state.light} data-locked={isLocked ? '' : undefined} data-item={key}>
      <div role="row" aria-rowindex={at + 2} className="board-line">
        <span role="cell" className="board-minutes">
          <Flaps text={isFinished ? '' : formatCount(minutesLeft)} count={MINUTE_FLAPS} align="end" />
          <span className="visually-hidden">{words.tripBoard.minutes({ minutes: minutesLeft })}</span>
        </span>
        <span role="rowheader" className="board-title">
          <button
            type="button"
            className="board-name"
            dir="auto"
            data-row-main
            tabIndex={tabIndex}
            onClick={() => openItem(row)}
          >
            {title}
          </button>
          <span className="board-about">
            {site !== null && (
              <span className="board-site" dir="auto">
                {site}
              </span>
            )}
            {reason !== undefined && phase === 'planned' && <span className="board-reason">{reasonText(reason)}</span>}
          </span>
        </span>
        <span role="cell" className="board-size">
          {formatBytes(sizeBytes)}
        </span>
        <span role="cell" className="board-status">
          <span className="board-lamp" aria-hidden />
          <Flaps text={state.flaps} count={FLAPS} />
          <span className="visually-hidden">{state.text}</span>
        </span>
        <span role="cell" className="board-actions">
          {isPlanned && (
            <button
              type="button"
              className="board-button board-lock"
              tabIndex={tabIndex}
              aria-pressed={isLocked}
              aria-label={words.tripBoard.lock({ title })}
              title={(isLocked ? words.tripBoard.unlock : words.tripBoard.lock)({ title })}
              onClick={() => toggleLock(trip, row)}
            >
              {isLocked ? <LockedIcon size={15} aria-hidden /> : <UnlockedIcon size={15} aria-hidden />}
            </button>
          )}
          <button
            type="button"
            className="board-button board-unfold"
            tabIndex={tabIndex}
            aria-expanded={isOpen}
            aria-label={words.tripBoard.details({ title })}
            title={words.tripBoard.details({ title })}
            onClick={() => toggle(key)}
          >
            <UnfoldIcon size={16} aria-hidden />
          </button>
          {!isReadOnly && (
            <button
              type="button"
              className="board-button"
              tabIndex={tabIndex}
              aria-haspopup="menu"
              aria-label={words.tripBoard.more({ title })}
              title={words.tripBoard.more({ title })}
              onClick={({ currentTarget }) => openMenu(key, currentTarget)}
            >
              <MoreIcon size={16} aria-hidden />
            </button>
          )}
        </span>
      </div>
      {isOpen && <Evidence row={row} />}
    </div>
  );
});
