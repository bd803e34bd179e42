// In: what is built and an Electron. Out: dist/ with the unpacked app made of exactly these, by electron-builder when it is not. Asks the
// network for nothing.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packageCommand, runCaptured } from '../setup/child.mjs';
import { withLock } from '../setup/lock.mjs';
import { SETUP_LOCK } from '../setup/packages.mjs';
import { PROJECT } from '../setup/paths.mjs';
import { lastLines, say, SetupError } from '../setup/report.mjs';
import { fingerprint } from '../setup/stamp.mjs';
import { makeCodeCache } from './codeCache.mjs';
import { ensureIcons } from './icons.mjs';
import { DIST, programFile, unpackedFolder } from './packagePaths.mjs';

const STAMP = join(DIST, '.stamp');
const SOURCES = ['out/.stamp', 'electron-builder.yml', 'scripts/packaging'];

/** @typedef {import('../runtime/electronRuntime.mjs').ElectronRuntime} ElectronRuntime */

/** @param {ElectronRuntime} runtime */
function wantedStamp({ executable, version }) {
  return `${fingerprint(PROJECT, SOURCES)}\n${version}\n${executable}\n`;
}

/**
 * Makes the unpacked app when something in it has changed, and says nothing otherwise. The build must be fresh.
 * @param {ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} env with a display
 * @returns {Promise<string>} the program
 * @throws {SetupError} with electron-builder's own words when it fails
 */
export async function ensurePackage(runtime, env) {
  const program = programFile(unpackedFolder(process.platform, process.arch), process.platform);
  const stamp = wantedStamp(runtime);
  const isFresh = () => existsSync(program) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;
  if (isFresh()) return program;
  await withLock(SETUP_LOCK, async () => {
    if (isFresh()) return;
    say('Packing …');
    rmSync(STAMP, { force: true });
    await ensureIcons(runtime, env);
    await makeCodeCache(runtime, env);
    await runBuilder([
      '--dir',
      `--config.electronDist=${distOf(runtime)}`,
      `--config.electronVersion=${runtime.version}`,
    ]);
    if (!existsSync(program)) throw new SetupError(`electron-builder ended without making ${program}.`);
    writeFileSync(STAMP, stamp);
  });
  return program;
}

/**
 * The folder that holds the whole of an Electron.
 * @param {ElectronRuntime} runtime
 */
function distOf({ executable }) {
  return process.platform === 'darwin' ? resolve(executable, '../../../..') : dirname(executable);
}

/**
 * @param {readonly string[]} args
 * @throws {SetupError}
 */
export async function runBuilder(args) {
  const command = [packageCommand('electron-builder'), ...args, '--publish=never'];
  const { code, output } = await runCaptured(process.execPath, command);
  if (code !== 0) throw new SetupError(`The app could not be packed.\n${lastLines(output, 40)}`);
}
