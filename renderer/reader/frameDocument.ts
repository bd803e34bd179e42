// The article's own document, reached from outside: looks, links, and where the reader is in it, counted in paragraphs. No script of the
// page ever runs; all that happens in it happens from here.
import type { ArticleId } from '#contract/article.ts';
import type { Settings } from '#contract/settings.ts';
import { formatDate } from '../ui/dates.ts';
import type { DrawnTheme } from '../ui/theme.ts';
import { reveal } from './reveal.ts';

/** Where a person is in an article. */
export interface Place {
  /** Index of the block at the top of the view. */
  readonly block: number;
  /** Share of the blocks that have come into view, 0 to 1. */
  readonly progress: number;
}

const BLOCKS = 'p, li, h2, h3, h4, h5, h6, pre, table, figure, blockquote, dt, dd, hr';

/** The paragraphs and their like, in reading order; one that contains others is not counted itself. */
export function listBlocks(page: Document): readonly HTMLElement[] {
  const content = page.querySelector('.content');
  if (content === null) return [];
  return [...content.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) =>
      block.matches('table, figure') ||
      (block.querySelector(BLOCKS) === null && block.closest('table, figure') === null),
  );
}

/** Gives the document its theme and the reader's type; `page.css` knows these names. */
export function dress(page: Document, settings: Settings, theme: DrawnTheme): void {
  const { style, dataset } = page.documentElement;
  dataset['theme'] = theme;
  style.setProperty('--text-size', `${settings.textSize}px`);
  style.setProperty('--measure', String(settings.measure));
  style.setProperty('--leading', String(settings.leading));
  style.setProperty('--font', settings.font === 'serif' ? 'var(--serif)' : 'var(--sans)');
}

/** Writes the dates of the document's own heading as the rest of the app does. */
export function writeDates(page: Document): void {
  for (const time of page.querySelectorAll('.article-header time[datetime]')) {
    time.textContent = formatDate(time.getAttribute('datetime') ?? '');
  }
}

/** Marks the links that lead to saved articles, so that they look like it. */
export function markSavedLinks(page: Document, saved: Readonly<Record<string, ArticleId>>): void {
  for (const link of page.querySelectorAll('.content a[href]')) {
    const isSaved = Object.hasOwn(saved, link.getAttribute('href') ?? '');
    link.toggleAttribute('data-saved', isSaved);
  }
}

/** Where the view stands; `undefined` in a document without blocks. */
export function placeIn(page: Document, blocks: readonly HTMLElement[]): Place | undefined {
  if (blocks.length === 0) return undefined;
  const height = page.documentElement.clientHeight;
  // A block that was gone to stands below the document's scroll padding; what is above that edge has been read.
  const edge = Number.parseFloat(getComputedStyle(page.documentElement).scrollPaddingBlockStart) || 0;
  const block = Math.min(
    blocks.length - 1,
    firstIndex(blocks, (each) => each.getBoundingClientRect().bottom > edge + 1),
  );
  // A pixel of slack, as positions are rounded at every zoom.
  const seen = firstIndex(blocks, (each) => each.getBoundingClientRect().bottom > height + 1);
  return { block, progress: seen / blocks.length };
}

/** Brings a block to the top of the view. */
export function goToBlock(blocks: readonly HTMLElement[], index: number): void {
  if (index > 0) blocks[index]?.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** The link that was pressed and the address as it is written in it. */
export function pressedLink(
  page: Document,
  event: Event,
): { readonly link: Element; readonly href: string } | undefined {
  // Elements of a frame are instances of the frame's classes, not of the window's.
  const FrameElement = page.defaultView?.Element;
  if (FrameElement === undefined || !(event.target instanceof FrameElement)) return undefined;
  const link = event.target.closest('a[href]');
  const href = link?.getAttribute('href');
  return link === null || typeof href !== 'string' ? undefined : { link, href };
}

/** The link that has the focus, or else the one under the pointer. */
export function linkAt(page: Document): Element | undefined {
  return page.activeElement?.closest('.content a[href]') ?? page.querySelector('.content a[href]:hover') ?? undefined;
}

/** Scrolls to what a fragment names; nothing when it names nothing. */
export function goToFragment(page: Document, href: string): void {
  const name = href.slice(1);
  const target = name === '' ? page.body : page.getElementById(decode(name));
  if (target !== null) reveal(target, { at: 'start', isPlace: true, isInstant: true });
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

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray per cent sign: the name is meant as it stands.
    return fragment;
  }
}
