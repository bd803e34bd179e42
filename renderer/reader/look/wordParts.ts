// A piece of text and what parts the words of its language in; the places at which its words may be parted out. Pure. Left whole are short words,
// addresses, what has figures or hidden hyphens in it, and names in capitals.

/** Puts soft hyphens into a word where it may be parted. */
export type PartWord = (word: string) => string;

/** Letters of the shortest word that is parted. */
export const SHORTEST_WORD = 5;
const FEWEST_BEFORE = 2;
const FEWEST_BEHIND = 3;

const SOFT_HYPHEN = '\u00AD';
const RUN = /\S+/g;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const MARK = /\p{M}/u;
/** What is no word of a language: figures, addresses and names of files, hyphens that the author has put. */
const NO_WORDS = /[\p{N}@_\\\u00AD\u200B\u2060]|:\/\/|[\p{L}][./:=&#?][\p{L}]/u;
/** Capitals behind another letter: shortened names, and names that are written as one likes. */
const INNER_CAPITAL = /[\p{L}\p{M}]\p{Lu}/u;

/** Places in units of the text, ascending. */
export function findWordParts(text: string, partWord: PartWord): readonly number[] {
  const places: number[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (run.length < SHORTEST_WORD || NO_WORDS.test(run)) continue;
    for (const { 0: word, index: within } of run.matchAll(WORD)) {
      if (word.length < SHORTEST_WORD || INNER_CAPITAL.test(word)) continue;
      for (const place of placesIn(word, partWord)) places.push(index + within + place);
    }
  }
  return places;
}

function placesIn(word: string, partWord: PartWord): readonly number[] {
  // Patterns are of small letters; where these are more or fewer, as of İ, places would be others.
  if (word.toLowerCase().length !== word.length) return [];
  const places: number[] = [];
  let at = 0;
  for (const part of partWord(word).split(SOFT_HYPHEN).slice(0, -1)) {
    at += part.length;
    const isInside = at >= FEWEST_BEFORE && at <= word.length - FEWEST_BEHIND;
    if (isInside && !MARK.test(word.charAt(at))) places.push(at);
  }
  return places;
}
