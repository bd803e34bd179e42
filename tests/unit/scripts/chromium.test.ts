// Where a browser for the tests is looked for.
import { expect, test } from 'playwright/test';
import { usualBrowserPaths } from '../../../scripts/system/chromium.mjs';

/** With `/` on every system, so that the expectations read the same. */
const paths = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] =>
  usualBrowserPaths(platform, env).map((path) => path.replaceAll('\\', '/'));

test('on a Mac: for everybody, then for this person', () => {
  const found = paths('darwin', { HOME: '/Users/ann' });
  expect(found[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(found).toContain('/Users/ann/Applications/Chromium.app/Contents/MacOS/Chromium');
  expect(paths('darwin', {}).every((path) => path.startsWith('/Applications/'))).toBe(true);
});

test('on Windows: Chrome wherever it may be, and Edge, which every Windows has', () => {
  expect(paths('win32', { ProgramFiles: '/p', 'ProgramFiles(x86)': '/x86' })).toEqual([
    '/p/Google/Chrome/Application/chrome.exe',
    '/x86/Google/Chrome/Application/chrome.exe',
    '/p/Microsoft/Edge/Application/msedge.exe',
    '/x86/Microsoft/Edge/Application/msedge.exe',
  ]);
});
