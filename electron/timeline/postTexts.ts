// Titles and sites of all posts as one long text, so that a word is looked for in all of them at once. Pure, and in steps.
import { foldText } from './foldText.ts';

/** Looks for words in posts. */
export interface PostTexts {
  /** Places, in the order the posts were given in, of those that have every word of the text. */
  find(text: string): Uint8Array;
}

const POSTS_A_STEP = 2_000;

/** Reads the texts of `count` posts, each by its place. */
export function* readPostTexts(count: number, textOf: (place: number) => string): Generator<undefined, PostTexts> {
  const pieces: string[] = [];
  const starts = new Uint32Array(count + 1);
  let length = 0;
  for (let place = 0; place < count; place += 1) {
    const piece = `${foldText(textOf(place))}\n`;
    starts[place] = length;
    length += piece.length;
    pieces.push(piece);
    if (place % POSTS_A_STEP === POSTS_A_STEP - 1) yield;
  }
  starts[count] = length;
  const all = pieces.join('');

  return {
    find(text) {
      const found = new Uint8Array(count).fill(1);
      for (const word of foldText(text).split(/\s+/)) if (word !== '') keepThoseWith(word, all, starts, found);
      return found;
    },
  };
}

function keepThoseWith(word: string, all: string, starts: Uint32Array, found: Uint8Array): void {
  const has = new Uint8Array(found.length);
  let place = 0;
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, starts[place] ?? all.length)) {
    while ((starts[place + 1] ?? Infinity) <= at) place += 1;
    has[place] = 1;
    place += 1;
    if (place >= found.length) break;
  }
  for (let each = 0; each < found.length; each += 1) found[each] = (found[each] ?? 0) & (has[each] ?? 0);
}
