// One saved article in a list: what it is, how long it takes, how complete it is, and what can be done with it.
import type { ReactNode } from 'react';
import type { ArticleCard } from '#contract/article.ts';
import { removeArticle, toggleArchived, toggleRead, toggleStarred } from '../app/articleActions.ts';
import { goTo, openArticle } from '../app/navigation.ts';
import { useMinutes } from '../app/readingTime.ts';
import { CompletenessBadge } from '../ui/CompletenessBadge.tsx';
import { formatBytes, formatInstant, formatMinutes, formatShortDate } from '../ui/dates.ts';
import { ArchiveIcon, ReadIcon, RemoveIcon, StarIcon, UnarchiveIcon, UnreadIcon, UnstarIcon } from '../ui/icons.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import { SiteIcon } from '../ui/SiteIcon.tsx';
import { words } from '../ui/words.ts';
import { toggleRow, useRowSelection } from './librarySelection.ts';
import { tagTerm } from './queryTerms.ts';
import './ArticleRow.css';

/** About how high a row is, in CSS pixels. */
export const ROW_HEIGHT = 130;

/** What a row shows. */
export interface ArticleRowProps {
  readonly card: ArticleCard;
  readonly row: number;
  readonly tabIndex: 0 | -1;
  /** Level of its heading: one below what it stands under. */
  readonly level: 2 | 3;
  /** In the queue: minutes left instead of states and size. */
  readonly isQueued?: boolean;
  /** A piece of the text instead of the excerpt, as in search results. */
  readonly passage?: ReactNode;
}

/** Draws a row; the whole of it opens the article. */
export function ArticleRow({ card, row, tabIndex, level, isQueued = false, passage }: ArticleRowProps): ReactNode {
  const isSelected = useRowSelection(({ rows }) => rows.has(row));
  const isSelecting = useRowSelection(({ rows }) => rows.size > 0);
  const { title, siteName, byline, reading, picture, kind, lang, dir } = card;
  const source = siteName ?? byline;
  const Heading = level === 2 ? 'h2' : 'h3';
  const date = card.published === null ? formatInstant(card.saved) : formatShortDate(card.published);
  return (
    <article
      className={`article-row ${reading.read !== null && !isQueued ? 'article-row-read' : ''}`}
      data-row={row}
      data-selected={isSelected}
      data-selecting={isSelecting}
    >
      <input
        type="checkbox"
        className="article-row-check"
        tabIndex={tabIndex}
        checked={isSelected}
        aria-label={words.shelves.select({ title })}
        onChange={() => toggleRow(row)}
      />
      <div className="article-row-text">
        <Heading className="article-row-title" lang={lang ?? undefined} dir={dir}>
          <button type="button" data-row-main tabIndex={tabIndex} onClick={() => openArticle(card.id)}>
            {title}
          </button>
        </Heading>
        {card.starred && <StarIcon size={15} className="article-row-star" role="img" aria-label={words.card.starred} />}
        {passage ??
          (card.excerpt !== null && (
            <p className="article-row-excerpt" lang={lang ?? undefined} dir={dir}>
              {card.excerpt}
            </p>
          ))}
        <p className="article-row-facts">
          {kind !== 'article' && <KindIcon kind={kind} size={14} />}
          {source !== null && (
            <span className="article-row-source">
              <SiteIcon file={card.siteIcon} />
              {source}
            </span>
          )}
          <span>{date}</span>
          <Minutes card={card} />
          <CompletenessBadge card={card} tabIndex={tabIndex} />
          {!isQueued && <StateFacts card={card} />}
          <Tags tags={card.tags} tabIndex={tabIndex} />
        </p>
      </div>
      {picture !== null && <img className="article-row-picture" src={`/assets/${picture}`} alt="" loading="lazy" />}
      <RowActions card={card} tabIndex={tabIndex} />
    </article>
  );
}

/** How long it takes, or once begun how far one is and what is left. */
function Minutes({ card }: { readonly card: ArticleCard }): ReactNode {
  const { progress, read } = card.reading;
  const minutes = useMinutes(card);
  if (progress === 0 || read !== null) return <span>{formatMinutes(minutes.all)}</span>;
  return (
    <span className="article-row-progress">
      <span className="article-row-bar" aria-hidden>
        <span style={{ inlineSize: `${progress * 100}%` }} />
      </span>
      {progress === 1 ? words.card.atEnd : words.card.minutesLeft({ minutes: formatMinutes(minutes.left) })}
    </span>
  );
}

function Tags({ tags, tabIndex }: { readonly tags: readonly string[]; readonly tabIndex: 0 | -1 }): ReactNode {
  return tags.map((tag) => (
    <button
      key={tag}
      type="button"
      className="article-row-tag"
      tabIndex={tabIndex}
      title={words.shelves.byTag({ tag })}
      onClick={() => goTo('library', { query: tagTerm(tag) })}
    >
      {tag}
    </button>
  ));
}

function StateFacts({ card }: { readonly card: ArticleCard }): ReactNode {
  return (
    <>
      <span>{formatBytes(card.sizeBytes)}</span>
      {card.reading.read !== null && <span>{words.card.read}</span>}
      {card.reading.archived && <span>{words.card.archived}</span>}
    </>
  );
}

function RowActions({ card, tabIndex }: { readonly card: ArticleCard; readonly tabIndex: 0 | -1 }): ReactNode {
  const { read, archived } = card.reading;
  const actions = [
    {
      label: card.starred ? words.actions.unstar : words.actions.star,
      Icon: card.starred ? UnstarIcon : StarIcon,
      run: toggleStarred,
    },
    {
      label: read === null ? words.actions.markRead : words.actions.markUnread,
      Icon: read === null ? ReadIcon : UnreadIcon,
      run: toggleRead,
    },
    {
      label: archived ? words.actions.unarchive : words.actions.archive,
      Icon: archived ? UnarchiveIcon : ArchiveIcon,
      run: toggleArchived,
    },
    { label: words.actions.remove, Icon: RemoveIcon, run: removeArticle },
  ];
  return (
    <div className="article-row-actions">
      {actions.map(({ label, Icon, run }) => (
        <button
          key={label}
          type="button"
          className="icon-button"
          tabIndex={tabIndex}
          title={label}
          aria-label={words.actions.onTitle({ action: label, title: card.title })}
          onClick={() => run(card)}
        >
          <Icon size={17} strokeWidth={1.75} aria-hidden />
        </button>
      ))}
    </div>
  );
}
