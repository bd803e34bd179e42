// The folder of a library that is still to be made in; one in which the first steps were seen, so that they stand in no test's way, out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';

/** Writes the settings that the library then finds. */
export function skipFirstSteps(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const settings = { format: 1, ...DEFAULT_SETTINGS, firstStepsSeen: true };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}
