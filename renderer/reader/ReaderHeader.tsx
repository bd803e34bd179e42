// The strip over an article: the way back, what the article is and how complete, and what can be done with it.
import type { ReactNode } from 'react';
import type { FoundIn } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { openCard, openInBrowser, removeArticle, toggleArchived, toggleRead } from '../app/articleActions.ts';
import { runCommand } from '../app/commands.ts';
import { useCardOf } from '../app/cards.ts';
import { closeArticle, openArticle, useView } from '../app/navigation.ts';
import { useReaderLook } from '../app/readerLook.ts';
import { CompletenessBadge } from '../ui/CompletenessBadge.tsx';
import { formatInstant, formatMinutes, formatShortDate } from '../ui/dates.ts';
import {
  ArchiveIcon,
  BackIcon,
  BrowserIcon,
  LargerTextIcon,
  PanelIcon,
  ReadIcon,
  RemoveIcon,
  SmallerTextIcon,
  UnarchiveIcon,
} from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './ReaderHeader.css';

/** What the strip shows. */
export interface ReaderHeaderProps {
  readonly opened: OpenArticle | undefined;
  /** Shown only while the article's own heading is out of view. */
  readonly isTitleShown: boolean;
  readonly hasRelated: boolean;
}

/** Draws the strip. */
export function ReaderHeader({ opened, isTitleShown, hasRelated }: ReaderHeaderProps): ReactNode {
  const place = useView((view) => view.place);
  return (
    <header className="reader-header">
      <button
        type="button"
        className="button button-plain reader-back"
        aria-label={words.reader.backTo[place]}
        onClick={closeArticle}
      >
        <BackIcon size={18} aria-hidden />
        {words.places[place]}
      </button>
      {opened !== undefined && <Facts opened={opened} isTitleShown={isTitleShown} />}
      {opened !== undefined && <Actions opened={opened} hasRelated={hasRelated} />}
    </header>
  );
}

function Facts({ opened, isTitleShown }: { readonly opened: OpenArticle; readonly isTitleShown: boolean }): ReactNode {
  const { article } = opened;
  const card = useCardOf(article.id);
  return (
    <div className="reader-facts">
      <h1 className="reader-title" data-shown={isTitleShown}>
        {article.title}
      </h1>
      <p className="reader-line" data-shown={!isTitleShown}>
        {card != null && <CompletenessBadge card={card} />}
        <span>{formatMinutes(article.minutes)}</span>
        {article.published !== null && (
          <span>{words.reader.published({ date: formatShortDate(article.published) })}</span>
        )}
        {article.updated !== null && <span>{words.reader.updated({ date: formatShortDate(article.updated) })}</span>}
        <span>{words.reader.savedOn({ date: formatInstant(article.saved) })}</span>
        {article.foundIn !== null && <FoundInLink foundIn={article.foundIn} />}
      </p>
    </div>
  );
}

/** Leads back to the article in which the link to this one was met, for as long as it is in the library. */
function FoundInLink({ foundIn: { articleId, title, sentence } }: { readonly foundIn: FoundIn }): ReactNode {
  const isHere = useCardOf(articleId) != null;
  const text = words.reader.foundIn({ title });
  if (!isHere) return <span title={sentence ?? undefined}>{text}</span>;
  return (
    <button
      type="button"
      className="link-button reader-found"
      title={sentence ?? undefined}
      onClick={() => openArticle(articleId)}
    >
      {text}
    </button>
  );
}

function Actions({ opened, hasRelated }: { readonly opened: OpenArticle; readonly hasRelated: boolean }): ReactNode {
  const card = useCardOf(opened.article.id);
  const isRelatedShown = useReaderLook((look) => look.isRelatedShown);
  const isRead = card != null && card.reading.read !== null;
  const isArchived = card?.reading.archived === true;
  const url = opened.article.canonicalUrl;
  const onCard = (act: (card: NonNullable<ReturnType<typeof openCard>>) => void) => () => {
    const open = openCard();
    if (open !== undefined) act(open);
  };
  return (
    <div className="reader-actions" role="toolbar" aria-label={words.reader.toolbar}>
      <Action label={words.reader.smaller} run={() => runCommand('text.smaller')}>
        <SmallerTextIcon size={19} strokeWidth={1.75} aria-hidden />
      </Action>
      <Action label={words.reader.larger} run={() => runCommand('text.larger')}>
        <LargerTextIcon size={19} strokeWidth={1.75} aria-hidden />
      </Action>
      <span className="reader-divider" aria-hidden />
      <Action
        label={isRead ? words.actions.markUnread : words.actions.markRead}
        isPressed={isRead}
        run={onCard(toggleRead)}
      >
        <ReadIcon size={18} strokeWidth={1.75} aria-hidden />
      </Action>
      <Action label={isArchived ? words.actions.unarchive : words.actions.archive} run={onCard(toggleArchived)}>
        {isArchived ? (
          <UnarchiveIcon size={18} strokeWidth={1.75} aria-hidden />
        ) : (
          <ArchiveIcon size={18} strokeWidth={1.75} aria-hidden />
        )}
      </Action>
      {url !== null && (
        <Action label={words.actions.browser} run={() => openInBrowser(url)}>
          <BrowserIcon size={18} strokeWidth={1.75} aria-hidden />
        </Action>
      )}
      <Action label={words.actions.remove} run={onCard(removeArticle)}>
        <RemoveIcon size={18} strokeWidth={1.75} aria-hidden />
      </Action>
      {hasRelated && (
        <Action
          label={isRelatedShown ? words.reader.hideRelated : words.reader.showRelated}
          isPressed={isRelatedShown}
          run={() => runCommand('related.toggle')}
        >
          <PanelIcon size={18} strokeWidth={1.75} aria-hidden />
        </Action>
      )}
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly run: () => void;
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

function Action({ label, run, isPressed, children }: ActionProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      title={label}
      aria-label={label}
      aria-pressed={isPressed}
      onClick={run}
    >
      {children}
    </button>
  );
}
