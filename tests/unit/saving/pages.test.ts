// Articles of several pages, saved from a real site: joined when all is well, honest about what is missing when it is not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Article } from '#contract/article.ts';
import type { Save, SaveState } from '#contract/save.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Routes, type Site } from '../../helpers/site.ts';
import { postPage, postRoutes, STANDFIRST, wordsOf } from './site.ts';

let folder: string;
let workerFile: string;
let site: Site | undefined;
let layover: Layover;
let states: SaveState[];

test.beforeAll(async () => {
  workerFile = join(mkdtempSync(join(tmpdir(), 'layover-worker-')), 'worker.cjs');
  await buildProgram('electron/extract/worker.ts', workerFile);
  await buildProgram('electron/library/finding/searchWorker.ts', join(dirname(workerFile), 'searchWorker.cjs'));
});

test.afterAll(() => rmSync(join(workerFile, '..'), { recursive: true }));

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-pages-'));
  states = [];
  layover = await openLayover({
    folder,
    workerFile,
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: {
      libraryChanged: () => {},
      saveChanged: ({ progress }) => void states.push(progress),
      saveDismissed: () => {},
    },
  });
});

test.afterEach(async () => {
  await layover.close();
  await site?.close();
  site = undefined;
  rmSync(folder, { recursive: true });
});

async function start(routes: Routes): Promise<Site> {
  site = await startSite(routes);
  return site;
}

async function save(address: string): Promise<Save> {
  const { id } = await layover.saves.add({ from: 'address', address }, address);
  return layover.saves.settled(id);
}

async function saved(
  address: string,
): Promise<{ readonly article: Article; readonly text: string; readonly html: string }> {
  const { progress } = await save(address);
  if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
  const { articleId } = progress;
  return {
    article: await layover.article(articleId),
    text: await layover.library.text(articleId),
    html: await layover.library.content(articleId),
  };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

test('an article of three pages is one, in order, and what each page repeats is there once', async () => {
  const running = await start(postRoutes({ pages: 3 }));
  const { article, text, html } = await saved(running.url('/clock'));
  for (const content of [text, html]) {
    const places = [1, 2, 3].map((page) => content.indexOf(wordsOf(page)));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(count(content, STANDFIRST)).toBe(1);
  }
  expect(article).toMatchObject({
    title: 'Winding the clock',
    canonicalUrl: running.url('/clock'),
    report: { imagesFound: 4, imagesStored: 4, missingPages: null },
  });
  expect(count(html, '<img ')).toBe(4);
  expect(article.report.words).toBeGreaterThan(3 * 60);
  expect((await layover.search.find('ninety steps')).rows.length).toBe(1);
  expect(states).toContainEqual({ state: 'pages', done: 2, total: 3 });
});

test('its related lists are one list: each post once, where it stood first', async () => {
  const running = await start(postRoutes({ pages: 2 }));
  const { article } = await saved(running.url('/clock'));
  expect(article.relatedLists.map(({ entries }) => entries.map(({ title, position }) => [title, position]))).toEqual([
    [
      ['The lamps of the quay', 0],
      ['What else happened on day 1', 1],
      ['Ropes and what they are for', 2],
      ['What else happened on day 2', 3],
    ],
  ]);
});

test('the documents of all pages are kept as they came, and footnotes lead to the notes of their own page', async () => {
  const running = await start(postRoutes({ pages: 3 }));
  const { article, html } = await saved(running.url('/clock'));
  expect(article.furtherPages.map(({ address }) => address)).toEqual([
    running.url('/clock?page=2'),
    running.url('/clock?page=3'),
  ]);
  const third = await layover.library.original(article.id, 3);
  expect(Buffer.from(third.bytes).toString()).toBe(postPage(3, { pages: 3 }));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(targets).size).toBe(3);
  expect(ids).toEqual(expect.arrayContaining(targets));
});

test('pages that cannot be had are named, with the reason, and what there is is saved', async () => {
  const running = await start(postRoutes({ pages: 5, instead: { 3: { status: 503, body: 'busy' } } }));
  const { article, text } = await saved(running.url('/clock'));
  expect(text).toContain(wordsOf(2));
  const missing = article.report.missingPages;
  expect(missing).toMatchObject({ first: 3, last: 5, url: running.url('/clock?page=3'), code: 'http-status' });
  expect(missing?.reason).toContain('too busy to answer (503)');
  // That sentence belongs to a save that failed as a whole.
  expect(missing?.reason).not.toContain('Nothing was stored');
  expect((await layover.cards())[0]?.missingPages).toEqual(missing);
});

