// What a report claims is there, and what it says is missing can be fetched by itself once its site is well again.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { expect, test } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Route, type Site } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';

const PROSE = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>Entry ${at + 1} of the log says that the light was lit at four, that the wind stood in the north-west all night, and that nobody passed the point.</p>`,
);
const PAGE = `<!doctype html><html lang="en"><title>The log of the light</title><main><article><h1>The log of the light</h1>
${PROSE.slice(0, 3).join('')}<figure><img src="/0.png" alt="The lamp"><figcaption>The lamp.</figcaption></figure><img src="/1.png?a=1&amp;b=2" alt="">
<img src="/2.png" alt="The stair"><img src="/3.png" alt="The door">${PROSE.slice(3).join('')}
<iframe src="https://player.example/embed/7" title="The horn, recorded"></iframe></article></main>`;

let folder: string;
let site: Site;
let routes: Record<string, Route>;
let layover: Layover;
let isWell: boolean;

test.describe.configure({ mode: 'default' });

const picture =
  (index: number): Route =>
  (_request, response) => {
    if (!isWell && index % 2 === 1) {
      response.writeHead(500).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'image/png' }).end(png(40 + index, 30));
  };

async function open(): Promise<void> {
  layover = await openLayover({
    folder: join(folder, 'library'),
    workerFile: join(folder, 'worker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
}

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-repair-'));
  await buildProgram('electron/extract/worker.ts', join(folder, 'worker.cjs'));
  await buildProgram('electron/library/finding/searchWorker.ts', join(folder, 'searchWorker.cjs'));
  isWell = false;
  routes = {
    '/log': { body: PAGE },
    ...Object.fromEntries([0, 1, 2, 3].map((index) => [`/${index}.png`, picture(index)])),
  };
  site = await startSite(routes);
  await open();
});

test.afterEach(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

async function saveLog(): Promise<ArticleId> {
  const { id } = await layover.saves.add({ from: 'address', address: site.url('/log') }, 'log');
  const { progress } = await layover.saves.settled(id);
  if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
  return progress.articleId;
}

/** Names of the pictures that the article shows, and what stands where others should be. */
async function shown(id: ArticleId): Promise<{ readonly pictures: number; readonly gaps: readonly string[] }> {
  const html = await layover.library.content(id);
  const files = [...html.matchAll(/<img src="\.\.\/\.\.\/\.\.\/assets\/([^"]+)"/g)].map(([, file = '']) => file);
  for (const file of files) expect(await layover.library.assetFile(file)).toBeDefined();
  return {
    pictures: files.length,
    gaps: [...html.matchAll(/missing-image[^>]*>([^<]*)</g)].map(([, alt = '']) => alt),
  };
}

test('half the pictures fail: the report says which and why, and only those are asked for again', async () => {
  const id = await saveLog();
  const { report } = await layover.article(id);
  expect(report).toMatchObject({ imagesFound: 4, imagesStored: 2, embeds: 1, missingPages: null });
  expect(report.missing.map(({ url }) => url)).toEqual([site.url('/1.png?a=1&b=2'), site.url('/3.png')]);
  expect(report.missing[0]?.reason).toContain('fault of its own (500)');
  expect(await shown(id)).toEqual({ pictures: 2, gaps: ['Picture', 'The door'] });

  isWell = true;
  const before = site.requests.length;
  const bytesBefore = report.sizeBytes;
  const repair = await layover.repair(id);
  expect((await layover.saves.settled(repair.id)).progress).toEqual({
    state: 'ready',
    articleId: id,
    outcome: 'repaired',
  });
  expect(site.requests.slice(before).sort()).toEqual(['/1.png?a=1&b=2', '/3.png']);
  expect((await layover.article(id)).report).toMatchObject({ imagesFound: 4, imagesStored: 4, missing: [] });
  expect((await layover.article(id)).report.sizeBytes).toBeGreaterThan(bytesBefore);
  expect(await shown(id)).toEqual({ pictures: 4, gaps: [] });
  expect(await layover.library.content(id)).toContain('alt="The door"');
  await expect(layover.repair(id)).rejects.toMatchObject({ code: 'bad-input' });

  await layover.close();
  await open();
  expect((await layover.article(id)).report).toMatchObject({ imagesStored: 4, missing: [] });
});

test('a picture that was sent in part is shown, counted as missing, and whole once it can be had', async () => {
  const [width, height] = [64, 48];
  const whole = Buffer.from(
    encode({ width, height, channels: 1, data: new Uint8Array(width * height).map((_, at) => (at * at) % 251) }),
  );
  const half = whole.subarray(0, whole.length / 2);
  routes['/2.png'] = (_request, response) => {
    // Whole by all that the site says of it.
    const bytes = isWell ? whole : half;
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': bytes.length }).end(bytes);
  };
  const id = await saveLog();
  const { report, images } = await layover.article(id);
  expect(report).toMatchObject({ imagesFound: 4, imagesStored: 1 });
  expect(report.missing.find(({ url }) => url === site.url('/2.png'))).toEqual({
    url: site.url('/2.png'),
    code: 'incomplete',
    reason: 'Only a part of this picture came; the rest of it is grey.',
  });
  expect(images.map(({ sizeBytes }) => sizeBytes)).toContain(half.length);
  expect(await shown(id)).toEqual({ pictures: 2, gaps: ['Picture', 'The door'] });

  // Again no more of it comes: nothing gets worse.
  await layover.saves.settled((await layover.repair(id)).id);
  expect((await layover.article(id)).report).toMatchObject({ imagesFound: 4, imagesStored: 1 });
  expect(await shown(id)).toEqual({ pictures: 2, gaps: ['Picture', 'The door'] });

  isWell = true;
  await layover.saves.settled((await layover.repair(id)).id);
  const mended = await layover.article(id);
  expect(mended.report).toMatchObject({ imagesFound: 4, imagesStored: 4, missing: [] });
  expect(mended.images.map(({ sizeBytes }) => sizeBytes)).not.toContain(half.length);
  expect(await shown(id)).toEqual({ pictures: 4, gaps: [] });
  expect(await layover.library.content(id)).not.toContain('data-address');
  expect(await layover.library.content(id)).toContain('alt="The stair"');
});

test('what still cannot be had stays named, and nothing that was there is lost', async () => {
  const id = await saveLog();
  const before = await shown(id);
  const repair = await layover.repair(id);
  expect((await layover.saves.settled(repair.id)).progress).toMatchObject({ state: 'ready' });
  expect((await layover.article(id)).report).toMatchObject({ imagesFound: 4, imagesStored: 2 });
  expect(await shown(id)).toEqual(before);
});

test('a picture that was lost from the disk is no longer claimed, and can be fetched again', async () => {
  isWell = true;
  const id = await saveLog();
  const lost = (await layover.article(id)).images[2];
  if (lost === undefined) throw new Error('the page has four pictures');
  await unlink((await layover.library.assetFile(lost.file)) ?? '');
  const inspected = await layover.inspect(id);
  expect(inspected.report).toMatchObject({ imagesFound: 4, imagesStored: 3, missing: [{ url: site.url('/2.png') }] });
  expect((await layover.cards())[0]).toMatchObject({ imagesFound: 4, imagesStored: 3 });
  expect(await shown(id)).toEqual({ pictures: 3, gaps: ['The stair'] });
  const repair = await layover.repair(id);
  await layover.saves.settled(repair.id);
  expect(await shown(id)).toEqual({ pictures: 4, gaps: [] });
});

test('a look at the whole library finds what was lost while nobody looked', async () => {
  isWell = true;
  const id = await saveLog();
  for (const { file } of (await layover.article(id)).images)
    await unlink((await layover.library.assetFile(file)) ?? '');
  await layover.inspectAll();
  expect((await layover.article(id)).report).toMatchObject({ imagesFound: 4, imagesStored: 0 });
  expect((await layover.search.find('missing:images')).rows).toHaveLength(1);
  expect((await layover.search.find('is:partial light')).rows).toHaveLength(1);
  expect((await layover.search.find('is:complete')).rows).toHaveLength(0);
  expect((await layover.search.find('"is:partial"')).rows).toHaveLength(0);
});

test('damaged text never looks whole because a picture was lost as well, and is fetched anew', async () => {
  const id = await saveLog();
  const { images } = await layover.article(id);
  const path = join(layoutOf(join(folder, 'library')).article(id), 'content.html');
  const bytes = await readFile(path);
  const at = bytes.indexOf('north-west');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
  await unlink((await layover.library.assetFile(images[0]?.file ?? '')) ?? '');
  await layover.inspect(id);
  await layover.inspectAll();
  expect(await readFile(path)).toEqual(bytes);
  expect((await layover.library.damagedFiles(id)).parts).toEqual(['content.html']);

  isWell = true;
  const repair = await layover.repair(id);
  expect((await layover.saves.settled(repair.id)).progress).toMatchObject({ state: 'ready', articleId: id });
  expect(await layover.library.damagedFiles(id)).toEqual({ parts: [], pictures: [], cutOff: [] });
  expect(await layover.library.content(id)).toContain('north-west');
  expect(await shown(id)).toEqual({ pictures: 4, gaps: [] });
});
