// Where the reader is in the article's document, counted in paragraphs, and the way back there; in either flow.
import type { Article, KeptPlace } from '#contract/article.ts';
import { findPlace, quoteOf } from './findPlace.ts';
import { plainTextOf } from '../frame/plainText.ts';
import { isMirrored, isPaged, pageAt, showPage } from './pagedFlow.ts';

/** Where a person is in an article. */
export interface Place {
  /** Index of the block at the top of the view. */
  readonly block: number;
  /** Share of that block that stands before the view, 0 to 1. */
  readonly into: number;
  /** Share of the blocks that have come into view, 0 to 1. */
  readonly progress: number;
}

/** What is in view. */
export interface View extends Place {
  /** Up to where the view goes: so many blocks and a share of the next. */
  readonly end: number;
}

/** The place that was kept for an article, found again by its paragraph when another copy is read than the one it was kept in. */
export function keptPlace({ saved, reading }: Article, blocks: readonly HTMLElement[]): Place {
  const { progress, places = [] } = reading;
  const [latest] = places;
  if (latest === undefined) return { block: reading.block, into: 0, progress };
  if (latest.of === saved) return { block: latest.block, into: latest.into, progress };
  const found = findPlace(blocks.map(plainTextOf), latest);
  if (found !== undefined) return { block: found, into: latest.into, progress };
  const own = places.find(({ of }) => of === saved);
  if (own !== undefined) return { block: own.block, into: own.into, progress };
  return { block: Math.floor(latest.share * blocks.length), into: 0, progress };
}

/** What is kept of a place in a copy of an article. */
export function toKept(place: Place, blocks: readonly HTMLElement[], saved: string): Omit<KeptPlace, 'block'> {
  return {
    of: saved,
    into: place.into,
    share: place.block / Math.max(1, blocks.length),
    quote: quoteOf(plainTextOf(blocks[place.block])),
  };
}

/** Where the view stands; `undefined` in a document without blocks. Looks at a few blocks only, however many there are. */
export function viewOf(page: Document, blocks: readonly HTMLElement[]): View | undefined {
  if (blocks.length === 0) return undefined;
  const { isPast, isSeen, into, upTo } = isPaged(page) ? pagedView(page) : scrolledView(page);
  const block = Math.min(
    blocks.length - 1,
    firstIndex(blocks, (each) => !isPast(each)),
  );
  const seen = firstIndex(blocks, (each) => !isSeen(each));
  const [first, last] = [blocks[block], blocks[seen]];
  return {
    block,
    into: first === undefined ? 0 : clamp(into(first)),
    progress: seen / blocks.length,
    end: seen + (last === undefined ? 0 : clamp(upTo(last))),
  };
}

/**
 * Brings a place to the top of the view, or its page into view. What fits is shown from its paragraph's beginning. The very
 * beginning of a scrolled article is left as it is; tells whether anything was done.
 */
export function goToPlace(page: Document, blocks: readonly HTMLElement[], { block, into }: Place): boolean {
  const target = blocks[block];
  const isStart = target === undefined || (block === 0 && into === 0);
  if (isPaged(page)) {
    const rect = isStart ? undefined : partAt([...target.getClientRects()], into);
    showPage(page, rect === undefined ? 0 : pageAt(page, rect));
    return true;
  }
  if (isStart) return false;
  const { length, startOf, lengthOf, toScroll } = wayOf(page);
  const rect = target.getBoundingClientRect();
  const before = into * lengthOf(rect);
  const by = startOf(rect) - edgeOf(page) + (before < length / 2 ? 0 : before);
  page.documentElement.scrollBy({ ...toScroll(by), behavior: 'instant' });
  return true;
}

/** The way on which lines follow each other in a document that is scrolled: down, or with lines from top to bottom to one side. */
interface Way {
  /** Of the view. */
  readonly length: number;
  /** How far from where the view begins. */
  readonly startOf: (rect: DOMRect) => number;
  readonly lengthOf: (rect: DOMRect) => number;
  readonly toScroll: (by: number) => ScrollToOptions;
}

function wayOf(page: Document): Way {
  const { clientWidth, clientHeight, dataset } = page.documentElement;
  if (dataset['vertical'] === undefined) {
    return {
      length: clientHeight,
      startOf: ({ top }) => top,
      lengthOf: ({ height }) => height,
      toScroll: (by) => ({ top: by }),
    };
  }
  const isLeftward = dataset['vertical'] === 'rl';
  return {
    length: clientWidth,
    startOf: ({ left, right }) => (isLeftward ? clientWidth - right : left),
    lengthOf: ({ width }) => width,
    toScroll: (by) => ({ left: isLeftward ? -by : by }),
  };
}

/** How a flow tells where blocks are. */
interface Geometry {
  /** All of it stands before the view. */
  readonly isPast: (block: HTMLElement) => boolean;
  /** Its end has come into view. */
  readonly isSeen: (block: HTMLElement) => boolean;
  /** Share of it that stands before the view. */
  readonly into: (block: HTMLElement) => number;
  /** Share of it that stands before the end of the view. */
  readonly upTo: (block: HTMLElement) => number;
}

// A pixel of slack, as positions are rounded at every zoom.
function scrolledView(page: Document): Geometry {
  const { length, startOf, lengthOf } = wayOf(page);
  // A block that was gone to stands below the document's scroll padding; what is above that edge has been read.
  const edge = edgeOf(page);
  const endOf = (block: HTMLElement): number => {
    const rect = block.getBoundingClientRect();
    return startOf(rect) + lengthOf(rect);
  };
  const before = (block: HTMLElement, line: number): number => {
    const rect = block.getBoundingClientRect();
    return (line - startOf(rect)) / Math.max(1, lengthOf(rect));
  };
  return {
    isPast: (block) => endOf(block) <= edge + 1,
    isSeen: (block) => endOf(block) <= length + 1,
    into: (block) => before(block, edge),
    upTo: (block) => before(block, length),
  };
}

function pagedView(page: Document): Geometry {
  const { width } = page.documentElement.getBoundingClientRect();
  const isRightToLeft = isMirrored(page);
  // How far from the side where pages begin, whichever that is.
  const endOf = (rect: DOMRect): number => (isRightToLeft ? width - rect.left : rect.right);
  const before = (block: HTMLElement, line: number): number => {
    let [part, all] = [0, 0];
    for (const rect of block.getClientRects()) {
      all += rect.height;
      if (endOf(rect) <= line) part += rect.height;
    }
    return part / Math.max(1, all);
  };
  return {
    isPast: (block) => endOf(block.getBoundingClientRect()) <= 1,
    isSeen: (block) => endOf(block.getBoundingClientRect()) <= width + 1,
    into: (block) => before(block, 1),
    upTo: (block) => before(block, width + 1),
  };
}

/** The piece of a block, of those on several pages, in which a share of it is reached. */
function partAt(parts: readonly DOMRect[], into: number): DOMRect | undefined {
  let left = into * parts.reduce((sum, { height }) => sum + height, 0);
  for (const part of parts) {
    // Where a piece ends the next one begins.
    if (left < part.height - 1) return part;
    left -= part.height;
  }
  return parts.at(-1);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function edgeOf(page: Document): number {
  return Number.parseFloat(getComputedStyle(page.documentElement).scrollPaddingBlockStart) || 0;
}

function firstIndex(blocks: readonly HTMLElement[], isReached: (block: HTMLElement) => boolean): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && isReached(block)) high = middle;
    else low = middle + 1;
  }
  return low;
}
