// What to read next: articles under way, then the unread ones. An empty library explains itself here.
import { useMemo, type ReactNode } from 'react';
import type { ArticleCard } from '#contract/article.ts';
import { useMirror } from '../app/mirror.ts';
import { goTo } from '../app/navigation.ts';
import { ArticleRow } from '../library/ArticleRow.tsx';
import { formatMinutes } from '../ui/dates.ts';
import { Notice } from '../ui/Notice.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { FirstRun } from './FirstRun.tsx';
import { minutesLeft, orderQueue } from './queueOrder.ts';
import './QueuePlace.css';

type Line = { readonly heading: string } | { readonly card: ArticleCard };

/** Draws the queue. */
export function QueuePlace(): ReactNode {
  const cards = useMirror((mirror) => mirror.cards);
  const lines = useMemo(() => toLines(cards), [cards]);
  if (cards.length === 0) return <FirstRun />;
  const waiting = lines.flatMap((line) => ('card' in line ? [line.card] : []));
  const isParted = waiting.length < lines.length;
  const minutes = waiting.reduce((sum, card) => sum + minutesLeft(card), 0);
  return (
    <div className="place">
      <header className="place-header">
        <h1>{words.places.queue}</h1>
        {waiting.length > 0 && (
          <p className="place-summary">{words.queue.summary(waiting.length, formatMinutes(minutes))}</p>
        )}
      </header>
      {waiting.length === 0 ? (
        <Notice
          title={words.queue.emptyTitle}
          action={{ label: words.commands.goTo(words.places.library), run: () => goTo('library') }}
        >
          {words.queue.empty}
        </Notice>
      ) : (
        <VirtualList
          rows={lines}
          keyOf={(line) => ('card' in line ? line.card.id : line.heading)}
          hasControl={(line) => 'card' in line}
          label={words.places.queue}
          memory="queue"
        >
          {(line, tabIndex) =>
            'card' in line ? (
              <ArticleRow card={line.card} tabIndex={tabIndex} level={isParted ? 3 : 2} isQueued />
            ) : (
              <h2 className="queue-heading">{line.heading}</h2>
            )
          }
        </VirtualList>
      )}
    </div>
  );
}

function toLines(cards: readonly ArticleCard[]): readonly Line[] {
  const { started, next } = orderQueue(cards);
  const part = (heading: string, part: readonly ArticleCard[]): readonly Line[] =>
    part.length === 0 ? [] : [{ heading }, ...part.map((card) => ({ card }))];
  // One part alone needs no name.
  if (started.length === 0) return next.map((card) => ({ card }));
  return [...part(words.queue.started, started), ...part(words.queue.next, next)];
}
