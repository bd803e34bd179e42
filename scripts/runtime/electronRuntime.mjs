// In: the electron package, the network, the person's environment. Out: one Electron executable to run Layover with.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCaptured } from '../setup/child.mjs';
import { withLock } from '../setup/lock.mjs';
import { SETUP_LOCK } from '../setup/packages.mjs';
import { PROJECT } from '../setup/paths.mjs';
import { say, SetupError } from '../setup/report.mjs';
import {
  FAILURE_NOTE,
  firstError,
  forgetFailure,
  noteFailure,
  readNote,
  rememberedFailure,
} from './downloadFailure.mjs';
import { FALLBACK_VERSION, isFallbackPossible, makeFallback, readyFallback } from './fallbackRuntime.mjs';

const PACKAGE = join(PROJECT, 'node_modules/electron');
const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/** @typedef {{ executable: string, version: string, isFallback: boolean }} ElectronRuntime `version` '' when not known */

/**
 * The Electron to run: the one ELECTRON_OVERRIDE_DIST_PATH names, else the electron package's own (fetched on first use),
 * else, on Linux x64 only, the fallback runtime, said aloud each time. The npm packages must be installed.
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupError} when there is none to be had
 */
export async function electronRuntime() {
  const chosen = chosenByPerson() ?? installedRuntime() ?? rememberedFallback();
  return chosen ?? withLock(SETUP_LOCK, async () => installedRuntime() ?? rememberedFallback() ?? fetchRuntime());
}

/**
 * One that is here already; nothing is fetched for it.
 * @returns {ElectronRuntime | undefined}
 */
export function readyElectron() {
  const chosen = chosenByPerson() ?? installedRuntime();
  const executable = chosen === undefined && isFallbackPossible() ? readyFallback() : undefined;
  return executable === undefined ? chosen : { executable, version: FALLBACK_VERSION, isFallback: true };
}

/** @returns {ElectronRuntime | undefined} the fallback, while the host of the real one is known to be out of reach */
function rememberedFallback() {
  const failure = isFallbackPossible() ? rememberedFailure(readNote(), packageVersion(), Date.now()) : undefined;
  const executable = failure === undefined ? undefined : readyFallback();
  if (failure === undefined || executable === undefined) return undefined;
  sayFallback(failure);
  return { executable, version: FALLBACK_VERSION, isFallback: true };
}

/** @returns {Promise<ElectronRuntime>} */
async function fetchRuntime() {
  const failure = await download();
  if (failure === undefined) {
    forgetFailure();
    return installedRuntime() ?? unusable('its files are not where they should be');
  }
  if (!isFallbackPossible()) return unusable(failure);
  sayFallback(failure);
  const executable = await makeFallback();
  // Only now: when this has failed too, the next start shall try everything again.
  noteFailure(packageVersion(), failure);
  say(`The next try is in a day, or as soon as ${relative(PROJECT, FAILURE_NOTE)} is deleted.`);
  return { executable, version: FALLBACK_VERSION, isFallback: true };
}

/** @param {string} failure */
function sayFallback(failure) {
  say(
    `Electron ${packageVersion()} could not be downloaded (${failure}): using Electron ${FALLBACK_VERSION} from npm\n` +
      'instead, which is for development and tests only.',
  );
}

/** @returns {string} */
function packageVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** The place of the executable inside Electron's folder, as Electron's own install.js has it. */
function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
function versionOf(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '';
}

/** @returns {ElectronRuntime | undefined} */
function chosenByPerson() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return undefined;
  const executable = join(folder, executableName());
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${executable} does not exist. Correct or unset it.`);
  }
  const version = versionOf(folder);
  return { executable, version, isFallback: executable === readyFallback() };
}

/** @returns {ElectronRuntime | undefined} */
function installedRuntime() {
  const folder = join(PACKAGE, 'dist');
  const version = packageVersion();
  const executable = join(folder, executableName());
  // path.txt is written last by Electron's installer: without it the unpacking was cut short.
  const isComplete = versionOf(folder) === version && existsSync(join(PACKAGE, 'path.txt')) && existsSync(executable);
  return isComplete ? { executable, version, isFallback: false } : undefined;
}

/** @returns {Promise<string | undefined>} why it failed, in a few words; nothing when it did not */
async function download() {
  say(`Fetching Electron ${packageVersion()} (about 120 MB, once) …`);
  // It asks for Node 22.12, but all it needs is require() of ES modules, which Node 20 has since 20.19.
  const env = { ...process.env, ELECTRON_GET_NO_PROGRESS: '1' };
  const args = [join(PACKAGE, 'install.js')];
  const { code, output, timedOut } = await runCaptured(process.execPath, args, { env, timeoutMs: DOWNLOAD_LIMIT_MS });
  if (code === 0) return undefined;
  return timedOut ? 'it took longer than ten minutes' : firstError(output);
}

/**
 * @param {string} reason
 * @returns {never}
 */
function unusable(reason) {
  throw new SetupError(
    `Electron ${packageVersion()} could not be downloaded (${reason}).\n` +
      'Layover cannot open its window without it. Check the network, or point ELECTRON_MIRROR to a mirror of the Electron\n' +
      'releases, and run the same command again.',
  );
}
