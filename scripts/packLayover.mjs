// In: electron-builder's words, or none. Out: the unpacked app for this machine, or the installers that were named, and where they lie.
// Refuses to make installers of an Electron that is not the shipped one.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensurePackage, runBuilder } from './packaging/ensurePackage.mjs';
import { makeCodeCache } from './packaging/codeCache.mjs';
import { FUSES, readFuses } from './packaging/fuses.mjs';
import { ensureIcons } from './packaging/icons.mjs';
import { DIST, fusedFile, resourcesFolder, unpackedFolder } from './packaging/packagePaths.mjs';
import { electronRuntime } from './runtime/electronRuntime.mjs';
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { say, SetupError } from './setup/report.mjs';
import { isWithoutDisplay, withDisplay } from './system/display.mjs';
import { ensureSystem } from './system/ensureSystem.mjs';

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 * @throws {SetupError} when something is missing that cannot be set up here, or cannot be packed
 */
export async function packLayover(args) {
  await ensurePackages();
  await ensureBuild();
  const runtime = await electronRuntime();
  if (args.length > 0 && runtime.isFallback) {
    throw new SetupError(
      `Installers are made of the Electron that is shipped, and here is only the older ${runtime.version}.\n` +
        '`npm run pack` without more words makes the unpacked app of it, to be tested.',
    );
  }
  // To draw the icons and to start the program once.
  const needsDisplay = isWithoutDisplay();
  await ensureSystem({ executable: runtime.executable, needsDisplay, needsChromium: false });
  if (args.length > 0) {
    await withDisplay(async (env) => {
      await ensureIcons(runtime, env);
      await makeCodeCache(runtime, env);
    });
    // Of another system or processor than this one it needs an Electron of its own, so it fetches it itself.
    await runBuilder(args);
    say(`The installers are in ${relative(process.cwd(), DIST) || '.'}.`);
    return 0;
  }
  const program = await withDisplay((env) => ensurePackage(runtime, env));
  const folder = unpackedFolder(process.platform, process.arch);
  sayFuses(folder, runtime.version);
  const [all, own] = [sizeMb(folder), sizeMb(resourcesFolder(folder, process.platform))];
  say(`${all} MB, of which ${own} MB are Layover and the rest is Electron.`);
  console.log(program);
  return 0;
}

/**
 * What the files of a folder take, in millions of bytes.
 * @param {string} folder
 */
function sizeMb(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return Math.round(bytes / 1e6);
}

/**
 * @param {string} folder
 * @param {string} version of Electron
 */
function sayFuses(folder, version) {
  const found = readFuses(readFileSync(fusedFile(folder, process.platform)));
  const absent = FUSES.filter(({ name }) => !found.has(name)).map(({ name }) => name);
  const without = absent.length > 0 ? ` (Electron ${version} has no ${absent.join(', ')})` : '';
  say(`${found.size} of ${FUSES.length} fuses are set${without}.`);
}
