// Over the queue: the article that was read last and is not finished, to go on with by one key.
import type { ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import { useCardOf } from '../app/cards.ts';
import { useShortcut } from '../app/commandStates.ts';
import { useLastOpened } from '../app/continuing.ts';
import { showShortcut } from '../app/keyPress.ts';
import { openArticle } from '../app/navigation.ts';
import { useMinutes } from '../app/readingTime.ts';
import { formatMinutes } from '../ui/dates.ts';
import { ResumeIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './ContinueLine.css';

/** Draws the line; nothing when nothing was begun, or it is finished, archived or gone. */
export function ContinueLine(): ReactNode {
  const { article } = useLastOpened();
  return article === null ? null : <LineOf id={article} />;
}

function LineOf({ id }: { readonly id: ArticleId }): ReactNode {
  const card = useCardOf(id);
  if (card == null) return null;
  const { read, archived, progress } = card.reading;
  if (read !== null || archived || progress === 0 || progress === 1) return null;
  return <Line card={card} />;
}

function Line({ card }: { readonly card: NonNullable<ReturnType<typeof useCardOf>> }): ReactNode {
  const { left } = useMinutes(card);
  const shortcut = useShortcut('reading.continue');
  return (
    <div className="continue">
      <button type="button" className="continue-line" onClick={() => openArticle(card.id)}>
        <ResumeIcon size={15} aria-hidden />
        <span className="continue-label">{words.reading.continueLabel}</span>
        <span className="continue-title" lang={card.lang ?? undefined} dir={card.dir}>
          {card.title}
        </span>
        <span className="continue-left">{words.card.minutesLeft({ minutes: formatMinutes(left) })}</span>
        {shortcut !== undefined && <kbd aria-hidden>{showShortcut(shortcut)}</kbd>}
      </button>
    </div>
  );
}
