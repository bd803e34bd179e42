// A process killed at any moment loses nothing it had acknowledged, and the next one opens the library without a hand's help.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from 'playwright/test';
import { buildChild } from './childProcess.ts';
import { killAtWork } from './kills.ts';
import { test } from './testLibrary.ts';

// Two halves of thirty unless somebody has the minutes: `npm run torture -- R1 --long`, which does more than this.
const KILLS = Math.ceil(Number(process.env['LAYOVER_KILLS'] ?? 60) / 2);
const KILL_MS = 2_000;

for (const half of [1, 2]) {
  test(`killed ${KILLS} times at work, a library has everything that was acknowledged (${half} of 2)`, async ({
    folder,
  }) => {
    test.setTimeout(60_000 + KILLS * KILL_MS);
    const program = await buildChild();
    const changes = await killAtWork({ program, folder, kills: KILLS, seed: half });
    expect(changes).toBeGreaterThan(KILLS);
    process.stderr.write(`${KILLS} kills, ${changes} changes acknowledged\n`);
    await rm(dirname(program), { recursive: true });
  });
}
