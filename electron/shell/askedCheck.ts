// What the program was started with in; whether that is a departure check on the command line out. It has a profile of its own, thrown away afterwards, so that it
// goes beside a Layover that is open with another library.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/** A check that was asked for. */
export interface AskedCheck {
  /** From `check` on. */
  readonly words: readonly string[];
  /** The folder that is this program's profile, and is its to remove. */
  readonly profile: string;
}

/** `undefined` when the program was started for something else. Call before the app is ready: a profile is chosen only then. */
export function askedCheck(argv: readonly string[]): AskedCheck | undefined {
  const at = argv.indexOf('check');
  if (at <= 0 || !argv.includes('--trip', at)) return undefined;
  const profile = mkdtempSync(join(tmpdir(), 'layover-check-'));
  app.setPath('userData', profile);
  return { words: argv.slice(at), profile };
}
