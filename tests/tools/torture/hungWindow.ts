// The real app with an article open in its middle and a window that hangs there, with nobody at a debugger; when its process was ended and how long the window took to be back out.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { appArguments, electronPath } from '../../helpers/electronApp.ts';
import { isStillThere, PLACE, readOn, TOP } from './killedWindow.ts';

const PROGRAM = join(process.env['QUALITY_ROOT'] ?? '.', 'tests/tools/torture/programs/hangWindow.cjs');

/** What was seen of one hang. */
export interface Hang {
  /** Until its process was ended, or until nobody waited any longer. */
  readonly endedMs: number;
  /** From then on until the window was at the same place; `null` when it was not. */
  readonly backMs: number | null;
  readonly isThere: boolean;
}

const hangSchema = v.object({ endedMs: v.number(), backMs: v.nullable(v.number()) });

/** Has the window hang once, with what looks after it or without. */
export async function hangWindow(work: string, isCared: boolean): Promise<Hang> {
  const reading = await readOn();
  await reading.app.quit();
  const file = join(work, `hang-${isCared ? 'cared' : 'uncared'}.json`);
  const env = { HANG_FILE: file, HANG_TOP: TOP, HANG_PLACE: PLACE, HANG_CARED: isCared ? 'yes' : 'no' };
  const child = spawn(electronPath(), ['-r', PROGRAM, ...appArguments(reading.folders)], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  await new Promise((done) => child.on('close', done));
  const seen = v.parse(hangSchema, JSON.parse(await readFile(file, 'utf8')));
  return { ...seen, isThere: await isStillThere(reading) };
}
