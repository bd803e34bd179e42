// The article itself, in a frame that may run nothing. Dresses it, keeps the place in it, and answers its links and keys.
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { ArticleId, FoundIn } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { attempt, openInBrowser, saveFound } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { bindKeys } from '../app/keys.ts';
import { useMirror } from '../app/mirror.ts';
import { openArticle, useView } from '../app/navigation.ts';
import { watchForGifts } from '../saving/DropTarget.tsx';
import { useDrawnTheme } from '../ui/theme.ts';
import { words } from '../ui/words.ts';
import {
  dress,
  goToBlock,
  goToFragment,
  linkAt,
  listBlocks,
  markSavedLinks,
  placeIn,
  pressedLink,
  writeDates,
  type Place,
} from './frameDocument.ts';
import { showHits } from './hits.ts';
import { LinkPopover, type PressedLink } from './LinkPopover.tsx';
import { useOpenFrame } from './openFrame.ts';
import { createPlaceKeeper } from './placeKeeper.ts';
import { GO_EVENT, LOOK_EVENT } from './reveal.ts';
import { scrollFrame } from './scrollFrame.ts';
import { sentenceAround } from './sentenceAround.ts';

const WRITE_PAUSE_MS = 1000;

/** What the frame shows and tells. */
export interface ArticleFrameProps {
  readonly opened: OpenArticle;
  readonly onProgress: (progress: number) => void;
  /** Told whether the article's own heading is in view. */
  readonly onHeadingVisible: (isVisible: boolean) => void;
  readonly onFailure: () => void;
}

/** Draws the frame. */
export function ArticleFrame({ opened, onProgress, onHeadingVisible, onFailure }: ArticleFrameProps): ReactNode {
  const { article, page, savedLinks } = opened;
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState<Document>();
  const [pressed, setPressed] = useState<PressedLink>();
  const settings = useMirror((mirror) => mirror.settings);
  const theme = useDrawnTheme(settings.theme);
  const blocks = useRef<readonly HTMLElement[]>([]);
  const place = useRef<Place>({ block: article.reading.block, progress: article.reading.progress });

  useEffect(() => {
    if (loaded === undefined) return;
    dress(loaded, settings, theme);
    goToBlock(blocks.current, place.current.block);
  }, [loaded, settings, theme]);

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
  // Going from hit to hit is no reading; only what the person scrolls is.
  const isStepping = useRef(false);
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

  const tellPlace = useEffectEvent((next: Place, isHeadingVisible: boolean) => {
    onProgress(next.progress);
    onHeadingVisible(isHeadingVisible);
  });

  useEffect(() => {
    if (loaded === undefined) return undefined;
    return live(loaded, article.id, blocks.current, place, { followLink, keepLink, tell: tellPlace, isStepping });
  }, [loaded, article.id]);

  useEffect(() => {
    const scroll = (event: KeyboardEvent): void => {
      isStepping.current = false;
      scrollFrame(frame.current, event);
    };
    document.addEventListener('keydown', scroll);
    return () => document.removeEventListener('keydown', scroll);
  }, []);

  function start(): void {
    const page = frame.current?.contentDocument;
    // What is not an article (the file is gone, or could not be read) has no content.
    if (page === null || page === undefined || page.querySelector('.content') === null) {
      onFailure();
      return;
    }
    blocks.current = listBlocks(page);
    writeDates(page);
    setLoaded(page);
    frame.current?.focus();
  }

  return (
    <>
      <iframe
        ref={frame}
        className={loaded === undefined ? 'article-frame article-frame-waiting' : 'article-frame'}
        sandbox="allow-same-origin"
        src={page}
        title={words.reader.frame({ title: article.title })}
        onLoad={start}
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

/** What is done about what happens in a document. */
interface Answers {
  readonly followLink: (page: Document, event: MouseEvent) => void;
  readonly keepLink: (page: Document, event: KeyboardEvent) => void;
  readonly tell: (place: Place, isHeadingVisible: boolean) => void;
  /** Whether the view moves from hit to hit; taken back as soon as the person moves it. */
  readonly isStepping: { current: boolean };
}

/** What moves the view by the person's own hand. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Listens to a document until the returned function is called; the last place is written then. */
function live(
  page: Document,
  id: ArticleId,
  blocks: readonly HTMLElement[],
  place: { current: Place },
  { followLink, keepLink, tell, isStepping }: Answers,
): () => void {
  const keepPlace = (kept: Place): void => {
    // Where nothing can be changed nobody asked for a change either; reading on must not complain.
    if (!useMirror.getState().isReadOnly) attempt(call('article.mark', { id, ...kept }));
  };
  const keeper = createPlaceKeeper(keepPlace, WRITE_PAUSE_MS, {
    start: (run, ms) => window.setTimeout(run, ms),
    stop: (pause) => window.clearTimeout(pause),
  });
  const heading = page.querySelector('.article-header h1');
  let width = page.documentElement.clientWidth;

  const scrolled = (): void => {
    // A new width moves every line; the paragraph stays, and nobody has read on.
    if (page.documentElement.clientWidth !== width) {
      width = page.documentElement.clientWidth;
      goToBlock(blocks, place.current.block);
      return;
    }
    const next = placeIn(page, blocks);
    if (next === undefined) return;
    if (isStepping.current) return;
    tell(next, heading === null || heading.getBoundingClientRect().bottom > 0);
    if (next.block === place.current.block && next.progress === place.current.progress) return;
    place.current = next;
    keeper.note(next);
  };
  const click = (event: MouseEvent): void => followLink(page, event);
  const press = (event: KeyboardEvent): void => keepLink(page, event);
  const leave = (): void => keeper.flush();
  const move = (): void => {
    isStepping.current = false;
  };
  const look = (): void => {
    isStepping.current = true;
  };
  page.addEventListener(LOOK_EVENT, look);
  page.addEventListener(GO_EVENT, move);
  // Heard before what they cause, which may be another step.
  for (const name of OWN_MOVES) page.addEventListener(name, move, { capture: true, passive: true });
  // Before the window's own keys, of which one is the same.
  page.addEventListener('keydown', press);
  const stopKeys = bindKeys(page);
  const stopGifts = watchForGifts(page);

  page.addEventListener('scroll', scrolled, { passive: true });
  page.defaultView?.addEventListener('resize', scrolled);
  page.addEventListener('click', click);
  page.addEventListener('auxclick', click);
  window.addEventListener('pagehide', leave);
  return () => {
    keeper.flush();
    stopKeys();
    stopGifts();
    for (const name of OWN_MOVES) page.removeEventListener(name, move, { capture: true });
    page.removeEventListener(LOOK_EVENT, look);
    page.removeEventListener(GO_EVENT, move);
    page.removeEventListener('scroll', scrolled);
    page.defaultView?.removeEventListener('resize', scrolled);
    page.removeEventListener('keydown', press);
    page.removeEventListener('click', click);
    page.removeEventListener('auxclick', click);
    window.removeEventListener('pagehide', leave);
  };
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
