// What else is in the library that is like the open article, for one whose page lists nothing. Found by Layover, and said to be.
import type { ReactNode } from 'react';
import type { ArticleCard } from '#contract/article.ts';
import type { SimilarArticle } from '#contract/related.ts';
import { openArticle } from '../../app/navigation.ts';
import { useMinutes } from '../../app/readingTime.ts';
import type { Answer } from '../../app/useAnswer.ts';
import { formatMinutes } from '../../ui/dates.ts';
import { FailureLines } from '../../ui/Failure.tsx';
import { words } from '../../ui/words.ts';
import './RelatedPanel.css';

function SimilarFacts({ card }: { readonly card: ArticleCard }): ReactNode {
  const site = card.siteName ?? card.host;
  const minutes = formatMinutes(useMinutes(card).all);
  return <span>{site === null || site === '' ? minutes : words.reader.similarFacts({ site, minutes })}</span>;
}

/** Draws the panel; nothing while it is not known whether there is anything, and where there is not. */
export function SimilarPanel({ answer }: { readonly answer: Answer<readonly SimilarArticle[]> }): ReactNode {
  if (answer.state === 'waiting' || (answer.state === 'here' && answer.value.length === 0)) return null;
  return (
    <aside className="related similar" aria-label={words.reader.similar}>
      <div className="related-head">
        <h2>{words.reader.similar}</h2>
      </div>
      {answer.state === 'failed' && <FailureLines title={words.reader.similarFailed} {...answer} />}
      {answer.state === 'here' && <Articles articles={answer.value} />}
    </aside>
  );
}

function Articles({ articles }: { readonly articles: readonly SimilarArticle[] }): ReactNode {
  return (
    <>
      <p className="similar-note">{words.reader.similarNote}</p>
      <ul>
        {articles.map(({ card, shared }) => (
          <li key={card.id} className="related-entry related-entry-saved">
            <span className="related-stop" aria-hidden />
            <div className="related-text">
              <h3 lang={card.lang ?? undefined} dir={card.dir}>
                <button type="button" onClick={() => openArticle(card.id)}>
                  {card.title}
                </button>
              </h3>
              <p className="related-facts">
                <SimilarFacts card={card} />
              </p>
              <p className="related-facts">{shared.slice(0, 4).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
