// The words of a dictionary in; which of them are spelt as a given word, or nearly, out. Kept as bytes and numbers in an order of its own,
// since dictionaries are sorted in many ways and some of them wrongly.
import { editDistance } from '#contract/editDistance.ts';
import { foldWord } from './foldWord.ts';

/** Words as they lie in an index: all bytes, and where each begins and ends. */
export interface WordBytes {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The words of a dictionary, numbered as they came. */
export interface Headwords {
  readonly count: number;
  word(index: number): string;
  /** At most so many words that are the given one but for capitals and accents; those spelt exactly so first. */
  find(word: string, most: number): readonly number[];
  /** At most so many words that are spelt alike: few slips away first, then those that stand beside it. */
  nearest(word: string, most: number): readonly string[];
}

/** So many words with the same beginning are compared letter by letter; all of them in a dictionary of 200,000. */
const MOST_COMPARED = 40_000;
const SPACE = 0x20;

/** Makes the table; it takes a second for a million words. */
export function createHeadwords({ bytes, starts, ends }: WordBytes): Headwords {
  const count = starts.length;
  const word = (index: number): string => bytes.toString('utf8', starts[index] ?? 0, ends[index] ?? 0);
  const { keys, keyStarts } = foldAll({ bytes, starts, ends }, word);
  const order = sortedOrder(keys, keyStarts, count);
  const keyAt = (place: number): string => {
    const index = order[place] ?? 0;
    return keys.toString('utf8', keyStarts[index] ?? 0, keyStarts[index + 1] ?? 0);
  };

  /** The first place whose key is not before a key. */
  function placeOf(key: Buffer): number {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      const index = order[middle] ?? 0;
      if (keys.compare(key, 0, key.length, keyStarts[index], keyStarts[index + 1]) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function find(wanted: string, most: number): readonly number[] {
    const folded = foldWord(wanted);
    if (folded === '') return [];
    const key = Buffer.from(folded);
    const exact: number[] = [];
    const others: number[] = [];
    for (let place = placeOf(key); place < count && exact.length + others.length < most * 4; place += 1) {
      if (keyAt(place) !== folded) break;
      const index = order[place] ?? 0;
      (word(index) === wanted ? exact : others).push(index);
    }
    return [...exact, ...others].slice(0, most);
  }

  function nearest(wanted: string, most: number): readonly string[] {
    const folded = foldWord(wanted);
    const [first] = folded;
    if (first === undefined) return [];
    const slips = folded.length < 5 ? 1 : 2;
    const alike: { readonly place: number; readonly slips: number }[] = [];
    const begin = placeOf(Buffer.from(first));
    for (let place = begin; place < count && place < begin + MOST_COMPARED; place += 1) {
      const index = order[place] ?? 0;
      const length = (keyStarts[index + 1] ?? 0) - (keyStarts[index] ?? 0);
      const key = keyAt(place);
      if (!key.startsWith(first)) break;
      // A letter takes up to three bytes.
      if (length > (folded.length + slips) * 3 || Math.abs(key.length - folded.length) > slips) continue;
      const distance = editDistance(folded, key, slips);
      if (distance <= slips) alike.push({ place, slips: distance });
    }
    alike.sort((a, b) => a.slips - b.slips || a.place - b.place);
    const places = alike.map(({ place }) => place);
    // Where nothing is alike, what stands beside it still shows how the dictionary spells.
    const beside = placeOf(Buffer.from(folded));
    if (places.length < 2) places.push(beside, beside - 1, beside + 1);
    const words = places.flatMap((place) => (place < 0 || place >= count ? [] : [word(order[place] ?? 0)]));
    return [...new Set(words)].slice(0, most);
  }

  return { count, word, find, nearest };
}

function foldAll(
  { bytes, starts, ends }: WordBytes,
  word: (index: number) => string,
): { readonly keys: Buffer; readonly keyStarts: Uint32Array } {
  const count = starts.length;
  let keys = Buffer.allocUnsafe(bytes.length + 1024);
  const keyStarts = new Uint32Array(count + 1);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    keyStarts[index] = at;
    const [start, end] = [starts[index] ?? 0, ends[index] ?? 0];
    if (at + (end - start) <= keys.length && foldAscii(bytes, start, end, keys, at)) {
      at += end - start;
      continue;
    }
    const key = foldWord(word(index));
    // A letter takes at most three bytes in UTF-8.
    if (at + key.length * 3 > keys.length) keys = Buffer.concat([keys], keys.length * 2 + key.length * 3);
    at += keys.write(key, at);
  }
  keyStarts[count] = at;
  return { keys: Buffer.from(keys.subarray(0, at)), keyStarts };
}

/** Does for a word of plain letters what `foldWord` does, without making a text of it; `false` for any other word. */
function foldAscii(bytes: Buffer, start: number, end: number, keys: Buffer, to: number): boolean {
  let before = SPACE;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7e || byte < SPACE || (byte === SPACE && before === SPACE)) return false;
    keys[to + at - start] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
    before = byte;
  }
  return before !== SPACE;
}

function sortedOrder(keys: Buffer, starts: Uint32Array, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const compare = (a: number, b: number): number =>
    keys.compare(keys, starts[b], starts[b + 1], starts[a], starts[a + 1]) || a - b;
  for (let index = 1; index < count; index += 1) {
    if (compare(index - 1, index) > 0) return order.sort(compare);
  }
  return order;
}
