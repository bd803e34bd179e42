// What has to be there for which projects.
import { expect, test } from 'playwright/test';
import { testNeeds } from '../../../scripts/testing/testNeeds.mjs';

test('everything, without a project', () => {
  expect(testNeeds([])).toEqual({ electron: true, chromium: true });
  expect(testNeeds(['tests/unit/store', '--grep', 'unit'])).toEqual({ electron: true, chromium: true });
});

test('only what the named projects use, in all ways of naming them', () => {
  expect(testNeeds(['--project', 'unit'])).toEqual({ electron: false, chromium: false });
  expect(testNeeds(['--project=app', '--headed'])).toEqual({ electron: false, chromium: true });
  expect(testNeeds(['--project', 'unit', '--project=electron'])).toEqual({ electron: true, chromium: false });
  expect(testNeeds(['--project', 'unit', 'app'])).toEqual({ electron: false, chromium: true });
});

test('a value of another option is not a project, a pattern is all of them', () => {
  expect(testNeeds(['--project', 'unit', '--grep', 'electron'])).toEqual({ electron: false, chromium: false });
  expect(testNeeds(['--project=*'])).toEqual({ electron: true, chromium: true });
});
