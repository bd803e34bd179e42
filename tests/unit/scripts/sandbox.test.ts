// When Chromium's sandbox may be off.
import { expect, test } from 'playwright/test';
import { sandboxPlan } from '../../../scripts/runtime/sandbox.mjs';

const SYSTEM = { isRoot: false, hasSetuidHelper: false, canUseNamespaces: true, isFallback: false };

test('stays on for an ordinary account, by either way the system allows', () => {
  expect(sandboxPlan(SYSTEM)).toBe('keep');
  expect(sandboxPlan({ ...SYSTEM, isFallback: true })).toBe('keep');
  expect(sandboxPlan({ ...SYSTEM, canUseNamespaces: false, hasSetuidHelper: true })).toBe('keep');
});

test('is off as root, where Chromium would refuse to start', () => {
  expect(sandboxPlan({ ...SYSTEM, isRoot: true })).toBe('switch-off');
});

test('where nothing allows it, the fallback does without and the real Electron asks first', () => {
  expect(sandboxPlan({ ...SYSTEM, canUseNamespaces: false, isFallback: true })).toBe('switch-off');
  expect(sandboxPlan({ ...SYSTEM, canUseNamespaces: false })).toBe('ask');
});
