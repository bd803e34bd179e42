// What the package says of its publisher in; the built program that asks for newer versions out, loaded when it is called for: a start that asks for nothing
// does not read it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { app } from 'electron';
import { mayUpdate } from '../library/updating/updateConfig.ts';
import type { Updater } from '../library/updating/updateKeeper.ts';

/** Answers how to load it, `undefined` where nothing may be asked, as without a publisher. */
export function findUpdater(builtFolder: string, isCarried: boolean): (() => Updater) | undefined {
  const { isPackaged } = app;
  const { platform, env, resourcesPath } = process;
  const file = join(resourcesPath, 'app-update.yml');
  const config = isPackaged && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  return mayUpdate({ platform, env, isPackaged, isCarried, config }) ? () => loadUpdater(builtFolder) : undefined;
}

function loadUpdater(builtFolder: string): Updater {
  const program: unknown = createRequire(join(builtFolder, 'main.cjs'))('./updater.cjs');
  if (!isProgram(program)) throw new Error('updater.cjs opens no updater');
  return program.openUpdater();
}

function isProgram(program: unknown): program is { readonly openUpdater: () => Updater } {
  return typeof program === 'object' && program !== null && typeof Reflect.get(program, 'openUpdater') === 'function';
}
