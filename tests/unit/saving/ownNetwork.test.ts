// A machine of the person's own network is asked for what they typed, once they have said so, and for nothing else: the judge is the app's own.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { isArticleId } from '#contract/article.ts';
import { isUnderWay, type Save } from '#contract/save.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { parseSave } from '../../../electron/store/saveSchema.ts';
import { startSite, type Site } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';

const OUT = resolve(import.meta.dirname, '../../../out');
const HOST = '127.0.0.1';
const TEXT =
  '<p>The pump in the cellar writes down how high the water stands, every hour, and has done so since the winter of the flood.</p>'.repeat(
    6,
  );
const page = (title: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${TEXT}${more}</article></body></html>`;

let folder: string;
let site: Site;
let layover: Layover;
let isBroken: boolean;

test.describe.configure({ mode: 'default' });

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-own-'));
  isBroken = false;
  site = await startSite({
    '/pump': { body: page('The pump', '<img src="/level.png" alt="The level" width="400" height="300">') },
    '/other': { body: page('The other pump') },
    '/level.png': (_request, response) => {
      if (isBroken) response.writeHead(503).end();
      else response.writeHead(200, { 'content-type': 'image/png' }).end(png(400, 300));
    },
  });
  layover = await open();
});

test.afterEach(async () => {
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('what was typed is asked for after one question, which is remembered, until it is taken back', async () => {
  const refused = {
    code: 'bad-input',
    detail: { is: 'ownNetwork', what: HOST },
    message: expect.stringContaining(HOST),
  };
  await expect(layover.ownNetwork.hostOf(site.url('/pump'))).rejects.toMatchObject(refused);
  await expect(layover.ownNetwork.hostOf('http://[::ffff:7f00:1]:9/')).rejects.toMatchObject({
    detail: { what: '[::ffff:7f00:1]' },
  });
  expect(await layover.ownNetwork.hostOf('http://no-such-host.invalid/')).toBeNull();
  expect(site.connections).toBe(0);
  await layover.ownNetwork.allow(HOST);
  await expect(layover.ownNetwork.allow('nas.local/x')).rejects.toMatchObject({ code: 'bad-input' });
  expect(await ended(await addTyped('/pump'))).toMatchObject({ progress: { state: 'ready' } });
  const [card] = await layover.cards();
  expect(card).toMatchObject({ title: 'The pump' });
  await layover.close();
  layover = await open();
  expect(await layover.ownNetwork.hostOf(site.url('/other'))).toBe(HOST);
  await layover.ownNetwork.forget(HOST);
  await expect(layover.ownNetwork.hostOf(site.url('/other'))).rejects.toMatchObject(refused);
});

test('nothing that nobody typed leads there, though the person has allowed the host', async () => {
  await layover.ownNetwork.allow(HOST);
  const { id } = await layover.imports.preview('links.txt', [
    { name: 'links.txt', bytes: new TextEncoder().encode(site.url('/pump')) },
  ]);
  await layover.imports.start(id, false);
  await layover.imports.settled(id);
  const [many] = await layover.saveMany([site.url('/other')], { crawl: { depth: 1, atMost: 5 } });
  const address = site.url('/other?entry');
  const entry = await layover.saves.add({ from: 'entry', feed: 'f', key: 'k', address }, address);
  const articleId = 'abcdefgh23456723';
  if (!isArticleId(articleId)) throw new Error('this is no id');
  const found = { articleId, title: 'An article', sentence: null };
  const met = await layover.saves.add({ from: 'address', address: site.url('/other?met') }, 'met', { foundIn: found });
  await expect
    .poll(() => layover.saves.list().filter(({ progress }) => isUnderWay(progress)).length, { timeout: 30_000 })
    .toBe(0);
  const all = layover.saves.list();
  expect(all.map(({ id: each }) => each)).toEqual(expect.arrayContaining([many?.id, entry.id, met.id]));
  expect(all).toHaveLength(4);
  for (const { progress } of all)
    expect(progress).toMatchObject({
      state: 'failed',
      error: { detail: { is: 'privateHost' }, message: expect.stringContaining('private network') },
    });
  expect(site.connections).toBe(0);
});

test('a save keeps what was decided when it was asked for, over a restart and another try', async () => {
  await layover.ownNetwork.allow(HOST);
  layover.saves.setPaused(true);
  const { id } = await addTyped('/pump');
  const silent = await layover.saves.add({ from: 'address', address: site.url('/other') }, 'other');
  await layover.ownNetwork.forget(HOST);
  const written = readdirSync(join(folder, 'library/saves')).map((name) =>
    readFileSync(join(folder, 'library/saves', name), 'utf8'),
  );
  expect(written.filter((text) => text.includes(`"privateHost"`))).toHaveLength(1);
  await layover.close();
  layover = await open();
  expect(await ended({ id })).toMatchObject({ progress: { state: 'ready' } });
  expect(await ended(silent)).toMatchObject({ progress: { state: 'failed' } });
  await layover.saves.retry(silent.id);
  expect(await ended(silent)).toMatchObject({ progress: { state: 'failed' } });
  expect(site.requests).not.toContain('/other');
});

test('what an article lacks is fetched from there while the host is allowed, and no longer', async () => {
  await layover.ownNetwork.allow(HOST);
  isBroken = true;
  await ended(await addTyped('/pump'));
  const [card] = await layover.cards();
  if (card === undefined) throw new Error('nothing was saved');
  expect(await layover.article(card.id)).toMatchObject({ privateHost: HOST, report: { imagesStored: 0 } });
  isBroken = false;
  await layover.ownNetwork.forget(HOST);
  const before = site.connections;
  await ended(await layover.repair(card.id));
  expect(site.connections).toBe(before);
  await layover.ownNetwork.allow(HOST);
  await ended(await layover.repair(card.id));
  expect(await layover.article(card.id)).toMatchObject({ report: { imagesStored: 1, missing: [] } });
});

test('records of earlier versions are read, and lead to no private host', () => {
  const common = { format: 1, id: 1, label: 'x', asked: '2026-01-01T00:00:00.000Z', progress: { state: 'waiting' } };
  const address = 'http://192.168.1.1/';
  expect(parseSave({ ...common, source: { from: 'address', address } })).not.toHaveProperty('privateHost');
  const entry = { from: 'entry', feed: 'f', key: 'k', address, privateHost: '192.168.1.1' };
  expect(parseSave({ ...common, source: entry }).source).not.toHaveProperty('privateHost');
});

function open(): Promise<Layover> {
  return openLayover({
    folder: join(folder, 'library'),
    workerFile: join(OUT, 'extractWorker.cjs'),
    isPatient: false,
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
}

/** As the window asks for it. */
async function addTyped(path: string): Promise<Save> {
  const address = site.url(path);
  const privateHost = await layover.ownNetwork.hostOf(address);
  return layover.saves.add({ from: 'address', address }, address, { privateHost });
}

function ended({ id }: Pick<Save, 'id'>): Promise<Save> {
  return layover.saves.settled(id);
}
