// Below the text: which page of how many, and at the end of an article what may come next. In the window, never in the document.
import type { ReactNode } from 'react';
import type { ArticleId } from '#contract/article.ts';
import { toggleArchived, toggleRead } from '../app/articleActions.ts';
import { useCard, useCardOf } from '../app/cards.ts';
import { useMirror } from '../app/mirror.ts';
import { toggleRelatedPanel, useReaderLook } from '../app/readerLook.ts';
import { ArchiveIcon, NextPageIcon, PanelIcon, PreviousPageIcon, ReadIcon, UnarchiveIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { neighbourOf, walk } from './frame/articleWalk.ts';
import { useOpenFrame } from './frame/openFrame.ts';
import { usePages } from './place/pagedFlow.ts';
import { turnPage } from './place/pageTurns.ts';
import './ReaderFoot.css';

/** What stands below the text. */
export interface ReaderFootProps {
  readonly id: ArticleId;
  readonly isAtEnd: boolean;
  readonly hasRelated: boolean;
}

/** Draws it; a line of its own while pages are turned, and over the room below the text at the end of a scrolled one. */
export function ReaderFoot({ id, isAtEnd, hasRelated }: ReaderFootProps): ReactNode {
  const isPaged = useMirror((mirror) => mirror.settings.flow) === 'paged';
  if (!isPaged && !isAtEnd) return null;
  return (
    <div className={isPaged ? 'reader-foot reader-foot-paged' : 'reader-foot'}>
      {isAtEnd && <End id={id} hasRelated={hasRelated} />}
      {isPaged && <Pages />}
    </div>
  );
}

function Pages(): ReactNode {
  const { pages } = usePages();
  const open = useOpenFrame((store) => store.open);
  // Its place stays, so that the text does not move when it comes.
  if (pages === undefined || open === undefined) return <div className="reader-pages" />;
  return (
    <div className="reader-pages" role="group" aria-label={words.reading.pages}>
      <Turn label={words.reading.previousPage} isOff={pages.number <= 1} run={() => turnPage(open.page, -1)}>
        <PreviousPageIcon className="reader-turn-icon" size={16} aria-hidden />
      </Turn>
      <p role="status">{words.reading.page(pages)}</p>
      <Turn label={words.reading.nextPage} isOff={pages.number >= pages.count} run={() => turnPage(open.page, 1)}>
        <NextPageIcon className="reader-turn-icon" size={16} aria-hidden />
      </Turn>
    </div>
  );
}

interface TurnProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}

function Turn({ label, isOff, run, children }: TurnProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button reader-turn"
      title={label}
      aria-label={label}
      aria-disabled={isOff}
      onClick={run}
    >
      {children}
    </button>
  );
}

function End({ id, hasRelated }: { readonly id: ArticleId; readonly hasRelated: boolean }): ReactNode {
  const card = useCardOf(id);
  const isRelatedShown = useReaderLook((look) => look.isRelatedShown);
  // Another order of the queue is another neighbour.
  useMirror((mirror) => mirror.columns);
  const next = neighbourOf(id, 1);
  if (card == null) return null;
  const { read, archived } = card.reading;
  const Archive = archived ? UnarchiveIcon : ArchiveIcon;
  return (
    <section className="reader-end" aria-label={words.reading.endLabel}>
      <button type="button" className="button button-small button-plain" onClick={() => toggleRead(card)}>
        <ReadIcon size={15} aria-hidden />
        {read === null ? words.actions.markRead : words.actions.markUnread}
      </button>
      <button type="button" className="button button-small button-plain" onClick={() => toggleArchived(card)}>
        <Archive size={15} aria-hidden />
        {archived ? words.actions.unarchive : words.actions.archive}
      </button>
      {hasRelated && !isRelatedShown && (
        <button type="button" className="button button-small button-plain" onClick={toggleRelatedPanel}>
          <PanelIcon size={15} aria-hidden />
          {words.reading.related}
        </button>
      )}
      {next !== undefined && <Next row={next} />}
    </section>
  );
}

function Next({ row }: { readonly row: number }): ReactNode {
  const card = useCard(row);
  return (
    <button type="button" className="button button-small reader-next" onClick={() => walk(1)}>
      <span>{card === undefined ? words.reading.nextArticle : words.reading.nextTitled({ title: card.title })}</span>
    </button>
  );
}
