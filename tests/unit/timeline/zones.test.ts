// In no time zone does a day move that was written as a day, or with a zone of its own.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { buildProgram } from '../../helpers/buildProgram.ts';

test('in no time zone does a day move', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'layover-zone-'));
  const program = join(folder, 'zone.cjs');
  await buildProgram('tests/unit/timeline/zoneProgram.ts', program);
  const outputs = await Promise.all(
    ['Pacific/Kiritimati', 'America/Los_Angeles', 'America/St_Johns', 'UTC'].map(async (TZ) => {
      const { stdout } = await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TZ } });
      return JSON.parse(stdout) as unknown;
    }),
  );
  const days = { added: '2012-09-07', updated: '2012-09-30', published: '2024-02-29' };
  expect(outputs).toEqual([
    { ...days, saved: '2026-03-30' },
    { ...days, saved: '2026-03-29' },
    { ...days, saved: '2026-03-29' },
    { ...days, saved: '2026-03-29' },
  ]);
  await rm(folder, { recursive: true });
});
