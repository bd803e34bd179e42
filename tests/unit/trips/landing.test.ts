// What is said of a trip after landing, beside what a person would count: what was read, marked and put into the outbox on the way, and nothing
// of what happened before or at home.
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { Landing } from '#contract/trip.ts';
import type { Layover } from '../../../electron/layover.ts';
import { startSite, type Route, type Site } from '../../helpers/site.ts';
import { openCared } from '../library/careLibrary.ts';
import { PLAIN_PLAN } from './plans.ts';

const NAMES = ['read', 'begun', 'left', 'found', 'early', 'one', 'two', 'pasted', 'home'];
const SENTENCE =
  'The ferry leaves at six and the mail with it; whoever misses both waits on the pier until the evening.';

let folder: string;
let site: Site;
let layover: Layover;
const held: ServerResponse[] = [];

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-landing-'));
  const page = (name: string): Route => ({
    body: `<!doctype html><html lang="en"><title>Of ${name}</title><main><article><h1>Of ${name}</h1>${`<p>${SENTENCE} Thus ${name}.</p>`.repeat(9)}</article></main>`,
  });
  const gone: Route = { status: 404 };
  const late: Route = (_request, response) => void held.push(response);
  const pages = NAMES.map((name) => [`/${name}`, page(name)] as const);
  site = await startSite({ ...Object.fromEntries(pages), '/gone': gone, '/late': late });
  ({ layover } = await openCared(folder));
});

test.afterEach(async () => {
  for (const response of held.splice(0)) response.destroy();
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

/** Asks for a page; with `from` as a link that was met while reading. */
async function ask(name: string, from?: ArticleId): Promise<number> {
  const address = site.url(`/${name}`);
  const foundIn = from === undefined ? null : { articleId: from, title: 'Of read', sentence: null };
  return (await layover.saves.add({ from: 'address', address }, address, { foundIn })).id;
}

async function save(name: string, from?: ArticleId): Promise<ArticleId> {
  const { progress } = await layover.saves.settled(await ask(name, from));
  if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
  return progress.articleId;
}

const read = (id: ArticleId, progress: number, seconds: number): Promise<unknown> =>
  layover.change(id, ({ reading, ...article }) => ({
    ...article,
    reading: { ...reading, progress, read: progress === 1 ? new Date().toISOString() : null, seconds },
  }));

const highlight = (id: ArticleId, exact: string): Promise<unknown> =>
  layover.highlights.add(id, {
    color: 'yellow',
    note: '',
    tags: [],
    target: {
      quote: { exact, prefix: '', suffix: '' },
      position: { start: 0, end: exact.length },
      version: '',
      textLength: 9,
      codePointStart: 0,
      refound: null,
    },
  });

test('after landing every number is what a person would have counted, and what is done at home changes none of them', async () => {
  const taken = [await save('read'), await save('begun'), await save('left')] as const;
  const [first, second, third] = taken;
  // Found while reading too, but long ago.
  const found = await save('found', first);
  const { id } = await layover.trips.make(PLAIN_PLAN);
  await layover.trips.add(id, [...taken, found]);
  await read(second, 0.1, 600);
  await highlight(first, 'ferry');
  const landing = (): Promise<Landing> => layover.trips.landing(id);
  const nothing = { finished: 0, begun: 0, leftOver: 4, minutes: 0, highlights: 0, fetched: 0, waiting: 0, failed: 0 };
  await layover.trips.leave(id, false);
  expect(await landing()).toEqual(nothing);

  // A network for a moment: one link comes, and an article that was taken along is saved anew.
  await save('early', first);
  await save('found');
  layover.saves.setPaused(true);
  const [late, ...asked] = [
    await ask('late', second),
    await ask('one', first),
    await ask('two'),
    await ask('gone', first),
  ];
  // The same link, met once more, and an address that was typed.
  asked.push(await ask('two', second));
  await read(first, 1, 300);
  await read(second, 0.5, 720);
  for (const word of ['mail', 'pier']) await highlight(second, word);
  await layover.trips.leave(id, true);
  const landed = { finished: 1, begun: 1, leftOver: 3, minutes: 7, highlights: 2 };
  expect(await landing()).toEqual({ ...landed, fetched: 1, waiting: 4, failed: 0 });

  layover.saves.setPaused(false);
  for (const each of asked) await layover.saves.settled(each);
  expect(await landing()).toEqual({ ...landed, fetched: 3, waiting: 1, failed: 1 });

  await read(third, 1, 900);
  await read(second, 1, 1_000);
  await highlight(third, 'evening');
  await save('home', third);
  await save('pasted');
  expect(await landing()).toEqual({ ...landed, fetched: 3, waiting: 1, failed: 1 });
  await layover.close();
  ({ layover } = await openCared(folder));
  expect(await landing()).toEqual({ ...landed, fetched: 3, waiting: 1, failed: 1 });
  if (late === undefined) throw new Error('nothing waits');
  await layover.saves.cancel(late);
  expect(await landing()).toEqual({ ...landed, fetched: 3, waiting: 0, failed: 2 });

  // Whoever has not landed after all, and then has, has read what was read until then.
  await layover.trips.leave(id, false);
  await layover.trips.leave(id, true);
  expect(await landing()).toMatchObject({ finished: 3, begun: 0, leftOver: 1, highlights: 3, fetched: 4 });
  await layover.trips.stay(id);
  expect(await landing()).toEqual(nothing);
});
