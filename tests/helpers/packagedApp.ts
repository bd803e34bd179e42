// The packaged app for a test. Its fuses keep every debugger out of the main process, so the window is driven through Chromium's own port,
// as one drives a browser; what only the main process knows is read from a copy in which one fuse was put back.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium, type Page } from 'playwright/test';
import type { AppFolders } from './electronApp.ts';

const START_LIMIT_MS = 30_000;

/** A running packaged app. */
export interface PackagedApp {
  readonly window: Page;
  /** Of its main process. */
  readonly pid: number;
  /** When its process was asked for, on the clock of `performance.now()`. */
  readonly startedAt: number;
  /** Addresses that the window asked for since it was connected to and that are not the app's own. */
  foreignRequests(): readonly string[];
  /** Closes the window as a person would, and waits for the process to end. Answers the errors that the page threw, and the exit code. */
  close(): Promise<{ readonly errors: readonly string[]; readonly code: number | null }>;
}

/** The packaged program. */
export function packagedProgram(): string {
  const path = process.env['LAYOVER_PACKAGE'];
  if (path === undefined) throw new Error('LAYOVER_PACKAGE is not set; run the tests with `npm test`.');
  return path;
}

/** What Chromium needs to run as root on Linux, where there is no sandbox then. */
export function asRoot(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** The switches that a packaged app needs here, and its library. */
export function packagedArguments(folders: AppFolders): string[] {
  return [...asRoot(), `--user-data-dir=${folders.profile}`, '--library', folders.library];
}

/** Starts the packaged app as people start it, plus a folder of its own and a port to look in through. */
export function startPackaged(folders: AppFolders, more: readonly string[] = []): Promise<PackagedApp> {
  return startProgram(packagedProgram(), [...packagedArguments(folders), ...more]);
}

/** Starts a packaged program with just these words, and perhaps with more in its environment. */
export async function startProgram(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<PackagedApp> {
  const startedAt = performance.now();
  const child = spawn(program, ['--remote-debugging-port=0', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended: Promise<unknown[]> = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await portOf(child), { noDefaults: true });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the app has no window session');
  const window = context.pages()[0] ?? (await context.waitForEvent('page'));
  const asked: string[] = [];
  const errors: string[] = [];
  window.on('request', (request) => void asked.push(request.url()));
  window.on('pageerror', (error) => void errors.push(String(error)));
  return {
    window,
    pid: child.pid ?? 0,
    startedAt,
    foreignRequests: () => asked.filter((url) => !url.startsWith('layover-app://app/')),
    async close() {
      // On a Mac an app stays when its window is closed.
      if (process.platform === 'darwin') child.kill('SIGTERM');
      else await window.evaluate(() => window.close());
      await ended;
      return { errors, code: child.exitCode };
    },
  };
}

/** The address that Chromium writes on stderr once it listens. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    const fail = (): void => reject(new Error(`the packaged app did not start:\n${words}`));
    const timer = setTimeout(fail, START_LIMIT_MS);
    child.once('exit', fail);
    child.stderr?.on('data', (chunk) => {
      words += String(chunk);
      const address = /^DevTools listening on (ws:\S+)$/m.exec(words)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(address);
    });
  });
}

/** What a program says on stderr until its window's part runs or it ends; then it is ended. `words` come before all others. */
export async function wordsAtStart(
  program: string,
  folders: AppFolders,
  { words, env = {} }: { readonly words: readonly string[]; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const child = spawn(program, [...words, '--remote-debugging-port=0', ...packagedArguments(folders)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended: Promise<unknown[]> = once(child, 'exit');
  let said = '';
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('DevTools listening')) resolve();
    });
  });
  child.kill('SIGKILL');
  await ended;
  return said;
}

/** Makes a second package in an empty folder that differs from the first in its program's bytes alone; answers its program. */
export function packageWith(folder: string, change: (program: Buffer) => void): string {
  const original = dirname(packagedProgram());
  const name = basename(packagedProgram());
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(original, { withFileTypes: true })) {
    // Windows asks no leave for a junction.
    const type = entry.isDirectory() ? 'junction' : 'file';
    if (entry.name !== name) symlinkSync(join(original, entry.name), join(folder, entry.name), type);
  }
  const program = readFileSync(packagedProgram());
  change(program);
  copyFileSync(packagedProgram(), join(folder, name));
  writeFileSync(join(folder, name), program);
  return join(folder, name);
}
