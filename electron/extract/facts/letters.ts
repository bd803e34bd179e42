// Text in, what two spellings of the same words have in common out. Pure.

/** Words of letters and digits, lower case, parted by a space: quotes, dashes, ligatures and spaces are written in many ways. */
export function letters(text: string): string {
  return wordsOf(text).join(' ');
}

/** The words of `letters`. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** What two texts are compared by: their words, or pairs of letters where a script writes no spaces. */
export function unitsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  if (!UNSPACED.test(text)) return words;
  const joined = words.join('');
  return Array.from({ length: Math.max(1, joined.length - 1) }, (_, i) => joined.slice(i, i + 2));
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** How far two texts share their units, 0 to 1: twice the common ones by all (Dice's coefficient). */
export function likeness(first: readonly string[], second: readonly string[]): number {
  if (first.length === 0 || second.length === 0) return 0;
  const rest = new Map<string, number>();
  for (const unit of first) rest.set(unit, (rest.get(unit) ?? 0) + 1);
  let common = 0;
  for (const unit of second) {
    const count = rest.get(unit) ?? 0;
    if (count === 0) continue;
    rest.set(unit, count - 1);
    common++;
  }
  return (2 * common) / (first.length + second.length);
}
