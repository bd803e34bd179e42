// The order of a list: what it goes by, and which way round.
import type { ReactNode } from 'react';
import type { Sort } from '#contract/views.ts';
import { EarlierIcon, LaterIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import type { RowOrder } from './rowSorts.ts';
import { readSort } from './useShelf.ts';

/** What can be chosen, and what is. */
export interface SortControlProps {
  readonly sorts: readonly Sort[];
  readonly order: RowOrder;
  readonly choose: (order: RowOrder) => void;
}

/** Draws the choice. */
export function SortControl({ sorts, order, choose }: SortControlProps): ReactNode {
  return (
    <div className="library-sort">
      <label>
        {words.library.sortLabel}
        <select
          value={order.sort}
          onChange={({ target: { value } }) => {
            const sort = readSort(value);
            if (sort !== undefined) choose({ sort, isReversed: false });
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.library.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="icon-button"
        title={words.shelves.reverse}
        aria-label={words.shelves.reverse}
        aria-pressed={order.isReversed}
        onClick={() => choose({ ...order, isReversed: !order.isReversed })}
      >
        {order.isReversed ? <EarlierIcon size={16} aria-hidden /> : <LaterIcon size={16} aria-hidden />}
      </button>
    </div>
  );
}
