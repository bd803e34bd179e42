// Two words in, how many slips of the finger lie between them out. Pure.

/** Words of so many letters are only like themselves. */
export const LONGEST_LIKE = 64;

const rows = [new Uint8Array(LONGEST_LIKE), new Uint8Array(LONGEST_LIKE), new Uint8Array(LONGEST_LIKE)];
const lettersOfA = new Uint16Array(LONGEST_LIKE);
const lettersOfB = new Uint16Array(LONGEST_LIKE);

/**
 * Damerau's distance as optimal string alignment counts it: a letter more, less or another, or two neighbours exchanged, each is one.
 * Answers anything above `most`, which is 1 or 2, when it cannot be less.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (a.length >= LONGEST_LIKE || b.length >= LONGEST_LIKE) return most + 1;
  for (let at = 0; at < a.length; at += 1) lettersOfA[at] = a.charCodeAt(at);
  for (let at = 0; at < b.length; at += 1) lettersOfB[at] = b.charCodeAt(at);
  return lettersDistance(lettersOfA, a.length, lettersOfB, b.length, most);
}

/** The same for letters in arrays, of which the first so many count; fewer than `LONGEST_LIKE`. */
export function lettersDistance(
  a: Uint16Array,
  lengthA: number,
  b: Uint16Array,
  lengthB: number,
  most: number,
): number {
  let begin = 0;
  while (begin < lengthA && begin < lengthB && a[begin] === b[begin]) begin += 1;
  let [endA, endB] = [lengthA, lengthB];
  while (endA > begin && endB > begin && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [longA, longB] = [endA - begin, endB - begin];
  if (longA === 0 || longB === 0) return Math.max(longA, longB);
  if (Math.abs(longA - longB) > most) return most + 1;
  // What is left differs at both ends; one slip can only be one letter, or two exchanged.
  if (most === 1 && Math.max(longA, longB) > 2) return 2;
  return alignedDistance(a, begin, longA, b, longB, most);
}

function alignedDistance(
  a: Uint16Array,
  begin: number,
  longA: number,
  b: Uint16Array,
  longB: number,
  most: number,
): number {
  let [before, previous, current] = [rows[0], rows[1], rows[2]];
  if (before === undefined || previous === undefined || current === undefined) return most + 1;
  for (let column = 0; column <= longB; column += 1) previous[column] = column;
  for (let row = 1; row <= longA; row += 1) {
    const letter = a[begin + row - 1];
    current[0] = row;
    let least = row;
    // Beyond `most` letters to either side no path is short enough.
    const [first, last] = [Math.max(1, row - most), Math.min(longB, row + most)];
    if (first > 1) current[first - 1] = most + 1;
    for (let column = first; column <= last; column += 1) {
      const other = b[begin + column - 1];
      let cost = (previous[column - 1] ?? 0) + (letter === other ? 0 : 1);
      const [without, more] = [(previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1];
      if (without < cost) cost = without;
      if (more < cost) cost = more;
      const isSwap = row > 1 && column > 1 && letter === b[begin + column - 2] && a[begin + row - 2] === other;
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (last < longB) current[last + 1] = most + 1;
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[longB] ?? most + 1;
}
