// The sample post that comes with the app, as one file: its pictures are written into it, so that it needs no network.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SaveSource } from '#contract/save.ts';

/** Reads the sample from the built resources. */
export async function readSample(builtFolder: string): Promise<SaveSource> {
  const folder = join(builtFolder, 'resources', 'sample');
  let html = await readFile(join(folder, 'last-signal.html'), 'utf8');
  for (const picture of ['night-train.svg', 'timeline.svg']) {
    const bytes = await readFile(join(folder, picture));
    html = html.replace(`src="${picture}"`, `src="data:image/svg+xml;base64,${bytes.toString('base64')}"`);
  }
  return { from: 'file', name: 'last-signal.html', bytes: Buffer.from(html, 'utf8') };
}
