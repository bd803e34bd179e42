// Programs run by the set-up: their words and exit codes come back whole.
import { expect, test } from 'playwright/test';
import { runCaptured } from '../../../scripts/setup/child.mjs';

const run = (program: string, timeoutMs?: number): ReturnType<typeof runCaptured> =>
  runCaptured(process.execPath, ['--eval', program], timeoutMs === undefined ? {} : { timeoutMs });

test('answers exit code and output of both streams', async () => {
  const outcome = await run(`console.log('out'); console.error('err'); process.exitCode = 3;`);
  expect(outcome).toMatchObject({ code: 3, timedOut: false });
  expect(outcome.output.split('\n').sort()).toEqual(['', 'err', 'out']);
});

test('ends a program that takes too long, and says so', async () => {
  expect(await run('setInterval(() => {}, 1000)', 300)).toMatchObject({ code: -1, timedOut: true });
});

test('answers a program that does not exist as failed', async () => {
  const outcome = await runCaptured('layover-no-such-program', []);
  expect(outcome.code).toBe(-1);
  expect(outcome.output).toContain('layover-no-such-program');
});
