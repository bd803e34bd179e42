// In: the sources. Out: out/ built from exactly these sources, by Vite when it is not.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageCommand, runCaptured } from './child.mjs';
import { withLock } from './lock.mjs';
import { ensurePackages, SETUP_LOCK } from './packages.mjs';
import { PROJECT } from './paths.mjs';
import { lastLines, say, SetupError } from './report.mjs';
import { fingerprint } from './stamp.mjs';

const OUT = join(PROJECT, 'out');
const STAMP = join(OUT, '.stamp');
const SOURCES = [
  'electron',
  'renderer',
  'resources',
  'scripts/dictionary',
  'scripts/packaging/licences.mjs',
  'docs/notices.md',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
];
const RESULTS = [
  'main.cjs',
  'preload.cjs',
  'cli.cjs',
  'extractWorker.cjs',
  'fileWorker.cjs',
  'importWorker.cjs',
  'dictionaryWorker.cjs',
  'dictionaries/english/wordnet.ifo',
  'pdfium.wasm',
  'licences.txt',
  'renderer/index.html',
  'renderer/check.html',
];

/** @param {string} stamp */
function isBuilt(stamp) {
  return (
    existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp && RESULTS.every((file) => existsSync(join(OUT, file)))
  );
}

/**
 * Builds when the sources have changed since the last build, after seeing to the packages; says nothing otherwise.
 * @throws {SetupError} with Vite's own words when the sources do not build
 */
export async function ensureBuild() {
  if (isBuilt(fingerprint(PROJECT, SOURCES))) return;
  await ensurePackages();
  await withLock(SETUP_LOCK, async () => {
    // Taken before the build: a source changed meanwhile makes the next start build again.
    const stamp = fingerprint(PROJECT, SOURCES);
    if (isBuilt(stamp)) return;
    say('Building …');
    rmSync(STAMP, { force: true });
    const { code, output } = await runCaptured(process.execPath, [packageCommand('vite'), 'build', '--app']);
    if (code !== 0) throw new SetupError(`The sources do not build.\n${lastLines(output, 40)}`);
    const missing = RESULTS.filter((file) => !existsSync(join(OUT, file)));
    if (missing.length > 0) throw new SetupError(`The build ended without making out/${missing.join(', out/')}.`);
    writeFileSync(STAMP, stamp);
  });
}
