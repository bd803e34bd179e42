// Two set-ups at once, and set-ups that died.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { isStaleLock, withLock } from '../../../scripts/setup/lock.mjs';

const LOCK_MODULE = new URL('../../../scripts/setup/lock.mjs', import.meta.url).href;

let folder = '';
let lock = '';

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-lock-'));
  lock = join(folder, 'cache/setup.lock');
});

test.afterEach(() => rmSync(folder, { recursive: true }));

test('processes that want the lock at once work one after the other', async () => {
  const log = join(folder, 'log');
  const program = `
    import { appendFileSync } from 'node:fs';
    import { setImmediate } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(LOCK_MODULE)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ');
      for (let turn = 0; turn < 2000; turn += 1) await setImmediate();
      appendFileSync(${JSON.stringify(log)}, 'out ');
    });`;
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'ignore' }),
  );
  const codes = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(codes.map(([code]) => Number(code))).toEqual([0, 0, 0]);
  expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
});

test('the lock of a process that was killed is taken over', async () => {
  const program = `
    import { withLock } from ${JSON.stringify(LOCK_MODULE)};
    await withLock(${JSON.stringify(lock)}, () => new Promise(() => { setInterval(() => {}, 1000); console.log('held'); }));`;
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(owner.stdout, 'data');
  expect(isStaleLock(lock)).toBe(false);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(isStaleLock(lock)).toBe(true);
  expect(await withLock(lock, async () => 'done')).toBe('done');
});

test('a lock whose process id now belongs to another process is stale', async () => {
  test.skip(process.platform !== 'linux', 'only Linux tells when a process was born');
  await withLock(lock, async () => {
    expect(isStaleLock(lock)).toBe(false);
    writeFileSync(lock, `${process.pid}\nanother-boot 12345\n`);
    expect(isStaleLock(lock)).toBe(true);
  });
});

test('a half-written lock is waited for, and stale only after a while', async () => {
  await withLock(lock, async () => {
    writeFileSync(lock, '');
    expect(isStaleLock(lock)).toBe(false);
    utimesSync(lock, 1, 1);
    expect(isStaleLock(lock)).toBe(true);
  });
});

test('the lock is given back when the work fails', async () => {
  await expect(withLock(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(existsSync(lock)).toBe(false);
});
