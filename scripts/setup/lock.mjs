// In: work that must not be done by two processes at once. Out: the work, done by one at a time.
// A lock whose owner has died is taken over; the owner is known by process id and, on Linux, by boot and start time.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './report.mjs';

const POLL_MS = 200;
const HALF_WRITTEN_MS = 10_000;

/**
 * Tells two processes apart that were given the same id one after the other; empty where the system does not say.
 * @param {number} pid
 */
function birthMark(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The second field is the program's name in brackets and may hold spaces; start time is the 22nd field of the line.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
    return `${boot} ${fields[19]}`;
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether a lock file belongs to a process that is no more. An unreadable one is only stale after ten seconds: its
 * owner may be between making and writing it.
 * @param {string} path
 */
export function isStaleLock(path) {
  let text;
  let ageMs;
  try {
    text = readFileSync(path, 'utf8');
    ageMs = Date.now() - statSync(path).mtimeMs;
  } catch {
    return false;
  }
  const match = /^(\d+)\n(.*)\n$/.exec(text);
  if (!match) return ageMs > HALF_WRITTEN_MS;
  const pid = Number(match[1]);
  return !isAlive(pid) || birthMark(pid) !== match[2];
}

/**
 * Makes the file only if there is none.
 * @param {string} path
 */
function tryCreate(path) {
  let handle;
  try {
    handle = openSync(path, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeSync(handle, `${process.pid}\n${birthMark(process.pid)}\n`);
  closeSync(handle);
  return true;
}

/**
 * Removes a dead owner's lock. Looking and removing happen under a second file, else of two waiters the slower one could
 * remove the lock that the faster one has just made.
 * @param {string} path
 */
function removeStale(path) {
  const breaker = `${path}.break`;
  if (!tryCreate(breaker)) {
    if (isStaleLock(breaker)) rmSync(breaker, { force: true });
    return;
  }
  try {
    if (isStaleLock(path)) rmSync(path, { force: true });
  } finally {
    rmSync(breaker, { force: true });
  }
}

/**
 * Runs `work` while holding the lock file, waiting for another living process to be done with it.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  let hasSaid = false;
  while (!tryCreate(path)) {
    if (isStaleLock(path)) {
      removeStale(path);
      continue;
    }
    if (!hasSaid) say(`Waiting for another set-up to finish (it holds ${path}).`);
    hasSaid = true;
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
