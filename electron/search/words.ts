// Text in, its searchable words with their places out. The same folding serves what is stored and what is asked for. Pure.

/** A word as it is compared, and where it stands in the text: [start, end) in UTF-16 units. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

// Soft hyphens and joiners stand inside words without being seen.
const RUN = /[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+/uy;
const PLAIN = /^[a-z0-9]*$/;
// Scripts written without spaces. Every character begins a two-character term, so that any two neighbours can be looked for.
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;
const UNSPACED_PARTS = /([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]+)|[^]/gu;
// Marks that people leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. Others, such as the
// vowel signs of Indian scripts, make different words and stay.
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]|[\u00ad\u200c]|\u200d|[\ufe00-\ufe0f]/g;
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/** The form in which words are compared: no case, no accents, compatibility forms and ligatures made plain. */
function fold(word: string): string {
  if (PLAIN.test(word)) return word;
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size > MOST_FOLDED) folded.clear();
  const term = foldAnew(word);
  folded.set(word, term);
  return term;
}

// Texts say the same words again and again, and folding one takes twenty times as long as looking it up.
const folded = new Map<string, string>();
const MOST_FOLDED = 20_000;

function foldAnew(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(LEFT_OUT, '')
    .replace(/[æœøđðłħıς]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/**
 * Cuts a text into words. In scripts written without spaces each character gives one term of itself and its neighbour (bigrams; the last
 * of a run stands alone), so that consecutive terms overlap by one character; all other runs of letters and digits are one word each.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  eachWord(text, (term, start, end) => words.push({ term, start, end }));
  return words;
}

/**
 * Calls `take` with each word of `wordsOf`, in order; for one that has nothing but ASCII letters and digits `takePlain` with where it stands,
 * so that no string need be made of it.
 */
export function eachWord(text: string, take: Take, takePlain?: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (isPlain(text.charCodeAt(end))) end += 1;
    // Most words of most texts end here; the patterns below cost five times as much.
    if (end > at && !(text.charCodeAt(end) > 127)) {
      if (takePlain === undefined) take(text.slice(at, end).toLowerCase(), at, end);
      else takePlain(at, end);
      at = end + 1;
      continue;
    }
    if (end === at && text.charCodeAt(at) < 128) {
      at += 1;
      continue;
    }
    RUN.lastIndex = at;
    const run = RUN.exec(text)?.[0];
    if (run !== undefined) takeRun(run, at, take);
    at += run?.length ?? 1;
  }
}

/** Tells whether a text begins with a character of a script written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(String.fromCodePoint(text.codePointAt(0) ?? 0));
}

/** An ASCII letter or digit. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

type Take = (term: string, start: number, end: number) => void;

function takeRun(run: string, start: number, take: Take): void {
  if (!UNSPACED.test(run)) {
    takeWord(run, start, take);
    return;
  }
  let spacedFrom = 0;
  for (const { 0: part, 1: unspaced, index } of run.matchAll(UNSPACED_PARTS)) {
    if (unspaced === undefined) continue;
    takeWord(run.slice(spacedFrom, index), start + spacedFrom, take);
    takePairs(unspaced, start + index, take);
    spacedFrom = index + part.length;
  }
  takeWord(run.slice(spacedFrom), start + spacedFrom, take);
}

function takeWord(text: string, start: number, take: Take): void {
  const term = fold(text);
  if (PLAIN.test(term) ? term !== '' : /[\p{L}\p{N}]/u.test(term)) take(term, start, start + text.length);
}

function takePairs(run: string, start: number, take: Take): void {
  let at = start;
  const characters = Array.from(run);
  characters.forEach((character, index) => {
    const next = characters[index + 1] ?? '';
    take(fold(character) + fold(next), at, at + character.length + next.length);
    at += character.length;
  });
}
