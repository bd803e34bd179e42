// A related list that goes on over further pages: read when asked, under a cap, and kept when the article is saved again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { SaveState } from '#contract/save.ts';
import { NO_FILTER } from '#contract/post.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { startSite, type Site } from '../../helpers/site.ts';

const A_PAGE = 5;
const PARAGRAPH =
  'The ferry leaves at six and the mail with it; whoever misses both waits on the pier until the evening, when the wind has turned.';

let folder: string;
let site: Site;
let layover: Layover;
let lastPage: number;
let broken: number | undefined;

test.describe.configure({ mode: 'default' });

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-older-'));
  await buildProgram('electron/extract/worker.ts', join(folder, 'worker.cjs'));
  await buildProgram('electron/library/finding/searchWorker.ts', join(folder, 'searchWorker.cjs'));
  [lastPage, broken] = [3, undefined];
  site = await startSite({
    '/pier': (_request, response) => void html(response).end(articleHtml()),
    ...Object.fromEntries(
      Array.from({ length: 30 }, (_, page) => [
        `/posts/${page}`,
        (_request: unknown, response: import('node:http').ServerResponse) => {
          if (page === broken) response.writeHead(410).end();
          else html(response).end(archiveHtml(page));
        },
      ]),
    ),
  });
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
});

test.afterEach(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('nothing is followed unasked; asked for, the list is read to its end and stands on the timeline', async () => {
  const id = await savePier();
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE));
  expect(site.requests.filter((path) => path.startsWith('/posts'))).toEqual([]);

  expect(await readOn(id)).toMatchObject({ state: 'ready', outcome: 'listed' });
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 3));
  expect(site.requests.filter((path) => path.startsWith('/posts'))).toEqual(['/posts/2', '/posts/3']);
  const posts = await layover.timeline.list('added', NO_FILTER);
  expect(posts.filter(({ lists }) => lists > 0)).toHaveLength(A_PAGE * 3);
  await expect(layover.olderPosts(id)).rejects.toMatchObject({ code: 'bad-input' });
});

test('ten pages are read at one wish, and the next wish goes on from there', async () => {
  lastPage = 14;
  const id = await savePier();
  await readOn(id);
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 11));
  await readOn(id);
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 14));
});

test('a page that is gone ends it with what was read so far, and it goes on from there when asked again', async () => {
  broken = 3;
  const id = await savePier();
  expect(await readOn(id)).toMatchObject({ state: 'failed', error: { code: 'gone' } });
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 2));
  broken = undefined;
  await readOn(id);
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 3));
  expect(site.requests.filter((path) => path === '/posts/2')).toHaveLength(1);
});

test('saving the article again keeps the older posts and where the list goes on', async () => {
  lastPage = 14;
  const id = await savePier();
  await readOn(id);
  await savePier();
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 11));
  await readOn(id);
  expect(await numbersOf(id)).toEqual(upTo(A_PAGE * 14));
});

async function savePier(): Promise<ArticleId> {
  const { id } = await layover.saves.add({ from: 'address', address: site.url('/pier') }, 'pier');
  const { progress } = await layover.saves.settled(id);
  if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
  return progress.articleId;
}

async function readOn(id: ArticleId): Promise<SaveState> {
  const save = await layover.olderPosts(id);
  return (await layover.saves.settled(save.id)).progress;
}

async function numbersOf(id: ArticleId): Promise<readonly number[]> {
  const { relatedLists } = await layover.article(id);
  const entries = relatedLists.flatMap((list) => list.entries);
  expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index));
  return entries.map(({ title }) => Number(/\d+/.exec(title)?.[0]));
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function listHtml(page: number): string {
  const items = Array.from({ length: A_PAGE }, (_, index) => {
    const number = (page - 1) * A_PAGE + index + 1;
    const day = new Date(Date.UTC(2026, 5, 30) - number * 86_400_000).toISOString().slice(0, 10);
    return `<li><a href="/letter/${number}">Letter ${number} from the long pier</a> <time datetime="${day}">${day}</time></li>`;
  });
  const older = page < lastPage ? `<p class="more"><a href="/posts/${page + 1}">« Older posts</a></p>` : '';
  return `<section><h2>Related posts</h2><ul>${items.join('')}</ul>${older}</section>`;
}

function articleHtml(): string {
  return `<!doctype html><html lang="en"><head><title>The pier in winter</title></head><body><main><article><h1>The pier in winter</h1>
${`<p>${PARAGRAPH}</p>`.repeat(6)}</article></main><aside>${listHtml(1)}</aside></body></html>`;
}

function archiveHtml(page: number): string {
  return `<!doctype html><html lang="en"><head><title>All letters, page ${page}</title></head><body><header><a href="/">Letters</a></header>
<main><h1>All letters</h1><p>Page ${page} of what was written on the pier.</p>${listHtml(page)}</main><footer>By the pier</footer></body></html>`;
}

function html(response: import('node:http').ServerResponse): import('node:http').ServerResponse {
  return response.setHeader('content-type', 'text/html; charset=utf-8');
}
