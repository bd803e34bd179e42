// What of an article is on this computer, counted at saving and never guessed.
import type { ReactNode } from 'react';
import type { ArticleCard } from '#contract/article.ts';
import { CheckIcon, MissingIcon } from './icons.ts';
import { words } from './words.ts';
import './CompletenessBadge.css';

/** Says "Complete", "Pages 3 to 5 are missing", "2 of 14 images missing" or "Text only". */
export function CompletenessBadge({ card }: { readonly card: ArticleCard }): ReactNode {
  const { missingPages } = card;
  if (missingPages !== null) {
    return (
      <span className="badge badge-missing" title={words.card.explainMissingPages(missingPages)}>
        <MissingIcon size={13} aria-hidden />
        {words.card.missingPages(missingPages)}
      </span>
    );
  }
  const missing = card.imagesFound - card.imagesStored;
  if (missing > 0) {
    return (
      <span className="badge badge-missing" title={words.card.explainMissing}>
        <MissingIcon size={13} aria-hidden />
        {words.card.missing(missing, card.imagesFound)}
      </span>
    );
  }
  return (
    <span
      className="badge badge-complete"
      title={card.imagesFound === 0 ? words.card.explainTextOnly : words.card.explainComplete(card)}
    >
      <CheckIcon size={13} strokeWidth={2.5} aria-hidden />
      {card.imagesFound === 0 ? words.card.textOnly : words.card.complete}
    </span>
  );
}
