// In: the arguments of `npm test`. Out: what these tests need besides Node. Pure.

/** @typedef {{ electron: boolean, chromium: boolean }} TestNeeds */

/**
 * `--project NAME` (also `--project=NAME`, more than once, or several names after one) narrows what has to be there;
 * without it, or with a pattern, everything does.
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
  return { electron: needs('electron'), chromium: needs('app') };
}
