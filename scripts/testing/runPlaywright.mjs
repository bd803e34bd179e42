// In: Playwright's arguments and what the tests need to find. Out: what the run came to.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageCommand, runInherited } from '../setup/child.mjs';
import { runTally } from './tally.mjs';

/**
 * Runs Playwright on this process's own output. Its tally comes through a file that tests/helpers/tallyReporter.ts
 * writes, so that the closing line is printed once, and after everything else.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runPlaywright(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'layover-tally-'));
  const report = join(folder, 'tally.json');
  try {
    const command = [packageCommand('playwright'), 'test', ...args];
    const code = await runInherited(process.execPath, command, { env: { ...env, LAYOVER_TALLY: report } });
    return runTally(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
