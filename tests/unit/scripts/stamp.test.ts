// When the set-up takes packages and build for fresh.
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { fingerprint, isForeignStamp, isInstalledAsLocked, packagesStamp } from '../../../scripts/setup/stamp.mjs';

const NODE_20 = { version: 'v20.19.0', platform: 'linux', arch: 'x64' };

test.describe('fingerprint', () => {
  let folder = '';

  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'layover-stamp-'));
    mkdirSync(join(folder, 'src/deep'), { recursive: true });
    writeFileSync(join(folder, 'src/a.ts'), 'one');
    writeFileSync(join(folder, 'src/deep/b.ts'), 'two');
  });

  test.afterEach(() => rmSync(folder, { recursive: true }));

  const print = (): string => fingerprint(folder, ['src', 'package.json']);

  test('stays when a file is only touched', () => {
    const before = print();
    utimesSync(join(folder, 'src/a.ts'), 1, 1);
    expect(print()).toBe(before);
  });

  test('changes with a content, a new file, a renamed file, a path that appears', () => {
    const seen = [print()];
    writeFileSync(join(folder, 'src/deep/b.ts'), 'tw0');
    seen.push(print());
    writeFileSync(join(folder, 'src/deep/c.ts'), '');
    seen.push(print());
    renameSync(join(folder, 'src/a.ts'), join(folder, 'src/a2.ts'));
    seen.push(print());
    writeFileSync(join(folder, 'package.json'), '{}');
    seen.push(print());
    expect(new Set(seen).size).toBe(seen.length);
  });
});

test('the packages stamp changes with the lock file and the host, not with a Node patch', () => {
  const stamp = packagesStamp('{}', NODE_20);
  expect(packagesStamp('{}', { ...NODE_20, version: 'v20.20.2' })).toBe(stamp);
  const others = [
    packagesStamp('{ }', NODE_20),
    packagesStamp('{}', { ...NODE_20, version: 'v22.12.0' }),
    packagesStamp('{}', { ...NODE_20, platform: 'darwin' }),
    packagesStamp('{}', { ...NODE_20, arch: 'arm64' }),
  ];
  expect(others).not.toContain(stamp);
});

test('a stamp is foreign when it is from another host; a missing one is not', () => {
  const stamp = packagesStamp('{}', NODE_20);
  expect(isForeignStamp(stamp, { ...NODE_20, arch: 'arm64' })).toBe(true);
  expect(isForeignStamp(stamp, NODE_20)).toBe(false);
  expect(isForeignStamp(undefined, NODE_20)).toBe(false);
});

const lock = (packages: object): string => JSON.stringify({ lockfileVersion: 3, packages });

test.describe('packages installed by hand', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const native = { version: '2.0.0', integrity: 'sha512-n', optional: true };
  const wanted = lock({ '': {}, 'node_modules/a': a, 'node_modules/native': native });

  test('count when npm recorded the same, with or without the optional ones', () => {
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/a': a, 'node_modules/native': native }))).toBe(true);
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/a': a }))).toBe(true);
  });

  test('do not count when one is missing, another version, other bytes, or too many', () => {
    expect(isInstalledAsLocked(wanted, lock({}))).toBe(false);
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/a': { ...a, version: '1.0.1' } }))).toBe(false);
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/a': { ...a, integrity: 'sha512-b' } }))).toBe(false);
    expect(isInstalledAsLocked(wanted, lock({ 'node_modules/a': a, 'node_modules/b': a }))).toBe(false);
  });

  test('do not count when npm left no record or a damaged one', () => {
    expect(isInstalledAsLocked(wanted, undefined)).toBe(false);
    expect(isInstalledAsLocked(wanted, '{"packages":')).toBe(false);
  });
});
