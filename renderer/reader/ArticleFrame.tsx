// The article itself, in a frame that may run nothing. Dresses it, keeps the place in it, and answers its links and keys.
import { useCallback, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { FoundIn } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { openInBrowser, saveFound } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { openArticle, useView } from '../app/navigation.ts';
import { words } from '../ui/words.ts';
import { useDrawnLook } from './articleLook.ts';
import { dress } from './dress.ts';
import { goToFragment, linkAt, listBlocks, markSavedLinks, pressedLink, writeDates } from './frameDocument.ts';
import { writeSentences } from './frameSentences.ts';
import { keptPlace, type Place } from './framePlace.ts';
import { showHits } from './hits.ts';
import { LinkPopover, type PressedLink } from './LinkPopover.tsx';
import { liveFrame, type LiveFrame, type ShownView } from './liveFrame.ts';
import { useOpenFrame } from './openFrame.ts';
import { turnByKey } from './pageTurns.ts';
import { setFlow } from './pagedFlow.ts';
import { scrollFrame } from './scrollFrame.ts';
import { sentenceAround } from './sentenceAround.ts';
import { whenParsed } from './whenParsed.ts';
import { usePartedWords } from './usePartedWords.ts';
import { framePieces } from './widePieces.ts';

/** What the frame shows and tells. */
export interface ArticleFrameProps {
  readonly opened: OpenArticle;
  readonly onView: (view: ShownView) => void;
  readonly onFailure: () => void;
}

/** Draws the frame. */
export function ArticleFrame({ opened, onView, onFailure }: ArticleFrameProps): ReactNode {
  const { article, page, savedLinks } = opened;
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState<Document>();
  const [pressed, setPressed] = useState<PressedLink>();
  const look = useDrawnLook(article);
  const flow = useMirror(({ settings }) => settings.flow);
  const blocks = useRef<readonly HTMLElement[]>([]);
  const place = useRef<Place>({ block: 0, into: 0, progress: 0 });
  const alive = useRef<LiveFrame>(undefined);

  useEffect(() => {
    if (loaded === undefined) return;
    dress(loaded, look);
  }, [loaded, look]);

  useEffect(() => {
    if (loaded !== undefined) markSavedLinks(loaded, savedLinks);
  }, [loaded, savedLinks]);

  useEffect(() => {
    if (loaded === undefined || frame.current === null) return undefined;
    const open = { page: loaded, frame: frame.current, opened, blocks: blocks.current };
    useOpenFrame.setState({ open });
    return () => {
      if (useOpenFrame.getState().open === open) useOpenFrame.setState({ open: undefined });
    };
  }, [loaded, opened]);

  const query = useView((view) => (view.place === 'library' ? view.query.trim() : ''));
  useEffect(() => {
    if (loaded === undefined || query === '') return undefined;
    return showHits(loaded, query);
  }, [loaded, query]);

  const followLink = useEffectEvent((page: Document, event: MouseEvent) => {
    const found = pressedLink(page, event);
    if (found === undefined) return;
    event.preventDefault();
    const { link, href } = found;
    const id = Object.hasOwn(savedLinks, href) ? savedLinks[href] : undefined;
    if (href.startsWith('#')) goToFragment(page, href);
    else if (id !== undefined) openArticle(id);
    else if (/^mailto:/i.test(href)) openInBrowser(href);
    else if (frame.current !== null) setPressed(locate(href, link, frame.current));
  });

  const foundBy = (link: Element): FoundIn => ({
    articleId: article.id,
    title: article.title,
    sentence: sentenceAround(link, article.lang),
  });

  /** One key on a link keeps its page for when there is a network. */
  const keepLink = useEffectEvent((page: Document, event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || event.key.toLowerCase() !== 's') return;
    const link = linkAt(page);
    const href = link?.getAttribute('href') ?? '';
    if (link === undefined || !/^https?:/i.test(href) || Object.hasOwn(savedLinks, href)) return;
    event.preventDefault();
    saveFound(href, foundBy(link));
  });

  const tell = useEffectEvent(onView);

  useEffect(() => {
    if (loaded === undefined) return undefined;
    const live = liveFrame(loaded, article, blocks.current, place, { followLink, keepLink, tell });
    alive.current = live;
    return () => {
      alive.current = undefined;
      live.end();
    };
    // What is shown is the copy that was loaded, even when a newer one came meanwhile.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [loaded, article.id]);

  // Last of all that moves lines.
  useEffect(() => {
    if (loaded === undefined) return;
    setFlow(loaded, flow);
    alive.current?.settle();
  }, [loaded, flow, look]);

  const keepPlace = useCallback((change: () => void) => {
    if (alive.current === undefined) change();
    else alive.current.rearrange(change);
  }, []);
  usePartedWords(loaded, look.hyphenated, keepPlace);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      alive.current?.moved(event.key);
      const page = frame.current?.contentDocument;
      if (page != null) turnByKey(page, event);
      scrollFrame(frame.current, event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  const start = useEffectEvent(() => {
    const page = frame.current?.contentDocument;
    // What is not an article (the file is gone, or could not be read) has no content.
    if (page === null || page === undefined || page.querySelector('.content') === null) {
      onFailure();
      return;
    }
    framePieces(page);
    blocks.current = listBlocks(page);
    place.current = keptPlace(article, blocks.current);
    writeDates(page);
    writeSentences(page, article);
    setLoaded(page);
    frame.current?.focus();
  });

  useEffect(() => (frame.current === null ? undefined : whenParsed(frame.current, () => start())), [page]);

  return (
    <>
      <iframe
        ref={frame}
        className={loaded === undefined ? 'article-frame article-frame-waiting' : 'article-frame'}
        sandbox="allow-same-origin"
        src={page}
        title={words.reader.frame({ title: article.title })}
      />
      {pressed !== undefined && (
        <LinkPopover
          pressed={pressed}
          keep={(address) => saveFound(address, foundBy(pressed.link))}
          close={() => {
            setPressed(undefined);
            frame.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** Where in the window a link of the frame stands. */
function locate(href: string, link: Element, frame: HTMLIFrameElement): PressedLink {
  const inside = link.getBoundingClientRect();
  const outside = frame.getBoundingClientRect();
  return {
    href,
    link,
    x: outside.left + inside.left,
    y: outside.top + inside.top,
    width: inside.width,
    height: inside.height,
  };
}
