// The sample that a new library offers: whole without any network, or it would teach the wrong thing.
import { resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSample } from '../../../electron/library/sample.ts';
import { layover } from '../../helpers/commandLine.ts';

test('the sample comes with both pictures, ten related posts and no wish for a network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'layover-sample-'));
  try {
    const sample = await readSample(resolve(import.meta.dirname, '../../../out'));
    if (sample.from !== 'file') throw new Error('the sample is no file');
    const file = join(folder, sample.name);
    writeFileSync(file, sample.bytes);
    const library = ['--library', join(folder, 'library')];
    expect(await layover([...library, 'save', file])).toMatchObject({ code: 0, stderr: '' });
    const listed: unknown = JSON.parse((await layover([...library, 'list', '--json'])).stdout);
    expect(listed).toMatchObject([
      {
        title: 'The last bar of signal',
        byline: 'The Layover desk',
        published: '2026-09-04',
        imagesFound: 2,
        imagesStored: 2,
        relatedCount: 10,
      },
    ]);
    const posts: unknown = JSON.parse((await layover([...library, 'timeline', '--by', 'added', '--json'])).stdout);
    expect(posts).toContainEqual(
      expect.objectContaining({ title: 'Four hours above the tree line', kind: 'video', added: '2026-09-04' }),
    );
    expect(posts).toContainEqual(
      expect.objectContaining({
        title: 'What an offline map does not tell you',
        added: '2023-03-03',
        updated: '2026-09-15',
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
