// Saving many posts at once, and going on from there: every page of the site lists four further ones, so that only the cap ends it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { isUnderWay } from '#contract/save.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Route, type Site } from '../../helpers/site.ts';

const FANOUT = 4;
const PAGES = 400;
const PARAGRAPH =
  'The ferry leaves at six and the mail with it; whoever misses both waits on the pier until the evening, when the wind has turned.';

let folder: string;
let site: Site;
let layover: Layover;

test.describe.configure({ mode: 'default' });

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-crawl-'));
  await buildProgram('electron/extract/worker.ts', join(folder, 'worker.cjs'));
  await buildProgram('electron/library/finding/searchWorker.ts', join(folder, 'searchWorker.cjs'));
  const answer =
    (number: number): Route =>
    (_request, response) =>
      void response.setHeader('content-type', 'text/html; charset=utf-8').end(pageHtml(number));
  site = await startSite(
    Object.fromEntries(Array.from({ length: PAGES }, (_, number) => [`/${number}`, answer(number)])),
  );
  layover = await open();
});

test.afterEach(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('without going on, the posts that were asked for are saved and no others', async () => {
  await layover.saveMany(listedBy(0));
  await allEnded();
  expect(await savedPages()).toEqual([1, 2, 3, 4]);
});

test('going on one list far saves what the lists of the posts name, and never more than was said', async () => {
  await layover.saveMany(listedBy(0), { crawl: { depth: 1, atMost: 12 } });
  await allEnded();
  const saved = await savedPages();
  expect(saved).toHaveLength(12);
  expect(saved.slice(0, 4)).toEqual([1, 2, 3, 4]);
  // Of each list only what is of it.
  expect(Math.max(...saved)).toBeLessThanOrEqual(20);
});

test('a cap that is not reached ends at the depth', async () => {
  await layover.saveMany([site.url('/0')], { crawl: { depth: 1, atMost: 100 } });
  await allEnded();
  expect(await savedPages()).toEqual([0, 1, 2, 3, 4]);
});

test('two lists far, closed and opened again in the middle, it ends with as many as were said', async () => {
  await layover.saveMany(listedBy(0), { crawl: { depth: 2, atMost: 40 } });
  await expect.poll(async () => (await savedPages()).length).toBeGreaterThan(5);
  await layover.close();
  layover = await open();
  expect((await savedPages()).length).toBeLessThan(40);
  await allEnded();
  expect(await savedPages()).toHaveLength(40);
});

test('what is saved already is not saved again, and the time goes to other posts', async () => {
  await layover.saveMany([5, 6, 7].map((number) => site.url(`/${number}`)));
  await allEnded();
  const before = site.requests.length;
  await layover.saveMany([site.url('/1')], { crawl: { depth: 1, atMost: 2 } });
  await allEnded();
  expect(await savedPages()).toEqual([1, 5, 6, 7, 8]);
  expect(site.requests.slice(before).filter((path) => /^\/\d+$/.test(path))).toEqual(['/1', '/8']);
});

function open(): Promise<Layover> {
  return openLayover({
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

async function allEnded(): Promise<void> {
  await expect
    .poll(() => layover.saves.list().filter(({ progress }) => isUnderWay(progress)).length, { timeout: 50_000 })
    .toBe(0);
}

async function savedPages(): Promise<readonly number[]> {
  const cards = await layover.cards();
  return cards.map(({ title }) => Number(/\d+/.exec(title)?.[0])).sort((a, b) => a - b);
}

function listedBy(number: number): readonly string[] {
  return listNumbers(number).map((each) => site.url(`/${each}`));
}

function listNumbers(number: number): readonly number[] {
  return Array.from({ length: FANOUT }, (_, index) => number * FANOUT + index + 1);
}

function pageHtml(number: number): string {
  const list = listNumbers(number).map(
    (each, index) =>
      `<li><a href="/${each}">Letter ${each} from the pier</a> [Last Updated On: March ${20 - index}, 2026] [Originally Added On: March ${20 - index}, 2026]</li>`,
  );
  return `<!doctype html><html lang="en"><head><title>Letter ${number}</title></head><body><main><article><h1>Letter ${number}</h1>
${`<p>${number}. ${PARAGRAPH}</p>`.repeat(6)}</article><section><h2>Related posts</h2><ul>${list.join('')}</ul></section></main></body></html>`;
}
