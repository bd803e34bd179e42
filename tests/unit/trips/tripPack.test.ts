// A trip packed in one library and taken in by another: whole there, the same when it comes again, nothing new when it comes back, and refused
// whole when any part of it is damaged.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, test } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { TripId } from '#contract/trip.ts';
import { aHighlight, aTarget } from '../../helpers/highlights.ts';
import { responseOf } from '../../helpers/pageAnswer.ts';
import { layover as commandLine } from '../../helpers/commandLine.ts';
import { createPages, pagesOf } from '../../../electron/serve/pages.ts';
import { fillShelf, openShelf, type Shelf } from '../exchange/shelf.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { takeIn, tripOf, writeTrip } from './packs.ts';

const BUILT = join(import.meta.dirname, '../../../out');

/** Every file of a library that a person would miss, by its path, as a hash. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = ['articles', 'assets', 'highlights', 'trips', 'versions'].flatMap((place) =>
    existing(join(folder, place)).map((name) => `${place}/${name}`),
  );
  const files = names.filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith('.bak'));
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

function existing(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    // A library without any has no folder for them.
    return [];
  }
}

async function contentsOf({ layover: { library } }: Shelf, ids: readonly ArticleId[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const id of ids) {
    const { article, files } = await library.wholeArticle(id);
    for (const [name, bytes] of files) all.push(`${id} ${name} ${createHash('sha256').update(bytes).digest('hex')}`);
    all.push(`${id} ${article.title} ${JSON.stringify(article.reading)} ${article.tags.join()} ${article.note}`);
  }
  return all;
}

/** Opens articles as the reader does, and loads all that their documents name to be loaded. */
async function openAll({ layover: { library } }: Shelf, ids: readonly ArticleId[]) {
  const pages = createPages(pagesOf(BUILT, () => library));
  const open = async (url: string): Promise<Response> => responseOf(await pages({ url, method: 'GET' }));
  const [failed, outside]: [string[], string[]] = [[], []];
  let pictures = 0;
  for (const id of ids) {
    const address = `layover-app://app/article/${id}/`;
    const answer = await open(address);
    if (!answer.ok) failed.push(address);
    const page = load(await answer.text());
    expect(page('.content').text().trim(), id).not.toBe('');
    const named = page('[src], [data-picture], link[href]')
      .toArray()
      .map(({ attribs }) => attribs['data-picture'] ?? attribs['src'] ?? attribs['href'] ?? '');
    for (const each of named) {
      const { href, protocol, pathname } = new URL(each, address);
      if (protocol !== 'layover-app:') outside.push(href);
      else if (!(await open(href)).ok) failed.push(href);
      else if (pathname.startsWith('/assets/')) pictures += 1;
    }
  }
  return { pictures, outside, failed };
}

async function countPictures({ layover: { library } }: Shelf, ids: readonly ArticleId[]): Promise<number> {
  const contents = await Promise.all(ids.map((id) => library.content(id)));
  const count = contents.reduce((sum, html) => sum + html.split('<img ').length - 1, 0);
  expect(count).toBeGreaterThan(10);
  return count;
}

/** What a departure check finds of each item, but for when. */
async function checked({ layover: { trips, tripWorks } }: Shelf, id: TripId) {
  await tripWorks.check(id);
  await expect.poll(async () => (await trips.board(id)).work).toBe(null);
  const { rows } = await trips.board(id);
  return rows.map(({ key, status, missingImages, check }) => {
    const { problem, evidence } = check ?? {};
    return { key, status, missingImages, problem, damaged: evidence?.damaged ?? [], pictures: evidence?.pictures };
  });
}

test('a pack makes the same trip elsewhere, once, and changes nothing where it is from', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const file = testInfo.outputPath('trip.layover');
  const a = await openShelf(testInfo.outputPath('a'));
  const { id, ids } = await tripOf(a, 30, 20);
  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new Error('too few articles');
  await a.layover.library.highlights.update(first, 'x', () => [
    aHighlight({ articleId: first, target: aTarget('The ferry'), note: 'Ask Bo.' }),
  ]);
  await a.layover.change(first, (article) => ({
    ...article,
    note: 'For the crossing.',
    tags: ['crossing'],
    reading: { ...article.reading, progress: 0.5, block: 3, seconds: 90 },
  }));
  await a.layover.trips.move(id, second, 7);
  await a.layover.trips.lock(id, second, false);
  expect(await writeTrip(a, id, 'layover', file)).toMatchObject({ state: 'done', added: 20, leftOutCount: 0 });

  const b = await openShelf(testInfo.outputPath('b'));
  expect(await takeIn(b, file)).toMatchObject({ state: 'done', added: 20, merged: 0, leftOutCount: 0 });
  expect(await contentsOf(b, ids)).toEqual(await contentsOf(a, ids));
  expect((await b.layover.highlights.of(first)).map(({ note }) => note)).toEqual(['Ask Bo.']);
  const [here, there] = [await a.layover.trips.trip(id), await b.layover.trips.trip(id)];
  expect(there).toEqual(here);
  expect(there.items[7]).toMatchObject({ key: second, isLocked: false });
  const board = await b.layover.trips.board(id);
  expect(board.rows.map(({ articleId }) => articleId)).toEqual(here.items.map(({ articleId }) => articleId));
  // What a check finds there is what it finds here; the made texts of these articles are not what their facts say, in either.
  const found = await checked(b, id);
  expect(found).toEqual(await checked(a, id));
  expect(found.filter(({ status }) => status === 'notFetched')).toEqual([]);
  expect(found.flatMap(({ damaged }) => damaged)).toEqual([]);
  // Each of them opens there as it is read: its document and all that it loads come from the library itself.
  expect(await openAll(b, ids)).toEqual({ pictures: await countPictures(a, ids), outside: [], failed: [] });

  // Back where it is from it says nothing new.
  const back = testInfo.outputPath('back.layover');
  await writeTrip(b, id, 'layover', back);
  const before = filesOf(testInfo.outputPath('a'));
  expect(await takeIn(a, back)).toMatchObject({ state: 'done', added: 0, merged: 0, leftOutCount: 0 });
  const after = filesOf(testInfo.outputPath('a'));
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([]);

  // Once more it is the same trip, as it is there by then; and what it has of its own stays.
  const later = await a.layover.library.add(aDraft({ title: 'Later' }), someFiles('Later.'));
  await a.layover.trips.add(id, [later.id]);
  await a.layover.trips.change(id, { name: 'Porto' });
  await writeTrip(a, id, 'layover', file);
  const own = (await fillShelf(b.layover, 1))[0];
  if (own === undefined) throw new Error('no article');
  await b.layover.trips.add(id, [own]);
  expect(await takeIn(b, file)).toMatchObject({ state: 'done', added: 1, merged: 0 });
  expect((await b.layover.trips.list()).map(({ name }) => name)).toEqual(['Porto']);
  const keys = (await b.layover.trips.trip(id)).items.map(({ key }) => key);
  // What was put in there came later.
  expect(keys.slice(-2)).toEqual([own, later.id]);
  expect(keys).toHaveLength(22);
  // A pack of before takes nothing of it back.
  expect(await takeIn(b, back)).toMatchObject({ state: 'done', added: 0 });
  expect((await b.layover.trips.trip(id)).name).toBe('Porto');
  expect((await b.layover.trips.trip(id)).items.map(({ key }) => key)).toEqual(keys);
  expect([...a.bugs, ...b.bugs]).toEqual([]);
  await a.close();
  await b.close();
});

