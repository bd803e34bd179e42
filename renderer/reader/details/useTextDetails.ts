// What the open article's document answers by itself: its notes, what is wider than a line, lines from top to bottom.
import { useEffect } from 'react';
import { useNotes } from './useNotes.ts';
import { useOpenFrame } from '../frame/openFrame.ts';
import { watchWidth } from './widePieces.ts';

/** Listens in the article that is open. */
export function useTextDetails(): void {
  const page = useOpenFrame(({ open }) => open?.page);
  useEffect(() => (page === undefined ? undefined : watchWidth(page)), [page]);
  useNotes();
}
