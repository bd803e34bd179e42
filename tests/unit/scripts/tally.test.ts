// The closing line: what is counted, and that nothing looks green that is not. The reporter is tried in real runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { addTallies, runTally, tallyLine } from '../../../scripts/testing/tally.mjs';

const PROJECT = join(import.meta.dirname, '../../..');

test('names the skipped only when there are any', () => {
  expect(tallyLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(tallyLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

test('adds up checks and tests', () => {
  const sum = addTallies([
    { passed: 4, failed: 0, skipped: 0 },
    { passed: 30, failed: 2, skipped: 1 },
  ]);
  expect(sum).toEqual({ passed: 34, failed: 2, skipped: 1 });
});

test('a run that broke off, or failed without a failing test, is a failure', () => {
  const good = JSON.stringify({ passed: 5, failed: 0, skipped: 0 });
  expect(runTally(good, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  expect(runTally(good, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(runTally(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

/** Runs Playwright with the reporter on one file of tests, and answers its last line and everything it printed. */
function runWithReporter(tests: string): { lastLine: string; output: string; code: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'layover-tally-'));
  try {
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const reporter = JSON.stringify(join(PROJECT, 'tests/helpers/tallyReporter.ts'));
    writeFileSync(
      join(folder, 'playwright.config.ts'),
      `export default { reporter: [['list'], [${reporter}]], workers: 1 };`,
    );
    writeFileSync(join(folder, 'a.test.ts'), `import { test, expect } from 'playwright/test';\n${tests}`);
    const { LAYOVER_TALLY: _tally, FORCE_COLOR: _color, ...env } = process.env;
    const command = [join(PROJECT, 'node_modules/playwright/cli.js'), 'test'];
    const run = spawnSync(process.execPath, command, { cwd: folder, env, encoding: 'utf8' });
    return { lastLine: run.stdout.trimEnd().split('\n').pop() ?? '', output: run.stdout, code: run.status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('counts passed, failed and skipped tests, and says why a test was skipped', () => {
  const run = runWithReporter(`
    test('good', () => {});
    test('bad', () => { expect(1).toBe(2); });
    test('late', () => { test.skip(true, 'no sample here'); });
    test.fail('known to fail', () => { expect(1).toBe(2); });`);
  expect(run).toMatchObject({ lastLine: '2 passed, 1 failed, 1 skipped', code: 1 });
  expect(run.output).toContain('late: no sample here');
});

test('counts tests that never came to run as failed', () => {
  const run = runWithReporter(`
    test.describe.configure({ mode: 'serial' });
    test('first', () => { expect(1).toBe(2); });
    test('second', () => {});`);
  expect(run).toMatchObject({ lastLine: '0 passed, 2 failed', code: 1 });
});

test('counts a file that does not load as a failure', () => {
  const run = runWithReporter(`import './missing.ts'; test('x', () => {});`);
  expect(run.lastLine).toMatch(/^0 passed, [1-9]\d* failed$/);
  expect(run.code).toBe(1);
});
