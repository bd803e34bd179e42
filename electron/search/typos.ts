// A word that stands nowhere in; the words of the index that it was probably meant to be out.
import { isBeginning, type Segment } from './segment.ts';

const SHORTEST = 4;
const LONG = 8;
const MOST = 5;

/**
 * The words nearest to one that no segment has: at one edit, or from eight letters on at two (Damerau's: a letter more, less or another,
 * or two neighbours exchanged), with the same first letter, the commonest first; at most five, all at the same distance.
 */
export function nearestWords(term: string, segments: readonly Segment[]): readonly string[] {
  if (term.length < SHORTEST) return [];
  const most = term.length < LONG ? 1 : 2;
  let nearest = most;
  let counts = new Map<string, number>();
  for (const segment of segments) {
    for (const [number, other] of segment.similar(term, most)) {
      if (Math.abs(other.length - term.length) > nearest || isBeginning(other)) continue;
      const distance = editDistance(term, other, nearest);
      if (distance > nearest) continue;
      if (distance < nearest) counts = new Map();
      nearest = distance;
      counts.set(other, (counts.get(other) ?? 0) + segment.documentsWith(number));
    }
  }
  const found = [...counts].sort(([a, withA], [b, withB]) => withB - withA || (a < b ? -1 : 1));
  return found.slice(0, MOST).map(([word]) => word);
}

const above = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/** Optimal string alignment distance, or anything above `most` as soon as it cannot be less. */
export function editDistance(a: string, b: string, most: number): number {
  if (a.length > 62 || b.length > 62) return a === b ? 0 : most + 1;
  let [before, previous, current] = [
    above[0] ?? new Uint8Array(),
    above[1] ?? new Uint8Array(),
    above[2] ?? new Uint8Array(),
  ];
  for (let column = 0; column <= b.length; column += 1) previous[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? most + 1;
}
