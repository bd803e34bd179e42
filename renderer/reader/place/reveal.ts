// A place in the open article in; the view moved so that it can be read, in either flow. Every feature that brings something into view
// (hits, find, outline, links, listening, highlights) does it by this, so that none needs to know how the article is laid out.
import { isPaged, pageAt, turnToPage } from './pagedFlow.ts';

/** How something is brought into view. */
export interface RevealOptions {
  /** Where it stands then: `start` at the top, `near` somewhat below it, `ifHidden` wherever it is as long as all of it is in view. `near` unless given. */
  readonly at?: 'start' | 'near' | 'ifHidden';
  /** Whether the person is there from now on, as after a link or with a voice that reads. Else it is only looked at, and the kept place stays. */
  readonly isPlace?: boolean;
  /** Never glides, however near it is. */
  readonly isInstant?: boolean;
}

/** Said to the article's document before the view is moved to what is only looked at. */
export const LOOK_EVENT = 'layover:look';
/** The same when the person is there from now on. */
export const GO_EVENT = 'layover:go';

/** It is brought to this share of the view's height, below what somebody reads before it. */
const NEAR_SHARE = 0.3;
/** Further away than so many views nothing glides. */
const FAR_VIEWS = 3;

/**
 * Brings what a range or an element covers into view, or its beginning when it is too large; opens what is folded up around it. Nothing
 * happens for what is not drawn.
 */
export function reveal(target: Range | Element, options: RevealOptions = {}): void {
  const { at = 'near', isPlace = false, isInstant = false } = options;
  const node = 'startContainer' in target ? target.startContainer : target;
  const page = node.ownerDocument;
  const view = page?.defaultView;
  if (page == null || view == null) return;
  for (const closed of closedAround(node)) closed.setAttribute('open', '');
  const rect = firstRect(target);
  if (rect === undefined) return;
  page.dispatchEvent(new view.Event(isPlace ? GO_EVENT : LOOK_EVENT));
  if (isPaged(page)) {
    turnToPage(page, pageAt(page, rect));
    return;
  }
  const root = page.documentElement;
  if (root.dataset['vertical'] !== undefined) {
    // Its own lines know which side is first.
    (node instanceof view.Element ? node : node.parentElement)?.scrollIntoView({
      block: at === 'start' ? 'start' : 'nearest',
    });
    return;
  }
  const edge = Number.parseFloat(view.getComputedStyle(root).scrollPaddingBlockStart) || 0;
  const all = target.getBoundingClientRect();
  if (at === 'ifHidden' && all.top >= edge && all.bottom <= root.clientHeight) return;
  const top = rect.top - (at === 'start' ? edge : root.clientHeight * NEAR_SHARE);
  const isCalm =
    isInstant || root.dataset['theme'] === 'eink' || view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  root.scrollBy({
    top,
    behavior: isCalm || Math.abs(top) > root.clientHeight * FAR_VIEWS ? 'instant' : 'smooth',
  });
}

/** Its first line or box; a range between two letters has none of its own, but stands somewhere. */
function firstRect(target: Range | Element): DOMRect | undefined {
  const whole = target.getBoundingClientRect();
  const first = target.getClientRects()[0] ?? whole;
  return first.width === 0 && first.height === 0 && first.top === 0 && first.left === 0 ? undefined : first;
}

function closedAround(node: Node): readonly Element[] {
  const closed: Element[] = [];
  let around = node.parentElement?.closest('details:not([open])') ?? null;
  while (around !== null) {
    closed.push(around);
    around = around.parentElement?.closest('details:not([open])') ?? null;
  }
  return closed;
}
