// Highlights and a text in; those that stand in it with their places, and those that do not, out. Each is in exactly one of the two. Pure.
import type { Highlight } from '#contract/highlight.ts';
import { anchorText, type Resolved } from './resolve.ts';

/** A highlight at its place. */
export interface PlacedHighlight {
  readonly highlight: Highlight;
  readonly place: Resolved;
}

/** All highlights of an article. */
export interface SortedOut {
  /** In the order of the text. */
  readonly placed: readonly PlacedHighlight[];
  /** Those that stand nowhere in the text, in the order of the text they were made in. */
  readonly lost: readonly Highlight[];
}

/** Finds each highlight in the text of a copy, which is named by its `saved` instant. */
export function sortOut(highlights: readonly Highlight[], text: string, version: string): SortedOut {
  const anchored = anchorText(text);
  const placed: PlacedHighlight[] = [];
  const lost: Highlight[] = [];
  for (const highlight of highlights) {
    const place = anchored.resolve(highlight.target, version);
    if (place === undefined) lost.push(highlight);
    else placed.push({ highlight, place });
  }
  placed.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  lost.sort((a, b) => a.target.position.start - b.target.position.start);
  return { placed, lost };
}
