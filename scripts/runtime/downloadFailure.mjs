// In: why Electron's own download failed. Out: the same for a day, so that not every start waits for it again.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../setup/paths.mjs';
import { lastLines } from '../setup/report.mjs';

/** Deleting this file makes the next start try again. */
export const FAILURE_NOTE = join(CACHE, 'electron-unreachable.json');

const HOLDS_MS = 24 * 60 * 60_000;

/** @returns {string | undefined} the note's text, for rememberedFailure */
export function readNote() {
  return existsSync(FAILURE_NOTE) ? readFileSync(FAILURE_NOTE, 'utf8') : undefined;
}

/**
 * @param {string} version of Electron
 * @param {string} reason
 */
export function noteFailure(version, reason) {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(FAILURE_NOTE, JSON.stringify({ version, at: Date.now(), reason }));
}

/** To be called when a download has worked. */
export function forgetFailure() {
  rmSync(FAILURE_NOTE, { force: true });
}

/**
 * Why the last download failed, if that was this version and less than a day ago. A note that is damaged, or from the
 * future (a clock set back), does not count.
 * @param {string | undefined} note
 * @param {string} version
 * @param {number} now epoch ms
 * @returns {string | undefined}
 */
export function rememberedFailure(note, version, now) {
  if (note === undefined) return undefined;
  try {
    const { version: failed, at, reason } = JSON.parse(note);
    return failed === version && at <= now && now - at < HOLDS_MS ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The reason in an installer's output: the first line that names an error, without the error's class.
 * @param {string} output
 */
export function firstError(output) {
  const match = /^\s*\w*Error(?: \[\w+\])?: (.+)$/m.exec(output);
  return match?.[1]?.trim() ?? (lastLines(output, 1).trim() || 'no reason given');
}
