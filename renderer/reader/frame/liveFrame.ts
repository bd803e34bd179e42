// A document of an open article, kept alive from outside: its scrolls, keys and presses in; the place that is kept, what is shown of it and
// what was read out.
import type { Article } from '#contract/article.ts';
import { attempt } from '../../app/articleActions.ts';
import { call } from '../../app/client.ts';
import { bindKeys } from '../../app/keys.ts';
import { useMirror } from '../../app/mirror.ts';
import { watchForGifts } from '../../saving/DropTarget.tsx';
import { alignPage, countPages, isPaged, TURN_EVENT } from '../place/pagedFlow.ts';
import { goToPlace, toKept, viewOf, type Place } from '../place/framePlace.ts';
import { showFocused, turnByKey, watchWheel } from '../place/pageTurns.ts';
import { createPlaceKeeper } from '../place/placeKeeper.ts';
import { watchReading } from '../place/readingWatch.ts';
import { GO_EVENT, LOOK_EVENT } from '../place/reveal.ts';

const WRITE_PAUSE_MS = 1000;
/** So far above the lower edge the text has ended before what stands there covers none of it. */
const END_ROOM_PX = 72;

/** The position of a document that nobody has scrolled. */
const START = '0 0';

/** What moves the view by the person's own hand. */
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
const JUMP_KEYS: ReadonlySet<string> = new Set(['Home', 'End']);

/** What a view is, as it is told to the window. */
export interface ShownView {
  readonly progress: number;
  readonly isHeadingVisible: boolean;
  /** Whether the text ends in view, with room below. */
  readonly isAtEnd: boolean;
}

/** What is done about what happens in a document. */
export interface Answers {
  readonly followLink: (page: Document, event: MouseEvent) => void;
  readonly keepLink: (page: Document, event: KeyboardEvent) => void;
  readonly tell: (view: ShownView) => void;
}

/** A document that is alive. */
export interface LiveFrame {
  /** Lays the pages out anew and shows the kept place again; after everything that moves lines. */
  settle(): void;
  /** Does what moves lines and keeps the place meanwhile. */
  rearrange(change: () => void): void;
  /** Says that the view moves by the person's own hand, from outside of the document. */
  moved(key: string): void;
  /** Ends it; the last place is written then. */
  end(): void;
}

