// How long a failed download of Electron is remembered, and what a person reads of it.
import { expect, test } from 'playwright/test';
import { firstError, rememberedFailure } from '../../../scripts/runtime/downloadFailure.mjs';

const HOUR = 60 * 60_000;
const NOTE = JSON.stringify({ version: '45.4.1', at: 100 * HOUR, reason: 'fetch failed' });

test('holds for a day, for the same version', () => {
  expect(rememberedFailure(NOTE, '45.4.1', 100 * HOUR)).toBe('fetch failed');
  expect(rememberedFailure(NOTE, '45.4.1', 123 * HOUR)).toBe('fetch failed');
  expect(rememberedFailure(NOTE, '45.4.1', 124 * HOUR)).toBeUndefined();
  expect(rememberedFailure(NOTE, '45.4.2', 101 * HOUR)).toBeUndefined();
});

test('does not hold when there is no note, a damaged one, or one from the future', () => {
  expect(rememberedFailure(undefined, '45.4.1', 101 * HOUR)).toBeUndefined();
  expect(rememberedFailure('{"version":', '45.4.1', 101 * HOUR)).toBeUndefined();
  expect(rememberedFailure(NOTE, '45.4.1', 99 * HOUR)).toBeUndefined();
});

test('gives the reason of an installer that failed, without its stack', () => {
  const trace =
    '(node:12) Warning: something else\nTypeError: fetch failed\n    at node:internal/deps/undici:14976:13\n';
  expect(firstError(trace)).toBe('fetch failed');
  expect(firstError('Error [ERR_REQUIRE_ESM]: require() is not supported\n    at x')).toBe(
    'require() is not supported',
  );
  expect(firstError('killed\n')).toBe('killed');
  expect(firstError('')).toBe('no reason given');
});
