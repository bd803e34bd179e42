// How deep headings stand in an outline, whatever levels a page gives them.
import { expect, test } from 'playwright/test';
import { headingAt, nest } from '../../../renderer/reader/outline/headings.ts';

test('a level that is left out leaves no gap, and the highest of the article is the first', () => {
  expect(nest([2, 3, 3, 2])).toEqual([0, 1, 1, 0]);
  expect(nest([3, 5, 5, 3, 4])).toEqual([0, 1, 1, 0, 1]);
  expect(nest([4, 2, 3])).toEqual([0, 0, 1]);
  expect(nest([])).toEqual([]);
});

test('one is under the last heading before the paragraph, and under none before the first', () => {
  const headings = [3, 8].map((block) => ({ title: 'Of walls', depth: 0, block }));
  expect([0, 3, 7, 8, 99].map((block) => headingAt(headings, block))).toEqual([-1, 0, 0, 1, 1]);
});
