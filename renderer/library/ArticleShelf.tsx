// The articles of the library: what they are narrowed to, in which order they stand, and what is done with those that are selected.
import { useEffect, type ReactNode } from 'react';
import { SORTS } from '#contract/views.ts';
import { useMirror } from '../app/mirror.ts';
import { refine } from '../app/navigation.ts';
import { formatBytes } from '../ui/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { ROW_HEIGHT } from './ArticleRow.tsx';
import { BulkBar } from './BulkBar.tsx';
import { CHIPS, chipTerm, othersOf, type Chip } from './chips.ts';
import { bytesOf } from './libraryOrder.ts';
import { selectNoRows, selectRows, showRows, useShownRows } from './librarySelection.ts';
import { ListedRow } from './ListedRow.tsx';
import { hasTerm, withoutTerms, withTerm } from './queryTerms.ts';
import { SavedViews } from './SavedViews.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SortControl } from './SortControl.tsx';
import { TagFilter } from './TagFilter.tsx';
import { useFilteredRows, useFilters, useLibraryOrder } from './useShelf.ts';

/** Draws the shelf for a query as it is typed. */
export function ArticleShelf({ query: typed }: { readonly query: string }): ReactNode {
  const query = typed.trim();
  const columns = useMirror((mirror) => mirror.columns);
  const order = useLibraryOrder();
  const filters = useFilters(query);
  const isSearched = query !== '' && filters === undefined;
  const rows = useFilteredRows(filters, order);
  useEffect(() => {
    if (!isSearched) showRows(rows);
  }, [rows, isSearched]);
  useEffect(() => selectNoRows, []);
  return (
    <>
      <div className="place-tools">
        <SearchField query={typed} />
        <div className="library-controls">
          <div className="chips" role="group" aria-label={words.shelves.chipsLabel}>
            <button type="button" className="chip" aria-pressed={query === ''} onClick={() => refine({ query: '' })}>
              {words.shelves.all}
            </button>
            {CHIPS.map((chip) => (
              <StateChip key={chip} chip={chip} query={query} />
            ))}
          </div>
          {isSearched && <TagFilter query={query} />}
          {isSearched && <SavedViews query={query} order={order} />}
        </div>
        {!isSearched && (
          <div className="library-controls">
            <p className="place-summary" role="status">
              {rows.length > 0 &&
                words.library.summary({ count: rows.length, size: formatBytes(bytesOf(columns, rows)) })}
            </p>
            <TagFilter query={query} />
            <SavedViews query={query} order={order} />
            <SortControl sorts={SORTS} order={order} choose={(next) => useLibraryOrder.setState(next)} />
          </div>
        )}
        <BulkBarOfShown />
      </div>
      {isSearched ? (
        <SearchResults query={query} />
      ) : rows.length === 0 ? (
        <Notice
          title={words.shelves.noneTitle}
          action={{ label: words.shelves.clear, run: () => refine({ query: '' }) }}
        >
          {words.shelves.none}
        </Notice>
      ) : (
        <VirtualList
          key={`${query} ${order.sort} ${order.isReversed}`}
          rows={rows}
          keyOf={String}
          label={words.places.library}
          rowHeight={ROW_HEIGHT}
          memory={`library ${query} ${order.sort} ${order.isReversed}`}
          onExtend={(from, to) => selectRows(rows.subarray(Math.min(from, to), Math.max(from, to) + 1), true)}
        >
          {(row, tabIndex) => <ListedRow row={row} tabIndex={tabIndex} level={2} />}
        </VirtualList>
      )}
    </>
  );
}

function BulkBarOfShown(): ReactNode {
  const shown = useShownRows();
  return <BulkBar all={shown} />;
}

function StateChip({ chip, query }: { readonly chip: Chip; readonly query: string }): ReactNode {
  const term = chipTerm(chip);
  const isOn = hasTerm(query, term);
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={isOn}
      onClick={() => refine({ query: isOn ? withoutTerms(query, [term]) : withTerm(query, term, othersOf(chip)) })}
    >
      {words.shelves.chips[chip]}
    </button>
  );
}
