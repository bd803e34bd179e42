// What puts promises to the test is alive: a fiftieth of the short form of those that need neither a window nor a system of their own, and each of their controls.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { Goal } from '../../tools/torture/goal.ts';
import { r6 } from '../../tools/torture/goals/r6.ts';
import { r9 } from '../../tools/torture/goals/r9.ts';
import { s5 } from '../../tools/torture/goals/s5.ts';
import { s9 } from '../../tools/torture/goals/s9.ts';
import { isBlindCopyLost, refreshCopies, useHighlightDays } from '../../tools/torture/restoreDrill.ts';
import { test } from '../store/testLibrary.ts';

const GOALS: readonly Goal[] = [s5, s9, r6, r9];

for (const goal of GOALS)
  test(`${goal.id}, ${goal.goal}: a small part of it holds, and its control fires`, async ({ folder }) => {
    const work = join(folder, 'work');
    mkdirSync(work);
    const lackOf = (): Promise<string> => Promise.resolve('a glance');
    const showing = await goal.run({ seed: 1, isLong: false, share: 0.02, work, lackOf });
    expect(showing.isHeld, showing.measured).toBe(true);
    expect(showing.control).toMatchObject({ hasFired: true });
  });

test('R7, backups: copies are never refreshed from what is damaged, those of days are used, and a copier that does not look loses', async ({
  folder,
}) => {
  expect(await refreshCopies(folder, 2)).toMatchObject({ isHeld: true });
  expect(await useHighlightDays(folder)).toMatchObject({ isHeld: true });
  expect(await isBlindCopyLost(folder)).toBe(true);
});
