// What there is to say of a whole trip: hours, megabytes and how many are proved as a headline, what is not ready, what is being done, what to do.
import type { ReactNode } from 'react';
import { departureTime } from '#contract/departure.ts';
import type { TripBoard } from '#contract/trip.ts';
import { formatBytes, formatMoment, formatTime } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { ActionButton } from './ActionButton.tsx';
import { formatHours, phaseOf, troubleText } from './tripWords.ts';
import { useNow } from './useNow.ts';

/** What is drawn. */
export interface BoardHeadProps {
  readonly board: TripBoard;
  readonly isReadOnly: boolean;
}

/** Draws the head of the board. */
export function BoardHead({ board, isReadOnly }: BoardHeadProps): ReactNode {
  const phase = phaseOf(board.trip);
  const headline = headlineOf(board);
  const line = lineOf(board, isReadOnly);
  return (
    <section className="board-summary" aria-label={words.tripBoard.label}>
      <div className="board-headline">
        <h2>{headline}</h2>
        <p className="board-detail" data-proved={phase === 'planned' && isProved(board) ? '' : undefined}>
          {line}
        </p>
        {board.packed !== null && board.packed !== 'whole' && board.work === null && phase === 'planned' && (
          <p className="board-detail">{words.tripBoard.packed[board.packed]}</p>
        )}
      </div>
      <Work board={board} />
      {!isReadOnly && <Actions board={board} />}
      {/* Read out when work begins, at each quarter of it, and when it is done. */}
      <p className="visually-hidden" role="status">
        {board.work === null ? `${headline} ${line}` : quarterText(board)}
      </p>
    </section>
  );
}

function isProved({ rows, ready }: TripBoard): boolean {
  return rows.length > 0 && ready === rows.length;
}

function headlineOf(board: TripBoard): string {
  const { rows, minutes, sizeBytes, ready, proved, trip } = board;
  const total = rows.length;
  if (total === 0) return words.tripBoard.headlineEmpty;
  const read = rows.filter(({ isFinished }) => isFinished).length;
  const time = formatHours(minutes);
  const phase = phaseOf(trip);
  if (phase === 'landed') return words.tripBoard.headlineLanded({ read, total });
  if (phase === 'way') return words.tripBoard.headlineWay({ time, read, total });
  const size = formatBytes(sizeBytes);
  if (proved === null || ready === 0) return words.tripBoard.headline({ time, size, ready, total });
  return words.tripBoard.headlineAt({ time, size, ready, total, at: shortMoment(proved) });
}

/** The time alone for today. */
function shortMoment(iso: string): string {
  const isToday = new Date(iso).toDateString() === new Date().toDateString();
  return isToday ? formatTime(iso) : formatMoment(iso);
}

function lineOf(board: TripBoard, isReadOnly: boolean): string {
  const { rows, trip, outbox } = board;
  if (rows.length === 0) return isReadOnly ? words.tripBoard.emptyRead : words.tripBoard.emptyFill;
  if (phaseOf(trip) !== 'planned') {
    return outbox === 0 ? words.tripBoard.outboxNone : words.tripBoard.outbox({ count: outbox });
  }
  if (isProved(board)) return words.tripBoard.allReady;
  if (rows.every(({ status }) => status === 'unproved')) return words.tripBoard.notReadyYet;
  const what = troubleText(rows);
  return what === undefined ? '' : words.tripBoard.notReady({ what });
}

function Work({ board: { work } }: { readonly board: TripBoard }): ReactNode {
  if (work === null) return null;
  const { kind, done, total, receivedBytes } = work;
  return (
    <div className="board-work">
      <p>{words.tripBoard.work[kind]({ done, total })}</p>
      {receivedBytes > 0 && <p>{words.tripBoard.received({ size: formatBytes(receivedBytes) })}</p>}
      <progress max={Math.max(1, total)} value={done} aria-hidden />
    </div>
  );
}

function quarterText({ work }: TripBoard): string {
  if (work === null) return '';
  const { kind, done, total } = work;
  const step = Math.max(1, Math.ceil(total / 4));
  return words.tripBoard.work[kind]({ done: Math.floor(done / step) * step, total });
}

function Actions({ board }: { readonly board: TripBoard }): ReactNode {
  const { rows } = board;
  const { buttons } = words.trips;
  const isEmpty = rows.length === 0;
  const canRepair = rows.some(({ isRepairable }) => isRepairable);
  const now = useNow();
  // Once the time has come, what one would do next is to leave.
  const isPast = board.trip.departure !== null && departureTime(board.trip.departure) <= now;
  return (
    <div className="board-tools">
      <ActionButton id="trip.stop" label={buttons.stop} />
      <ActionButton id="trip.next" label={buttons.next} isLoud={phaseOf(board.trip) === 'way'} />
      <ActionButton id="trip.land" label={buttons.land} />
      <ActionButton id="trip.repair" label={buttons.repair} isLoud={canRepair && !isPast} />
      <ActionButton
        id="trip.pack"
        label={buttons.pack}
        isLoud={!isEmpty && !canRepair && !isPast && !isProved(board)}
      />
      <ActionButton id="trip.check" label={buttons.check} />
      <ActionButton id="trip.fill" label={isEmpty ? buttons.fill : buttons.refill} isLoud={isEmpty} />
    </div>
  );
}
