// Rows and how well each fits in; the rows out, the best first. Pure.

const KEY_BITS = 16;
// Of many rows one pass with many buckets is faster, measured; of few, the buckets would cost more than the rows.
const MANY = 16_384;

/**
 * Sorts rows by their scores, which are 0 or more, the highest first; of equal ones those that stand first in `rows`. Scores that differ by
 * less than half a percent may count as equal. `scores` has one a row number. A counting sort over the leading bits that differ at all
 * (Knuth, "The Art of Computer Programming", volume 3, 5.2): of floating-point numbers that are not negative the bits stand in the same
 * order as the numbers (IEEE 754).
 */
export function rankRows(rows: Uint32Array, scores: Float32Array): Uint32Array {
  const keys = keysOf(rows, scores);
  if (rows.length >= MANY) return sortedBy(keys, rows, 0, KEY_BITS);
  const half = KEY_BITS / 2;
  const byLow = sortedBy(keys, rows, 0, half);
  return sortedBy(sortedBy(keys, keys, 0, half), byLow, half, half);
}

function keysOf(rows: Uint32Array, scores: Float32Array): Uint32Array {
  const scored = new Float32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) scored[place] = scores[rows[place] ?? 0] ?? 0;
  const keys = new Uint32Array(scored.buffer);
  let [least, most] = [0xffff_ffff, 0];
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? 0;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const shift = Math.max(0, 32 - Math.clz32(most - least) - KEY_BITS);
  for (let place = 0; place < keys.length; place += 1) keys[place] = ((keys[place] ?? 0) - least) >>> shift;
  return keys;
}

/** Values in the order of some bits of their keys, the highest first. */
function sortedBy(keys: Uint32Array, values: Uint32Array, shift: number, bits: number): Uint32Array {
  const last = (1 << bits) - 1;
  const places = new Uint32Array(last + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const bucket = ((keys[at] ?? 0) >>> shift) & last;
    places[bucket] = (places[bucket] ?? 0) + 1;
  }
  let begin = 0;
  for (let bucket = last; bucket >= 0; bucket -= 1) {
    const count = places[bucket] ?? 0;
    places[bucket] = begin;
    begin += count;
  }
  const sorted = new Uint32Array(values.length);
  for (let at = 0; at < keys.length; at += 1) {
    const bucket = ((keys[at] ?? 0) >>> shift) & last;
    const to = places[bucket] ?? 0;
    places[bucket] = to + 1;
    sorted[to] = values[at] ?? 0;
  }
  return sorted;
}
