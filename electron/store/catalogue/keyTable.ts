// Keys of articles in, the rows that may have them out: hashes only, so whoever asks has to look at the row. Pure.
import { hash53 } from '#contract/hash.ts';
import type { ArticleKeys } from './row.ts';

/** The table as two columns, the hashes ascending; the highest bit of a row says that the key is only stated. */
export interface PackedKeys {
  readonly keyHash: Float64Array;
  readonly keyRow: Uint32Array;
}

/** Which rows may have a key. */
export interface KeyTable {
  put(row: number, keys: ArticleKeys): void;
  /** Rows that were once put with the key, those first that were found there. */
  candidates(key: string): readonly number[];
  /** All entries whose row `isThere`, as columns. */
  pack(isThere: (row: number) => boolean): PackedKeys;
}

const STATED = 0x8000_0000;

/** Makes the table over what was packed before. */
export function createKeyTable({ keyHash, keyRow }: PackedKeys): KeyTable {
  const recent = new Map<number, number[]>();

  function entries(hash: number): readonly number[] {
    const found = [...(recent.get(hash) ?? [])];
    for (let at = firstAtLeast(keyHash, hash); keyHash[at] === hash; at += 1) found.push(keyRow[at] ?? 0);
    return found;
  }

  function add(hash: number, entry: number): void {
    if (entries(hash).includes(entry)) return;
    const list = recent.get(hash);
    if (list === undefined) recent.set(hash, [entry]);
    else list.push(entry);
  }

  return {
    put(row, { own, stated }) {
      for (const key of own) add(hash53(key), row);
      if (stated !== null) add(hash53(stated), (row | STATED) >>> 0);
    },
    candidates(key) {
      const found = entries(hash53(key));
      const stated = found.filter((entry) => entry >= STATED).map((entry) => entry - STATED);
      return [...new Set([...found.filter((entry) => entry < STATED), ...stated])];
    },
    pack(isThere) {
      const added = [...recent].flatMap(([hash, rows]) => rows.map((entry): [number, number] => [hash, entry]));
      added.sort(([a], [b]) => a - b);
      const hashes = new Float64Array(keyHash.length + added.length);
      const rows = new Uint32Array(keyHash.length + added.length);
      let size = 0;
      let next = 0;
      const take = (hash: number, entry: number): void => {
        if (!isThere(entry & ~STATED)) return;
        hashes[size] = hash;
        rows[size] = entry;
        size += 1;
      };
      for (let at = 0; at <= keyHash.length; at += 1) {
        const hash = keyHash[at] ?? Infinity;
        for (let one = added[next]; one !== undefined && one[0] <= hash; one = added[next]) {
          take(...one);
          next += 1;
        }
        if (at < keyHash.length) take(hash, keyRow[at] ?? 0);
      }
      return { keyHash: hashes.subarray(0, size), keyRow: rows.subarray(0, size) };
    },
  };
}

function firstAtLeast(hashes: Float64Array, hash: number): number {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
