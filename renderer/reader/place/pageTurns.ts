// Keys and turns of the wheel in; pages of the article turned. Refuses what a field, a control or a table that can be scrolled takes itself.
import { currentPage, isMirrored, isPaged, pageAt, turnToPage, usePages } from './pagedFlow.ts';

/** A wheel must have gone so far, in CSS pixels. */
const WHEEL_PX = 40;
/** A turn of the wheel ends when it rests so long, and turns again when it does not end for so long. */
const WHEEL_REST_MS = 140;
const WHEEL_AGAIN_MS = 420;

/** Turns so many pages on, or back. */
export function turnPage(page: Document, by: number): void {
  turnToPage(page, currentPage(page) + by);
}

/** Turns the page as a key says, whether it was pressed in the article or beside it. Nothing while the article is scrolled. */
export function turnByKey(page: Document, event: KeyboardEvent): void {
  if (!isPaged(page) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = targetOf(event);
  if (target?.closest('input, textarea, select, [role="dialog"], [role="slider"], .virtual-list') != null) return;
  if (event.key === ' ' && target?.closest('button, summary') != null) return;
  // With Shift the arrows select.
  if (event.shiftKey && event.key !== ' ') return;
  if (event.key.startsWith('Arrow') && scrollableAround(target) !== undefined) return;
  const forth = isMirrored(page) ? -1 : 1;
  const by = {
    ' ': event.shiftKey ? -1 : 1,
    PageDown: 1,
    PageUp: -1,
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowRight: forth,
    ArrowLeft: -forth,
    Home: -Infinity,
    End: Infinity,
  }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  if (Number.isFinite(by)) turnPage(page, by);
  else turnToPage(page, by < 0 ? 0 : (usePages.getState().pages?.count ?? 1) - 1);
}

/** Lets the wheel turn pages; the returned function stops it. */
export function watchWheel(page: Document): () => void {
  let [gone, last, turned] = [0, 0, 0];
  const roll = (event: WheelEvent): void => {
    if (!isPaged(page) || event.ctrlKey || scrollableAround(targetOf(event)) !== undefined) return;
    const now = event.timeStamp;
    // What rolls out after a turn belongs to it.
    const isRest = now - last > WHEEL_REST_MS;
    last = now;
    if (isRest) [gone, turned] = [0, 0];
    if (turned > 0 && now - turned < WHEEL_AGAIN_MS) return;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    gone += sideways ? event.deltaX * (isMirrored(page) ? -1 : 1) : event.deltaY;
    if (Math.abs(gone) < WHEEL_PX) return;
    turnPage(page, Math.sign(gone));
    [gone, turned] = [0, now];
  };
  page.addEventListener('wheel', roll, { passive: true });
  return () => page.removeEventListener('wheel', roll);
}

/** Shows the page of what has got the focus. */
export function showFocused(page: Document, event: Event): void {
  const rect = targetOf(event)?.closest('.article *')?.getClientRects()[0];
  if (rect !== undefined && isPaged(page)) turnToPage(page, pageAt(page, rect));
}

/** The element an event came from; not by its class, which in a frame is none of the window's. */
function targetOf({ target }: Event): Element | undefined {
  return target !== null && 'closest' in target && isElement(target) ? target : undefined;
}

function isElement(target: EventTarget): target is Element {
  return 'nodeType' in target && target.nodeType === 1;
}

/** A table or a piece of code that is too large for its place and scrolls in it. */
function scrollableAround(target: Element | undefined): Element | undefined {
  const box = target?.closest('table, pre, .table-frame');
  if (box == null) return undefined;
  return box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1 ? box : undefined;
}
