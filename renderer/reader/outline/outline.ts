// The outline of the article that is open: whether it is shown, and the way from heading to heading.
import { create } from 'zustand';
import { viewOf } from '../place/framePlace.ts';
import { useOpenFrame } from '../frame/openFrame.ts';
import { reveal } from '../place/reveal.ts';
import { headingAt, listHeadings, type ArticleHeading } from './headings.ts';

/** An article with fewer headings needs no outline. */
const FEWEST = 2;

/** Whether the outline is shown; kept from one article to the next. */
export const useOutline = create<{ readonly isShown: boolean }>()(() => ({ isShown: false }));

/** Whether the article that is open has an outline. */
export function hasOutline(): boolean {
  return headingsHere().length >= FEWEST;
}

/** Shows the outline, or hides it. */
export function toggleOutline(): void {
  useOutline.setState(({ isShown }) => ({ isShown: !isShown }));
}

/** Goes to the heading after the one that is at the top of the view, or to the one before. */
export function stepHeading(by: 1 | -1): void {
  const { open } = useOpenFrame.getState();
  if (open === undefined) return;
  const headings = headingsHere();
  const block = viewOf(open.page, open.blocks)?.block ?? 0;
  const at = headingAt(headings, block);
  // Back goes to the beginning of the part one is in, unless one is there.
  const isWithin = by === -1 && (headings[at]?.block ?? block) < block;
  const next = headings[isWithin ? at : at + by];
  if (next !== undefined) goToHeading(open.blocks, next.block);
}

/** Goes to the heading that is this block. */
export function goToHeading(blocks: readonly Element[], block: number): void {
  const heading = blocks[block];
  if (heading !== undefined) reveal(heading, { at: 'start', isPlace: true, isInstant: true });
}

function headingsHere(): readonly ArticleHeading[] {
  const { open } = useOpenFrame.getState();
  if (open === undefined) return [];
  if (open.blocks !== known.blocks) known = { blocks: open.blocks, headings: listHeadings(open.blocks) };
  return known.headings;
}

// Asked for by every key that is pressed.
let known: { readonly blocks: readonly Element[]; readonly headings: readonly ArticleHeading[] } = {
  blocks: [],
  headings: [],
};
