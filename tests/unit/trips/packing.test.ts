// Packing from a real site: the texts of all come before any picture, posters last, within the bytes allowed, and what is here is not fetched
// again.
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { TripId } from '#contract/trip.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { startSite, type Route, type Site } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';
import { PLAIN_PLAN } from './plans.ts';

const POSTS = 6;
const OUT = join(import.meta.dirname, '../../../out');
const PARAGRAPH =
  'The ferry leaves at six and the mail with it; whoever misses both waits on the pier until the evening, when the wind has turned.';

/** What a decoder leaves alone makes it as large as a photograph. */
const PICTURE = Buffer.concat([png(400, 300), Buffer.alloc(120_000)]);
const LIMIT = 1_000_000;

let folder: string;
let site: Site;
let layover: Layover;
/** Answers of pictures that wait until a test lets them go. */
let held: ServerResponse[];
let isHeld: boolean;
let sent: number;
/** Paths of posts that are not there for now. */
const failing = new Set<string>();

test.describe.configure({ mode: 'default' });

test.beforeEach(async () => {
  [held, isHeld, sent] = [[], false, 0];
  failing.clear();
  folder = mkdtempSync(join(tmpdir(), 'layover-packing-'));
  const picture: Route = (request, response) => {
    if (isHeld && request.url?.startsWith('/poster') !== true) {
      held.push(response);
      return;
    }
    sent += 1;
    response.setHeader('content-type', 'image/png').end(PICTURE);
  };
  const routes: Record<string, Route> = { '/': html(indexPage()) };
  for (let number = 1; number <= POSTS; number += 1) {
    routes[`/post/${number}`] = (request, response) => {
      response.writeHead(failing.has(request.url ?? '') ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(postPage(number));
    };
    for (const at of [1, 2, 3]) routes[`/picture/${number}-${at}.png`] = picture;
    routes[`/poster/${number}.png`] = picture;
  }
  site = await startSite(routes);
  layover = await open();
});

test.afterEach(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('texts of all, then pictures, then posters; a second packing asks for nothing', async () => {
  const id = await tripOfPosts(null);
  const board = await packed(id);
  expect(board.packed).toBe('whole');
  const asked = site.requests.slice(1).filter((path) => path !== '/favicon.ico');
  const order = asked.map((path) => path.split('/')[1]);
  expect(order.filter((kind) => kind === 'post')).toHaveLength(POSTS);
  expect(order.filter((kind) => kind === 'picture')).toHaveLength(POSTS * 3);
  expect(order.filter((kind) => kind === 'poster')).toHaveLength(POSTS);
  expect(order).toEqual(
    [...order].sort(
      (a, b) => ['post', 'picture', 'poster'].indexOf(a ?? '') - ['post', 'picture', 'poster'].indexOf(b ?? ''),
    ),
  );
  for (const { articleId } of board.rows) {
    if (articleId === null) throw new Error('a post was not saved');
    expect((await layover.article(articleId)).report).toMatchObject({ imagesFound: 4, imagesStored: 4, missing: [] });
  }
  const before = site.requests.length;
  await packed(id);
  expect(site.requests.length).toBe(before);
});

test('a limit of bytes is kept, the texts are all here, and the rest says that it is missing', async () => {
  const id = await tripOfPosts(LIMIT);
  const board = await packed(id);
  expect(board.packed).toBe('limit');
  let bytes = 0;
  for (const { articleId } of board.rows) {
    if (articleId === null) throw new Error('a text was not saved');
    const { original, images, report } = await layover.article(articleId);
    bytes += original.sizeBytes + images.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(report.missing.length).toBe(4 - images.length);
  }
  expect(bytes).toBeLessThanOrEqual(LIMIT);
  expect(bytes).toBeGreaterThan(LIMIT / 2);
  // Nor is it spent on asking for what cannot fit any more.
  expect(sent).toBeLessThanOrEqual(LIMIT / PICTURE.length + 4);
});

test('ended in the middle and begun again, it goes on behind what is here', async () => {
  const id = await tripOfPosts(null);
  isHeld = true;
  await layover.tripWorks.pack(id);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await layover.tripWorks.stop(id);
  expect(await layover.trips.board(id)).toMatchObject({ packed: 'cancelled', work: null });
  isHeld = false;
  for (const response of held.splice(0)) response.destroy();
  await layover.close();
  layover = await open();
  const before = site.requests.length;
  const board = await packed(id);
  expect(board.packed).toBe('whole');
  const again = site.requests.slice(before);
  expect(again.filter((path) => path.startsWith('/post/'))).toEqual([]);
  expect(again.filter((path) => path.startsWith('/picture/'))).toHaveLength(POSTS * 3);
});

test('a save of the same post that failed makes way for the one that packing asks for', async () => {
  const id = await tripOfPosts(null);
  const { rows } = await layover.trips.board(id);
  const [address = '', other = ''] = rows.flatMap(({ url }) => url ?? []);
  failing.add(new URL(address).pathname);
  failing.add(new URL(other).pathname);
  for (const each of [address, other]) {
    const { id: save } = await layover.saves.add({ from: 'address', address: each }, each);
    await layover.saves.settled(save);
  }
  failing.delete(new URL(address).pathname);
  const board = await packed(id);
  expect(board.rows.filter(({ articleId }) => articleId === null)).toHaveLength(1);
  expect(layover.saves.list().filter(({ progress }) => progress.state === 'failed')).toHaveLength(1);
});

async function tripOfPosts(fetchBytes: number | null): Promise<TripId> {
  const address = site.url('/');
  const { id: save } = await layover.saves.add({ from: 'address', address }, address);
  const { progress } = await layover.saves.settled(save);
  if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
  const { id } = await layover.trips.make({
    ...PLAIN_PLAN,
    fetchBytes,
    sources: [{ from: 'related', articleId: progress.articleId }],
  });
  expect((await layover.trips.fill(id)).items).toHaveLength(POSTS);
  return id;
}

async function packed(id: TripId): ReturnType<Layover['trips']['board']> {
  await layover.tripWorks.pack(id);
  await layover.tripWorks.settled(id);
  return layover.trips.board(id);
}

function open(): Promise<Layover> {
  return openLayover({
    folder: join(folder, 'library'),
    workerFile: join(OUT, 'extractWorker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
}

function html(body: string): Route {
  return { body };
}

function indexPage(): string {
  const list = Array.from(
    { length: POSTS },
    (_, at) =>
      `<li><a href="/post/${at + 1}">Letter ${at + 1} from the pier</a> [Last Updated On: March ${20 - at}, 2026] [Originally Added On: March ${20 - at}, 2026]</li>`,
  );
  return `<!doctype html><html lang="en"><head><title>Letters</title></head><body><main><article><h1>Letters</h1>
${`<p>${PARAGRAPH}</p>`.repeat(6)}</article><section><h2>Related posts</h2><ul>${list.join('')}</ul></section></main></body></html>`;
}

function postPage(number: number): string {
  const pictures = [1, 2, 3].map(
    (at) =>
      `<p>${number}. ${PARAGRAPH}</p><img src="/picture/${number}-${at}.png" alt="The pier" width="400" height="300">`,
  );
  return `<!doctype html><html lang="en"><head><title>Letter ${number} from the pier</title></head><body><main><article><h1>Letter ${number} from the pier</h1>
${pictures.join('')}${`<p>${number}. ${PARAGRAPH}</p>`.repeat(5)}<video controls src="/film/${number}.mp4" poster="/poster/${number}.png"></video>
<p>${PARAGRAPH}</p></article></main></body></html>`;
}
