// In: a system. Out: where the parts of an unpacked package lie there. Pure but for looking which folder there is.
import { join } from 'node:path';
import { PROJECT } from '../setup/paths.mjs';

/** Where packages are made. */
export const DIST = join(PROJECT, 'dist');

/**
 * The folder of the unpacked package, as electron-builder names it for this machine.
 * @param {string} platform as `process.platform`
 * @param {string} arch as `process.arch`
 */
export function unpackedFolder(platform, arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return join(DIST, `mac${suffix}`);
  return join(DIST, `${platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`);
}

/**
 * The program that people start.
 * @param {string} folder of the unpacked package
 * @param {string} platform
 */
export function programFile(folder, platform) {
  if (platform === 'darwin') return join(folder, 'Layover.app/Contents/MacOS/Layover');
  return join(folder, platform === 'win32' ? 'Layover.exe' : 'layover');
}

/**
 * The file that holds the fuses: the program, but on a Mac the framework beside it.
 * @param {string} folder
 * @param {string} platform
 */
export function fusedFile(folder, platform) {
  if (platform !== 'darwin') return programFile(folder, platform);
  return join(folder, 'Layover.app/Contents/Frameworks/Electron Framework.framework/Electron Framework');
}

/**
 * Where Electron keeps what belongs to the app.
 * @param {string} folder
 * @param {string} platform
 */
export function resourcesFolder(folder, platform) {
  return join(folder, platform === 'darwin' ? 'Layover.app/Contents/Resources' : 'resources');
}
