// Bundles a tool (Node 20 runs no TypeScript) and runs it: `run.mjs quality|fit|bench|gallery|torture|fixture`; every further argument goes on to it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const PROGRAMS = {
  quality: ['quality', 'measuredProcess'],
  fit: ['fit'],
  bench: ['bench', 'siteProcess', 'feedSiteProcess', 'seedProcess', 'searchProcess', 'fts5Process', 'bulkProcess'],
  gallery: ['gallery'],
  torture: ['torture', 'goalProcess'],
  fixture: ['fixture'],
};
/** Fitting keeps every page of the data sets in memory. */
const HEAP_MB = 12_000;

const tool = process.argv[2];
const programNames = Object.entries(PROGRAMS).find(([name]) => name === tool)?.[1];
if (tool === undefined || programNames === undefined)
  throw new Error('use: run.mjs quality|fit|bench|gallery|torture|fixture [OPTION]…');
const cache = join(root, '.cache/quality');
mkdirSync(cache, { recursive: true });
// A folder of its own per run: two runs at once, with different sources, must not mix.
const programs = mkdtempSync(join(cache, 'build-'));

try {
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(programNames.map((name) => [name, join(import.meta.dirname, tool, `${name}.ts`)])),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('#') && !isAbsolute(id),
  });
  await bundle.write({ dir: programs, format: 'esm', entryFileNames: '[name].mjs', sourcemap: 'inline' });
  await bundle.close();
  process.exitCode = await new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        '--enable-source-maps',
        `--max-old-space-size=${HEAP_MB}`,
        join(programs, `${tool}.mjs`),
        ...process.argv.slice(3),
      ],
      {
        stdio: 'inherit',
        env: { ...process.env, QUALITY_ROOT: root, QUALITY_PROGRAMS: programs },
      },
    );
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
    process.on('SIGINT', () => child.kill('SIGINT'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
  });
} finally {
  rmSync(programs, { recursive: true, force: true });
}
