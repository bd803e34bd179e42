// In: an Electron runtime, the app folder and its arguments. Out: the exit code, once the app has ended.
import { spawn } from 'node:child_process';
import { PROJECT } from '../setup/paths.mjs';
import { electronFlags } from './sandbox.mjs';

/**
 * Runs Layover until its window is closed. Ctrl-C asks the app to quit, a second one ends it at once.
 * @param {import('./electronRuntime.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} args the app's own arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function runElectron(runtime, args, { cwd, env }) {
  const isPosix = process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    // In a process group of its own: a terminal's Ctrl-C would reach the app beside the one we pass on, and Chromium takes
    // a second signal as an order to stop without saving.
    const child = spawn(runtime.executable, [...electronFlags(runtime), PROJECT, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: isPosix,
    });
    let asked = 0;
    const quit = () => {
      asked += 1;
      if (isPosix) child.kill(asked === 1 ? 'SIGTERM' : 'SIGKILL');
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, quit);
    const done = () => {
      for (const signal of signals) process.off(signal, quit);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code) => {
      done();
      if (asked > 0) resolve(130);
      else resolve(code ?? 1);
    });
  });
}
