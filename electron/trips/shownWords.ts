// The text of an article as it was saved and as it is laid out in; how much of the one is in the other out. Pure.

/** A word where words are parted by spaces, else a letter. */
const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}_]+/gu;

/**
 * How many of `words` are shown, when `stored` has so many: each piece of the stored text counts if it stands in the other at least as often.
 * All of them only when nothing is missing.
 */
export function shownWords(words: number, stored: string, shown: string): number {
  const there = new Map<string, number>();
  for (const [piece] of shown.matchAll(PIECE)) there.set(piece, (there.get(piece) ?? 0) + 1);
  let [all, found] = [0, 0];
  for (const [piece] of stored.matchAll(PIECE)) {
    all += 1;
    const left = there.get(piece) ?? 0;
    if (left === 0) continue;
    there.set(piece, left - 1);
    found += 1;
  }
  return found === all ? words : Math.max(0, Math.min(words - 1, Math.floor((words * found) / all)));
}