test('without numbers on the page, nobody knows how many are missing', async () => {
  const running = await start(postRoutes({ pages: 3, linked: 'word', instead: { 2: { status: 404, body: '' } } }));
  const { article } = await saved(running.url('/clock'));
  expect(article.report.missingPages).toMatchObject({ first: 2, last: null });
});

test('a page that turns out to be somewhere else is missing', async () => {
  const away = { status: 302, headers: { location: '/sign-in' } };
  const running = await start({
    ...postRoutes({ pages: 2, instead: { 2: away } }),
    '/sign-in': { body: `<h1>Sign in</h1><p>${wordsOf(9)}</p>` },
  });
  const { article, text } = await saved(running.url('/clock'));
  expect(text).not.toContain(wordsOf(9));
  expect(article.report.missingPages).toMatchObject({ first: 2, last: 2, code: 'redirect' });
});

test('pages that lead in a circle end where it closes', async () => {
  const circle = postPage(2, { pages: 2 }).replace('</nav>', '<a href="/clock?page=3">Next page</a></nav>');
  const home = { status: 301, headers: { location: '/clock' } };
  const running = await start({
    ...postRoutes({ pages: 2, instead: { 2: { body: circle } } }),
    '/clock?page=3': home,
  });
  const { article } = await saved(running.url('/clock'));
  expect(article.furtherPages).toHaveLength(1);
  expect(article.report.missingPages).toBeNull();
  expect(running.requests.filter((path) => path === '/clock?page=3')).toHaveLength(1);
});

test('a site that shows its first page under every number is found out', async () => {
  const first = { body: postPage(1, { pages: 3 }) };
  const running = await start(postRoutes({ pages: 3, instead: { 2: first, 3: first } }));
  const { article, text } = await saved(running.url('/clock'));
  expect(count(text, wordsOf(1))).toBe(1);
  expect(article.report.missingPages).toMatchObject({ first: 2, last: 3, code: 'bad-response' });
});

test('an article without end ends after thirty pages and says so', async () => {
  test.slow();
  const running = await start(postRoutes({ pages: 40 }));
  const { article } = await saved(running.url('/clock'));
  expect(article.furtherPages).toHaveLength(29);
  expect(article.report.missingPages).toMatchObject({ first: 31, last: 40, code: 'too-large' });
  expect(running.requests).not.toContain('/clock?page=31');
});

test('cancelled between two pages, nothing is saved', async () => {
  let hold: () => void = () => {};
  const isAsked = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const running = await start(postRoutes({ pages: 3, instead: { 2: () => hold() } }));
  const { id } = await layover.saves.add({ from: 'address', address: running.url('/clock') }, 'clock');
  await isAsked;
  await layover.saves.cancel(id);
  expect(layover.saves.list()[0]?.progress).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
  expect(await layover.cards()).toEqual([]);
});

test('saved again when a page is missing, the fuller copy stays', async () => {
  let isBusy = false;
  const second = postPage(2, { pages: 3 });
  const running = await start(
    postRoutes({
      pages: 3,
      instead: {
        2: (_request, response) => {
          response.writeHead(isBusy ? 503 : 200, { 'content-type': 'text/html; charset=utf-8' });
          response.end(isBusy ? '' : second);
        },
      },
    }),
  );
  const { article } = await saved(running.url('/clock'));
  isBusy = true;
  expect((await save(running.url('/clock'))).progress).toMatchObject({
    state: 'failed',
    error: { code: 'http-status' },
  });
  expect((await layover.article(article.id)).report.missingPages).toBeNull();
  expect(await layover.library.text(article.id)).toContain(wordsOf(3));
});

test('a later page saved by itself does not take the place of the whole', async () => {
  const running = await start(postRoutes({ pages: 3 }));
  const { article } = await saved(running.url('/clock'));
  expect(await layover.savedAt(running.url('/clock?page=2'))).toBe(article.id);
  const { progress } = await save(running.url('/clock?page=2'));
  expect(progress).toMatchObject({ state: 'failed', error: { code: 'bad-input' } });
  expect(await layover.library.text(article.id)).toContain(wordsOf(1));
});
