// Postings in, what their term counts in each document out. Nine of ten milliseconds of a search go by here, so numbers are decoded in place.
import { skipNumbers } from './bytes.ts';
import { BLOCK_DOCUMENTS } from './postings.ts';

/**
 * Reads the postings of a term that stands in `size` documents, for which both arrays have room; weights are in halves. Answers where the next
 * term begins.
 */
export function readWeights(
  bytes: Uint8Array,
  from: number,
  size: number,
  documents: Uint32Array,
  weights: Float32Array,
): number {
  // A table of blocks is stepped over.
  let at = size <= BLOCK_DOCUMENTS ? from : skipNumbers(bytes, from, Math.ceil(size / BLOCK_DOCUMENTS) * 3);
  let document = 0;
  for (let index = 0; index < size; index += 1) {
    let number = bytes[at] ?? 0;
    at += 1;
    for (let shift = 7, byte = number; byte > 127; shift += 7) {
      byte = bytes[at] ?? 0;
      at += 1;
      number = (number & ~(128 << (shift - 7))) | (byte << shift);
    }
    document += number;
    documents[index] = document;
    let coded = bytes[at] ?? 0;
    at += 1;
    for (let shift = 7, byte = coded; byte > 127; shift += 7) {
      byte = bytes[at] ?? 0;
      at += 1;
      coded = (coded & ~(128 << (shift - 7))) | (byte << shift);
    }
    if ((coded & 1) === 0) {
      weights[index] = coded;
    } else {
      weights[index] = coded >>> 1;
      at = skipNumbers(bytes, at, 2);
    }
  }
  return at;
}
