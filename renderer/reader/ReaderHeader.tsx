// The strip over an article: the way back, what the article is and how complete, and what can be done with it.
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { FoundIn } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { useCardOf } from '../app/cards.ts';
import { CommandBar } from '../app/CommandBar.tsx';
import { closeArticle, openArticle, useView } from '../app/navigation.ts';
import { useMinutes } from '../app/readingTime.ts';
import { useReaderLook } from '../app/readerLook.ts';
import { CompletenessBadge } from '../ui/CompletenessBadge.tsx';
import { formatInstant, formatMinutes, formatShortDate } from '../ui/dates.ts';
import { BackIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import './ReaderHeader.css';

/** What the strip shows. */
export interface ReaderHeaderProps {
  readonly opened: OpenArticle | undefined;
  /** Shown only while the article's own heading is out of view. */
  readonly isTitleShown: boolean;
  readonly hasRelated: boolean;
  /** How far the view is, 0 to 1. */
  readonly progress: number;
}

/** Draws the strip. */
export function ReaderHeader({ opened, isTitleShown, hasRelated, progress }: ReaderHeaderProps): ReactNode {
  const place = useView((view) => view.place);
  const header = useRef<HTMLElement>(null);
  const room = useRoom(header);
  const address = opened?.article.canonicalUrl ?? null;
  // Before it is drawn, so that no button comes a moment later than the others.
  useLayoutEffect(() => {
    useReaderLook.setState({ hasRelated, address });
    return () => useReaderLook.setState({ hasRelated: false, address: null });
  }, [hasRelated, address]);
  return (
    <header className="reader-header" ref={header}>
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
      {opened !== undefined && progress > 0 && progress < 1 && <Left opened={opened} progress={progress} />}
      {opened !== undefined && <CommandBar bar="reader" label={words.reader.toolbar} room={room} />}
    </header>
  );
}

// A button with the gap beside it, and what must stay beside the bar: the way back and the beginning of the title.
const BUTTON_PX = 38;
const OTHERS_PX = 480;

/** How many buttons have room in the strip. */
function useRoom(header: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    if (header.current === null) return undefined;
    const strip = header.current;
    const measure = (): void => setRoom(Math.max(3, Math.floor((strip.clientWidth - OTHERS_PX) / BUTTON_PX)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(strip);
    return () => watch.disconnect();
  }, [header]);
  return room;
}

function Facts({ opened, isTitleShown }: { readonly opened: OpenArticle; readonly isTitleShown: boolean }): ReactNode {
  const { article } = opened;
  const card = useCardOf(article.id);
  const minutes = useMinutes(article);
  return (
    <div className="reader-facts">
      <h1 className="reader-title" dir="auto" data-shown={isTitleShown}>
        {article.title}
      </h1>
      <p className="reader-line" data-shown={!isTitleShown}>
        {card != null && <CompletenessBadge card={card} />}
        <span>{formatMinutes(minutes.all)}</span>
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

/** How far one is, and what is left at the person's own speed. */
function Left({ opened, progress }: { readonly opened: OpenArticle; readonly progress: number }): ReactNode {
  const { minutes, lang } = opened.article;
  const { left } = useMinutes({ minutes, lang, reading: { progress } });
  return (
    <p className="reader-left">
      {words.reading.left({ percent: Math.floor(progress * 100), minutes: formatMinutes(left) })}
    </p>
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
