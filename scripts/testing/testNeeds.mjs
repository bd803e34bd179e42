// In: the arguments of `npm test`. Out: what these tests need besides Node. Pure.

/** @typedef {{ electron: boolean, chromium: boolean, package: boolean }} TestNeeds `package`: the unpacked app */

/**
 * `--project NAME` (also `--project=NAME`, more than once, or several names after one) narrows what has to be there;
 * without it, or with a pattern, everything does. The package takes a while to make: files of tests that are named do without it, unless
 * they are about it.
 * @param {readonly string[]} args
 * @returns {TestNeeds}
 */
export function testNeeds(args) {
  /** @type {string[]} */
  const projects = [];
  let isValue = false;
  for (const arg of args) {
    if (arg.startsWith('--project=')) projects.push(arg.slice('--project='.length));
    else if (isValue && !arg.startsWith('-')) projects.push(arg);
    isValue = arg === '--project' || (isValue && !arg.startsWith('-'));
  }
  const needs = (/** @type {string} */ name) =>
    projects.length === 0 || projects.some((project) => project === name || project.includes('*'));
  const files = args.filter((arg) => /\.(?:spec|test)\.ts(?::\d+)*$/.test(arg));
  const isAboutPackage = files.length === 0 || files.some((file) => file.includes('packaged'));
  return { electron: needs('electron'), chromium: needs('app'), package: needs('electron') && isAboutPackage };
}
