// A long document in; only what its first view can show is laid out, until all of it is wanted. Paragraphs at the place stay, others wait.
import type { Place } from './framePlace.ts';
import { isPaged } from './pagedFlow.ts';

/** A text this long, in characters, is worth it: to lay it out takes longer than to paint it. */
const LONG_TEXT = 40_000;
/** Characters that stand before and after the place, in any window. */
const BEFORE = 3_000;
const AFTER = 15_000;
/** Pieces among which something can be left out; an article that lies in fewer is looked into. */
const FEWEST_PIECES = 8;

/**
 * Takes what is far from a place out of the layout, so that the text at the place is painted sooner. Changes nothing of what is seen
 * there: it is refused (`undefined`) for short texts and where what comes before the place decides how it is laid out, as on pages.
 * The returned function brings everything back; the caller then shows the place again, since lines before it have moved it.
 */
export function leaveOutFar(page: Document, blocks: readonly HTMLElement[], place: Place): (() => void) | undefined {
  const content = page.querySelector('.content');
  if (content === null || (isPaged(page) && place.block > 0)) return undefined;
  if ((content.textContent?.length ?? 0) < LONG_TEXT) return undefined;
  const pieces = piecesOf(content);
  const at = pieces.findIndex((piece) => piece.contains(blocks[place.block] ?? null));
  const first = reach(pieces, Math.max(0, at), -1, BEFORE);
  const last = reach(pieces, Math.max(0, at), 1, AFTER);
  const far = pieces.filter((_, index) => index < first || index > last);
  // Below the text, so far only where its end is.
  if (last < pieces.length - 1) far.push(...followers(content));
  if (far.length === 0) return undefined;
  for (const each of far) each.dataset['far'] = '';
  return () => {
    for (const each of far) delete each.dataset['far'];
  };
}

/** What the content lies in, past wrappers that hold all of it. */
function piecesOf(content: Element): readonly HTMLElement[] {
  let host = content;
  while (host.children.length < FEWEST_PIECES) {
    const inner = [...host.children].find(
      (each) => each.querySelectorAll('p').length > host.querySelectorAll('p').length / 2,
    );
    if (inner === undefined) break;
    host = inner;
  }
  return [...host.children].filter(isHtml);
}

function reach(pieces: readonly HTMLElement[], from: number, step: 1 | -1, room: number): number {
  let [index, left] = [from, room];
  for (let next = from + step; next >= 0 && next < pieces.length && left > 0; next += step) {
    left -= pieces[next]?.textContent?.length ?? 0;
    index = next;
  }
  return index;
}

function followers(content: Element): readonly HTMLElement[] {
  const all = [...(content.parentElement?.children ?? [])].filter(isHtml);
  return all.slice(all.findIndex((each) => each === content) + 1);
}

/** Elements of another document are of its own classes. */
function isHtml(element: Element): element is HTMLElement {
  return 'dataset' in element && 'hidden' in element;
}
