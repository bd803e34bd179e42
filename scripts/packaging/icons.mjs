// In: resources/icon.svg and an Electron to draw it. Out: .cache/icons/ with the icon as each system wants it, made when the drawing or
// the way it is made has changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronFlags } from '../runtime/sandbox.mjs';
import { runCaptured } from '../setup/child.mjs';
import { CACHE, PROJECT } from '../setup/paths.mjs';
import { lastLines, SetupError } from '../setup/report.mjs';
import { fingerprint } from '../setup/stamp.mjs';
import { icnsFile, icoFile, ICON_SIZES } from './iconFiles.mjs';

const ICONS = join(CACHE, 'icons');
const STAMP = join(ICONS, '.stamp');
const SOURCES = ['resources/icon.svg', 'scripts/packaging/drawer', 'scripts/packaging/iconFiles.mjs'];
const DRAW_LIMIT_MS = 60_000;

/**
 * To be called by one process at a time, with a display.
 * @param {import('../runtime/electronRuntime.mjs').ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} env
 * @throws {SetupError} when Electron cannot draw
 */
export async function ensureIcons(runtime, env) {
  const stamp = fingerprint(PROJECT, SOURCES);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  const pngs = join(ICONS, 'png');
  rmSync(ICONS, { recursive: true, force: true });
  mkdirSync(pngs, { recursive: true });
  const words = [join(PROJECT, 'scripts/packaging/drawer'), join(PROJECT, 'resources/icon.svg'), pngs];
  const profile = `--user-data-dir=${join(ICONS, 'profile')}`;
  const { code, output } = await runCaptured(
    runtime.executable,
    [...electronFlags(runtime), profile, ...words, ...ICON_SIZES.map(String)],
    { env, timeoutMs: DRAW_LIMIT_MS },
  );
  rmSync(join(ICONS, 'profile'), { recursive: true, force: true });
  if (code !== 0) throw new SetupError(`The icons could not be drawn.\n${lastLines(output)}`);
  const pictures = new Map(ICON_SIZES.map((size) => [size, readFileSync(join(pngs, `${size}x${size}.png`))]));
  writeFileSync(join(ICONS, 'icon.ico'), icoFile(pictures));
  writeFileSync(join(ICONS, 'icon.icns'), icnsFile(pictures));
  writeFileSync(STAMP, stamp);
}
