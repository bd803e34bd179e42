// In: what is about to be run. Out: a system that has the libraries, the virtual display and the browser for it. As root
// with apt it installs what is missing and says so; otherwise it refuses with the exact command. Linux only, but for the browser.
import { existsSync, readFileSync } from 'node:fs';
import { runCaptured } from '../setup/child.mjs';
import { SetupError } from '../setup/report.mjs';
import { isRoot } from '../runtime/sandbox.mjs';
import { aptCommand, findProgram, hasApt, installPackages, localNames } from './apt.mjs';
import { findChromium } from './chromium.mjs';
import { missingLibraries, missingOpened, packagesForLibraries } from './libraries.mjs';

const LOADER_CACHE = '/etc/ld.so.cache';
/** The second has the letters that the first lacks: Arabic, Hebrew and most of the small signs. */
const FONT_PACKAGES = ['fonts-liberation', 'fonts-dejavu-core'];
const BROWSER_PACKAGE = 'chromium';
const BROWSER_HINT =
  'The tests need a browser: Chromium, Google Chrome or Microsoft Edge installed as usual, or the one that\n' +
  '`npx playwright install chromium` fetches, or LAYOVER_CHROMIUM set to the path of one.';

/** @typedef {{ executable?: string | undefined, needsDisplay: boolean, needsChromium: boolean }} Wish `executable`: of Electron */

/**
 * Sees to the system once; silent when nothing is missing.
 * @param {Wish} wish
 * @returns {Promise<{ chromium: string | undefined }>} the browser, when one was wished for
 * @throws {SetupError} with what is missing and how to get it
 */
export async function ensureSystem(wish) {
  const found = await missingParts(wish);
  if (isComplete(found)) return found;
  const browserHint = found.packages.includes(BROWSER_PACKAGE) ? [BROWSER_HINT] : [];
  if (process.platform !== 'linux' || !hasApt() || found.unknown.length > 0) {
    throw new SetupError([...withoutApt(found), ...browserHint, 'Then run the same command again.'].join('\n'));
  }
  if (!isRoot()) {
    const command = aptCommand((await localNames(found.packages)).names);
    throw new SetupError(
      [
        'Some system packages are missing. Install them:',
        `  ${command}`,
        ...browserHint,
        'Then run the same command again.',
      ].join('\n'),
    );
  }
  await installPackages(found.packages, browserHint);
  const after = await missingParts(wish);
  if (isComplete(after)) return after;
  throw new SetupError(`Still missing after the installation: ${[...after.packages, ...after.unknown].join(', ')}`);
}

/** @typedef {{ packages: string[], unknown: string[], chromium: string | undefined }} Found what is missing, and the browser */

/** @param {Found} found */
function isComplete({ packages, unknown }) {
  return packages.length === 0 && unknown.length === 0;
}

/**
 * @param {Wish} wish
 * @returns {Promise<Found>}
 */
async function missingParts({ executable, needsDisplay, needsChromium }) {
  const isLinux = process.platform === 'linux';
  const { packages, unknown } = packagesForLibraries(
    isLinux && executable !== undefined ? await librariesMissing(executable) : [],
  );
  if (isLinux && executable !== undefined && !(await hasFonts())) packages.push(...FONT_PACKAGES);
  if (isLinux && needsDisplay && !findProgram('Xvfb')) packages.push('xvfb');
  const chromium = needsChromium ? await findChromium() : undefined;
  if (needsChromium && chromium === undefined) packages.push(BROWSER_PACKAGE);
  return { packages, unknown, chromium };
}

/**
 * @param {string} executable
 * @returns {Promise<readonly string[]>}
 */
async function librariesMissing(executable) {
  const linked = missingLibraries((await runCaptured('ldd', [executable])).output);
  // A system without such a list is taken to have all of them.
  if (!existsSync(LOADER_CACHE)) return linked;
  return [...new Set([...linked, ...missingOpened(readFileSync(LOADER_CACHE))])];
}

async function hasFonts() {
  const { code, output } = await runCaptured('fc-list', [':scalable=true']);
  return code === 0 && output.trim() !== '';
}

/** @param {Found} found */
function withoutApt({ packages, unknown }) {
  const others = packages.filter((name) => name !== BROWSER_PACKAGE);
  return [
    ...(others.length > 0 ? [`Install what your system calls these Debian packages: ${others.join(' ')}`] : []),
    ...(unknown.length > 0 ? [`Install the packages that hold these libraries: ${unknown.join(' ')}`] : []),
  ];
}
