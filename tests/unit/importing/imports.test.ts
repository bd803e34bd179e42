// Another program's library comes along: looked at first, then kept, joined or put on its way, each row with what became of it; a second
// time nothing changes.
import { join } from 'node:path';
import type { ImportLine, ImportProgress } from '#contract/imports.ts';
import { expect } from 'playwright/test';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { test } from '../store/testLibrary.ts';

const OUT = join(import.meta.dirname, '../../../out');
const NOBODY: Pick<ImportProgress['outcomes'], 'failed'> = { failed: 0 };

const POCKET = [
  'title,url,time_added,tags,status',
  'Above the valley,https://notes.example/valley,1388534400,hills|walks,archive',
  '"Two lamps, and a stair",https://notes.example/lamps?utm_source=x,1420070400,,unread',
  'Again,https://notes.example/lamps,1420070500,lamps,unread',
  'A mail,mailto:me@notes.example,1420070400,,unread',
  '',
].join('\n');

const WALLABAG = JSON.stringify([
  {
    id: 1,
    title: 'The ledger',
    url: 'https://dead.example/ledger',
    is_archived: 1,
    is_starred: true,
    created_at: '2016-09-08T11:55:58+0200',
    tags: ['ships'],
    content: `<p>In the winter of that year no ship came for forty days, and the ledger stayed white.</p>
      <p>${'The keeper wrote every arrival down by hand, one line for each night. '.repeat(8)}</p><img src="https://dead.example/a.png" alt="A page">`,
    annotations: [{ text: 'White!', quote: 'the ledger stayed white', ranges: [] }],
  },
]);

async function open(folder: string): Promise<Layover> {
  return openLayover({
    folder,
    workerFile: join(OUT, 'extractWorker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
}

const files = (text: string, name = 'export') => [{ name, bytes: new TextEncoder().encode(text) }];

async function run(layover: Layover, text: string): Promise<{ progress: ImportProgress; lines: ImportLine[] }> {
  const { id } = await layover.imports.preview('export', files(text));
  await layover.imports.start(id, false);
  const progress = await layover.imports.settled(id);
  const lines: ImportLine[] = [];
  for await (const piece of layover.imports.lines(id)) lines.push(...piece);
  return { progress, lines };
}

test('what has no text goes on its way with all that was said of it, each address once, and a second time nothing changes', async ({
  folder,
}) => {
  const layover = await open(folder);
  await layover.library.setSettings({ savesPaused: true });
  layover.saves.setPaused(true);
  expect(await layover.imports.preview('part.csv', files(POCKET))).toMatchObject({
    formats: [{ format: 'pocket', rows: 4 }],
    fresh: 2,
    withBody: 0,
    here: 0,
    repeated: 1,
    skipped: { 'bad-address': 1 },
    tags: 3,
    oldest: '2014-01-01T00:00:00.000Z',
    newest: '2015-01-01T00:01:40.000Z',
  });
  expect(layover.saves.list()).toEqual([]);

  const { progress, lines } = await run(layover, POCKET);
  expect(progress).toMatchObject({ state: 'done', done: 4, total: 4 });
  expect(progress.outcomes).toMatchObject({ ...NOBODY, queued: 2, merged: 1, skipped: 1 });
  expect(lines.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'queued'],
    [3, 'queued'],
    [4, 'merged'],
    [5, 'skipped'],
  ]);
  expect(lines[3]).toMatchObject({ skip: 'bad-address', failure: null });
  const marks = [...layover.saves.records()].map(({ imported }) => imported);
  expect(marks).toMatchObject([
    { title: 'Above the valley', tags: ['hills', 'walks'], archived: true, saved: '2014-01-01T00:00:00.000Z' },
    { title: 'Two lamps, and a stair', tags: ['lamps'], archived: false, saved: '2015-01-01T00:00:00.000Z' },
  ]);

  const again = await run(layover, POCKET);
  expect(again.progress.outcomes).toMatchObject({ queued: 0, merged: 0, unchanged: 3, skipped: 1 });
  expect(layover.saves.list()).toHaveLength(2);
  await layover.close();

  const later = await open(folder);
  expect([...later.saves.records()].map(({ imported }) => imported)).toEqual(marks);
  await later.close();
});

test('a text in the export is kept though its page is gone, with its highlights, its date and its state', async ({
  folder,
}) => {
  const layover = await open(folder);
  layover.saves.setPaused(true);
  const { progress } = await run(layover, WALLABAG);
  expect(progress.outcomes).toMatchObject({ ...NOBODY, kept: 1 });
  const [card] = await layover.cards();
  if (card === undefined) throw new Error('not kept');
  expect(card).toMatchObject({
    title: 'The ledger',
    saved: '2016-09-08T09:55:58.000Z',
    tags: ['ships'],
    starred: true,
    reading: { archived: true },
  });
  expect(await layover.library.text(card.id)).toContain('no ship came for forty days');
  expect((await layover.article(card.id)).report.missing.map(({ url }) => url)).toEqual(['https://dead.example/a.png']);
  expect(await layover.highlights.of(card.id)).toMatchObject([
    { note: 'White!', target: { quote: { exact: 'the ledger stayed white' } } },
  ]);
  // What is missing of it is asked for behind everything else.
  expect([...layover.saves.records()].map(({ source }) => source.from)).toEqual(['repair']);

  const again = await run(layover, WALLABAG);
  expect(again.progress.outcomes).toMatchObject({ kept: 0, merged: 0, unchanged: 1 });
  expect(await layover.highlights.of(card.id)).toHaveLength(1);
  await layover.close();
});

test('a file that is nothing we know is refused in words, and nothing is written', async ({ folder }) => {
  const layover = await open(folder);
  await expect(
    layover.imports.preview('x.bin', [{ name: 'x.bin', bytes: new Uint8Array(400).fill(7) }]),
  ).rejects.toThrow('Nothing in this file is known to Layover');
  expect(await layover.imports.list()).toEqual([]);
  await layover.close();
});
