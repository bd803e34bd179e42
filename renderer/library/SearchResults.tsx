// What the search found, best first, each with the passage that matched. Asks again when the words or the library change.
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { ArticleCard } from '#contract/article.ts';
import type { SearchPassage, SearchResult } from '#contract/calls.ts';
import { useCard } from '../app/cards.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatEither } from '../ui/dates.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { TrayRow } from '../saving/TrayRow.tsx';
import { ArticleRow, ROW_HEIGHT } from './ArticleRow.tsx';
import { selectRows, showRows } from './librarySelection.ts';
import { asksForFailedSaves } from './useShelf.ts';
import { createPassages, type Passages } from './passages.ts';

/** Draws the hits for `query`, which is not empty. */
export function SearchResults({ query }: { readonly query: string }): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`${revision} ${query}`, () => call('search.find', { query }));
  if (answer.state === 'waiting') return <Notice title={words.loading} />;
  if (answer.state === 'failed') return <FailureNotice title={words.library.searchFailed} {...answer} />;
  if (asksForFailedSaves(query)) return <FailedSaves />;
  return <Found query={query} result={answer.value} />;
}

function Found({ query, result }: { readonly query: string; readonly result: SearchResult }): ReactNode {
  const { rows } = result;
  // Made with the result, so that passages of an earlier one are not shown with this.
  const passages = useMemo(() => createPassages(query, result), [query, result]);
  useEffect(() => showRows(rows), [rows]);
  return (
    <>
      <p className="search-count" role="status">
        {words.library.foundInAll({ count: rows.length })}
        {result.corrections.map(({ typed, taken }) => (
          <span key={typed}>
            {' '}
            {words.library.corrected({
              typed,
              taken: formatEither(taken.map((word) => words.library.quoted({ word }))),
            })}
          </span>
        ))}
        {!result.isComplete && <span> {words.library.incomplete}</span>}
      </p>
      {rows.length === 0 ? (
        <Notice title={words.library.noMatchTitle}>{words.library.noMatch({ query })}</Notice>
      ) : (
        <VirtualList
          rows={rows}
          keyOf={String}
          label={words.places.library}
          rowHeight={ROW_HEIGHT}
          onExtend={(from, to) => selectRows(rows.subarray(Math.min(from, to), Math.max(from, to) + 1), true)}
        >
          {(row, tabIndex) => <FoundRow row={row} tabIndex={tabIndex} passages={passages} />}
        </VirtualList>
      )}
    </>
  );
}

interface FoundRowProps {
  readonly row: number;
  readonly tabIndex: 0 | -1;
  readonly passages: Passages;
}

function FoundRow({ row, tabIndex, passages }: FoundRowProps): ReactNode {
  const card = useCard(row);
  const passage = useSyncExternalStore(passages.subscribe, () => passages.of(row));
  if (card === undefined) return <div className="article-row-waiting" aria-hidden />;
  return (
    <ArticleRow
      card={card}
      row={row}
      tabIndex={tabIndex}
      level={2}
      passage={passage === undefined || passage.snippet === '' ? undefined : <Passage passage={passage} card={card} />}
    />
  );
}

/** What was asked for and is not here: the filter `is:failed` is about saves, not articles. */
function FailedSaves(): ReactNode {
  const saves = useMirror((mirror) => mirror.saves);
  const failed = saves.filter(({ progress }) => progress.state === 'failed');
  if (failed.length === 0) return <Notice title={words.library.noMatchTitle}>{words.library.noFailed}</Notice>;
  return (
    <ul className="failed-saves" aria-label={words.library.failedSaves}>
      {failed.map((save) => (
        <li key={save.id}>
          <TrayRow save={save} isFull />
        </li>
      ))}
    </ul>
  );
}

function Passage({ passage, card }: { readonly passage: SearchPassage; readonly card: ArticleCard }): ReactNode {
  const { snippet, marks } = passage;
  let from = 0;
  const pieces: ReactNode[] = [];
  for (const [start, end] of marks) {
    pieces.push(snippet.slice(from, start), <mark key={start}>{snippet.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <p className="article-row-excerpt" lang={card.lang ?? undefined} dir={card.dir}>
      {pieces}
      {snippet.slice(from)}
    </p>
  );
}
