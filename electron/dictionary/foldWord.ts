// A word in; what all its spellings have in common out: small letters, no accents, no vowel points, single spaces.

const PLAIN = /^[a-z0-9 '-]*$/;
/** Marks that a reader may leave out: accents, Hebrew points, Arabic vowel signs. Those of Indian and Thai scripts are letters. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670\u0640]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
  ʼ: "'",
};
const SPELT_OUT = /[ßæœøłđı’ʼ]/g;

/** Folds a word. Words that fold alike are found as one. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(SPELT_OUT, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}
