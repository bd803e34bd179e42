// The document of an open article, alive: its place kept, its links and keys answered. What only adds to it comes after its first paint.
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { FoundIn } from '#contract/article.ts';
import type { OpenArticle } from '#contract/calls.ts';
import { openInBrowser, saveFound } from '../../app/articleActions.ts';
import { useMirror } from '../../app/mirror.ts';
import { openArticle, useView } from '../../app/navigation.ts';
import { afterPaint } from './afterPaint.ts';
import { dress, type DrawnLook } from '../look/dress.ts';
import { goToFragment, linkAt, markSavedLinks, pressedLink } from './frameDocument.ts';
import type { Place } from '../place/framePlace.ts';
import { showHits } from '../hits.ts';
import { LinkPopover, type PressedLink } from '../LinkPopover.tsx';
import { liveFrame, type LiveFrame, type ShownView } from './liveFrame.ts';
import { useOpenFrame } from './openFrame.ts';
import { turnByKey } from '../place/pageTurns.ts';
import { loadPictures } from './pictures.ts';
import { setFlow } from '../place/pagedFlow.ts';
import { scrollFrame } from './scrollFrame.ts';
import { sentenceAround } from '../sentenceAround.ts';
import { usePartedWords } from '../look/usePartedWords.ts';
import { useVertical } from '../place/useVertical.ts';

/** A document that is dressed, all of it laid out, and what it shows. */
export interface LiveDocumentProps {
  readonly page: Document;
  readonly frame: HTMLIFrameElement;
  readonly opened: OpenArticle;
  readonly look: DrawnLook;
  /** See `listBlocks`. */
  readonly blocks: readonly HTMLElement[];
  /** Where to begin. */
  readonly start: Place;
  readonly onView: (view: ShownView) => void;
  /** Told once it answers. */
  readonly onAlive: () => void;
}

/** Draws what stands over the document: the offer for a link that leads elsewhere. Another document is another component. */
export function LiveDocument(props: LiveDocumentProps): ReactNode {
  const { page, frame, opened, look, blocks, start, onView, onAlive } = props;
  const { article, savedLinks } = opened;
  const [pressed, setPressed] = useState<PressedLink>();
  const flow = useMirror(({ settings }) => settings.flow);
  const place = useRef(start);
  const alive = useRef<LiveFrame>(undefined);

  useLayoutEffect(() => dress(page, look), [page, look]);

  useEffect(() => markSavedLinks(page, savedLinks), [page, savedLinks]);

  const query = useView((view) => (view.place === 'library' ? view.query.trim() : ''));
  useEffect(() => {
    if (query === '') return undefined;
    return showHits(page, query);
  }, [page, query]);

  const followLink = useEffectEvent((of: Document, event: MouseEvent) => {
    const found = pressedLink(of, event);
    if (found === undefined) return;
    event.preventDefault();
    const { link, href } = found;
    const id = Object.hasOwn(savedLinks, href) ? savedLinks[href] : undefined;
    if (href.startsWith('#')) goToFragment(of, href);
    else if (id !== undefined) openArticle(id);
    else if (/^mailto:/i.test(href)) openInBrowser(href);
    else setPressed(locate(href, link, frame));
  });

  const foundBy = (link: Element): FoundIn => ({
    articleId: article.id,
    title: article.title,
    sentence: sentenceAround(link, article.lang),
  });

  /** One key on a link keeps its page for when there is a network. */
  const keepLink = useEffectEvent((of: Document, event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || event.key.toLowerCase() !== 's') return;
    const link = linkAt(of);
    const href = link?.getAttribute('href') ?? '';
    if (link === undefined || !/^https?:/i.test(href) || Object.hasOwn(savedLinks, href)) return;
    event.preventDefault();
    saveFound(href, foundBy(link));
  });

  const tell = useEffectEvent(onView);

  useLayoutEffect(() => {
    const live = liveFrame(page, article, blocks, place, { followLink, keepLink, tell });
    alive.current = live;
    return () => {
      alive.current = undefined;
      live.end();
    };
    // What is shown is the copy that was loaded, even when a newer one came meanwhile.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [page, article.id]);

  // Last of all that moves lines.
  useLayoutEffect(() => {
    setFlow(page, flow);
    alive.current?.settle();
  }, [page, flow, look]);

  const draw = useEffectEvent(onAlive);
  useLayoutEffect(() => draw(), [page]);

  const keepPlace = useCallback((change: () => void) => {
    if (alive.current === undefined) change();
    else alive.current.rearrange(change);
  }, []);
  const load = useEffectEvent(() => loadPictures(page, article.images));
  useEffect(() => {
    let stop = (): void => undefined;
    const giveUp = afterPaint(() => {
      stop = load();
    });
    return () => {
      giveUp();
      stop();
    };
  }, [page]);

  const enter = useEffectEvent((): (() => void) => {
    const open = { page, frame, article, blocks: blocks };
    useOpenFrame.setState({ open });
    return () => {
      if (useOpenFrame.getState().open === open) useOpenFrame.setState({ open: undefined });
    };
  });
  useEffect(() => enter(), [page, frame]);
  usePartedWords(page, look.hyphenated, keepPlace);
  useVertical(page, look.vertical);

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      alive.current?.moved(event.key);
      turnByKey(page, event);
      scrollFrame(frame, event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [page, frame]);

  return pressed === undefined ? null : (
    <LinkPopover
      pressed={pressed}
      keep={(address) => saveFound(address, foundBy(pressed.link))}
      close={() => {
        setPressed(undefined);
        frame.focus();
      }}
    />
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
