// The rows that the library shows for a query and an order: filters alone are answered here, from the columns; words are asked of the search.
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { create } from 'zustand';
import { readFilters, type FilterNode } from '#contract/query/compileQuery.ts';
import { SORTS, type Sort } from '#contract/views.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { say } from '../app/toasts.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { words } from '../ui/words.ts';
import { rowsWhere } from './libraryOrder.ts';
import { NEWEST_FIRST, sortRows, type RowOrder } from './rowSorts.ts';

/** The order of the library, for as long as the window is open. */
export const useLibraryOrder = create<RowOrder>()(() => NEWEST_FIRST);

/** What a text that was chosen from a list of orders says; `undefined` for anything else. */
export function readSort(text: string): Sort | undefined {
  return SORTS.find((sort) => sort === text);
}

/** The query as filters; `undefined` when there are words in it, or nothing that can be answered here. */
export function useFilters(query: string): FilterNode | undefined {
  // Only the dates that are meant depend on the day.
  const [opened] = useState(() => new Date());
  return useMemo(
    () => (query === '' || asksForFailedSaves(query) ? undefined : (readFilters(query, opened).node ?? undefined)),
    [query, opened],
  );
}

/** Whether a query asks for what could not be saved: that is about saves, and no article. */
export function asksForFailedSaves(query: string): boolean {
  return /(^|\s)is:failed(\s|$)/i.test(query);
}

/** The rows that pass, in the order that is asked for; all of them without a filter. */
export function useFilteredRows(node: FilterNode | undefined, order: RowOrder): Uint32Array {
  const columns = useMirror((mirror) => mirror.columns);
  const bySaved = useMirror((mirror) => mirror.bySaved);
  const titleRanks = useTitleRanks(order.sort === 'title');
  return useMemo(() => {
    const kept = node === undefined ? bySaved : rowsWhere(columns, bySaved, node);
    return sortRows(columns, kept, order, titleRanks);
  }, [columns, bySaved, node, order, titleRanks]);
}

/** The order of titles, asked for only where it is needed; the last one stays until the next is here. */
function useTitleRanks(isNeeded: boolean): Uint32Array | undefined {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(isNeeded ? `titles ${revision}` : '', () =>
    isNeeded ? call('library.titleRanks') : Promise.resolve(undefined),
  );
  const sayFailure = useEffectEvent(() => {
    if (answer.state !== 'failed') return;
    say({
      text: words.library.titlesFailed({ reason: answer.message }),
      tone: 'failure',
      action: { label: words.tryAgain, run: answer.again },
    });
  });
  useEffect(() => sayFailure(), [answer.state]);
  return answer.state === 'here' ? answer.value : undefined;
}
