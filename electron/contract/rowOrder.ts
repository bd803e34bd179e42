// The order in which lists begin, kept while articles come, change and go. Pure.
import { isThere, type ArticleColumns } from './columns.ts';

/** All rows that are there, newest saved first; of the same instant, the last added first. */
export function orderBySaved(columns: ArticleColumns): Uint32Array {
  const rows = new Uint32Array(columns.size);
  let count = 0;
  let isSorted = true;
  for (let row = columns.size - 1; row >= 0; row -= 1) {
    if (!isThere(columns, row)) continue;
    rows[count] = row;
    if (count > 0 && (columns.saved[rows[count - 1] ?? 0] ?? 0) < (columns.saved[row] ?? 0)) isSorted = false;
    count += 1;
  }
  const there = rows.subarray(0, count);
  return isSorted ? there : sortBySaved(columns, there);
}

/** Seconds sort natively, many times as fast as with a comparison; within one second rows are then compared. */
function sortBySaved(columns: ArticleColumns, rows: Uint32Array): Uint32Array {
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    keys[place] = (LAST_SECOND - Math.floor((columns.saved[rows[place] ?? 0] ?? 0) / 1_000)) * PLACES + place;
  }
  keys.sort();
  const sorted = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) sorted[place] = rows[(keys[place] ?? 0) % PLACES] ?? 0;
  for (let place = 1; place < sorted.length; place += 1) {
    const row = sorted[place] ?? 0;
    let at = place;
    for (; at > 0 && compare(columns, sorted[at - 1] ?? 0, row) > 0; at -= 1) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = row;
  }
  return sorted;
}

const PLACES = 2 ** 20;
// In the year 2242; a key of a second and a place is then a whole number that is exact.
const LAST_SECOND = 2 ** 33 - 1;

/** The order after some rows were added, changed or removed: as `orderBySaved`, without sorting all anew. */
export function reorder(columns: ArticleColumns, order: Uint32Array, changed: ReadonlySet<number>): Uint32Array {
  const added = [...changed].filter((row) => isThere(columns, row)).sort((a, b) => compare(columns, a, b));
  const next = new Uint32Array(order.length + added.length);
  let size = 0;
  let taken = 0;
  for (const row of order) {
    if (changed.has(row)) continue;
    for (let one = added[taken]; one !== undefined && compare(columns, one, row) < 0; one = added[taken]) {
      next[size] = one;
      size += 1;
      taken += 1;
    }
    next[size] = row;
    size += 1;
  }
  for (const one of added.slice(taken)) {
    next[size] = one;
    size += 1;
  }
  return next.subarray(0, size);
}

function compare({ saved }: ArticleColumns, a: number, b: number): number {
  return (saved[b] ?? 0) - (saved[a] ?? 0) || b - a;
}
