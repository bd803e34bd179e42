// What compares by edit distance agrees with the plain table of it, and the filter before it misses nothing.
import * as fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { preparePattern } from '#contract/anchor/bitDistance.ts';
import { foldText } from '#contract/anchor/foldedText.ts';
import { indexPlaces } from '#contract/anchor/similarPlaces.ts';

const RUNS = { numRuns: 1000, seed: 20_261_128 };
const letters = (maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', ' '), { minLength, maxLength }).map((all) => all.join(''));

/** The last row of the plain table (Sellers 1980): the distance of the pattern to what ends behind each letter. */
function plainDistances(pattern: string, text: string, isAnchored: boolean): readonly number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const last = [pattern.length];
  for (const [at, letter] of text.split('').entries()) {
    const next = [isAnchored ? at + 1 : 0];
    for (let row = 1; row <= pattern.length; row += 1) {
      const same = (column[row - 1] ?? 0) + (pattern[row - 1] === letter ? 0 : 1);
      next[row] = Math.min(same, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1);
    }
    column = next;
    last.push(column[pattern.length] ?? 0);
  }
  return last;
}

test('the distance is that of the plain table, in both directions and with patterns of several words of bits', () => {
  fc.assert(
    fc.property(letters(100, 1), letters(150), fc.boolean(), (pattern, text, isAnchored) => {
      const distances = plainDistances(pattern, text, isAnchored);
      const least = Math.min(...distances);
      const found = preparePattern(pattern).nearest(text, 0, text.length, isAnchored);
      expect(found).toEqual({ distance: least, end: distances.indexOf(least) });
      const back = preparePattern(pattern.split('').reverse().join(''), true);
      const mirrored = text.split('').reverse().join('');
      expect(back.nearest(mirrored, 0, text.length, isAnchored)).toEqual({
        distance: least,
        end: text.length - distances.indexOf(least),
      });
    }),
    RUNS,
  );
});

test('the nearest place is found whenever there is one within the distance', () => {
  let there = 0;
  fc.assert(
    fc.property(
      letters(60, 12),
      letters(300),
      letters(300),
      fc.infiniteStream(fc.nat(9)),
      (quote, before, behind, dice) => {
        const changed = quote
          .split('')
          .map((letter) => (dice.next().value === 0 ? 'b' : letter))
          .join('');
        const text = `${before}${changed}${behind}`;
        const most = Math.floor(quote.length / 4);
        const least = Math.min(...plainDistances(quote, text, false));
        const found = indexPlaces(text).find(quote, most);
        if (least > most) {
          expect(found).toEqual([]);
          return;
        }
        there += 1;
        expect(Math.min(...found.map(({ distance }) => distance))).toBe(least);
        for (const { start, end, distance } of found) {
          expect(plainDistances(quote, text.slice(start, end), true).at(-1)).toBe(distance);
        }
      },
    ),
    RUNS,
  );
  expect(there).toBeGreaterThan(RUNS.numRuns / 2);
});

test('folding keeps the way back, place by place', () => {
  const folded = foldText('“Fjörd”\u00a0\n —\u00ad it’s');
  expect(folded.text).toBe('"Fjörd" - it\'s');
  expect(folded.originalOf(0)).toBe(0);
  expect(folded.originalOf(8)).toBe(10);
  expect(folded.foldedOf(10)).toBe(8);
  expect(folded.originalOf(folded.text.length)).toBe(17);
});
