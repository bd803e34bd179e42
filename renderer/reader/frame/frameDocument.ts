// The article's own document, reached from outside: paragraphs, links. No script of the page ever runs; all that happens in it
// happens from here.
import type { ArticleId } from '#contract/article.ts';
import { eventElement } from './eventElement.ts';
import { formatDate } from '../../ui/dates.ts';
import { direction } from '../../words/language.ts';
import { reveal } from '../place/reveal.ts';

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

/** Writes the dates of the document's own heading as the rest of the app does. */
export function writeDates(page: Document): void {
  for (const time of page.querySelectorAll<HTMLTimeElement>('.article-header time[datetime]')) {
    time.textContent = formatDate(time.getAttribute('datetime') ?? '');
    // In an article that runs the other way its parts must stay in order.
    time.dir = direction;
  }
}

/** Marks the links that lead to saved articles, so that they look like it. */
export function markSavedLinks(page: Document, saved: Readonly<Record<string, ArticleId>>): void {
  for (const link of page.querySelectorAll('.content a[href]')) {
    const isSaved = Object.hasOwn(saved, link.getAttribute('href') ?? '');
    link.toggleAttribute('data-saved', isSaved);
  }
}

/** The link that was pressed and the address as it is written in it. */
export function pressedLink(event: Event): { readonly link: Element; readonly href: string } | undefined {
  const link = eventElement(event)?.closest('a[href]') ?? undefined;
  const href = link?.getAttribute('href');
  return link === undefined || typeof href !== 'string' ? undefined : { link, href };
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

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray per cent sign: the name is meant as it stands.
    return fragment;
  }
}