/** Listens to a document until it is ended. `place` is where the person is; it changes as they read on. */
export function liveFrame(
  page: Document,
  article: Article,
  blocks: readonly HTMLElement[],
  place: { current: Place },
  { followLink, keepLink, tell }: Answers,
): LiveFrame {
  const root = page.documentElement;
  const reading = watchReading(page, article, blocks);
  const keeper = createPlaceKeeper(
    (kept: Place): void => {
      const seconds = reading.takeSeconds();
      // Where nothing can be changed nobody asked for a change either; reading on must not complain.
      if (useMirror.getState().isReadOnly) return;
      const { block, progress } = kept;
      const where = { block, progress, place: toKept(kept, blocks, article.saved) };
      attempt(call('article.mark', { id: article.id, ...where, ...(seconds > 0 ? { seconds } : {}) }));
    },
    WRITE_PAUSE_MS,
    { start: (run, ms) => window.setTimeout(run, ms), stop: (pause) => window.clearTimeout(pause) },
  );
  const heading = page.querySelector('.article-header h1');
  // Going from hit to hit is no reading; only what the person moves is.
  let isLooking = false;
  /** What is looked at then; when lines move, that stays. */
  let looked: Place | undefined;
  // Where the view was put by us, which is no reading either.
  let restedAt: string | undefined;
  let width = root.clientWidth;

  const position = (): string => `${root.scrollLeft} ${root.scrollTop}`;

  function show(progress: number): void {
    const top = heading?.getBoundingClientRect();
    const isHeadingVisible = top === undefined || (isPaged(page) ? top.right > 0 && top.left < width : top.bottom > 0);
    const last = blocks.at(-1)?.getBoundingClientRect().bottom ?? 0;
    const isAtEnd = progress === 1 && (isPaged(page) || last <= root.clientHeight - END_ROOM_PX);
    tell({ progress, isHeadingVisible, isAtEnd });
  }

  function settle(): void {
    width = root.clientWidth;
    countPages(page);
    const isMoved = goToPlace(page, blocks, (isLooking ? looked : undefined) ?? place.current);
    countPages(page);
    restedAt = isMoved ? position() : START;
    // The person may have scrolled before the document was heard.
    if (position() !== restedAt) scrolled();
    else show(viewOf(page, blocks)?.progress ?? 0);
  }

  function scrolled(): void {
    if (alignPage(page)) return;
    const view = viewOf(page, blocks);
    if (view === undefined) return;
    show(view.progress);
    if (isLooking) looked = view;
    if (isLooking || position() === restedAt) return;
    restedAt = undefined;
    reading.saw(view);
    const { block, into, progress } = view;
    if (block === place.current.block && into === place.current.into && progress === place.current.progress) return;
    place.current = { block, into, progress };
    keeper.note(place.current);
  }

  function resized(): void {
    // A new width moves every line; the paragraph stays, and nobody has read on.
    if (root.clientWidth !== width || isPaged(page)) settle();
    else scrolled();
  }

  function rearrange(change: () => void): void {
    // Where the person has scrolled on, the browser keeps what they see where it is.
    const isRested = position() === restedAt;
    if (isLooking) looked = viewOf(page, blocks);
    change();
    if (isRested || isPaged(page)) settle();
  }

  function moved(key: string): void {
    isLooking = false;
    if (JUMP_KEYS.has(key)) reading.jumped();
  }
  function go(): void {
    isLooking = false;
    reading.jumped();
  }
  function look(): void {
    isLooking = true;
    looked = undefined;
    reading.jumped();
  }
  const move = (event: Event): void => moved('key' in event && typeof event.key === 'string' ? event.key : '');
  const click = (event: MouseEvent): void => followLink(page, event);
  const press = (event: KeyboardEvent): void => keepLink(page, event);
  const turn = (event: KeyboardEvent): void => turnByKey(page, event);
  const leave = (): void => keeper.flush();
  // A key leads to a link of another page.
  const focus = (event: FocusEvent): void => showFocused(page, event);
  // Lines move when a font or a picture comes, or something is folded up.
  const moveLines = (): void => {
    if (isPaged(page)) settle();
  };
  // The text is shown before its fonts and pictures are all here; as long as nobody has moved on, its place is kept.
  const arrive = (): void => {
    if (isPaged(page) || position() === restedAt) settle();
  };

  // Heard before what they cause, which may be another step.
  for (const name of OWN_MOVES) page.addEventListener(name, move, { capture: true, passive: true });
  page.addEventListener(LOOK_EVENT, look);
  page.addEventListener(GO_EVENT, go);
  page.addEventListener(TURN_EVENT, scrolled);
  // Before the window's own keys, of which one is the same.
  page.addEventListener('keydown', press);
  const stopKeys = bindKeys(page);
  page.addEventListener('keydown', turn);
  const stopWheel = watchWheel(page);
  const stopGifts = watchForGifts(page);
  page.addEventListener('scroll', scrolled, { passive: true });
  page.defaultView?.addEventListener('resize', resized);
  page.addEventListener('focusin', focus);
  page.addEventListener('load', moveLines, { capture: true });
  page.addEventListener('toggle', moveLines, { capture: true });
  page.fonts.addEventListener('loadingdone', arrive);
  page.defaultView?.addEventListener('load', arrive);
  page.addEventListener('click', click);
  page.addEventListener('auxclick', click);
  window.addEventListener('pagehide', leave);
  return {
    settle,
    rearrange,
    moved,
    end() {
      reading.end();
      const seconds = reading.takeSeconds();
      keeper.flush();
      // What was read after the last move.
      if (seconds > 0 && !useMirror.getState().isReadOnly) attempt(call('article.mark', { id: article.id, seconds }));
      stopKeys();
      stopWheel();
      stopGifts();
      for (const name of OWN_MOVES) page.removeEventListener(name, move, { capture: true });
      page.removeEventListener(LOOK_EVENT, look);
      page.removeEventListener(GO_EVENT, go);
      page.removeEventListener(TURN_EVENT, scrolled);
      page.removeEventListener('scroll', scrolled);
      page.defaultView?.removeEventListener('resize', resized);
      page.removeEventListener('focusin', focus);
      page.removeEventListener('load', moveLines, { capture: true });
      page.removeEventListener('toggle', moveLines, { capture: true });
      page.fonts.removeEventListener('loadingdone', arrive);
      page.defaultView?.removeEventListener('load', arrive);
      page.removeEventListener('keydown', press);
      page.removeEventListener('keydown', turn);
      page.removeEventListener('click', click);
      page.removeEventListener('auxclick', click);
      window.removeEventListener('pagehide', leave);
    },
  };
}
