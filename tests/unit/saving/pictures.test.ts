// Every way in which pages show pictures, saved from a real site: the text is there, the right picture is, and no other was asked for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Site } from '../../helpers/site.ts';
import { pathOf, PICTURE_CASES, pictureRoutes } from './pictureCases.ts';

let folder: string;
let site: Site;
let layover: Layover;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-pictures-'));
  const workerFile = join(folder, 'worker.cjs');
  await buildProgram('electron/extract/worker.ts', workerFile);
  await buildProgram('electron/library/finding/searchWorker.ts', join(dirname(workerFile), 'searchWorker.cjs'));
  site = await startSite(pictureRoutes());
  layover = await openLayover({
    folder: join(folder, 'library'),
    workerFile,
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
});

test.afterAll(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

for (const [index, { name, stored, written = 0, says = 'ink freezes' }] of PICTURE_CASES.entries()) {
  test(`saved with the page: ${name}`, async () => {
    const before = site.requests.length;
    const address = site.url(pathOf(index));
    const { id } = await layover.saves.add({ from: 'address', address }, address);
    const { progress } = await layover.saves.settled(id);
    if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
    const { images, report } = await layover.article(progress.articleId);
    const html = await layover.library.content(progress.articleId);
    expect(images.flatMap(({ url }) => (url.startsWith('data:') ? [] : [new URL(url).pathname]))).toEqual(stored);
    expect(report).toMatchObject({
      imagesFound: stored.length + written,
      imagesStored: stored.length + written,
      missing: [],
    });
    for (const { file } of images) {
      expect(html).toContain(`src="../../../assets/${file}"`);
      expect(await layover.library.assetFile(file)).toBeDefined();
    }
    expect(html).toContain('that the wind was from the north');
    expect(html).toContain(says);
    expect(html).not.toMatch(/<(?:iframe|video|script|svg)|elsewhere/);
    expect(site.requests.slice(before).filter((path) => path.endsWith('.png'))).toEqual(stored);
  });
}
