// A pattern and a text in; how near they come by edit distance, and where, out. Columns of the distance matrix are kept as bits, 32 rows to a
// word: Myers, "A fast bit-vector algorithm for approximate string matching", Journal of the ACM 46(3), 1999, with the carry between words
// as in Hyyrö, "Explaining and extending the bit-parallel approximate string matching algorithm of Myers", 2001. Pure.

/** The nearest end of a pattern in a text. */
export interface NearestEnd {
  /** Letters more, less or another. */
  readonly distance: number;
  /** Behind the last letter of the text that belongs to it; the first of equal ones. */
  readonly end: number;
}

const WORD = 32;

/** A pattern made ready to be compared with many texts. */
export interface Pattern {
  readonly length: number;
  /** How near the pattern comes to what ends anywhere in [start, end) of a text. With `isAnchored` it begins at `start`, else anywhere. */
  nearest(text: string, start: number, end: number, isAnchored: boolean): NearestEnd;
}

/** Makes a pattern ready, in its own direction or backwards; then texts are read backwards as well, from `end` down to `start`. */
export function preparePattern(pattern: string, isBackward = false): Pattern {
  const words = Math.max(1, Math.ceil(pattern.length / WORD));
  const masks = new Map<number, Int32Array>();
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern.charCodeAt(isBackward ? pattern.length - 1 - at : at);
    let mask = masks.get(letter);
    if (mask === undefined) masks.set(letter, (mask = new Int32Array(words)));
    mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31));
  }
  const none = new Int32Array(words);
  const lastBit = (pattern.length - 1) & 31;
  const plus = new Int32Array(words);
  const minus = new Int32Array(words);

  return {
    length: pattern.length,
    nearest(text, start, end, isAnchored) {
      plus.fill(-1);
      minus.fill(0);
      let score = pattern.length;
      let [distance, best] = [score, isBackward ? end : start];
      for (let step = 0; step < end - start; step += 1) {
        const at = isBackward ? end - 1 - step : start + step;
        const mask = masks.get(text.charCodeAt(at)) ?? none;
        // What the row above grows by: nothing where a match may begin anywhere, one for each letter that is skipped where it may not.
        let carry = isAnchored ? 1 : 0;
        for (let word = 0; word < words; word += 1) {
          const up = plus[word] ?? 0;
          const down = minus[word] ?? 0;
          let equal = mask[word] ?? 0;
          const vertical = equal | down;
          if (carry < 0) equal |= 1;
          const horizontal = (((equal & up) + up) ^ up) | equal;
          let grows = down | ~(horizontal | up);
          let shrinks = up & horizontal;
          const bit = word === words - 1 ? lastBit : WORD - 1;
          const next = ((grows >>> bit) & 1) - ((shrinks >>> bit) & 1);
          grows = (grows << 1) | (carry > 0 ? 1 : 0);
          shrinks = (shrinks << 1) | (carry < 0 ? 1 : 0);
          plus[word] = shrinks | ~(vertical | grows);
          minus[word] = grows & vertical;
          carry = next;
        }
        score += carry;
        if (score < distance) {
          distance = score;
          best = isBackward ? at : at + 1;
        }
      }
      return { distance, end: best };
    },
  };
}
