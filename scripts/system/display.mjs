// In: nothing. Out: a virtual display of its own (Xvfb), gone when it is stopped or when this process dies in any way.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLines, SetupError } from '../setup/report.mjs';
import { xauthorityFile } from './xauthority.mjs';

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;

// The shell keeps Xvfb only for as long as its stdin is open, and the system closes that when we die, even by SIGKILL.
const GUARDED = 'Xvfb "$@" & server=$!; exec 3>&-; read -r _; kill "$server" 2>/dev/null; wait "$server"';

/** @typedef {{ name: string, authority: string, env: NodeJS.ProcessEnv, stop: () => Promise<void> }} Display `name` as in DISPLAY */

/** Whether a program with a window would find no display here. Windows and macOS always have one. */
export function isWithoutDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/**
 * Does what needs a display, on this machine's own or, where there is none, on a virtual one that is gone afterwards.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (!isWithoutDisplay()) return work(process.env);
  const display = await startDisplay();
  try {
    return await work(display.env);
  } finally {
    await display.stop();
  }
}

/**
 * Starts Xvfb on a free number, readable by this user alone.
 * @returns {Promise<Display>}
 * @throws {SetupError} with Xvfb's own words when it does not start
 */
export async function startDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'layover-display-'));
  const authority = join(folder, 'Xauthority');
  writeFileSync(authority, xauthorityFile(randomBytes(16)), { mode: 0o600 });
  const options = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1600x1000x24',
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
  ];
  // In a session of its own, or Ctrl-C would take the display from under the app while it is saving.
  const guard = spawn('sh', ['-c', GUARDED, 'sh', ...options], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise((resolve) => guard.once('close', resolve));
  const stop = async () => {
    guard.stdin?.end();
    const force = setTimeout(() => guard.pid && process.kill(-guard.pid, 'SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(force);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const name = await displayName(guard);
    return { name, authority, env: { ...process.env, DISPLAY: name, XAUTHORITY: authority }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} guard
 * @returns {Promise<string>}
 */
function displayName(guard) {
  return new Promise((resolve, reject) => {
    let number = '';
    let words = '';
    const fail = () => reject(new SetupError(`The virtual display (Xvfb) did not start.\n${lastLines(words)}`));
    const timer = setTimeout(fail, START_LIMIT_MS);
    guard.stderr?.on('data', (chunk) => {
      words = (words + String(chunk)).slice(-4000);
    });
    guard.stdio[3]?.on('data', (chunk) => {
      number += String(chunk);
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(`:${number.trim()}`);
    });
    guard.stdio[3]?.on('end', () => {
      clearTimeout(timer);
      fail();
    });
    guard.on('error', () => {
      clearTimeout(timer);
      fail();
    });
  });
}
