// In: the system. Out: a Chromium for the tests that show the built window in a browser, or nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup/report.mjs';
import { findProgram } from './apt.mjs';

const PROGRAMS = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge-stable'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/**
 * Where browsers are usually installed on a system, best first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function usualBrowserPaths(platform, env) {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    return folders.flatMap((folder) => MAC_APPS.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)));
  }
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return WINDOWS_PATHS.flatMap((path) => folders.map((folder) => join(folder, path)));
  }
  return PROGRAMS.flatMap((program) => findProgram(program) ?? []);
}

/**
 * The browser that LAYOVER_CHROMIUM names, else an installed one, else Playwright's own. The npm packages must be
 * installed.
 * @returns {Promise<string | undefined>}
 * @throws {SetupError} when LAYOVER_CHROMIUM names a file that is not there
 */
export async function findChromium() {
  const chosen = process.env['LAYOVER_CHROMIUM'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new SetupError(`LAYOVER_CHROMIUM is set, but ${chosen} does not exist. Correct or unset it.`);
  }
  const installed = usualBrowserPaths(process.platform, process.env).find((path) => existsSync(path));
  if (installed) return installed;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}
