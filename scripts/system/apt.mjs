// In: Debian package names. Out: these packages installed (as root), or the exact command that installs them (as anyone else).
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCaptured } from '../setup/child.mjs';
import { lastLines, say, SetupError } from '../setup/report.mjs';
import { installableNames, nameOnThisSystem } from './libraries.mjs';

const INSTALL = ['install', '-y', '--no-install-recommends'];
const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
// Another apt (a desktop's automatic updates) may be running for a while.
const WAIT_FOR_LOCK = ['-o', 'DPkg::Lock::Timeout=300'];

/**
 * The full path of a program on the PATH.
 * @param {string} program
 * @returns {string | undefined}
 */
export function findProgram(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Whether this is a system with Debian's package manager. */
export function hasApt() {
  return findProgram('apt-get') !== undefined;
}

/**
 * The line a person without root rights has to run.
 * @param {readonly string[]} packages
 */
export function aptCommand(packages) {
  return `sudo apt-get update && sudo apt-get ${INSTALL.join(' ')} ${packages.join(' ')}`;
}

/**
 * Each name as this system has it, for those that it has; the others stay as they are.
 * @param {readonly string[]} packages
 */
export async function localNames(packages) {
  const candidates = packages.flatMap((name) => [name, `${name}t64`]);
  const { output } = await runCaptured('apt-cache', ['policy', ...candidates], { env: ENV });
  const installable = installableNames(output);
  const names = packages.map((name) => nameOnThisSystem(name, installable));
  return {
    names: names.map((name, index) => name ?? packages[index] ?? ''),
    isComplete: !names.includes(undefined),
  };
}

/**
 * Installs packages as root; fetches the package lists first when they do not know a name or are out of date.
 * @param {readonly string[]} packages
 * @param {readonly string[]} hints lines to stand under the message when it fails
 * @throws {SetupError} with apt's own words
 */
export async function installPackages(packages, hints) {
  const known = await localNames(packages);
  say(`Installing system packages: ${known.names.join(' ')} …`);
  if (known.isComplete && (await apt([...INSTALL, ...known.names])).code === 0) return;
  await apt(['update']);
  const { names } = await localNames(packages);
  const { code, output } = await apt([...INSTALL, ...names]);
  if (code === 0) return;
  const failed = `These system packages could not be installed: ${names.join(' ')}`;
  throw new SetupError([failed, lastLines(output), ...hints].join('\n'));
}

/** @param {readonly string[]} args */
function apt(args) {
  return runCaptured('apt-get', ['-q', ...WAIT_FOR_LOCK, ...args], { env: ENV });
}
