// What is being found in the article that is open: what is looked for and how exactly, kept while the app runs; the places are marked by `hits.ts`.
import { create } from 'zustand';
import { viewOf } from '../place/framePlace.ts';
import { readText, type FrameText } from '../frame/frameText.ts';
import { closeHits, currentHit, markHits, useHits } from '../hits.ts';
import { selectedText } from '../frame/plainText.ts';
import { useOpenFrame, type OpenFrame } from '../frame/openFrame.ts';
import { findAll, type FindOptions } from './findAll.ts';
import { foldText, type FoldedText } from './foldText.ts';

/** What is looked for. */
export interface Find extends FindOptions {
  readonly isOpen: boolean;
  readonly query: string;
  /** Counts the times it was asked for, so that the field takes the focus each time. */
  readonly asked: number;
}

/** What is looked for, for components. */
export const useFind = create<Find>()(() => ({
  isOpen: false,
  query: '',
  isCaseKept: false,
  isWholeWord: false,
  asked: 0,
}));

/** Opens the bar with what was looked for last, or with what is selected in the article. */
export function openFind(): void {
  const { open } = useOpenFrame.getState();
  const selected = open === undefined ? '' : selectedText(open.page).trim();
  const isOneLine = selected !== '' && selected.length <= 100 && !selected.includes('\n');
  useFind.setState(({ asked, query }) => ({ isOpen: true, asked: asked + 1, query: isOneLine ? selected : query }));
}

/** Closes the bar; the place one is at stays selected in the article, which gets the focus. */
export function closeFind(): void {
  const { open } = useOpenFrame.getState();
  const place = useHits.getState().by === 'find' ? currentHit() : undefined;
  useFind.setState({ isOpen: false });
  if (useHits.getState().by === 'find') closeHits();
  if (open === undefined) return;
  open.frame.focus();
  const selection = open.page.getSelection();
  if (place === undefined || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(place);
}

/** Finds in one document; what it reads it reads once. */
export interface Finder {
  find(query: string, options: FindOptions): void;
}

/** Makes the finder of a document. It goes to the first place from where the person is, and from there on as they type. */
export function createFinder({ page, blocks }: OpenFrame): Finder {
  const from = blocks[viewOf(page, blocks)?.block ?? 0];
  let read: FrameText | undefined;
  const folded = new Map<boolean, FoldedText>();
  return {
    find(query, options) {
      read ??= readText(page);
      let text = folded.get(options.isCaseKept);
      if (text === undefined) {
        text = foldText(read.text, options.isCaseKept);
        folded.set(options.isCaseKept, text);
      }
      const here = read;
      const ranges = findAll(text, query, options).map(([start, end]) => here.rangeOf(start, end));
      const first = from === undefined ? 0 : ranges.findIndex((range) => range.comparePoint(from, 0) <= 0);
      markHits(page, 'find', query, ranges, Math.max(0, first));
    },
  };
}
