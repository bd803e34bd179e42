// In: the running Node and the range in package.json. Out: nothing when they fit, else a message and exit code 1.
// Kept to old syntax, and imported before everything else, so that an outdated Node can still say what is wrong.
import { readFileSync } from 'fs';

/**
 * Whether a Node version lies in a range such as `^20.19.0 || >=22.12.0`: alternatives of `^` or `>=`, each with two or
 * three numbers. Any other form is answered with false, so that a typing mistake in the range is noticed at once.
 * @param {string} version as in `process.version`, with or without the `v`
 * @param {string} range the value of `engines.node`
 */
export function isNodeInRange(version, range) {
  const have = version.replace(/^v/, '').split('.').map(Number);
  return range.split('||').some((part) => {
    const match = /^(\^|>=)(\d+)\.(\d+)(?:\.(\d+))?$/.exec(part.trim());
    if (!match) return false;
    const want = [Number(match[2]), Number(match[3]), Number(match[4] || 0)];
    if (match[1] === '^' && have[0] !== want[0]) return false;
    for (let i = 0; i < 3; i += 1) {
      if (have[i] !== want[i]) return (have[i] || 0) > (want[i] || 0);
    }
    return true;
  });
}

/** Ends the process with exit code 1 and a plain message when this Node cannot build or run Layover. */
export function requireNode() {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const range = manifest.engines.node;
  if (isNodeInRange(process.version, range)) return;
  process.stderr.write(
    'Layover needs Node ' +
      range +
      ', and this is Node ' +
      process.version +
      '.\n' +
      'Nothing was changed. Install a current Node (https://nodejs.org), then run the same command again.\n',
  );
  process.exit(1);
}
