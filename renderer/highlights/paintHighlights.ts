// Places of highlights in; colour behind the words out, without touching the document. How each looks is in `page.css`.
import type { PlacedHighlight } from '#contract/anchor/sortOut.ts';
import { HIGHLIGHT_COLORS, type HighlightColor } from '#contract/highlight.ts';
import type { FrameText } from '../reader/frame/frameText.ts';

const NOTED = 'mark-noted';
const nameOf = (color: HighlightColor): string => `mark-${color}`;

/** Draws all of them, instead of those that were drawn before. */
export function paintHighlights(page: Document, text: FrameText, placed: readonly PlacedHighlight[]): void {
  const view = page.defaultView;
  if (view === null) return;
  const painted = new Map([...HIGHLIGHT_COLORS.map(nameOf), NOTED].map((name) => [name, new view.Highlight()]));
  for (const { highlight, place } of placed) {
    const range = text.rangeOf(place.start, place.end);
    painted.get(nameOf(highlight.color))?.add(range);
    if (highlight.note !== '') painted.get(NOTED)?.add(range);
  }
  for (const [name, ranges] of painted) {
    // What was searched for is drawn above.
    ranges.priority = name === NOTED ? -1 : -2;
    view.CSS.highlights.set(name, ranges);
  }
}

/** Takes them away. */
export function clearHighlights(page: Document): void {
  for (const name of [...HIGHLIGHT_COLORS.map(nameOf), NOTED]) page.defaultView?.CSS.highlights.delete(name);
}
