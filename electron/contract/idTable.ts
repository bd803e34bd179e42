// Ids of articles in, their row numbers out; 12 bytes an id and no object for any of them.
import { isArticleId, type ArticleId } from './article.ts';

/** Which row each id has. */
export interface IdTable {
  /** `undefined` for an id that was never put or was removed. */
  rowOf(id: ArticleId): number | undefined;
  /** The same for an id in its three numbers; see `packed`. */
  rowOfPacked(a: number, b: number, c: number): number | undefined;
  /** Throws for a row that has none. */
  idOf(row: number): ArticleId;
  /** Gives the next row number to an id that has none. */
  add(id: ArticleId): number;
  /** The row keeps its id, the id is not found any more. */
  remove(row: number): void;
  /** Ids of all rows in three numbers each: of the first six characters, of the next six, and of the last four, five bits a character. */
  readonly packed: Uint32Array;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const VALUES = new Uint8Array(128);
for (let value = 0; value < LETTERS.length; value += 1) VALUES[LETTERS.charCodeAt(value)] = value;

const FREE = 0;
// Stands in a place of the table whose id was removed, so that ids that had to go past it are still found.
const PASSED = 0xffff_ffff;

/** Makes the table; `start` holds the ids of the first rows, those for which `isThere` is false are not found. */
export function createIdTable(start: Uint32Array, isThere: (row: number) => boolean): IdTable {
  let size = start.length / 3;
  let packed = start;
  // Made when the first id is looked for, which a start need not wait for.
  let places = new Uint32Array(0);
  let used = 0;

  /** Numbers one more than a row stand in the table, linear probing. */
  function build(): void {
    let length = 64;
    while (length < size * 2 + 64) length *= 2;
    places = new Uint32Array(length);
    used = 0;
    for (let row = 0; row < size; row += 1) if (isThere(row)) place(row);
  }

  function place(row: number): void {
    let at = slot(packed[row * 3] ?? 0, packed[row * 3 + 1] ?? 0, packed[row * 3 + 2] ?? 0);
    while (places[at] !== FREE && places[at] !== PASSED) at = (at + 1) & (places.length - 1);
    places[at] = row + 1;
    used += 1;
  }

  function slot(a: number, b: number, c: number): number {
    const mixed = Math.imul(a ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35), 0x9e37_79b1);
    return (mixed ^ (mixed >>> 15)) & (places.length - 1);
  }

  function find(a: number, b: number, c: number): number | undefined {
    if (places.length === 0) build();
    for (let at = slot(a, b, c); places[at] !== FREE; at = (at + 1) & (places.length - 1)) {
      const row = (places[at] ?? 0) - 1;
      if (packed[row * 3] === a && packed[row * 3 + 1] === b && packed[row * 3 + 2] === c) return at;
    }
    return undefined;
  }

  function rowOfPacked(a: number, b: number, c: number): number | undefined {
    const at = find(a, b, c);
    return at === undefined ? undefined : (places[at] ?? 0) - 1;
  }

  return {
    get packed() {
      return packed.subarray(0, size * 3);
    },
    rowOf: (id) => rowOfPacked(...packId(id)),
    rowOfPacked,
    idOf(row) {
      if (row >= size) throw new Error(`row ${row} has no id`);
      return unpackId(packed, row);
    },
    add(id) {
      const row = size;
      if (packed.length < (row + 1) * 3) {
        const grown = new Uint32Array(Math.max(192, Math.ceil((row + 1) * 1.5) * 3));
        grown.set(packed);
        packed = grown;
      }
      packed.set(packId(id), row * 3);
      size += 1;
      if (places.length > 0 && (used + 1) * 2 > places.length) build();
      if (rowOfPacked(...packId(id)) === undefined) place(row);
      return row;
    },
    remove(row) {
      const at = find(packed[row * 3] ?? 0, packed[row * 3 + 1] ?? 0, packed[row * 3 + 2] ?? 0);
      if (at !== undefined && places[at] === row + 1) places[at] = PASSED;
    },
  };
}

/** An id in three whole numbers. */
export function packId(id: ArticleId): [number, number, number] {
  let [a, b, c] = [0, 0, 0];
  for (let at = 0; at < 6; at += 1) a = a * 32 + (VALUES[id.charCodeAt(at)] ?? 0);
  for (let at = 6; at < 12; at += 1) b = b * 32 + (VALUES[id.charCodeAt(at)] ?? 0);
  for (let at = 12; at < 16; at += 1) c = c * 32 + (VALUES[id.charCodeAt(at)] ?? 0);
  return [a, b, c];
}

/** The id that stands at a place of packed ids. */
export function unpackId(packed: Uint32Array, place: number): ArticleId {
  const [a = 0, b = 0, c = 0] = packed.subarray(place * 3, place * 3 + 3);
  const id = `${letters(a, 6)}${letters(b, 6)}${letters(c, 4)}`;
  if (!isArticleId(id)) throw new Error(`${id} is no id`);
  return id;
}

function letters(value: number, count: number): string {
  let text = '';
  for (let at = count - 1; at >= 0; at -= 1) text += LETTERS.charAt((value >>> (at * 5)) & 31);
  return text;
}
