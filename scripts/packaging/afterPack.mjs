// In: a folder that electron-builder has just filled. Out: the same, with all fuses set and nothing in it that is not Layover's. Refuses
// to make a package of the shipped Electron that lacks one of the fuses.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../setup/paths.mjs';
import { fusedFile } from './packagePaths.mjs';
import { setFuses } from './fuses.mjs';

/**
 * Called by electron-builder before it signs, for each program that it makes.
 * @param {import('electron-builder').AfterPackContext} context
 */
export function afterPack({ appOutDir, electronPlatformName, packager }) {
  // The older Electron that serves closed networks is started through a launcher of ours, which lies where apps do.
  rmSync(join(packager.getResourcesDir(appOutDir), 'app'), { recursive: true, force: true });
  const file = fusedFile(appOutDir, electronPlatformName);
  const program = readFileSync(file);
  const absent = setFuses(program);
  const version = packager.config.electronVersion ?? '';
  if (absent.length > 0 && version === shippedVersion()) {
    throw new Error(`Electron ${version} has no fuse ${absent.join(', ')}, which the package promises.`);
  }
  writeFileSync(file, program);
  if (electronPlatformName === 'darwin') signAnew(join(appOutDir, 'Layover.app'));
}

/** @returns {string} */
function shippedVersion() {
  return JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).devDependencies.electron;
}

/**
 * Arm Macs refuse a program whose signature no longer fits it. This one is nobody's; where there is a certificate, electron-builder puts
 * the real one in its place afterwards.
 * @param {string} bundle
 */
function signAnew(bundle) {
  const keep = '--preserve-metadata=entitlements,requirements,flags,runtime';
  const { status, stderr } = spawnSync('codesign', ['--sign', '-', '--force', keep, '--deep', bundle]);
  if (status !== 0) throw new Error(`codesign could not sign ${bundle}: ${String(stderr)}`);
}
