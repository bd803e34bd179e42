// A text in; the same text as it is compared when something is found in it, and the way back to its places, out. Pure. Marks on letters, forms of
// letters, white space and signs that nobody sees do not count; case only when it is asked for.

/** A text made comparable. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of it: where what it stands for begins in the original, and where that ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Letters without a decomposition that people type in their plain form. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ħ: 'h',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ß: 'ss',
  ẞ: 'SS',
  ı: 'i',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** Accents of the Latin, Greek and Cyrillic scripts, points of Hebrew and Arabic, the Arabic stretch. Vowel signs of India are letters and stay. */
const MARKS = new RegExp(
  [
    '\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F',
    '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7',
    '\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0640',
  ]
    .map((marks) => `[${marks}]`)
    .join('|'),
  'g',
);
/** Where a line or a word may be broken, how letters join, which way text runs. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const MARK = /\p{M}/u;
/** From here on a letter may be followed by marks that belong to it. */
const FIRST_MARK = 0x300;

const known = new Map<string, string>();

/** Folds a text. Plain letters are gone through without looking anything up, so that a long article takes a few milliseconds. */
export function foldText(original: string, isCaseKept: boolean): FoldedText {
  // No sign becomes more than eighteen, and hardly any more than two.
  let starts = new Uint32Array(original.length + 64);
  let ends = new Uint32Array(original.length + 64);
  let text = '';
  let length = 0;
  let isAfterSpace = false;

  function add(folded: string, at: number, end: number): void {
    if (length + folded.length > starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    text += folded;
    const isOneToOne = folded.length === end - at;
    for (let i = 0; i < folded.length; i += 1) {
      starts[length] = isOneToOne ? at + i : at;
      ends[length] = isOneToOne ? at + i + 1 : end;
      length += 1;
    }
  }

  let at = 0;
  while (at < original.length) {
    const code = original.charCodeAt(at);
    const isPlain = code < 0x80 && !(original.charCodeAt(at + 1) >= FIRST_MARK);
    const end = isPlain ? at + 1 : clusterEnd(original, at);
    if (isPlain ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /^\s/.test(original.charAt(at))) {
      // However many there are, and wherever the line ends, they are one space.
      if (isAfterSpace) ends[length - 1] = end;
      else add(' ', at, end);
      isAfterSpace = true;
    } else {
      const folded = isPlain ? plainSign(code, isCaseKept) : foldCluster(original.slice(at, end), isCaseKept);
      if (folded !== '') isAfterSpace = false;
      add(folded, at, end);
    }
    at = end;
  }
  return { text, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

function grown(places: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(places.length * 2 + 64);
  larger.set(places);
  return larger;
}

function plainSign(code: number, isCaseKept: boolean): string {
  return String.fromCharCode(!isCaseKept && code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
}

/** Behind a sign and the marks that belong to it. */
function clusterEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  while (text.charCodeAt(end) >= FIRST_MARK) {
    const sign = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (!MARK.test(sign)) break;
    end += sign.length;
  }
  return end;
}

function foldCluster(cluster: string, isCaseKept: boolean): string {
  const name = isCaseKept ? `=${cluster}` : cluster;
  let folded = known.get(name);
  if (folded === undefined) {
    const plain = cluster
      .normalize('NFKD')
      .replace(MARKS, '')
      .replace(UNSEEN, '')
      .replace(/./gsu, (letter) => PLAIN[letter] ?? letter)
      .normalize('NFC');
    // By way of capitals, as some small letters have several forms: ς and σ, ſ and s.
    folded = isCaseKept ? plain : plain.toUpperCase().toLowerCase().replace(MARKS, '');
    known.set(name, folded);
  }
  return folded;
}
