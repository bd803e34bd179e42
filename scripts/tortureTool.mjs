// In: the words of `npm run torture`. Out: what it prints, and its exit code. Looks for an Electron, a display and a Chromium, and does without those that cannot be had.
import { ensurePackage } from './packaging/ensurePackage.mjs';
import { electronRuntime } from './runtime/electronRuntime.mjs';
import { ensureBuild } from './setup/build.mjs';
import { runInherited } from './setup/child.mjs';
import { PROJECT } from './setup/paths.mjs';
import { say, SetupError } from './setup/report.mjs';
import { isWithoutDisplay, startDisplay } from './system/display.mjs';
import { ensureSystem } from './system/ensureSystem.mjs';
import { join } from 'node:path';

const TOOLS = join(PROJECT, 'tests/tools/run.mjs');

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} 1 when a promise was missed
 */
export async function runTorture(args) {
  await ensureBuild();
  const chromium = await ifPossible(() =>
    ensureSystem({ executable: undefined, needsDisplay: false, needsChromium: true }),
  );
  const runtime = await ifPossible(async () => {
    const found = await electronRuntime();
    await ensureSystem({ executable: found.executable, needsDisplay: isWithoutDisplay(), needsChromium: false });
    return found;
  });
  const electron = runtime?.executable;
  const display = electron !== undefined && isWithoutDisplay() ? await ifPossible(startDisplay) : undefined;
  const hasDisplay = display !== undefined || !isWithoutDisplay();
  const env = {
    ...(display?.env ?? process.env),
    ...(electron !== undefined && hasDisplay && { LAYOVER_ELECTRON: electron }),
    ...(chromium?.chromium !== undefined && { LAYOVER_CHROMIUM: chromium.chromium }),
  };
  try {
    const isPackageAsked = !args.some((word) => /^[rs]\d/i.test(word)) || args.some((word) => /^s14$/i.test(word));
    const packaged =
      runtime !== undefined && hasDisplay && isPackageAsked
        ? await ifPossible(() => ensurePackage(runtime, env))
        : undefined;
    return await runInherited(process.execPath, [TOOLS, 'torture', ...args], {
      cwd: PROJECT,
      env: { ...env, ...(packaged !== undefined && { LAYOVER_PACKAGE: packaged }) },
    });
  } finally {
    await display?.stop();
  }
}

/**
 * @template T
 * @param {() => Promise<T>} find
 * @returns {Promise<T | undefined>} `undefined` when it cannot be had here, which is said
 */
async function ifPossible(find) {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return undefined;
  }
}
