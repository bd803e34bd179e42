// Rows that other hands changed, one by one, in; cards for the window out, many at a time.
import type { RowCard } from '#contract/calls.ts';
import type { Catalogue } from '../../store/catalogue/catalogue.ts';

/** What is told of the changes. */
export interface RowChangesOptions {
  readonly catalogue: Pick<Catalogue, 'cards'>;
  readonly tell: (upserted: readonly RowCard[], removed: readonly number[]) => void;
  readonly report: (bug: unknown) => void;
}

/** Changes that wait to be told. */
export interface RowChanges {
  changed(row: number): void;
  removed(row: number): void;
  /** Tells nothing any more; resolves when nothing is being read for it. */
  close(): Promise<void>;
}

// Nobody reads faster, and the window sorts its lists anew each time.
const TOGETHER_MS = 250;
const MOST_AT_ONCE = 500;

/** Collects changes for a quarter of a second and tells them together. */
export function createRowChanges({ catalogue, tell, report }: RowChangesOptions): RowChanges {
  let changed = new Set<number>();
  let removed = new Set<number>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let telling: Promise<void> = Promise.resolve();
  let isClosed = false;

  async function tellAll(): Promise<void> {
    const [rows, gone] = [[...changed], [...removed]];
    [changed, removed] = [new Set(), new Set()];
    waiting = undefined;
    if (gone.length > 0) tell([], gone);
    for (let begin = 0; begin < rows.length; begin += MOST_AT_ONCE) {
      if (isClosed) return;
      tell(await catalogue.cards(rows.slice(begin, begin + MOST_AT_ONCE)), []);
    }
  }

  function wait(): void {
    if (isClosed) return;
    waiting ??= setTimeout(() => {
      telling = telling.then(tellAll).catch(report);
    }, TOGETHER_MS);
  }

  return {
    changed(row) {
      changed.add(row);
      wait();
    },
    removed(row) {
      changed.delete(row);
      removed.add(row);
      wait();
    },
    async close() {
      isClosed = true;
      clearTimeout(waiting);
      await telling;
    },
  };
}
