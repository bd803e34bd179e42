// Bundles one of our programs for a test as the build does: one CommonJS file that a plain Node can run.
import { join } from 'node:path';
import { rolldown } from 'rolldown';

// A tool that is bundled lies elsewhere and is told where it belongs.
const root = process.env['QUALITY_ROOT'] ?? join(import.meta.dirname, '../..');

/** Bundles `entry`, a path from the repository's root, into `file`. */
export async function buildProgram(entry: string, file: string): Promise<void> {
  const bundle = await rolldown({ cwd: root, input: join(root, entry), platform: 'node', external: ['electron'] });
  // What is loaded when it is asked for lies in the same file here.
  await bundle.write({ file, format: 'cjs', codeSplitting: false });
  await bundle.close();
}
