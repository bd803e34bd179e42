// The built program that asks for newer versions, loaded when it is called for: a start that asks for nothing does not read it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Updater } from '../library/updating/updateKeeper.ts';

/** Loads it. Throws when the build has none. */
export function loadUpdater(builtFolder: string): Updater {
  const program: unknown = createRequire(join(builtFolder, 'main.cjs'))('./updater.cjs');
  if (!isProgram(program)) throw new Error('updater.cjs opens no updater');
  return program.openUpdater();
}

function isProgram(program: unknown): program is { readonly openUpdater: () => Updater } {
  return typeof program === 'object' && program !== null && typeof Reflect.get(program, 'openUpdater') === 'function';
}
