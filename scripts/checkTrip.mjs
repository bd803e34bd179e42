// In: the words of `layover check --trip NAME`. Out: the check in Electron where there is one and a display for it, else of files alone.
import { readyElectron } from './runtime/electronRuntime.mjs';
import { runElectron } from './runtime/runElectron.mjs';
import { runInherited } from './setup/child.mjs';
import { CLI } from './setup/paths.mjs';
import { say } from './setup/report.mjs';
import { isWithoutDisplay } from './system/display.mjs';

/**
 * @param {readonly string[]} words the command line's, `check` among them
 * @param {string} cwd
 * @returns {Promise<number>} the exit code
 */
export async function checkTrip(words, cwd) {
  const runtime = readyElectron();
  if (runtime !== undefined && !isWithoutDisplay()) {
    // The command first: what stands before it is Electron's own.
    const rest = words.filter((word) => word !== 'check');
    return runElectron(runtime, ['check', ...rest], { cwd, env: process.env });
  }
  if (runtime !== undefined)
    say('There is no display here, which opening articles needs. Run the same with `xvfb-run -a` before it.');
  return runInherited(process.execPath, [CLI, ...words], { cwd });
}
