// In: the modules that the build took up, and the packages it copied files of. Out: one text with the licence of every part made by
// others, to lie in the package. Refuses a package that states no licence: nobody may hand that on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const LINE = '-'.repeat(80);

/**
 * The folder of the package that a module belongs to; nothing for a module of our own or one that a tool made up.
 * @param {string} moduleId as the bundler calls it: an absolute path, perhaps with a question behind it
 * @returns {string | undefined}
 */
export function packageFolder(moduleId) {
  const path = moduleId.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(path);
  return match === null || path.startsWith('\0') ? undefined : match[1]?.replaceAll('/', sep);
}

/** @typedef {{ name: string, version: string, licence: string, texts: readonly string[] }} Part */

/**
 * @param {string} folder of an installed package
 * @returns {Part}
 * @throws {Error} when it states no licence
 */
function readPart(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string' || license === '') throw new Error(`${name} ${version} states no licence`);
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice|ofl)(?:[.-]|$)/i.test(file) && !/\.[jt]s$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, licence: license, texts };
}

/**
 * @param {readonly Part[]} parts in any order
 * @param {{ own: string, notices: string }} texts Layover's own licence, and what the packages' licences do not tell
 */
export function licencesText(parts, { own, notices }) {
  const sorted = parts.toSorted((a, b) => (a.name < b.name || (a.name === b.name && a.version < b.version) ? -1 : 1));
  const table = sorted.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  return [
    own.trim(),
    `${LINE}\nLayover contains these parts made by others. The licences of Electron and Chromium lie beside this file's folder.\n`,
    table.join('\n'),
    `${LINE}\n${notices.trim()}`,
    ...sorted.map(({ name, version, licence, texts }) =>
      [`${LINE}\n${name} ${version} (${licence})`, ...texts].join('\n\n'),
    ),
    '',
  ].join('\n');
}

/**
 * The parts of a build, each once.
 * @param {Iterable<string>} moduleIds
 * @param {readonly string[]} copiedFrom folders of packages of which files were copied
 */
export function partsOf(moduleIds, copiedFrom) {
  const folders = new Set(copiedFrom);
  for (const id of moduleIds) {
    const folder = packageFolder(id);
    if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
  }
  /** @type {Map<string, Part>} */
  const parts = new Map();
  for (const folder of folders) {
    const part = readPart(folder);
    parts.set(`${part.name} ${part.version}`, part);
  }
  return [...parts.values()];
}
