// In: a program to run. Out: its exit code and, where captured, the end of its output. Never goes through a shell.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from './paths.mjs';

const KEPT_OUTPUT_CHARS = 200_000;

/** @typedef {{ code: number, output: string, timedOut: boolean }} Outcome `code` is -1 when it could not start or was killed */

/**
 * Runs a program in silence and keeps the end of what it wrote on stdout and stderr together.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options] killed after `timeoutMs`
 * @returns {Promise<Outcome>}
 */
export function runCaptured(command, args, { cwd = PROJECT, env = process.env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    let timedOut = false;
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT_CHARS);
    };
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // Told to stop, we take it with us: left alone it would go on changing what the next set-up has locked.
    const stop = () => {
      child.kill();
      process.exit(143);
    };
    process.on('SIGTERM', stop).on('SIGHUP', stop);
    /** @param {number} code @param {string} words */
    const finish = (code, words) => {
      clearTimeout(timer);
      process.off('SIGTERM', stop).off('SIGHUP', stop);
      resolve({ code, output: output + words, timedOut });
    };
    child.on('error', (error) => finish(-1, `${error.message}\n`));
    child.on('close', (code) => finish(code ?? -1, ''));
  });
}

// Registered for a signal, it keeps Node from ending at once.
const wait = () => {};

/**
 * Runs a program on this process's own stdin, stdout and stderr and answers its exit code (128 + n for a signal).
 * Ctrl-C reaches both; this process stays until the program has ended, so that its exit code and clean-up count.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export function runInherited(command, args, { cwd = PROJECT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const forward = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', forward);
    const done = () => process.off('SIGINT', wait).off('SIGTERM', forward);
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * The JavaScript file behind a package's command, to be run with this same Node (`.bin` holds shell files on Windows).
 * @param {string} packageName
 * @param {string} [command]
 */
export function packageCommand(packageName, command = packageName) {
  const folder = join(PROJECT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * How to call npm: the very npm that started this script, else the one that came with this Node, else the one on the PATH.
 * @returns {{ command: string, args: readonly string[] }}
 */
export function npmCommand() {
  const beside = dirname(process.execPath);
  const scripts = [
    process.env['npm_execpath'] ?? '',
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = scripts.find((path) => /npm-cli\.c?js$/.test(path) && existsSync(path));
  return script ? { command: process.execPath, args: [script] } : { command: 'npm', args: [] };
}
