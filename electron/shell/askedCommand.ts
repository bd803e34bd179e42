// The words of a command in. All but the check of a trip are run at once, in a thread and before Chromium begins, so that they need no display, no profile and no
// place beside a Layover that is open; a check, which opens articles, goes out to be run in Electron.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import type { CommandThreadData } from '../terminal/commandThread.ts';

/** A check that was asked for. */
export interface AskedCheck {
  readonly words: readonly string[];
  /** The folder that is this program's profile, and is its to remove. */
  readonly profile: string;
}

/**
 * Runs a command and ends the program with its exit code; answers only for a check. `usual` is the library's folder when none is named. Call before the app
 * is ready: until then nothing of Chromium's has begun, and a profile can be chosen.
 */
export function runCommandWords(words: readonly string[], builtFolder: string, usual: string): AskedCheck {
  if (words.includes('check') && words.includes('--trip') && hasDisplay()) {
    const profile = mkdtempSync(join(tmpdir(), 'layover-check-'));
    app.setPath('userData', profile);
    return { words, profile };
  }
  const ended = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const workerData: CommandThreadData = { program: join(builtFolder, 'cli.cjs'), words, usual, ended };
  const thread = new Worker(join(builtFolder, 'commandThread.cjs'), { workerData });
  // Whatever it says, this thread hears nothing: it stands still until the memory they share says that all is over.
  thread.unref();
  Atomics.wait(ended, 0, 0);
  return process.exit(ended[1]);
}

function hasDisplay(): boolean {
  const { env, platform } = process;
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}
