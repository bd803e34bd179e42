// Which articles wait to be read, and in which order: those under way first, then the rest, newest saved first unless asked otherwise.
import { isArchived, NO_DATE, type ArticleColumns } from '#contract/columns.ts';
import { NEWEST_FIRST, sortRows, type RowOrder } from '../library/rowSorts.ts';

/** Not read and not archived. */
export function isWaitingRow(columns: ArticleColumns, row: number): boolean {
  return columns.read[row] === NO_DATE && !isArchived(columns, row);
}

/** Begun and not finished. */
function isStartedRow(columns: ArticleColumns, row: number): boolean {
  return (columns.progress[row] ?? 0) > 0 && isWaitingRow(columns, row);
}

/** The queue in two parts. */
export interface Queue {
  readonly started: Uint32Array;
  readonly next: Uint32Array;
}

let last: { readonly columns: ArticleColumns; readonly bySaved: Uint32Array; readonly queue: Queue } | undefined;

/** The queue as it begins; the same arrays until something changes, as several places ask for it one after another. */
export function queueOf(columns: ArticleColumns, bySaved: Uint32Array): Queue {
  if (last?.columns !== columns || last.bySaved !== bySaved) {
    last = { columns, bySaved, queue: orderQueue(columns, bySaved) };
  }
  return last.queue;
}

/** The queue, each part as `sortRows` puts it. */
export function orderQueue(
  columns: ArticleColumns,
  bySaved: Uint32Array,
  order: RowOrder = NEWEST_FIRST,
  titleRanks?: Uint32Array,
): Queue {
  const [started, next] = [new Uint32Array(bySaved.length), new Uint32Array(bySaved.length)];
  let [startedCount, nextCount] = [0, 0];
  for (const row of bySaved) {
    if (!isWaitingRow(columns, row)) continue;
    if (isStartedRow(columns, row)) {
      started[startedCount] = row;
      startedCount += 1;
    } else {
      next[nextCount] = row;
      nextCount += 1;
    }
  }
  const sorted = (rows: Uint32Array): Uint32Array => sortRows(columns, rows, order, titleRanks);
  return { started: sorted(started.subarray(0, startedCount)), next: sorted(next.subarray(0, nextCount)) };
}
