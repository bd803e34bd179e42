// A window comes back to where it was left, and never to where nobody can reach it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import {
  fitWindow,
  readWindowPlace,
  writeWindowPlace,
  type Bounds,
  type WindowPlace,
} from '../../../electron/shell/windowPlace.ts';

const MAIN: Bounds = { x: 0, y: 25, width: 1920, height: 1055 };
const SECOND: Bounds = { x: 1920, y: 0, width: 2560, height: 1440 };
const at = (bounds: Bounds): WindowPlace => ({ bounds, isMaximized: false, isFullScreen: false });

test('a window opens where it was left, also on a second screen and hanging over an edge', () => {
  const screens = [MAIN, SECOND];
  for (const bounds of [
    { x: 100, y: 100, width: 1280, height: 860 },
    { x: 2500, y: 200, width: 1000, height: 700 },
    { x: 1500, y: 100, width: 1000, height: 700 },
    { x: -400, y: 100, width: 1000, height: 700 },
  ])
    expect(fitWindow(at(bounds), screens)).toEqual(bounds);
});

test('one that was on a screen that is gone, or that nobody could grasp, comes to the middle of the main screen', () => {
  for (const bounds of [
    { x: 2500, y: 200, width: 1000, height: 700 },
    { x: -5000, y: 200, width: 1000, height: 700 },
    { x: 300, y: 1200, width: 1000, height: 700 },
    { x: 300, y: -600, width: 1000, height: 700 },
    { x: 1890, y: 100, width: 1000, height: 700 },
  ])
    expect(fitWindow(at(bounds), [MAIN]), JSON.stringify(bounds)).toEqual({ x: 460, y: 203, width: 1000, height: 700 });
});

test('none is larger than its screen or smaller than it can be used, and the first one is placed by the system', () => {
  const small: Bounds = { x: 0, y: 0, width: 1024, height: 600 };
  expect(fitWindow(at({ x: 0, y: 0, width: 2400, height: 1300 }), [small])).toEqual({
    x: 0,
    y: 0,
    width: 1024,
    height: 600,
  });
  expect(fitWindow(at({ x: 10, y: 10, width: 10, height: 10 }), [MAIN])).toMatchObject({ width: 640, height: 480 });
  expect(fitWindow(undefined, [MAIN])).toEqual({ width: 1280, height: 860 });
  expect(fitWindow(undefined, [small])).toEqual({ width: 1024, height: 600 });
});

test('what is written comes back, and what is damaged counts for nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-place-'));
  const file = join(folder, 'window.json');
  expect(readWindowPlace(file)).toBeUndefined();
  const place = { bounds: MAIN, isMaximized: true, isFullScreen: false };
  writeWindowPlace(file, place);
  expect(readWindowPlace(file)).toEqual(place);
  for (const text of ['', '{', '[]', '{"bounds":{"x":1e9,"y":0,"width":1,"height":1},"isMaximized":false}']) {
    writeFileSync(file, text);
    expect(readWindowPlace(file), text).toBeUndefined();
  }
  writeWindowPlace(join(folder, 'no folder', 'window.json'), place);
  rmSync(folder, { recursive: true });
});
