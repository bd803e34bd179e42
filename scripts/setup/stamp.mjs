// In: files and versions. Out: short texts that change when the files or versions do, to tell fresh from stale. Pure but
// for reading the files it is told to read.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string | Buffer} data */
function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * One hash over the names and contents of files and whole folders; a path that does not exist counts as such.
 * Contents, not times: a checkout or a copy changes times without changing anything.
 * @param {string} base
 * @param {readonly string[]} paths relative to `base`, with `/`
 */
export function fingerprint(base, paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const stat = statSync(join(base, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(base, path)).sort()) add(`${path}/${name}`);
      return;
    }
    hash.update(`${path}\0${stat ? sha256(readFileSync(join(base, path))) : 'absent'}\0`);
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/** @typedef {{ version: string, platform: string, arch: string }} Host `version` as in `process.version` */

/** @param {Host} host */
function hostKey({ version, platform, arch }) {
  return `node-${version.replace(/^v/, '').split('.')[0]} ${platform} ${arch}`;
}

/**
 * What is written into node_modules once its packages are complete: two lines, the lock file's hash and the host.
 * @param {string} lockText the text of package-lock.json
 * @param {Host} host
 */
export function packagesStamp(lockText, host) {
  return `${sha256(lockText)}\n${hostKey(host)}\n`;
}

/**
 * Whether the stamp was written on another kind of host, so that the packages may hold programs for the wrong system.
 * @param {string | undefined} stamp
 * @param {Host} host
 */
export function isForeignStamp(stamp, host) {
  return stamp !== undefined && stamp.split('\n')[1] !== hostKey(host);
}

/**
 * Whether npm's own record of what it installed (node_modules/.package-lock.json) has every package of the lock file at
 * its exact content, and none besides. Optional packages, which depend on the system, may be absent or added. Answers false for anything else
 * than two lock files of version 2 or later.
 * @param {string} lockText
 * @param {string | undefined} installedText
 */
export function isInstalledAsLocked(lockText, installedText) {
  if (installedText === undefined) return false;
  const wanted = packageEntries(lockText);
  const installed = packageEntries(installedText);
  if (!wanted || !installed) return false;
  for (const [path, entry] of wanted) {
    const found = installed.get(path);
    if (!found ? !entry.optional : found.version !== entry.version || found.integrity !== entry.integrity) return false;
  }
  return [...installed].every(([path, entry]) => wanted.has(path) || entry.optional === true);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockEntry
 * @param {string} text
 * @returns {Map<string, LockEntry> | undefined}
 */
function packageEntries(text) {
  try {
    const { packages } = JSON.parse(text);
    return packages && new Map(Object.entries(packages).filter(([path]) => path !== ''));
  } catch {
    return undefined;
  }
}
