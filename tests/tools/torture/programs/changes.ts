// The changes that a program of its own makes to a library, and what they leave in it. Pure.

/** One of each kind of change that writes. */
export const CHANGES = ['add', 'update', 'replace', 'remove', 'highlight', 'settings'] as const;

/** One of them. */
export type Change = (typeof CHANGES)[number];

/** Titles of the articles that are there before. */
export const SEEDED = ['First', 'Second', 'Third'] as const;

/** The title of whatever the change made. */
export const CHANGED = 'Changed';

/** Tells whether a word names a change. */
export function isChange(word: string): word is Change {
  return CHANGES.some((change) => change === word);
}
