// Two words in, how many slips of the finger lie between them out. Pure.

const ROOM = 64;
const rows = [new Uint8Array(ROOM), new Uint8Array(ROOM), new Uint8Array(ROOM)];

/**
 * Damerau's distance as optimal string alignment counts it: a letter more, less or another, or two neighbours exchanged, each is one.
 * Answers anything above `most` when it cannot be less; words of more than 60 letters are only like themselves.
 */
export function editDistance(a: string, b: string, most: number): number {
  let begin = 0;
  while (begin < a.length && begin < b.length && a.charCodeAt(begin) === b.charCodeAt(begin)) begin += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > begin && endB > begin && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const [longA, longB] = [endA - begin, endB - begin];
  if (longA === 0 || longB === 0) return Math.max(longA, longB);
  if (longA >= ROOM || longB >= ROOM) return most + 1;
  let [before, previous, current] = [rows[0], rows[1], rows[2]];
  if (before === undefined || previous === undefined || current === undefined) return most + 1;
  for (let column = 0; column <= longB; column += 1) previous[column] = column;
  for (let row = 1; row <= longA; row += 1) {
    const letter = a.charCodeAt(begin + row - 1);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= longB; column += 1) {
      const other = b.charCodeAt(begin + column - 1);
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (letter === other ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && letter === b.charCodeAt(begin + column - 2) && a.charCodeAt(begin + row - 2) === other;
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[longB] ?? most + 1;
}
