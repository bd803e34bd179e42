// Which articles the library shows: row numbers over typed arrays, so that 100,000 cost milliseconds. Pure.
import type { ArticleColumns } from '#contract/columns.ts';
import { compileQuery, type FilterNode } from '#contract/query/compileQuery.ts';

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
