// What the search found, best first, each with the passage that matched. Asks again when the words or the library change.
import type { ReactNode } from 'react';
import type { SearchHit } from '#contract/calls.ts';
import { splitQuery } from '#contract/filters.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { TrayRow } from '../saving/TrayRow.tsx';
import { ArticleRow } from './ArticleRow.tsx';

/** Draws the hits for `query`, which is not empty. */
export function SearchResults({ query }: { readonly query: string }): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`${revision} ${query}`, () => call('search.find', { query }));
  if (answer.state === 'waiting') return <Notice title={words.loading} />;
  if (answer.state === 'failed') {
    return (
      <Notice title={words.library.searchFailed} isFailure>
        {answer.message}
      </Notice>
    );
  }
  const hits = answer.value;
  if (splitQuery(query).filters.includes('is:failed')) return <FailedSaves />;
  return (
    <>
      <p className="search-count" role="status">
        {words.library.found(hits.length)}
      </p>
      {hits.length === 0 ? (
        <Notice title={words.library.noMatchTitle}>{words.library.noMatch(query)}</Notice>
      ) : (
        <VirtualList rows={hits} keyOf={({ card }) => card.id} label={words.places.library}>
          {({ card, snippet, marks }, tabIndex) => (
            <ArticleRow
              card={card}
              tabIndex={tabIndex}
              level={2}
              passage={<Passage text={snippet} marks={marks} card={card} />}
            />
          )}
        </VirtualList>
      )}
    </>
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

interface PassageProps {
  readonly text: string;
  readonly marks: SearchHit['marks'];
  readonly card: SearchHit['card'];
}

function Passage({ text, marks, card }: PassageProps): ReactNode {
  let from = 0;
  const pieces: ReactNode[] = [];
  for (const [start, end] of marks) {
    pieces.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <p className="article-row-excerpt" lang={card.lang ?? undefined} dir={card.dir}>
      {pieces}
      {text.slice(from)}
    </p>
  );
}
