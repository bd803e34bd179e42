// Where else in the person's own library a word stands: the best articles, each with a passage, and the way to all of them.
import { useId, type ReactNode } from 'react';
import type { ArticleCard, ArticleId } from '#contract/article.ts';
import type { SearchPassage } from '#contract/calls.ts';
import { call } from '../app/client.ts';
import { goTo, openArticle } from '../app/navigation.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { words } from '../ui/words.ts';
import { phraseOf } from './phrase.ts';

const MOST = 8;

interface Hit {
  readonly card: ArticleCard;
  readonly passage: SearchPassage | undefined;
}

/** Draws the articles that have `word`, without the one that is open. */
export function InLibrary({ word, current }: { readonly word: string; readonly current: ArticleId }): ReactNode {
  const heading = useId();
  const answer = useAnswer(`${current} ${word}`, () => findHits(word, current));
  return (
    <section className="look-up-library" aria-labelledby={heading}>
      <h3 className="look-up-part-title" id={heading}>
        {words.lookUp.inLibrary}
      </h3>
      {answer.state === 'waiting' && <p className="look-up-note">{words.lookUp.searchingLibrary}</p>}
      {answer.state === 'failed' && <FailureLines title={words.lookUp.libraryFailed} {...answer} />}
      {answer.state === 'here' && <Hits word={word} {...answer.value} />}
    </section>
  );
}

interface HitsProps {
  readonly word: string;
  readonly hits: readonly Hit[];
  readonly count: number;
}

function Hits({ word, hits, count }: HitsProps): ReactNode {
  if (count === 0) return <p className="look-up-note">{words.lookUp.notInLibrary}</p>;
  const query = phraseOf(word);
  return (
    <>
      <p className="look-up-note" role="status">
        {words.lookUp.inArticles({ count })}
      </p>
      <ul className="look-up-hits">
        {hits.map(({ card, passage }) => (
          <li key={card.id}>
            <button
              type="button"
              className="look-up-hit"
              onClick={() => {
                // The search marks its words in the article.
                goTo('library', { query });
                openArticle(card.id);
              }}
            >
              <span className="look-up-hit-title" lang={card.lang ?? undefined} dir={card.dir}>
                {card.title}
              </span>
              {passage !== undefined && passage.snippet !== '' && (
                <span className="look-up-passage" lang={card.lang ?? undefined} dir={card.dir}>
                  {markedPieces(passage)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {count > hits.length && (
        <button type="button" className="button button-small" onClick={() => goTo('library', { query })}>
          {words.lookUp.all}
        </button>
      )}
    </>
  );
}

function markedPieces({ snippet, marks }: SearchPassage): readonly ReactNode[] {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    pieces.push(snippet.slice(from, start), <mark key={start}>{snippet.slice(start, end)}</mark>);
    from = end;
  }
  return [...pieces, snippet.slice(from)];
}

async function findHits(word: string, current: ArticleId): Promise<Omit<HitsProps, 'word'>> {
  const query = phraseOf(word);
  const { rows } = await call('search.find', { query });
  // One more than is shown, as the open article may be among them.
  const best = [...rows.subarray(0, MOST + 1)];
  if (best.length === 0) return { hits: [], count: 0 };
  const [cards, passages, own] = await Promise.all([
    call('library.rows', { rows: best }),
    call('search.passages', { query, rows: best }),
    call('library.card', { id: current }),
  ]);
  const isOwnFound = own !== null && rows.includes(own.row);
  const byRow = new Map(cards.map(({ row, card }) => [row, card]));
  const hits = best.flatMap((row) => {
    const card = byRow.get(row);
    return card === undefined || card.id === current
      ? []
      : [{ card, passage: passages.find((each) => each.row === row) }];
  });
  return { hits: hits.slice(0, MOST), count: rows.length - (isOwnFound ? 1 : 0) };
}
