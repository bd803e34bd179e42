// From which folder relative arguments are meant.
import { expect, test } from 'playwright/test';
import { callerFolder } from '../../../scripts/setup/paths.mjs';

const BY_NPM = { npm_lifecycle_event: 'layover', INIT_CWD: '/home/ann/pages' };

test('is the folder npm was called in', () => {
  expect(callerFolder({ env: BY_NPM, cwd: '/layover', project: '/layover', script: 'layover' })).toBe(
    '/home/ann/pages',
  );
});

test('is the current folder without npm', () => {
  expect(callerFolder({ env: {}, cwd: '/home/ann', project: '/layover', script: 'layover' })).toBe('/home/ann');
});

test('is the current folder when INIT_CWD is that of another npm run around it', () => {
  const fromTest = { ...BY_NPM, npm_lifecycle_event: 'test' };
  expect(callerFolder({ env: fromTest, cwd: '/layover', project: '/layover', script: 'layover' })).toBe('/layover');
  expect(callerFolder({ env: BY_NPM, cwd: '/tmp/x', project: '/layover', script: 'layover' })).toBe('/tmp/x');
});
