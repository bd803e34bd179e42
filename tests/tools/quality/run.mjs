// Bundles the measuring tool (Node 20 runs no TypeScript) and runs it; every argument goes on to it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import process from 'node:process';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../../..');
const cache = join(root, '.cache/quality');
mkdirSync(cache, { recursive: true });
// A folder of its own per run: two runs at once, with different sources, must not mix.
const programs = mkdtempSync(join(cache, 'build-'));

try {
  const bundle = await rolldown({
    cwd: root,
    input: {
      quality: join(import.meta.dirname, 'quality.ts'),
      measuredProcess: join(import.meta.dirname, 'measuredProcess.ts'),
    },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('#') && !isAbsolute(id),
  });
  await bundle.write({ dir: programs, format: 'esm', entryFileNames: '[name].mjs', sourcemap: 'inline' });
  await bundle.close();
  process.exitCode = await new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', join(programs, 'quality.mjs'), ...process.argv.slice(2)],
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
