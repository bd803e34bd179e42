// A goal that crashes, says nothing or never ends is a promise that was missed, and the next one is run all the same.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Goal, Need } from '../../tools/torture/goal.ts';
import { runGoal } from '../../tools/torture/runGoal.ts';
import { test } from '../store/testLibrary.ts';

const goal = (minutes: number, needs: readonly Need[] = []): Goal => ({
  id: 'R1',
  goal: 'kill -9',
  figure: '0 lost',
  needs,
  limitMinutes: { short: minutes, long: minutes },
  run: () => Promise.reject(new Error('the program runs it')),
});

test('a goal is run in a process of its own, and however that ends is an ending', async ({ folder }) => {
  const program = join(folder, 'goal.mjs');
  const runs = (source: string, minutes = 1): Promise<unknown> => {
    writeFileSync(program, source);
    return runGoal(goal(minutes), { seed: 3, isLong: false, program });
  };
  const said = "import { writeFileSync } from 'node:fs'; const [id, seed, length, work, file] = process.argv.slice(2);";
  const kept = join(folder, 'work-was');
  expect(
    await runs(`${said} writeFileSync(${JSON.stringify(kept)}, work);
      writeFileSync(file, JSON.stringify({ tried: id + seed + length, measured: 'm', isHeld: true }));`),
  ).toEqual({ ended: 'shown', showing: { tried: 'R13short', measured: 'm', isHeld: true } });
  expect(existsSync(kept)).toBe(true);
  expect(await runs("throw new Error('2 of 80 are lost')")).toEqual({
    ended: 'failed',
    reason: 'it ended with 1: Error: 2 of 80 are lost',
  });
  expect(await runs("process.kill(process.pid, 'SIGSEGV')")).toMatchObject({ ended: 'failed' });
  expect(await runs('')).toMatchObject({ ended: 'failed', reason: expect.stringContaining('without having said') });
  expect(await runs('setInterval(() => {}, 1000)', 0.01)).toMatchObject({
    ended: 'failed',
    reason: 'it was not through after 0.01 minutes',
  });
});

test('a goal whose machine lacks something is not run, and says what is lacking', async () => {
  const before = process.env['LAYOVER_CHROMIUM'];
  delete process.env['LAYOVER_CHROMIUM'];
  try {
    expect(await runGoal(goal(1, ['chromium']), { seed: 1, isLong: false, program: 'none' })).toEqual({
      ended: 'impossible',
      reason: 'cannot be tried on this machine: there is no Chromium',
    });
  } finally {
    if (before !== undefined) process.env['LAYOVER_CHROMIUM'] = before;
  }
});
