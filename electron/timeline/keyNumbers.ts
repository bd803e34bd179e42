// Hashes of keys in, small numbers out: the same for the same hash for as long as the table lives. Pure.

/** Gives numbers, from 0 on. */
export interface KeyNumbers {
  readonly size: number;
  /** The number of a hash, a new one when it has none. */
  of(hash: number): number;
  /** `undefined` when it has none. */
  find(hash: number): number | undefined;
}

/** An empty table. */
export function createKeyNumbers(): KeyNumbers {
  let size = 0;
  // Open addressing with linear probing; numbers stand one higher, so that 0 is a free place.
  let hashes = new Float64Array(1_024);
  let numbers = new Uint32Array(1_024);

  function placeOf(hash: number): number {
    const mask = hashes.length - 1;
    const mixed = Math.imul(hash ^ (hash / 0x1_0000_0000), 0x9e37_79b1);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (numbers[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const [oldHashes, oldNumbers] = [hashes, numbers];
    hashes = new Float64Array(oldHashes.length * 2);
    numbers = new Uint32Array(hashes.length);
    for (let at = 0; at < oldHashes.length; at += 1) {
      const number = oldNumbers[at] ?? 0;
      if (number === 0) continue;
      const to = placeOf(oldHashes[at] ?? 0);
      hashes[to] = oldHashes[at] ?? 0;
      numbers[to] = number;
    }
  }

  return {
    get size() {
      return size;
    },
    of(hash) {
      let at = placeOf(hash);
      const known = numbers[at] ?? 0;
      if (known !== 0) return known - 1;
      if ((size + 1) * 2 > hashes.length) {
        grow();
        at = placeOf(hash);
      }
      hashes[at] = hash;
      size += 1;
      numbers[at] = size;
      return size - 1;
    },
    find(hash) {
      const number = numbers[placeOf(hash)] ?? 0;
      return number === 0 ? undefined : number - 1;
    },
  };
}
