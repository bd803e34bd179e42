// In: a tool that needs the built app, an Electron and a display, and its words. Out: what it prints, and its exit code.
import { join } from 'node:path';
import { ensurePackage } from './packaging/ensurePackage.mjs';
import { electronRuntime } from './runtime/electronRuntime.mjs';
import { ensureBuild } from './setup/build.mjs';
import { runInherited } from './setup/child.mjs';
import { PROJECT } from './setup/paths.mjs';
import { isWithoutDisplay, withDisplay } from './system/display.mjs';
import { ensureSystem } from './system/ensureSystem.mjs';

const TOOLS = join(PROJECT, 'tests/tools/run.mjs');

/**
 * @param {'bench' | 'gallery'} tool
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code of the tool
 * @throws {import('./setup/report.mjs').SetupError} when something is missing that cannot be set up here
 */
export async function runWindowTool(tool, args) {
  await ensureBuild();
  const runtime = await electronRuntime();
  const needsDisplay = isWithoutDisplay();
  await ensureSystem({ executable: runtime.executable, needsDisplay, needsChromium: false });
  // Of all that is measured only this needs what people install.
  const needsPackage = tool === 'bench' && (args.length === 0 || args.includes('packaged'));
  /** @param {NodeJS.ProcessEnv} env */
  const run = async (env) => {
    const program = needsPackage ? await ensurePackage(runtime, env) : undefined;
    const found = { LAYOVER_ELECTRON: runtime.executable, ...(program && { LAYOVER_PACKAGE: program }) };
    return runInherited(process.execPath, [TOOLS, tool, ...args], { cwd: PROJECT, env: { ...env, ...found } });
  };
  return withDisplay(run);
}
