// In: package-lock.json. Out: node_modules complete for it and for this Node and system, by `npm ci` when it is not.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, runCaptured } from './child.mjs';
import { withLock } from './lock.mjs';
import { CACHE, PROJECT } from './paths.mjs';
import { lastLines, say, SetupError } from './report.mjs';
import { isForeignStamp, isInstalledAsLocked, packagesStamp } from './stamp.mjs';

const MODULES = join(PROJECT, 'node_modules');
const STAMP = join(MODULES, '.layover-stamp');

/** One lock for all set-up steps: each may replace what another is reading. */
export const SETUP_LOCK = join(CACHE, 'setup.lock');

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function wantedStamp() {
  return packagesStamp(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'), process);
}

function isFresh() {
  return readIfThere(STAMP) === wantedStamp();
}

/** Whether somebody ran `npm install` by hand and it came to the same: then there is nothing to do but to remember it. */
function isInstalledByHand() {
  const lockText = readFileSync(join(PROJECT, 'package-lock.json'), 'utf8');
  const installed = readIfThere(join(MODULES, '.package-lock.json'));
  return !isForeignStamp(readIfThere(STAMP), process) && isInstalledAsLocked(lockText, installed);
}

/**
 * Installs the npm packages when they are missing or stale; says nothing when they are not. The stamp is written last,
 * so an installation that was killed never counts.
 * @throws {SetupError} with npm's own words when npm fails
 */
export async function ensurePackages() {
  if (isFresh()) return;
  await withLock(SETUP_LOCK, async () => {
    if (isFresh()) return;
    if (!isInstalledByHand()) await install();
    writeFileSync(STAMP, wantedStamp());
  });
}

async function install() {
  say('Installing the npm packages (once, about a minute) …');
  const npm = npmCommand();
  // Everything is a development dependency; NODE_ENV=production or a person's own npm settings would leave them out.
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  let { code, output } = await runCaptured(npm.command, [...npm.args, 'ci', ...options]);
  if (code !== 0 && /\bEUSAGE\b/.test(output)) {
    // `npm ci` refuses a lock file that lacks other systems' optional packages, as one made from a registry without them
    // does. `npm install` keeps to the locked versions too, and finds the ones for this system.
    rmSync(MODULES, { recursive: true, force: true });
    ({ code, output } = await runCaptured(npm.command, [...npm.args, 'install', '--no-save', ...options]));
  }
  if (code === 0) return;
  throw new SetupError(
    `The npm packages could not be installed; your libraries are untouched.\n${lastLines(output)}\n` +
      'Check that the network and the npm registry can be reached, then run the same command again.',
  );
}
