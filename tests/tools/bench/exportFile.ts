// Nothing in; what importing another program's export costs in the real app out: twelve thousand rows of addresses, and two thousand items with
// their texts, each beside reading and writing the same bytes bare, and how late the timers of window and main process come meanwhile.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { startApp, type AppFolders, type RunningApp } from '../../helpers/electronApp.ts';
import { percentiles, type Figure } from './figures.ts';
import { timed, writeBare } from './floors.ts';
import { readProbe, startProbe } from './lagProbe.ts';

const ROWS = 12_000;
const TEXTS = 2_000;
const IDLE_MS = 5_000;
const LOOK_MS = 250;
const SENTENCE =
  'The keeper wrote every arrival down by hand, one line for each night, and never missed one in thirty years. ';

/** Imports both into empty libraries. */
export async function measureExportFile(): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'layover-import-'));
  try {
    return [
      ...(await measureOne(root, `${ROWS} addresses`, 'pocket.csv', pocket(), ROWS)),
      ...(await measureOne(root, `${TEXTS} texts`, 'wallabag.json', wallabag(), TEXTS)),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureOne(
  root: string,
  what: string,
  name: string,
  text: string,
  rows: number,
): Promise<readonly Figure[]> {
  const file = join(root, name);
  writeFileSync(file, text);
  const folders: AppFolders = {
    library: join(root, `${name}.library`),
    profile: join(root, `${name}.profile`),
    remove: () => undefined,
  };
  const app = await startApp(folders);
  const { electron, window: page } = app;
  await page.evaluate(() => window.layover.call('settings.set', { savesPaused: true }));
  await startProbe(electron, page);
  await page.waitForTimeout(IDLE_MS);
  const idle = await readProbe(electron, page);
  await electron.evaluate(({ dialog }, path) => {
    Object.assign(dialog, { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [path] }) });
  }, file);
  const started = performance.now();
  const id = await choose(app);
  const looked = performance.now();
  await page.evaluate((asked) => window.layover.call('import.start', { id: asked, follows: false }), id);
  const done = await untilOver(app);
  const ended = performance.now();
  const busy = await readProbe(electron, page);
  await app.quit();
  const bare = join(root, `${name}.bare`);
  mkdirSync(bare);
  const floorMs = await timed(() => writeBare(bare, [Buffer.from(text)]));
  const about = { bench: 'import', size: null };
  return [
    { ...about, name: `${what}: looked at`, unit: 's', value: (looked - started) / 1000, peer: null, against: '' },
    {
      ...about,
      name: `${what}: imported`,
      unit: 's',
      value: (ended - looked) / 1000,
      peer: floorMs / 1000,
      against: 'the file written once',
    },
    { ...about, name: `${what}: rows`, unit: 'articles', value: done, peer: rows, against: 'in the file' },
    ...percentiles({ ...about, name: `${what}: lag of the window`, against: 'left alone' }, busy.window, idle.window),
    ...percentiles({ ...about, name: `${what}: lag of main process`, against: 'left alone' }, busy.main, idle.main),
    {
      ...about,
      name: `${what}: peak memory, main process`,
      unit: 'MB',
      value: busy.mainPeakMb,
      peer: idle.mainPeakMb,
      against: 'left alone',
    },
    {
      ...about,
      name: `${what}: peak memory, all processes`,
      unit: 'MB',
      value: busy.peakMb,
      peer: idle.peakMb,
      against: 'left alone',
    },
  ];
}

async function choose({ window: page }: RunningApp): Promise<string> {
  const answer: unknown = await page.evaluate(() => window.layover.call('import.choose', { what: 'files' }));
  return v.parse(v.object({ value: v.object({ id: v.string() }) }), answer).value.id;
}

const listSchema = v.object({
  value: v.tuple([
    v.object({ state: v.string(), outcomes: v.object({ kept: v.number(), queued: v.number() }), done: v.number() }),
  ]),
});

async function untilOver({ window: page }: RunningApp): Promise<number> {
  for (;;) {
    const answer: unknown = await page.evaluate(() => window.layover.call('import.list', undefined));
    const [{ state, outcomes }] = v.parse(listSchema, answer).value;
    if (state !== 'running') return outcomes.kept + outcomes.queued;
    await page.waitForTimeout(LOOK_MS);
  }
}

function pocket(): string {
  const row = (at: number): string =>
    `Title of the page number ${at},https://s${at % 400}.example/p/${at},${1388534400 + at},t${at % 50}|u,unread`;
  return ['title,url,time_added,tags,status', ...Array.from({ length: ROWS }, (_, at) => row(at))].join('\n');
}

function wallabag(): string {
  return JSON.stringify(
    Array.from({ length: TEXTS }, (_, at) => ({
      id: at,
      title: `Title of the text number ${at}`,
      url: `https://s${at % 400}.example/t/${at}`,
      is_archived: at % 3 === 0 ? 1 : 0,
      is_starred: at % 9 === 0 ? 1 : 0,
      created_at: '2016-09-08T11:55:58+0200',
      tags: [`t${at % 50}`],
      content: Array.from({ length: 12 }, (_each, part) => `<p>${at} ${part} ${SENTENCE.repeat(5)}</p>`).join(''),
    })),
  );
}
