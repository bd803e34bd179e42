// The words of an index while they are read: where each stands in the bytes, and where its text lies. Refuses more than there may be.
import { MOST_DEFINITION, MOST_WORDS } from './opened.ts';
import { damaged, tooLarge } from './damage.ts';
import type { WordBytes } from './headwords.ts';

/** Words with their texts, numbered as they came. */
export interface WordEntries extends WordBytes {
  /** Where the text of each begins, and how long it is. */
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  /** The word it is said under: itself, or for a synonym the word that it stands for. */
  readonly targets: Uint32Array;
}

/** Collects words. */
export interface EntryList {
  readonly count: number;
  /** Throws `unreadable` for a text that does not lie inside of the texts, `too-large`. */
  add(start: number, end: number, offset: number, length: number): void;
  /** Adds another name for a word; throws `unreadable` when that word is not there. */
  addSynonym(start: number, end: number, target: number): void;
  finish(bytes: Buffer): WordEntries;
}

/** Starts a list for texts of `size` bytes; `expected` words are only a guess. */
export function createEntries(size: number, expected: number): EntryList {
  let room = Math.min(Math.max(Math.ceil(expected), 1024), MOST_WORDS);
  let [starts, ends, lengths, targets] = [room, room, room, room].map((each) => new Uint32Array(each));
  let offsets = new Float64Array(room);
  let count = 0;
  let words = 0;

  function grow(): void {
    if (count >= MOST_WORDS) throw tooLarge('The list of words of this dictionary');
    room = Math.min(room * 2, MOST_WORDS);
    [starts, ends, lengths, targets] = [starts, ends, lengths, targets].map((each) => extended(each, room));
    const longer = new Float64Array(room);
    longer.set(offsets);
    offsets = longer;
  }

  function put(start: number, end: number, offset: number, length: number, target: number): void {
    if (count === room) grow();
    if (starts === undefined || ends === undefined || lengths === undefined || targets === undefined) return;
    starts[count] = start;
    ends[count] = end;
    offsets[count] = offset;
    lengths[count] = length;
    targets[count] = target;
    count += 1;
  }

  return {
    get count() {
      return count;
    },
    add(start, end, offset, length) {
      if (length > MOST_DEFINITION || offset + length > size)
        throw damaged('its index names a text that is not in the file of its texts');
      put(start, end, offset, length, count);
      words = count;
    },
    addSynonym(start, end, target) {
      if (target >= words) throw damaged('its list of synonyms names a word that is not there');
      put(start, end, offsets[target] ?? 0, lengths?.[target] ?? 0, target);
    },
    finish: (bytes) => ({
      bytes,
      starts: extended(starts, count),
      ends: extended(ends, count),
      lengths: extended(lengths, count),
      targets: extended(targets, count),
      offsets: offsets.slice(0, count),
    }),
  };
}

function extended(array: Uint32Array | undefined, length: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(length);
  if (array !== undefined) longer.set(array.subarray(0, length));
  return longer;
}
