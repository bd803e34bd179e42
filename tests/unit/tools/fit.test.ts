import { expect, test } from 'playwright/test';
import { askTrees, readTrees, type Trees } from '../../../electron/extract/content/trees.ts';
import { binRows, growTrees, type Growth } from '../../tools/fit/boost.ts';
import { alignWords, labelLines } from '../../tools/fit/labelLines.ts';

const GROWTH: Growth = {
  trees: 60,
  depth: 3,
  rate: 0.2,
  leastWeight: 1,
  penalty: 1,
  rowShare: 0.8,
  featureShare: 1,
};

/** The odds of one row. */
function oddsOf(trees: Trees, row: Float32Array): number {
  const sums = new Float64Array(1);
  askTrees(trees, row, sums, row.length);
  return sums[0] ?? Number.NaN;
}

/** Rows of three numbers of which the third says nothing; content is what lies in the first quarter of both others, or in the last. */
function makeRows(): { values: Float32Array; width: number; isContent: Uint8Array; weights: Float64Array } {
  const size = 40;
  const values = new Float32Array(size * size * 3);
  const isContent = new Uint8Array(size * size);
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    values.set([x, y, (i * 7919) % 97], i * 3);
    isContent[i] = (x < 10 && y < 10) || (x >= 30 && y >= 30) ? 1 : 0;
  }
  return { values, width: 3, isContent, weights: new Float64Array(size * size).fill(1) };
}

test('trees learn what depends on two features together, and answer rows they never saw', () => {
  const rows = makeRows();
  const unseen = (i: number): boolean => i % 5 === 0;
  const weights = rows.weights.map((weight, i) => (unseen(i) ? 0 : weight));
  const trees = readTrees(growTrees({ isContent: rows.isContent, weights }, binRows(rows), GROWTH));
  let [right, asked] = [0, 0];
  for (let i = 0; i < rows.isContent.length; i++) {
    if (!unseen(i)) continue;
    asked++;
    const odds = oddsOf(trees, rows.values.subarray(i * 3, i * 3 + 3));
    if (odds > 0 === (rows.isContent[i] === 1)) right++;
  }
  expect(asked).toBe(320);
  expect(right / asked).toBeGreaterThan(0.97);
});

test('the same rows give the same trees', () => {
  const rows = makeRows();
  const bins = binRows(rows);
  expect(growTrees(rows, bins, GROWTH)).toEqual(growTrees(rows, bins, GROWTH));
});

test('a written tree is asked branch by branch', () => {
  // First up to 1: second up to 5 gives 10, above 20; first above 1: 30.
  const trees = readTrees([
    [0, 1, 1, 5, -1, 10, -1, 20, -1, 30],
    [-1, 0.5],
  ]);
  expect(oddsOf(trees, Float32Array.of(1, 5))).toBe(10.5);
  expect(oddsOf(trees, Float32Array.of(0, 6))).toBe(20.5);
  expect(oddsOf(trees, Float32Array.of(2, 0))).toBe(30.5);
});

test('the words of a page that its truth has are found in order, however often they occur elsewhere', () => {
  const page = 'home news the ferry leaves at six tonight read more the ferry leaves'.split(' ');
  const truth = 'the ferry leaves at six tonight'.split(' ');
  expect([...alignWords(page, truth)].join('')).toBe('0011111100000');
});

test('lines are content when the truth has most of their words', () => {
  const lines = ['Home and news', 'The ferry leaves at six, tonight.', 'Nobody on board minds at all', '***'];
  const truth = { id: 'a', set: 'wcxb', html: '', type: 'article' } as const;
  const text = 'The ferry leaves at six tonight. Nobody on board minds.';
  expect(labelLines(lines, { ...truth, text })?.map(({ label }) => label)).toEqual([0, 1, 1, -1]);
  expect(labelLines(lines, truth)).toBeUndefined();
});

test('snippets label the lines they stand in; what they do not tell of stays unknown', () => {
  const lines = ['The ferry leaves at six, tonight.', 'Subscribe to our letter', 'Nobody minds.'];
  const truth = {
    id: 'b',
    set: 'traf',
    html: '',
    type: 'article',
    with: ['leaves at six'],
    without: ['our letter'],
  } as const;
  expect(
    labelLines(lines, { ...truth, with: [...truth.with], without: [...truth.without] })?.map(({ label }) => label),
  ).toEqual([1, 0, -1]);
});
