// What stands in the library side by side: the articles, and what else is kept of them.
import type { Part } from '../app/navigation.ts';

/** The shelves, in their order. */
export const SHELVES = ['articles', 'highlights', 'trash', 'storage'] as const;

/** One of the shelves. */
export type Shelf = (typeof SHELVES)[number];

/** The shelf that an address names; articles when it names none. */
export function shelfOf(part: Part | null): Shelf {
  return SHELVES.find((shelf) => shelf === part) ?? 'articles';
}

/** What an address calls a shelf. */
export function partOf(shelf: Shelf): Part | null {
  return shelf === 'articles' ? null : shelf;
}
