// Which Node versions the set-up lets through.
import { expect, test } from 'playwright/test';
import { isNodeInRange } from '../../../scripts/setup/nodeVersion.mjs';

const RANGE = '^20.19.0 || >=22.12.0';

test('accepts the versions that the tools run on, and no others', () => {
  const versions = [
    'v18.20.8',
    'v20.18.3',
    'v20.19.0',
    'v20.20.2',
    'v21.7.3',
    'v22.11.0',
    'v22.12.0',
    'v24.9.0',
    'v26.0.0',
  ];
  expect(versions.filter((version) => isNodeInRange(version, RANGE))).toEqual([
    'v20.19.0',
    'v20.20.2',
    'v22.12.0',
    'v24.9.0',
    'v26.0.0',
  ]);
});

test('compares numbers, not text, down to the last one', () => {
  expect(isNodeInRange('v20.9.0', '>=20.19')).toBe(false);
  expect(isNodeInRange('v100.0.0', '>=20.19')).toBe(true);
  expect(isNodeInRange('v20.19.4', '>=20.19.5')).toBe(false);
  expect(isNodeInRange('v20.19.5', '>=20.19.5')).toBe(true);
});

test('lets nobody through on a range it cannot read', () => {
  expect(isNodeInRange('v24.0.0', '~20.19')).toBe(false);
});
