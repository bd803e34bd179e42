// Rows and how well each fits in; the rows out, the best first. Pure.

// Of many rows a few passes with many buckets are faster, measured; of few, the buckets would cost more than the rows.
const MANY = 16_384;

/**
 * Sorts rows by their scores, which are 0 or more, the highest first; of equal ones those that stand first in `rows`. `scores` has one a
 * row number. A radix sort (Knuth, "The Art of Computer Programming", volume 3, 5.2.5): of floating-point numbers that are not negative
 * the bits stand in the same order as the numbers (IEEE 754).
 */
export function rankRows(rows: Uint32Array, scores: Float32Array): Uint32Array {
  const digitBits = rows.length < MANY ? 11 : 16;
  const scored = new Float32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) scored[place] = scores[rows[place] ?? 0] ?? 0;
  let keys = new Uint32Array(scored.buffer);
  let ranked = rows.slice();
  for (let shift = 0; shift < 32; shift += digitBits) {
    const next = placesOf(keys, shift, digitBits);
    const [movedKeys, movedRows] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
    for (let place = 0; place < rows.length; place += 1) {
      const key = keys[place] ?? 0;
      const bucket = (key >>> shift) & (next.length - 1);
      const to = next[bucket] ?? 0;
      next[bucket] = to + 1;
      movedKeys[to] = key;
      movedRows[to] = ranked[place] ?? 0;
    }
    [keys, ranked] = [movedKeys, movedRows];
  }
  return ranked;
}

/** Where the rows of each bucket begin, the highest bucket first. */
function placesOf(keys: Uint32Array, shift: number, digitBits: number): Uint32Array {
  const places = new Uint32Array(1 << digitBits);
  for (let place = 0; place < keys.length; place += 1) {
    const bucket = ((keys[place] ?? 0) >>> shift) & (places.length - 1);
    places[bucket] = (places[bucket] ?? 0) + 1;
  }
  let begin = 0;
  for (let bucket = places.length - 1; bucket >= 0; bucket -= 1) {
    const count = places[bucket] ?? 0;
    places[bucket] = begin;
    begin += count;
  }
  return places;
}
