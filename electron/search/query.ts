// What a person typed in, what to look for out: words, "phrases", -exclusions; the last word counts as the beginning of one. Pure.
import { isUnspaced, wordsOf } from './words.ts';

/** Terms that must stand one after the other. With `isPrefix` the last may go on after its end. */
export interface Unit {
  readonly terms: readonly string[];
  readonly isPrefix: boolean;
}

/** All of `wanted` must be found, none of `excluded`. */
export interface Query {
  readonly wanted: readonly Unit[];
  readonly excluded: readonly Unit[];
}

const PART = /(-?)(?:["“„]([^"“”„]*)(["”]?)|([^\s"“”„]+))/gu;

/**
 * Reads a query; nothing in it is an error. A minus right before a word or phrase excludes it. A word that is cut into several (`don't`,
 * `state-of-the-art`, 東京都) is looked for as a phrase. A phrase whose closing mark is still missing is one that is being typed.
 */
export function parseQuery(query: string): Query {
  const text = query.normalize('NFC');
  const wanted: Unit[] = [];
  const excluded: Unit[] = [];
  const parts = [...text.matchAll(PART)];
  parts.forEach(([, minus, phrase, closing, word], index) => {
    const isLast = index === parts.length - 1;
    const isExcluded = minus === '-';
    const isPrefix = isLast && !isExcluded && (phrase === undefined || closing === '');
    const unit = toUnit(phrase ?? word ?? '', isPrefix);
    if (unit !== undefined) (isExcluded ? excluded : wanted).push(unit);
  });
  return { wanted, excluded };
}

function toUnit(text: string, isPrefix: boolean): Unit | undefined {
  const words = wordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const terms = words.map((word) => word.term);
  if (!isUnspaced(text.slice(last.start))) return { terms, isPrefix };
  // The last character of an unspaced run is in the pair before it already; a lone one is found in every pair it begins.
  const isInPair = words.at(-2)?.end === last.end;
  return isInPair ? { terms: terms.slice(0, -1), isPrefix: false } : { terms, isPrefix: true };
}
