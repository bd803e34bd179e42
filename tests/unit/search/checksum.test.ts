// What a checksum has to notice.
import { expect, test } from 'playwright/test';
import { checksum } from '#contract/checksum.ts';
import { seededRandom } from '../store/drafts.ts';

const random = seededRandom(11);
const bytes = Uint8Array.from({ length: 1_001 }, () => random() * 256);
const whole = checksum(bytes, 0, bytes.length);

test('every single flipped bit changes the sum', () => {
  const unnoticed = Array.from({ length: bytes.length * 8 }, (_, bit) => bit).filter((bit) => {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return checksum(flipped, 0, flipped.length) === whole;
  });
  expect(unnoticed).toEqual([]);
});

test('a cut, an added zero, and two words that changed places change the sum', () => {
  const zeros = new Uint8Array(64);
  const sums = Array.from({ length: 60 }, (_, length) => checksum(zeros, 0, length));
  expect(new Set(sums).size).toBe(60);
  for (let word = 0; word + 8 < 400; word += 4) {
    const swapped = bytes.slice();
    swapped.set(bytes.subarray(word, word + 4), word + 4);
    swapped.set(bytes.subarray(word + 4, word + 8), word);
    expect(checksum(swapped, 0, swapped.length), `word ${word}`).not.toBe(whole);
  }
});

test('the same bytes have the same sum wherever they lie', () => {
  for (const shift of [1, 2, 3, 4]) {
    const moved = new Uint8Array(bytes.length + shift);
    moved.set(bytes, shift);
    expect(checksum(moved, shift, moved.length)).toBe(whole);
  }
});
