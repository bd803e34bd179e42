// In: the build and the Electron it is packed with. Out: out/code/PLATFORM-ARCH/ with what V8 makes of the program, so that a start of the package need
// not compile it. For the system and processor this runs on; a package for another one is without.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronFlags } from '../runtime/sandbox.mjs';
import { runCaptured } from '../setup/child.mjs';
import { PROJECT } from '../setup/paths.mjs';
import { lastLines, SetupError } from '../setup/report.mjs';

const CODE = join(PROJECT, 'out/code');
const LIMIT_MS = 120_000;

/**
 * To be called by one process at a time, with a display and a fresh build.
 * @param {import('../runtime/electronRuntime.mjs').ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} env
 * @throws {SetupError} when the program does not start
 */
export async function makeCodeCache(runtime, env) {
  // Not in its place at once: the program would take it for its own.
  rmSync(CODE, { recursive: true, force: true });
  const own = mkdtempSync(join(tmpdir(), 'layover-code-'));
  const folder = join(own, 'code');
  mkdirSync(folder);
  const words = [join(PROJECT, 'scripts/packaging/coder'), join(PROJECT, 'out/main.cjs'), join(own, 'library'), folder];
  const { code, output } = await runCaptured(
    runtime.executable,
    [...electronFlags(runtime), `--user-data-dir=${join(own, 'profile')}`, ...words],
    { env, timeoutMs: LIMIT_MS },
  );
  if (code === 0) cpSync(folder, join(CODE, `${process.platform}-${process.arch}`), { recursive: true });
  rmSync(own, { recursive: true, force: true, maxRetries: 5 });
  if (code !== 0) throw new SetupError(`What V8 makes of the program could not be kept.\n${lastLines(output)}`);
}
