// A text in; the same text without what typesetting changes out, and the way back from its places. White space, quotation marks and dashes of
// any kind become one each; what has no width goes. Pure.

/** A text to compare, and where its letters stood. */
export interface FoldedText {
  readonly text: string;
  /** The place in the original of a place in `text`; the end of the original for its end. */
  readonly originalOf: (at: number) => number;
  /** The first place in `text` that stands at a place of the original or behind it. */
  readonly foldedOf: (original: number) => number;
}

// One unit or none for each unit; only a run of white space is more than one unit there and one here.
const OTHERS: ReadonlyMap<number, number> = new Map(
  [
    [`"`, '«»\u201c\u201d\u201e\u201f\u2033\u300c\u300d\u300e\u300f\uff02'],
    [`'`, '\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u0060\u00b4\uff07'],
    ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'],
  ].flatMap(([one = '', all = '']) => all.split('').map((each) => [each.charCodeAt(0), one.charCodeAt(0)] as const)),
);
const NO_WIDTH: ReadonlySet<number> = new Set([0x00ad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x200e, 0x200f]);
const SPACE = 32;
/** Something that may be folded; most quotes have nothing of the kind, and neither have many texts' longest stretches. */
const FOLDABLE = /[^\x20-\x5f\x61-\x7e]| {2}/;
/** Stands for what goes: no text has a unit that is no character. */
const GONE = 0xffff;
// What each unit becomes.
let table: Uint16Array | undefined;

/** Folds a text. */
export function foldText(original: string): FoldedText {
  if (!FOLDABLE.test(original)) return unfolded(original);
  const become = (table ??= makeTable());
  const letters = new Uint16Array(original.length);
  const places = new Uint32Array(original.length + 1);
  let length = 0;
  let isAfterSpace = false;
  for (let at = 0; at < original.length; at += 1) {
    const letter = original.charCodeAt(at);
    const becomes = become[letter] ?? letter;
    if (becomes === GONE) continue;
    const isSpace = becomes === SPACE;
    if (isSpace && isAfterSpace) continue;
    isAfterSpace = isSpace;
    letters[length] = becomes;
    places[length] = at;
    length += 1;
  }
  places[length] = original.length;
  return {
    text: textOf(letters, length),
    originalOf: (at) => places[Math.min(at, length)] ?? original.length,
    foldedOf(wanted) {
      let [low, high] = [0, length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((places[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

function unfolded(text: string): FoldedText {
  return {
    text,
    originalOf: (at) => Math.min(at, text.length),
    foldedOf: (wanted) => Math.min(text.length, Math.max(0, Math.ceil(wanted))),
  };
}

function makeTable(): Uint16Array {
  return Uint16Array.from({ length: 0x1_0000 }, (_, letter) => {
    if (NO_WIDTH.has(letter)) return GONE;
    return isWhite(letter) ? SPACE : (OTHERS.get(letter) ?? letter);
  });
}

function isWhite(letter: number): boolean {
  if (letter <= SPACE) return letter === SPACE || (letter >= 9 && letter <= 13);
  return (
    letter === 0xa0 ||
    letter === 0x1680 ||
    (letter >= 0x2000 && letter <= 0x200a) ||
    letter === 0x2028 ||
    letter === 0x2029 ||
    letter === 0x202f ||
    letter === 0x205f ||
    letter === 0x3000
  );
}

const UNITS_A_CALL = 8192;

function textOf(letters: Uint16Array, length: number): string {
  let text = '';
  // A call takes only so many arguments.
  for (let begin = 0; begin < length; begin += UNITS_A_CALL) {
    text += Reflect.apply(
      String.fromCharCode,
      undefined,
      letters.subarray(begin, Math.min(length, begin + UNITS_A_CALL)),
    );
  }
  return text;
}
