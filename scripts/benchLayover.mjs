// In: what to measure. Out: the figures on stdout, and exit code 0 when they could be taken.
import { join } from 'node:path';
import { electronRuntime } from './runtime/electronRuntime.mjs';
import { ensureBuild } from './setup/build.mjs';
import { runInherited } from './setup/child.mjs';
import { PROJECT } from './setup/paths.mjs';
import { isWithoutDisplay, startDisplay } from './system/display.mjs';
import { ensureSystem } from './system/ensureSystem.mjs';

const TOOL = join(PROJECT, 'tests/tools/run.mjs');

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code of the measurement
 * @throws {import('./setup/report.mjs').SetupError} when something is missing that cannot be set up here
 */
export async function benchLayover(args) {
  await ensureBuild();
  const runtime = await electronRuntime();
  const needsDisplay = isWithoutDisplay();
  await ensureSystem({ executable: runtime.executable, needsDisplay, needsChromium: false });
  const found = { LAYOVER_ELECTRON: runtime.executable };
  /** @param {NodeJS.ProcessEnv} env */
  const measure = (env) =>
    runInherited(process.execPath, [TOOL, 'bench', ...args], { cwd: PROJECT, env: { ...env, ...found } });
  if (!needsDisplay) return measure(process.env);
  const display = await startDisplay();
  try {
    return await measure(display.env);
  } finally {
    await display.stop();
  }
}
