// Which articles the library shows, in which order: row numbers over typed arrays, so that 100,000 cost milliseconds. Pure.
import { isArchived, isPartialRow, NO_DATE, type ArticleColumns } from '#contract/columns.ts';
import { compileQuery, type FilterNode } from '#contract/query/compileQuery.ts';
import type { Sort } from '#contract/views.ts';
import { isStartedRow, isWaitingRow } from '../queue/queueOrder.ts';
import { sortRows, type RowOrder } from './rowSorts.ts';

/** The filters, in the order they are offered. */
export const FILTERS = ['all', 'unread', 'started', 'read', 'archived', 'partial'] as const;

/** One of the filters. */
export type Filter = (typeof FILTERS)[number];

/** The sorts that the place offers; `SORTS` of the contract has all there are. */
export const SORTS = ['saved', 'published', 'title', 'minutes'] as const satisfies readonly Sort[];

const KEEPS: Readonly<Record<Filter, (columns: ArticleColumns, row: number) => boolean>> = {
  all: () => true,
  unread: (columns, row) => isWaitingRow(columns, row) && !isStartedRow(columns, row),
  started: isStartedRow,
  read: ({ read }, row) => read[row] !== NO_DATE,
  archived: isArchived,
  partial: isPartialRow,
};

/** The rows that pass the filter, as `sortRows` puts them. `bySaved` are the rows there are, newest saved first. */
export function arrange(
  columns: ArticleColumns,
  bySaved: Uint32Array,
  filter: Filter,
  order: RowOrder,
  titleRanks: Uint32Array | undefined,
): Uint32Array {
  const kept = filter === 'all' ? bySaved : bySaved.filter((row) => KEEPS[filter](columns, row));
  return sortRows(columns, kept, order, titleRanks);
}

/** The rows that pass a query of filters, in their order. */
export function rowsWhere(columns: ArticleColumns, rows: Uint32Array, node: FilterNode): Uint32Array {
  return rows.filter(compileQuery(node, columns));
}

/** Bytes of the articles in these rows. */
export function bytesOf({ kilobytes }: ArticleColumns, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += kilobytes[row] ?? 0;
  return sum * 1_024;
}
