// The article in columns of one view's height: how many views of it there are, which one a place is on, and the way to it. `page.css` makes
// the columns so that each view begins a whole number of view widths after the first; so nothing here grows with the length of the article.
import { create } from 'zustand';
import type { Settings } from '#contract/settings.ts';

/** The least that is left free beside a column; `page.css` has the same. */
const EDGE_PX = 36;

/** Which view of how many is shown, each from 1 on; `undefined` while the article is scrolled. */
export interface PageCount {
  readonly number: number;
  readonly count: number;
}

/** The pages of the open article, for components. */
export const usePages = create<{ readonly pages: PageCount | undefined }>()(() => ({ pages: undefined }));

/** Whether a document is laid out in pages. */
export function isPaged(page: Document): boolean {
  return page.documentElement.dataset['flow'] === 'paged';
}

/** Lays the article out in pages, or no more; `countPages` then says how many. Lines that run from top to bottom are always scrolled. */
export function setFlow(page: Document, flow: Settings['flow']): void {
  const article = page.querySelector('.article');
  const isUpright = flow === 'paged' && article !== null && getComputedStyle(article).writingMode !== 'horizontal-tb';
  page.documentElement.dataset['flow'] = isUpright ? 'scrolled' : flow;
}

/** Chooses how many columns a view has and counts the pages anew; to be called after everything that moves lines. */
export function countPages(page: Document): void {
  const article = page.querySelector('.article');
  if (!isPaged(page) || article === null) {
    if (usePages.getState().pages !== undefined) usePages.setState({ pages: undefined });
    return;
  }
  const { style } = page.documentElement;
  const width = widthOf(page);
  style.setProperty('--columns', String(columnsIn(article, width)));
  // A little more than whole pages is what rounding leaves.
  const count = Math.max(1, Math.ceil((article.scrollWidth - 2) / width));
  // Room to scroll to the last page, of which the last column may be empty.
  style.setProperty('--pages', String(count));
  usePages.setState({ pages: { number: Math.min(count, currentPage(page) + 1), count } });
}

/** Says which page is in view, and when the view stands between two, shows the nearer one; tells whether it did. */
export function alignPage(page: Document): boolean {
  if (!isPaged(page)) return false;
  const root = page.documentElement;
  const number = currentPage(page);
  if (Math.abs(Math.abs(root.scrollLeft) - number * widthOf(page)) > 2 || root.scrollTop !== 0) {
    showPage(page, number);
    return true;
  }
  const { pages } = usePages.getState();
  if (pages !== undefined && pages.number !== number + 1)
    usePages.setState({ pages: { ...pages, number: number + 1 } });
  return false;
}

/** Two where each can be as wide as the least comfortable line, which the style sheet knows. */
function columnsIn(article: Element, width: number): 1 | 2 {
  const least = Number.parseFloat(getComputedStyle(article).columnWidth) || width;
  return width >= 2 * (least + 2 * EDGE_PX) ? 2 : 1;
}

/** The number of the page in view, from 0. */
export function currentPage(page: Document): number {
  return Math.round(Math.abs(page.documentElement.scrollLeft) / widthOf(page));
}

/** The number of the page on which something stands that is now at `rect` in the view. */
export function pageAt(page: Document, rect: DOMRect): number {
  const width = widthOf(page);
  const root = page.documentElement;
  const start = isMirrored(page) ? width - rect.right : rect.left;
  // What hangs in the margin belongs to the page it hangs on.
  return Math.floor((Math.abs(root.scrollLeft) + start + Math.min(rect.width, width) / 2) / width);
}

/** Shows a page by its number from 0, or the first or last one if there is none of that number. */
export function showPage(page: Document, number: number): void {
  const last = (usePages.getState().pages?.count ?? 1) - 1;
  const shown = Math.min(last, Math.max(0, number));
  const by = isMirrored(page) ? -1 : 1;
  page.documentElement.scrollTo({ left: shown * widthOf(page) * by, top: 0, behavior: 'instant' });
}

/** Said to a document once the person has turned to a page: its scroll event comes a frame later, and what moves lines until then keeps the place that is known. */
export const TURN_EVENT = 'layover:turn';

/** Shows a page as `showPage` does, and says that the person is there now. */
export function turnToPage(page: Document, number: number): void {
  showPage(page, number);
  const view = page.defaultView;
  if (view !== null) page.dispatchEvent(new view.Event(TURN_EVENT));
}

/** Whether pages go on to the left. */
export function isMirrored(page: Document): boolean {
  const article = page.querySelector('.article') ?? page.documentElement;
  return page.defaultView?.getComputedStyle(article).direction === 'rtl';
}

/** Not a whole number of pixels at every zoom. */
function widthOf(page: Document): number {
  return page.documentElement.getBoundingClientRect().width || 1;
}
