// How far a library is over its limit in; what could go so that it fits out: earlier copies first, then articles that are finished or
// archived, the oldest first. Never what is unread, starred, tagged or has highlights, and never more than it takes. Pure.
import { isArchived, isStarred, isThere, NO_DATE, tagsOf, type ArticleColumns } from '#contract/columns.ts';
import type { HeldCopy, Holdings } from '../../store/holdings.ts';

/** What the answer depends on. */
export interface CapQuestion extends Pick<Holdings, 'articles' | 'copies' | 'assetBytes'> {
  readonly columns: ArticleColumns;
  readonly rowOf: (id: HeldCopy['id']) => number | undefined;
  readonly isHighlighted: (row: number) => boolean;
  readonly overBytes: number;
}

/** What could go. */
export interface CapAnswer {
  readonly copies: readonly HeldCopy[];
  readonly rows: readonly number[];
  /** What the library takes less without them; pictures that are shown elsewhere stay. */
  readonly freedBytes: number;
}

/** Tells what could go; less than `overBytes` when there is not so much of it. */
export function whatCouldGo({ columns, articles, copies, assetBytes, ...question }: CapQuestion): CapAnswer {
  const uses = countUses([...articles.values(), ...copies], assetBytes.length);
  const goneCopies = new Set<HeldCopy>();
  const rows: number[] = [];
  let freedBytes = 0;

  const release = ({ bytes, assets }: { readonly bytes: number; readonly assets: readonly number[] }): void => {
    freedBytes += bytes;
    for (const asset of assets) {
      uses[asset] = (uses[asset] ?? 1) - 1;
      if (uses[asset] === 0) freedBytes += assetBytes[asset] ?? 0;
    }
  };
  const isKept = (row: number): boolean => isStarred(columns, row) || question.isHighlighted(row);

  for (const copy of copies.toSorted((a, b) => a.saved - b.saved)) {
    if (freedBytes >= question.overBytes) break;
    const row = question.rowOf(copy.id);
    // A newer one waits for the person to decide.
    if (row === undefined || isKept(row) || copy.saved >= (articles.get(row)?.saved ?? columns.saved[row] ?? 0))
      continue;
    release(copy);
    goneCopies.add(copy);
  }
  const left = new Map<number, HeldCopy[]>();
  for (const copy of copies) {
    const row = question.rowOf(copy.id);
    if (row !== undefined && !goneCopies.has(copy)) left.set(row, [...(left.get(row) ?? []), copy]);
  }
  const oldest = [...articles.keys()].filter(
    (row) => couldGo(columns, row) && !question.isHighlighted(row) && isThere(columns, row),
  );
  for (const row of oldest.sort((a, b) => (columns.saved[a] ?? 0) - (columns.saved[b] ?? 0) || a - b)) {
    if (freedBytes >= question.overBytes) break;
    // Its copies go with it.
    for (const held of [articles.get(row), ...(left.get(row) ?? [])]) if (held !== undefined) release(held);
    rows.push(row);
  }
  return { copies: [...goneCopies], rows, freedBytes };
}

function couldGo(columns: ArticleColumns, row: number): boolean {
  const isDone = columns.read[row] !== NO_DATE || isArchived(columns, row);
  return isDone && !isStarred(columns, row) && tagsOf(columns, row).length === 0;
}

function countUses(holdings: readonly { readonly assets: readonly number[] }[], size: number): Uint32Array {
  const uses = new Uint32Array(size);
  for (const { assets } of holdings) for (const asset of assets) uses[asset] = (uses[asset] ?? 0) + 1;
  return uses;
}
