// A trip's name in; its departure board on the terminal out, once every article was checked. The exit code is 0 only when all are ready.
import { AppError } from '#contract/errors.ts';
import type { BoardRow, BoardStatus, TripBoard, TripLine } from '#contract/trip.ts';
import type { Layover } from '../layover.ts';
import { print } from './standardStreams.ts';

/** What is done with a trip. */
export interface TripToCheck {
  readonly trip: string;
  readonly isJson: boolean;
}

/** Checks it and prints what was found, as a table or as one JSON document. Throws `AppError`: `not-found`, `locked`, `disk`. */
export async function checkTrip(
  layover: Pick<Layover, 'trips' | 'tripWorks'>,
  { trip, isJson }: TripToCheck,
): Promise<number> {
  const { id } = find(await layover.trips.list(), trip);
  await layover.tripWorks.check(id);
  await layover.tripWorks.settled(id);
  const board = await layover.trips.board(id);
  await print(isJson ? `${JSON.stringify(board, null, 2)}\n` : boardLines(board));
  return board.rows.length > 0 && board.ready === board.rows.length ? 0 : 1;
}

const MOST_NAMED = 10;

function find(trips: readonly TripLine[], name: string): TripLine {
  const folded = name.trim().toLowerCase();
  // Those that lie ahead come first, so of two of a name the next one is meant.
  const found = trips.find((trip) => trip.id === name) ?? trips.find((trip) => trip.name.toLowerCase() === folded);
  if (found !== undefined) return found;
  const names = [...new Set(trips.map((trip) => `“${trip.name}”`))].slice(0, MOST_NAMED).join(', ');
  throw new AppError(
    'not-found',
    `There is no trip “${name}”. ${names === '' ? 'None is planned yet; plan one in the window.' : `There are: ${names}.`}`,
  );
}

const STATUS: Readonly<Record<Exclude<BoardStatus, 'imagesMissing'>, string>> = {
  ready: 'READY',
  textOnly: 'TEXT ONLY',
  needsSignIn: 'NEEDS SIGN-IN',
  notFetched: 'NOT FETCHED',
  broken: 'BROKEN',
  unproved: 'NOT PROVED',
  waiting: 'WAITING',
  fetching: 'FETCHING',
  checking: 'CHECKING',
};

function statusOf({ status, missingImages }: BoardRow): string {
  if (status !== 'imagesMissing') return STATUS[status];
  return missingImages === 1 ? '1 IMAGE MISSING' : `${missingImages} IMAGES MISSING`;
}

/** One article a line: status, minutes, megabytes, title; below what is wrong with it; and the sum of all. */
function boardLines({ trip, rows, ready, minutes, sizeBytes }: TripBoard): string {
  const width = Math.max(...rows.map((row) => statusOf(row).length), 0);
  const each = rows.flatMap((row) => {
    const facts = `${String(row.minutesLeft).padStart(4)} min  ${toMb(row.sizeBytes).padStart(7)} MB`;
    const problem = row.check?.problem?.message;
    const line = `${statusOf(row).padEnd(width)}  ${facts}  ${row.title}`;
    return problem === undefined ? [line] : [line, `${' '.repeat(width)}  ${problem}`];
  });
  const time = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const sum = `${trip.name}: ${ready} of ${rows.length} ready, ${time} to read, ${toMb(sizeBytes)} MB`;
  return `${[...each, sum].join('\n')}\n`;
}

function toMb(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
