// How an image lies in a window: it fits, it grows around the point that was pressed, and its edges never leave the window's.
import { expect, test } from 'playwright/test';
import { canPan, fitScale, fitted, pan, zoomTo } from '../../../renderer/viewer/zoom.ts';

const window = { width: 1000, height: 500 };

test('a large image is made small enough, a small one is left as it is', () => {
  expect(fitScale({ width: 2000, height: 500 }, window)).toBe(0.5);
  expect(fitScale({ width: 100, height: 5000 }, window)).toBe(0.1);
  expect(fitScale({ width: 100, height: 100 }, window)).toBe(1);
  expect(fitScale({ width: 0, height: 0 }, window)).toBe(1);
});

test('the place under the pointer stays under it', () => {
  const image = { width: 4000, height: 2000 };
  const at = { x: 200, y: -100 };
  const before = fitted(image, window);
  const after = zoomTo(before, 1, image, window, at);
  const placeOf = ({ scale, offset }: typeof before): number => (at.x - offset.x) / scale;
  expect(placeOf(after)).toBeCloseTo(placeOf(before), 6);
});

test('an image is moved to its edges and no farther, and not at all in a direction in which it fits', () => {
  const image = { width: 400, height: 3000 };
  const zoom = { scale: 1, offset: { x: 0, y: 0 } };
  expect(canPan(zoom, image, window)).toBe(true);
  expect(pan(zoom, { x: 300, y: -9000 }, image, window).offset).toEqual({ x: 0, y: -1250 });
  expect(canPan(fitted(image, window), image, window)).toBe(false);
});

test('it never gets smaller than it fits, nor larger than is of use', () => {
  const image = { width: 2000, height: 1000 };
  expect(zoomTo(fitted(image, window), 0.001, image, window).scale).toBe(0.5);
  expect(zoomTo(fitted(image, window), 1e9, image, window).scale).toBe(16);
});
