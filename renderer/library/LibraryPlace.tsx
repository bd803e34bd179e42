// Everything that was saved, with filters and orders; or, while something is searched for, what was found.
import { useMemo, useState, type ReactNode } from 'react';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useView } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FirstRun } from '../queue/FirstRun.tsx';
import { formatBytes } from '../ui/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { ROW_HEIGHT } from './ArticleRow.tsx';
import { ListedRow } from './ListedRow.tsx';
import { arrange, bytesOf, FILTERS, SORTS, type Filter, type Sort } from './libraryOrder.ts';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import './LibraryPlace.css';

/** Draws the library. */
export function LibraryPlace(): ReactNode {
  const columns = useMirror((mirror) => mirror.columns);
  const bySaved = useMirror((mirror) => mirror.bySaved);
  const query = useView((view) => view.query);
  const [filter, setFilter] = useState<Filter>('all');
  const [sort, setSort] = useState<Sort>('saved');
  const titleRanks = useTitleRanks(sort === 'title');
  const shown = useMemo(
    () => arrange(columns, bySaved, filter, sort, titleRanks),
    [columns, bySaved, filter, sort, titleRanks],
  );
  const isLookedThrough = useMirror(({ progress }) => progress.articles === null);
  if (bySaved.length === 0) return isLookedThrough ? <FirstRun /> : <Notice title={words.loading} />;
  return (
    <div className="place">
      <header className="place-header">
        <h1>{words.places.library}</h1>
        {query.trim() === '' && (
          <p className="place-summary">
            {words.library.summary({ count: shown.length, size: formatBytes(bytesOf(columns, shown)) })}
          </p>
        )}
        <SearchField query={query} />
        {query.trim() === '' && (
          <div className="library-controls">
            <FilterChips filter={filter} choose={setFilter} />
            <SortSelect sort={sort} choose={setSort} />
          </div>
        )}
      </header>
      {query.trim() !== '' ? (
        <SearchResults query={query.trim()} />
      ) : shown.length === 0 ? (
        <Notice
          title={words.library.noneTitle}
          action={{ label: words.library.filters.all, run: () => setFilter('all') }}
        >
          {words.library.none}
        </Notice>
      ) : (
        <VirtualList
          key={`${filter} ${sort}`}
          rows={shown}
          keyOf={String}
          label={words.places.library}
          rowHeight={ROW_HEIGHT}
          memory={`library ${filter} ${sort}`}
        >
          {(row, tabIndex) => <ListedRow row={row} tabIndex={tabIndex} level={2} />}
        </VirtualList>
      )}
    </div>
  );
}

/** The order of titles, asked for only where it is needed; the last one stays until the next is here. */
function useTitleRanks(isNeeded: boolean): Uint32Array | undefined {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(isNeeded ? `titles ${revision}` : '', () =>
    isNeeded ? call('library.titleRanks') : Promise.resolve(undefined),
  );
  return answer.state === 'here' ? answer.value : undefined;
}

interface FilterChipsProps {
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
}

function FilterChips({ filter, choose }: FilterChipsProps): ReactNode {
  return (
    <div className="chips" role="group" aria-label={words.library.filterLabel}>
      {FILTERS.map((each) => (
        <button key={each} type="button" className="chip" aria-pressed={each === filter} onClick={() => choose(each)}>
          {words.library.filters[each]}
        </button>
      ))}
    </div>
  );
}

interface SortSelectProps {
  readonly sort: Sort;
  readonly choose: (sort: Sort) => void;
}

function SortSelect({ sort, choose }: SortSelectProps): ReactNode {
  return (
    <label className="library-sort">
      {words.library.sortLabel}
      <select
        value={sort}
        onChange={(event) => {
          const chosen = SORTS.find((each) => each === event.target.value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {SORTS.map((each) => (
          <option key={each} value={each}>
            {words.library.sorts[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
