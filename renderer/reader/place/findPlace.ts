// A paragraph of one copy of an article in; where it is in another copy out. Texts may have been edited, moved and taken out. Pure.
import type { KeptPlace } from '#contract/article.ts';

const HEAD = 60;
const TAIL = 20;
// How much of their letters two paragraphs must share, as Dice counts pairs of neighbours, to be one that was edited.
const ALIKE = 0.6;
// What standing at the other end of the article takes from that, so that of two that are equally like it the nearer one is taken.
const FAR = 0.15;

/** How a text begins and ends, its white space and case folded: what its paragraph is found by again. */
export function quoteOf(text: string): string {
  const folded = fold(text);
  return folded.length <= HEAD + TAIL ? folded : `${folded.slice(0, HEAD)}…${folded.slice(-TAIL)}`;
}

/**
 * The index of the paragraph that a place named, in the texts of another copy; `undefined` when it is not there any more. One that still
 * stands is found wherever it stands, the one nearest to its old share of the article if there are several; else the likest one.
 */
export function findPlace(
  texts: readonly string[],
  { quote, share }: Pick<KeptPlace, 'quote' | 'share'>,
): number | undefined {
  if (quote === '') return undefined;
  const quotes = texts.map(quoteOf);
  const distance = (index: number): number => Math.abs(index / texts.length - share);
  let nearest: number | undefined;
  for (const [index, each] of quotes.entries()) {
    if (each === quote && (nearest === undefined || distance(index) < distance(nearest))) nearest = index;
  }
  if (nearest !== undefined) return nearest;
  const wanted = pairsOf(quote);
  let [best, likest] = [0, -1];
  for (const [index, each] of quotes.entries()) {
    const likeness = dice(wanted, pairsOf(each));
    if (likeness < ALIKE) continue;
    const score = likeness - FAR * distance(index);
    if (score > best) [best, likest] = [score, index];
  }
  return likest === -1 ? undefined : likest;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0];
  for (const [pair, count] of a) {
    all += count;
    shared += Math.min(count, b.get(pair) ?? 0);
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
