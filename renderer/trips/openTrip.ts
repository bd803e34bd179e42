// The trip that is open and its departure board, asked for anew whenever something happens to it; the last board stays until the next is here.
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { ArticleId } from '#contract/article.ts';
import { NO_DATE } from '#contract/columns.ts';
import { toErrorReport } from '#contract/errors.ts';
import type { BoardRow, TripBoard, TripId, TripPlan } from '#contract/trip.ts';
import { knownRow } from '../app/cards.ts';
import { call, listen } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { failureText } from '../ui/failureText.ts';

/** The board that is shown; `undefined` while there is none. Commands read it. */
export const useOpenTrip = create<OpenTrip>()(() => ({ board: undefined, isPlanOpen: undefined }));

interface OpenTrip {
  readonly board: TripBoard | undefined;
  /** What the person wants; `undefined` until they have said so. */
  readonly isPlanOpen: boolean | undefined;
}

/** Opens or folds the plan; `undefined` leaves it to what is on board. */
export function foldPlan(isPlanOpen: boolean | undefined): void {
  useOpenTrip.setState({ isPlanOpen });
}

/** Whether the plan is open: while nothing is on board, unless the person has said otherwise. */
export function isPlanOpen({ board, isPlanOpen: wanted }: OpenTrip): boolean {
  return wanted ?? board?.rows.length === 0;
}

/** Lays parts of a plan over that of the trip that is open, until its board is asked for anew. */
export function showPlan(id: TripId, plan: Partial<TripPlan>): void {
  const { board } = useOpenTrip.getState();
  if (board?.trip.id === id) useOpenTrip.setState({ board: { ...board, trip: { ...board.trip, ...plan } } });
}

/** How far the asking is. */
export type BoardAnswer =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly message: string; readonly again: () => void }
  | { readonly state: 'here'; readonly board: TripBoard };

// A check tells of itself several times a second for each article.
const PAUSE_MS = 120;
const LIBRARY_PAUSE_MS = 600;

/** The board of a trip, kept fresh while the component is there. */
export function useBoard(id: TripId): BoardAnswer {
  const board = useOpenTrip((open) => (open.board?.trip.id === id ? open.board : undefined));
  const [failure, setFailure] = useState<string>();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let isOver = false;
    let timer: number | undefined;
    let isAsking = false;
    let isOld = false;
    const ask = async (): Promise<void> => {
      timer = undefined;
      if (isAsking) {
        isOld = true;
        return;
      }
      isAsking = true;
      isOld = false;
      try {
        const next = await call('trip.board', { id });
        if (isOver) return;
        useOpenTrip.setState(({ board: before }) => ({ board: withSameRows(next, before) }));
        setFailure(undefined);
      } catch (problem) {
        if (!isOver) setFailure(failureText(toErrorReport(problem)));
      } finally {
        isAsking = false;
        if (isOld) later(PAUSE_MS);
      }
    };
    const later = (pause: number): void => {
      if (!isOver) timer ??= window.setTimeout(() => void ask(), pause);
    };
    void ask();
    const stop = listen((happening) => {
      if (happening.name === 'trips.changed' && happening.payload.id === id) later(PAUSE_MS);
      // Articles are read, saved and removed; links are put into the outbox.
      if (happening.name === 'library.changed' || happening.name === 'save.changed') later(LIBRARY_PAUSE_MS);
    });
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      stop();
      useOpenTrip.setState({ board: undefined });
    };
  }, [id, tries]);

  if (failure !== undefined) {
    return { state: 'failed', message: failure, again: () => setTries((before) => before + 1) };
  }
  return board === undefined ? { state: 'waiting' } : { state: 'here', board };
}

/** Rows that say the same stay the same objects, so that they are not drawn anew. */
function withSameRows(next: TripBoard, before: TripBoard | undefined): TripBoard {
  if (before === undefined) return next;
  const known = new Map(before.rows.map((row) => [row.key, row]));
  const rows = next.rows.map((row) => {
    const last = known.get(row.key);
    return last !== undefined && JSON.stringify(last) === JSON.stringify(row) ? last : row;
  });
  return { ...next, rows };
}

/** The row of the board that has the focus; `undefined` when the focus is elsewhere. */
export function focusedItem(): BoardRow | undefined {
  const key = document.activeElement?.closest('[data-item]')?.getAttribute('data-item');
  return useOpenTrip.getState().board?.rows.find((row) => row.key === key);
}

/** As the lists know it, which hear of it before the board is asked for anew. */
function isRead(id: ArticleId): boolean {
  const row = knownRow(id);
  return row !== undefined && useMirror.getState().columns.read[row] !== NO_DATE;
}

/** The next article of the trip that can be read and is not read, after the one that is open or from the beginning. */
export function nextUnread(board: TripBoard, after: string | null): BoardRow | undefined {
  const isWaiting = ({ articleId, status, isFinished }: BoardRow): boolean =>
    articleId !== null && articleId !== after && !isFinished && !isRead(articleId) && status !== 'needsSignIn';
  const at = board.rows.findIndex(({ articleId }) => articleId !== null && articleId === after);
  return board.rows.slice(at + 1).find(isWaiting) ?? board.rows.find(isWaiting);
}
