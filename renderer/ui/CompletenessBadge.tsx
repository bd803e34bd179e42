// What of an article is on this computer, counted at saving and never guessed. Pressing it tells all there is to know about it.
import type { ReactNode } from 'react';
import type { ArticleCard } from '#contract/article.ts';
import { openDetails } from '../app/overlays.ts';
import { CheckIcon, MissingIcon } from './icons.ts';
import { failureText } from './failureText.ts';
import { missingPagesLine } from './missingPages.ts';
import { words } from './words.ts';
import './CompletenessBadge.css';

/** What the badge is about. */
export interface CompletenessBadgeProps {
  readonly card: ArticleCard;
  /** -1 in a list whose rows are gone through with the arrow keys. */
  readonly tabIndex?: 0 | -1;
}

/** Says "Complete", "Pages 3 to 5 are missing", "2 of 14 images missing" or "Text only". */
export function CompletenessBadge({ card, tabIndex = 0 }: CompletenessBadgeProps): ReactNode {
  const { label, explanation, isWhole } = describe(card);
  return (
    <button
      type="button"
      className={`badge ${isWhole ? 'badge-complete' : 'badge-missing'}`}
      title={explanation}
      aria-label={words.actions.onTitle({ action: label, title: card.title })}
      aria-haspopup="dialog"
      tabIndex={tabIndex}
      onClick={() => openDetails(card.id)}
    >
      {isWhole ? <CheckIcon size={13} strokeWidth={2.5} aria-hidden /> : <MissingIcon size={13} aria-hidden />}
      {label}
    </button>
  );
}

function describe(card: ArticleCard): {
  readonly label: string;
  readonly explanation: string;
  readonly isWhole: boolean;
} {
  const { missingPages, imagesFound, imagesStored } = card;
  if (missingPages !== null) {
    const explanation = words.card.explainMissingPages({
      reason: failureText({ code: missingPages.code, message: missingPages.reason }),
    });
    return { label: missingPagesLine(missingPages), explanation, isWhole: false };
  }
  if (imagesStored < imagesFound) {
    const label = words.card.missing({ missing: imagesFound - imagesStored, found: imagesFound });
    return { label, explanation: words.card.explainMissing, isWhole: false };
  }
  return imagesFound === 0
    ? { label: words.card.textOnly, explanation: words.card.explainTextOnly, isWhole: true }
    : { label: words.card.complete, explanation: words.card.explainComplete({ count: imagesFound }), isWhole: true };
}
