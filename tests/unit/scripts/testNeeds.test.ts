// What has to be there for which projects.
import { expect, test } from 'playwright/test';
import { testNeeds } from '../../../scripts/testing/testNeeds.mjs';

test('everything, without a project', () => {
  expect(testNeeds([])).toEqual({ electron: true, chromium: true, package: true });
  expect(testNeeds(['tests/unit/store', '--grep', 'unit'])).toEqual({ electron: true, chromium: true, package: true });
});

test('only what the named projects use, in all ways of naming them', () => {
  expect(testNeeds(['--project', 'unit'])).toEqual({ electron: false, chromium: false, package: false });
  expect(testNeeds(['--project=app', '--headed'])).toEqual({ electron: false, chromium: true, package: false });
  expect(testNeeds(['--project', 'unit', '--project=electron'])).toEqual({
    electron: true,
    chromium: false,
    package: true,
  });
  expect(testNeeds(['--project', 'unit', 'app'])).toEqual({ electron: false, chromium: true, package: false });
});

test('a value of another option is not a project, a pattern is all of them', () => {
  expect(testNeeds(['--project', 'unit', '--grep', 'electron'])).toEqual({
    electron: false,
    chromium: false,
    package: false,
  });
  expect(testNeeds(['--project=*'])).toEqual({ electron: true, chromium: true, package: true });
});

test('the package only where its own tests may run', () => {
  expect(testNeeds(['--project=electron', 'tests/electron/menu.spec.ts'])).toMatchObject({ package: false });
  expect(testNeeds(['tests/electron/menu.spec.ts:12', 'tests/electron/packaged.spec.ts'])).toMatchObject({
    package: true,
  });
  expect(testNeeds(['tests/electron'])).toMatchObject({ package: true });
});
