// The order in which hits are shown.
import { expect, test } from 'playwright/test';
import { rankRows } from '../../../electron/search/rankRows.ts';
import { seededRandom } from '../store/drafts.ts';

for (const count of [0, 1, 2, 700, 40_000]) {
  test(`${count} rows stand by their scores, equal ones as they came`, () => {
    const random = seededRandom(count + 1);
    const rows = Uint32Array.from({ length: count }, (_, place) => (place * 7) % (count + 3)).filter(
      (row) => row < count,
    );
    // Apart by far more than what counts as equal, from tiny to large, many of them equal.
    const scores = Float32Array.from({ length: count }, () => 1.01 ** Math.floor(random() * 900 - 300));
    const places = new Map(Array.from(rows, (row, place) => [row, place]));
    const expected = Array.from(rows).sort(
      (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (places.get(a) ?? 0) - (places.get(b) ?? 0),
    );
    expect(Array.from(rankRows(rows, scores))).toEqual(expected);
  });
}

test('rows without a score keep their order behind those that have one', () => {
  const scores = Float32Array.from([0, 0, 3, 0, 0.001]);
  expect(Array.from(rankRows(Uint32Array.from([3, 4, 0, 2, 1]), scores))).toEqual([2, 4, 3, 0, 1]);
});
