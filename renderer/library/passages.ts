// Pieces of the texts that were found, fetched some at a time as their rows come into view.
import type { SearchPassage, SearchResult } from '#contract/calls.ts';
import { call } from '../app/client.ts';

/** The pieces for one query. */
export interface Passages {
  /** `undefined` until it is here. */
  readonly of: (row: number) => SearchPassage | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

const AT_ONCE = 50;

/** Makes them for rows that a query found, each asked for once; `found` is empty where nothing was. */
export function createPassages(query: string, { rows: found }: SearchResult): Passages {
  const known = new Map<number, SearchPassage>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  let wanted: number[] = [];

  async function fetchWanted(): Promise<void> {
    const rows = wanted;
    wanted = [];
    try {
      for (let begin = 0; begin < rows.length; begin += AT_ONCE) {
        const pieces = await call('search.passages', { query, rows: rows.slice(begin, begin + AT_ONCE) });
        for (const passage of pieces) known.set(passage.row, passage);
        for (const listener of listeners) listener();
      }
    } catch (failure) {
      // Without its passage a row shows the beginning of its article.
      if (!(failure instanceof Error)) throw failure;
    }
  }

  return {
    of(row) {
      if (found.length > 0 && !asked.has(row)) {
        asked.add(row);
        if (wanted.length === 0) queueMicrotask(() => void fetchWanted());
        wanted.push(row);
      }
      return known.get(row);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
