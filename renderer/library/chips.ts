// The states that articles are most often looked for by; each is a term of the query.

/** The states, in the order they are offered; each is what `is:` calls it. */
export const CHIPS = ['unread', 'reading', 'finished', 'starred', 'archived', 'partial'] as const;

/** One of the states. */
export type Chip = (typeof CHIPS)[number];

/** The states that say how far somebody has read, of which an article is in one at a time. */
const EXCLUSIVE: readonly Chip[] = ['unread', 'reading', 'finished', 'archived'];

/** The term of a state. */
export function chipTerm(chip: Chip): string {
  return `is:${chip}`;
}

/** The terms that this one stands in the place of, older words for them as well. */
export function othersOf(chip: Chip): readonly string[] {
  return EXCLUSIVE.includes(chip)
    ? [...EXCLUSIVE.filter((each) => each !== chip).map(chipTerm), 'is:started', 'is:read']
    : [];
}
