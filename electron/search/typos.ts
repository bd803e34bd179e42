// A word that stands nowhere in; the words of the index that it was probably meant to be out.
import type { Segment } from './segment.ts';

const SHORTEST = 4;
const LONG = 8;
const MOST = 5;

/**
 * The words nearest to one that no segment has: at one edit, or from eight letters on at two (see `editDistance`), with the same first
 * letter, the commonest first; at most five, all at the same distance.
 */
export function nearestWords(term: string, segments: readonly Segment[]): readonly string[] {
  if (term.length < SHORTEST) return [];
  const near = segments.flatMap((segment) => segment.near(term, term.length < LONG ? 1 : 2));
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const counts = new Map<string, number>();
  for (const { term: word, distance, documents } of near) {
    if (distance === nearest) counts.set(word, (counts.get(word) ?? 0) + documents);
  }
  const found = [...counts].sort(([a, withA], [b, withB]) => withB - withA || (a < b ? -1 : 1));
  return found.slice(0, MOST).map(([word]) => word);
}
