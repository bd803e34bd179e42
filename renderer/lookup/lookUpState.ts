// What is being looked up, and where beside the text it is shown. The words that were looked up one after another can be walked.
import { create } from 'zustand';
import { useOverlays } from '../app/overlays.ts';
import { selectedText } from '../reader/frame/plainText.ts';
import { useOpenFrame, type OpenFrame } from '../reader/frame/openFrame.ts';
import type { PlaceInWindow } from '../ui/PopoverAt.tsx';

/** The state of looking up. */
export interface LookUpState {
  /** What it stands beside. */
  readonly spot: PlaceInWindow;
  /** Words in the order in which they were looked up; none before the first. */
  readonly words: readonly string[];
  /** Which of them is shown. */
  readonly at: number;
}

const MOST_LETTERS = 120;
const MOST_WORDS = 50;
const NOWHERE: PlaceInWindow = { x: 0, y: 0, width: 0, height: 0 };

/** The state, for components. */
export const useLookUp = create<LookUpState>()(() => ({ spot: NOWHERE, words: [], at: 0 }));

/** Opens beside what is selected in the article and looks it up; without a selection it asks for a word. */
export function openLookUp(): void {
  const { open } = useOpenFrame.getState();
  if (open === undefined) return;
  const selection = open.page.getSelection();
  const word = toWord(selectedText(open.page));
  const range = selection !== null && selection.rangeCount > 0 && word !== '' ? selection.getRangeAt(0) : undefined;
  // What has the focus now gets it back.
  open.frame.focus();
  useLookUp.setState({ spot: spotOf(open, range), words: word === '' ? [] : [word], at: 0 });
  useOverlays.setState({ open: 'lookup' });
}

/** Looks up another word; those that were ahead are forgotten. */
export function followWord(text: string): void {
  const word = toWord(text);
  const { words, at } = useLookUp.getState();
  if (word === '' || word === words[at]) return;
  const next = [...words.slice(0, at + 1), word].slice(-MOST_WORDS);
  useLookUp.setState({ words: next, at: next.length - 1 });
}

/** Goes to the word before or after. */
export function stepWord(by: 1 | -1): void {
  const { words, at } = useLookUp.getState();
  if (words[at + by] !== undefined) useLookUp.setState({ at: at + by });
}

/** Closes it and gives the focus back to the text, where the selection still is. */
export function closeLookUp(): void {
  if (useOverlays.getState().open === 'lookup') useOverlays.setState({ open: 'nothing' });
  useOpenFrame.getState().open?.frame.focus();
}

/** A selection without what stands around a word: white space, quotes, stops. */
function toWord(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .slice(0, MOST_LETTERS)
    .trim();
}

/** Where a selection is in the window; the upper middle of the article when nothing is selected or it is out of view. */
function spotOf({ frame }: OpenFrame, range: Range | undefined): PlaceInWindow {
  const outside = frame.getBoundingClientRect();
  const inside = range?.getBoundingClientRect();
  const isInView = inside !== undefined && inside.bottom > 0 && inside.top < outside.height && inside.width > 0;
  if (!isInView) return { x: outside.left + outside.width / 2 - 170, y: outside.top + 24, width: 340, height: 0 };
  return { x: outside.left + inside.left, y: outside.top + inside.top, width: inside.width, height: inside.height };
}
