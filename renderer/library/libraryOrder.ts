// Which articles the library shows, in which order: row numbers over typed arrays, so that 100,000 cost milliseconds. Pure.
import { unreachable } from '#contract/errors.ts';
import { isArchived, isPartialRow, NO_DATE, type ArticleColumns } from '#contract/columns.ts';
import { isStartedRow, isWaitingRow } from '../queue/queueOrder.ts';

/** The filters, in the order they are offered. */
export const FILTERS = ['all', 'unread', 'started', 'read', 'archived', 'partial'] as const;

/** One of the filters. */
export type Filter = (typeof FILTERS)[number];

/** The sorts, in the order they are offered. */
export const SORTS = ['saved', 'published', 'title', 'minutes'] as const;

/** One of the sorts. */
export type Sort = (typeof SORTS)[number];

const KEEPS: Readonly<Record<Filter, (columns: ArticleColumns, row: number) => boolean>> = {
  all: () => true,
  unread: (columns, row) => isWaitingRow(columns, row) && !isStartedRow(columns, row),
  started: isStartedRow,
  read: ({ read }, row) => read[row] !== NO_DATE,
  archived: isArchived,
  partial: isPartialRow,
};

/**
 * The rows that pass the filter, sorted. `bySaved` are the rows there are, newest saved first; rows that compare equal keep that order.
 * `titleRanks` has for each row its place among all titles; while it is not there, titles are in the order of `bySaved`.
 */
export function arrange(
  columns: ArticleColumns,
  bySaved: Uint32Array,
  filter: Filter,
  sort: Sort,
  titleRanks: Uint32Array | undefined,
): Uint32Array {
  const kept = filter === 'all' ? bySaved : bySaved.filter((row) => KEEPS[filter](columns, row));
  switch (sort) {
    case 'saved':
      return kept;
    case 'published':
      // Without a date an article stands last.
      return sortRows(kept, (row) => -(columns.published[row] ?? NO_DATE));
    case 'minutes':
      return sortRows(kept, (row) => columns.minutes[row] ?? 0);
    case 'title':
      return titleRanks === undefined ? kept : sortRows(kept, (row) => titleRanks[row] ?? 0xffff_ffff);
    default:
      return unreachable(sort);
  }
}

/** Sorts by a whole number below 2³² in size; equal ones keep their order. Numbers sort natively, several times as fast as with a comparison. */
function sortRows(rows: Uint32Array, keyOf: (row: number) => number): Uint32Array {
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) keys[place] = keyOf(rows[place] ?? 0) * PLACES + place;
  keys.sort();
  const sorted = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    sorted[place] = rows[(((keys[place] ?? 0) % PLACES) + PLACES) % PLACES] ?? 0;
  }
  return sorted;
}

const PLACES = 2 ** 20;

/** Bytes of the articles in these rows. */
export function bytesOf({ kilobytes }: ArticleColumns, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += kilobytes[row] ?? 0;
  return sum * 1_024;
}
