// Pages made to break a reader, through the real worker with its real limits: the article is found or the failure is plain.
// Times are printed, never asserted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { toErrorReport } from '#contract/errors.ts';
import { createExtractPool, type ExtractPool } from '../../../electron/extract/pool.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { extent } from '../../helpers/extent.ts';
import { FIRST, LAST, MIDDLE, page, READABLE, times } from './hostilePages.ts';

let folder: string;
let pool: ExtractPool;

// In one process, one after another, so that the printed times mean something.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-hostile-'));
  const workerFile = join(folder, 'worker.cjs');
  await buildProgram('electron/extract/worker.ts', workerFile);
  pool = createExtractPool(workerFile, { size: 1 });
});

test.afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

async function extract(html: string): Promise<string> {
  const started = performance.now();
  try {
    const found = await pool.extract({
      kind: 'html',
      text: html,
      address: 'https://notes.example/ferry',
      fileName: null,
    });
    return found.textContent;
  } catch (failure) {
    return `FAILED ${toErrorReport(failure).code}`;
  } finally {
    const ms = (performance.now() - started).toFixed(0);
    console.log(`    ${(html.length / 1e6).toFixed(1)} million characters in ${ms} ms`);
  }
}

// Like others, but each a quarter of a minute; with `LAYOVER_LONG=1`, and by S4 in full.
const SLOW: readonly string[] =
  extent(1, 0) === 0
    ? []
    : [
        '200,000 links in list items after the article',
        '200,000 comments after the article, each within the one before',
      ];

for (const [name, make] of Object.entries(READABLE).filter(([each]) => !SLOW.includes(each))) {
  test(`reads the article of a page with ${name}`, async () => {
    const text = await extract(make());
    expect(text.slice(0, 300)).toContain(FIRST);
    if (name !== 'unclosed everything') expect(text).toContain(LAST);
  });
}

// Here there is nothing a person would call an article; it must end with a plain word, whichever fits.
const NOTHING: Readonly<Record<string, () => string>> = {
  'no characters at all': () => '',
  'only NULs': () => '\0'.repeat(1_000_000),
  'only opening brackets': () => '<'.repeat(1_000_000),
  'only an unfinished tag': () => `<div class="${'a '.repeat(1_000_000)}`,
  'only a script': () => `<script>${'/* x */'.repeat(200_000)}</script>`,
  'a frameset': () => '<frameset><frame src="a"><frame src="b"></frameset>',
};

for (const [name, make] of Object.entries(NOTHING)) {
  test(`says plainly that nothing is there: ${name}`, async () => {
    expect(await extract(make())).toMatch(/^FAILED no-content$|^[\s<]*$/);
  });
}

test('places the pictures of an article that has thousands of them', async () => {
  test.setTimeout(120_000);
  const count = extent(12_500, 50_000);
  const found = await pool.extract({
    kind: 'html',
    text: page(
      times(
        count,
        (i) => `<figure><img src="/p/${String(i)}.png" alt="picture ${String(i)}"></figure><p>${MIDDLE}</p>`,
      ),
    ),
    address: 'https://notes.example/ferry',
    fileName: null,
  });
  const places = new Map(
    found.images.map((url, i) => [
      url,
      i % 2 === 0 ? { src: `/assets/${String(i)}.png`, width: 8, height: 8 } : { missing: 'gone' },
    ]),
  );
  const placed = await pool.placeImages(found.contentHtml, places);
  expect(found.images).toHaveLength(count);
  expect(placed.match(/<img /g)).toHaveLength(count / 2);
});
