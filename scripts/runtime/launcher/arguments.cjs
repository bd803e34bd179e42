// In: the command line of an Electron that has no default app. Out: which app it is asked to run, and what to load first.
const { statSync } = require('node:fs');
const path = require('node:path');

/** @param {string} folder */
function isAppFolder(folder) {
  return statSync(path.join(folder, 'package.json'), { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * Reads the command line as Electron's own default app does: `-r FILE` names a module to load first, other flags are
 * Chromium's or the app's, and the first argument that is a folder with a package.json is the app. What stands behind the
 * app is the app's own and is not looked at.
 * @param {readonly string[]} argv `process.argv`, the executable first
 * @returns {{ preloads: string[], appFolder: string | undefined }} absolute path of the app
 */
function parseArguments(argv) {
  const preloads = [];
  for (let index = 1; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(argv[index] ?? '');
    } else if (!argument.startsWith('-') && isAppFolder(argument)) {
      return { preloads, appFolder: path.resolve(argument) };
    }
  }
  return { preloads, appFolder: undefined };
}

module.exports = { parseArguments };
