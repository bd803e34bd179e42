// In: arguments for Playwright. Out: checks and tests run, their tally as the last line, and exit code 1 if anything failed.
import { ensurePackage } from './packaging/ensurePackage.mjs';
import { electronRuntime } from './runtime/electronRuntime.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { say, SetupError } from './setup/report.mjs';
import { startDisplay } from './system/display.mjs';
import { ensureSystem } from './system/ensureSystem.mjs';
import { runChecks } from './testing/checks.mjs';
import { runPlaywright } from './testing/runPlaywright.mjs';
import { addTallies, tallyLine } from './testing/tally.mjs';
import { testNeeds } from './testing/testNeeds.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * Without arguments everything runs; with arguments only Playwright does, which they narrow.
 * @param {readonly string[]} args
 * @returns {Promise<number>} 0 only when nothing failed
 */
export async function testLayover(args) {
  const tally = { ...NOTHING };
  try {
    await ensurePackages();
    const checks = args.length === 0 ? await runChecks() : NOTHING;
    Object.assign(tally, checks);
    Object.assign(tally, addTallies([checks, await runTests(args)]));
  } catch (error) {
    tally.failed += 1;
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
  }
  console.log(tallyLine(tally));
  return tally.failed > 0 ? 1 : 0;
}

/** @param {readonly string[]} args */
async function runTests(args) {
  await ensureBuild();
  const needs = testNeeds(args);
  const runtime = needs.electron ? await electronRuntime() : undefined;
  // Electron's windows go to a display of their own wherever there is none; a Wayland session would not do for every test.
  const needsDisplay = needs.electron && process.platform === 'linux' && !process.env['DISPLAY'];
  const { chromium } = await ensureSystem({
    executable: runtime?.executable,
    needsDisplay,
    needsChromium: needs.chromium,
  });
  const found = {
    ...(runtime && { LAYOVER_ELECTRON: runtime.executable }),
    ...(chromium && { LAYOVER_CHROMIUM: chromium }),
  };
  /** @param {NodeJS.ProcessEnv} env */
  const run = async (env) => {
    const program = needs.package && runtime ? await ensurePackage(runtime, env) : undefined;
    return runPlaywright(args, { ...env, ...found, ...(program && { LAYOVER_PACKAGE: program }) });
  };
  if (!needsDisplay) return run(process.env);
  const display = await startDisplay();
  try {
    return await run(display.env);
  } finally {
    await display.stop();
  }
}