/** The place itself, or the first behind the head of a file that it lies in: what a head says beside the content is not read. */
function contentAt(archive: Buffer, at: number): number {
  const head = archive.lastIndexOf(Buffer.from('PK\u0003\u0004', 'latin1'), at);
  return Math.max(at, head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28));
}

test('a pack that is damaged or cut off anywhere is refused in words, and the library stays as it is', async () => {
  const testInfo = test.info();
  test.setTimeout(120_000);
  const file = testInfo.outputPath('trip.layover');
  const a = await openShelf(testInfo.outputPath('a'));
  const { id } = await tripOf(a, 14, 6);
  await writeTrip(a, id, 'layover', file);
  await a.close();
  const whole = readFileSync(file);
  const b = await openShelf(testInfo.outputPath('b'));
  await tripOf(b, 1);
  const before = filesOf(testInfo.outputPath('b'));
  const damaged = testInfo.outputPath('damaged.layover');
  const refuse = async (bytes: Uint8Array): Promise<void> => {
    writeFileSync(damaged, bytes);
    const job = await takeIn(b, damaged);
    expect(job).toMatchObject({ state: 'failed', added: 0, merged: 0, error: { code: 'unreadable' } });
    expect(job.error?.message).toMatch(/cannot be read.*Nothing in the library was changed/s);
    expect(filesOf(testInfo.outputPath('b'))).toEqual(before);
  };
  for (const share of [0.2, 0.6, 0.9]) await refuse(whole.subarray(0, Math.floor(whole.length * share)));
  await refuse(whole.subarray(0, whole.length - 1));
  // A byte of what is packed, at places all over it.
  let flips = 0;
  const end = whole.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) - 200;
  for (let at = 900; at < end; at += Math.floor(end / 12)) {
    const bytes = Buffer.from(whole);
    const place = contentAt(bytes, at);
    bytes[place] = (bytes[place] ?? 0) ^ 0x20;
    await refuse(bytes);
    flips += 1;
  }
  expect(flips).toBeGreaterThan(8);
  expect(await takeIn(b, file)).toMatchObject({ state: 'done', added: 6 });
  expect(b.bugs).toEqual([]);
  await b.close();
  // The command line joins it by either name.
  for (const [name, library] of [
    ['restore', 'c'],
    ['import', 'd'],
  ] as const) {
    const run = await commandLine(['--library', testInfo.outputPath(library), name, file]);
    expect(run).toEqual({ code: 0, stdout: 'trip.layover: 6 articles, 6 new, 0 joined\n', stderr: '' });
    expect(existing(testInfo.outputPath(`${library}/trips`))).toContain(`${id}.json`);
  }
  // To save it is to join it, as often as one likes, and it is no page.
  const save = (...words: readonly string[]): ReturnType<typeof commandLine> =>
    commandLine(['--library', testInfo.outputPath('e'), 'save', file, ...words]);
  expect(await save()).toEqual({
    code: 0,
    stdout: `${file}: a trip pack, joined: 6 articles, 6 new, 0 joined\n`,
    stderr: '',
  });
  expect(existing(testInfo.outputPath('e/trips'))).toContain(`${id}.json`);
  const again = await save('--json');
  expect(JSON.parse(again.stdout)).toEqual([{ source: file, pack: { done: 6, added: 0, merged: 0, leftOutCount: 0 } }]);
  const list = await commandLine(['--library', testInfo.outputPath('e'), 'list', '--json']);
  expect(JSON.parse(list.stdout)).toHaveLength(6);
  writeFileSync(file, readFileSync(file).subarray(0, -40));
  expect(await save()).toMatchObject({ code: 1, stdout: '' });
});
