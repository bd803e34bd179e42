// The departure check in a real Electron: what is whole is ready, and in seeded runs with faults nothing is called ready that is not.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { _electron, expect, test, type ElectronApplication } from 'playwright/test';
import type { BoardStatus } from '#contract/trip.ts';
import { layoutOf, type Layout } from '../../electron/store/layout.ts';
import { buildProgram } from '../helpers/buildProgram.ts';
import { extent } from '../helpers/extent.ts';
import { seededRandom } from '../unit/store/drafts.ts';
import { makeDepartureLibrary, type Packed } from './departureLibrary.ts';
import type { Checked, Departure } from './departureProgram.ts';

declare const departure: Departure;

const OUT = join(import.meta.dirname, '../../out');
/** How often faults are looked for. */
const RUNS = extent(40, 100);
const AT_A_TIME = 2;

let root: string;
let layout: Layout;
let electron: ElectronApplication;
let articles: readonly Packed[];

test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'layover-departure-'));
  layout = layoutOf(join(root, 'library'));
  articles = await makeDepartureLibrary(layout.root, hasTypefaceFor('6f22'));
  // What a fault takes is brought back from here.
  cpSync(layout.root, join(root, 'whole'), { recursive: true, preserveTimestamps: true });
  for (const name of ['fonts', 'resources', 'renderer'])
    cpSync(join(OUT, name), join(root, 'built', name), { recursive: true, preserveTimestamps: true });
  await buildProgram('tests/electron/departureProgram.ts', join(root, 'app', 'departure.cjs'));
  writeFileSync(join(root, 'app', 'package.json'), JSON.stringify({ name: 'departure', main: 'departure.cjs' }));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  electron = await _electron.launch({
    executablePath: process.env['LAYOVER_ELECTRON'] ?? '',
    args: [...asRoot, `--user-data-dir=${join(root, 'profile')}`, join(root, 'app')],
  });
  await electron.evaluate((_electron, [folder, built, worker]) => departure.open(folder, built, worker), [
    layout.root,
    join(root, 'built'),
    join(OUT, 'extractWorker.cjs'),
  ] as const);
});

test.afterAll(async () => {
  expect(await electron.evaluate(() => departure.bugs())).toEqual([]);
  await electron.evaluate(() => departure.close());
  await electron.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** Whether the system, not the app, has a character. */
function hasTypefaceFor(codePoint: string): boolean {
  if (process.platform !== 'linux') return true;
  return execFileSync('fc-list', [`:charset=${codePoint}`], { encoding: 'utf8' }).trim() !== '';
}

function check(chosen: readonly Packed[]): Promise<Checked> {
  const ids = chosen.map(({ id }) => id);
  return electron.evaluate((_electron, asked) => departure.check(asked), ids);
}

type Said = readonly [title: string, status: BoardStatus, missingImages: number];

const saidOf = ({ rows }: Pick<Checked, 'rows'>): readonly Said[] =>
  rows.map(({ title, status, missingImages }) => [title, status, missingImages]);

test('what is whole is ready, and what is not says why', async () => {
  const checked = await check(articles);
  expect(saidOf(checked)).toEqual(articles.map(({ title, status, missingImages }) => [title, status, missingImages]));
  expect(checked.ready).toBe(articles.filter(({ status }) => status === 'ready').length);
  expect(await electron.evaluate(() => departure.windows())).toBe(0);
  for (const { check } of checked.rows) {
    expect(check?.evidence?.picture).toMatch(/^\/trip\/[a-z2-7]{12}\/picture\/[0-9a-f]{24}\.png$/);
    const picture = readFileSync(join(layout.trips, checked.trip, basename(check?.evidence?.picture ?? '')));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([320, 200]);
  }
});

test('an article that makes its window fail is broken, and the next is opened all the same', async () => {
  const chosen = articles.filter(({ status }) => status === 'ready').slice(0, 3);
  await electron.evaluate(() => departure.crashNext());
  const { rows } = await check(chosen);
  expect(rows.map(({ status }) => status).sort()).toEqual(['broken', 'ready', 'ready']);
  expect(rows.find(({ status }) => status === 'broken')?.check?.problem?.code).toBe('unreadable');
});

/** What was done to a library, and which articles it must have changed into what. */
interface Fault {
  readonly name: string;
  /** It can be done to such an article alone. */
  readonly needs?: (article: Packed) => boolean;
  /** `undefined` when it cannot be done to these. */
  readonly does: (chosen: readonly Packed[], any: () => number) => ReadonlyMap<Packed, Said> | undefined;
}

const folderOf = ({ id }: Packed): string => layout.article(id);
const assetOf = (file: string): string => join(layout.assets, file);
const pick = <T>(list: readonly T[], any: () => number): T | undefined => list[Math.floor(any() * list.length)];

/** The article is broken whatever else is the matter with it. */
const broken = (...which: readonly Packed[]): ReadonlyMap<Packed, Said> =>
  new Map(which.map((article) => [article, [article.title, 'broken', 0]]));

function flipByte(file: string, any: () => number, from = 0): void {
  const bytes = readFileSync(file);
  const at = from + Math.floor(any() * (bytes.length - from));
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(any() * 8));
  writeFileSync(file, bytes);
}

function truncate(file: string, any: () => number): void {
  truncateSync(file, Math.floor(any() * readFileSync(file).length));
}

/** Where the head line of a content ends: what is flipped in it is never read. */
const bodyAt = (file: string): number => readFileSync(file).indexOf('\n') + 1;

/** Takes one picture away by `harm`; whoever lacks one already lacks one more. */
function harmPicture(harm: (file: string) => void): Fault['does'] {
  return (chosen, any) => {
    const article = pick(
      chosen.filter(({ pictures, status }) => pictures.length > 0 && status !== 'textOnly'),
      any,
    );
    const file = article && pick(article.pictures, any);
    if (article === undefined || file === undefined) return undefined;
    harm(assetOf(file));
    const status = article.pictures.length === 1 ? 'textOnly' : 'imagesMissing';
    // Of one that never came whole nothing more is missing then.
    const more = article.isHalf ? 0 : 1;
    return new Map([[article, [article.title, status, article.missingImages + more]]]);
  };
}

/** Harms one file of the text by `harm`; an old article has no sums that tell. */
function harmText(
  name: 'content.html' | 'content.txt',
  harm: (file: string, any: () => number) => void,
): Fault['does'] {
  return (chosen, any) => {
    const article = pick(
      chosen.filter((each) => each !== articles.at(-1)),
      any,
    );
    if (article === undefined) return undefined;
    harm(join(folderOf(article), name), any);
    return broken(article);
  };
}

const FAULTS: readonly Fault[] = [
  { name: 'nothing', does: () => new Map() },
  { name: 'a deleted picture', does: harmPicture((file) => rmSync(file)) },
  {
    name: 'a flipped byte in a picture',
    does: (chosen, any) => harmPicture((file) => flipByte(file, any))(chosen, any),
  },
  { name: 'a truncated picture', does: (chosen, any) => harmPicture((file) => truncate(file, any))(chosen, any) },
  {
    name: 'a flipped byte in the content',
    does: harmText('content.html', (file, any) => flipByte(file, any, bodyAt(file))),
  },
  { name: 'a flipped byte in the text', does: harmText('content.txt', flipByte) },
  { name: 'a truncated content', does: harmText('content.html', truncate) },
  { name: 'a truncated text', does: harmText('content.txt', truncate) },
  { name: 'an emptied content', does: harmText('content.html', (file) => truncateSync(file)) },
  {
    name: 'an emptied content of an old article',
    needs: (each) => each === articles.at(-1),
    does: (chosen) => {
      const old = chosen.find((each) => each === articles.at(-1));
      if (old === undefined) return undefined;
      truncateSync(join(folderOf(old), 'content.html'));
      return broken(old);
    },
  },
  {
    name: 'contents that were exchanged',
    does: (chosen) => {
      const [one, other] = chosen.filter((each) => each !== articles.at(-1));
      if (one === undefined || other === undefined) return undefined;
      const files = [one, other].map((each) => join(folderOf(each), 'content.html'));
      const [first, second] = files.map((file) => readFileSync(file));
      writeFileSync(files[0] ?? '', second ?? '');
      writeFileSync(files[1] ?? '', first ?? '');
      return broken(one, other);
    },
  },
  {
    name: 'lost comments',
    needs: ({ hasComments }) => hasComments,
    does: (chosen) => {
      const article = chosen.find(({ hasComments }) => hasComments);
      if (article === undefined) return undefined;
      rmSync(join(folderOf(article), 'comments.html'));
      return broken(article);
    },
  },
  {
    name: 'a deleted article',
    does: (chosen, any) => {
      const article = pick(chosen, any);
      if (article === undefined) return undefined;
      rmSync(folderOf(article), { recursive: true });
      return broken(article);
    },
  },
  {
    name: 'a missing typeface',
    does: (chosen) => {
      const fonts = join(root, 'built', 'fonts');
      for (const name of readdirSync(fonts))
        if (name.startsWith('literata-latin-wght-normal')) rmSync(join(fonts, name));
      // Every title is set in it. What lacks a picture is said to lack a picture first.
      return broken(...chosen.filter(({ missingImages }) => missingImages === 0));
    },
  },
];

function bringBack(chosen: readonly Packed[]): void {
  for (const { id } of chosen) restore(layout.article(id));
  for (const { pictures } of chosen) for (const file of pictures) restore(assetOf(file));
}

/** Typefaces as they were, to the instant. */
function bringBackFonts(): void {
  cpSync(join(OUT, 'fonts'), join(root, 'built', 'fonts'), { recursive: true, preserveTimestamps: true });
}

function restore(path: string): void {
  rmSync(path, { recursive: true, force: true });
  cpSync(join(root, 'whole', relative(layout.root, path)), path, { recursive: true });
}

test(`in ${RUNS} seeded runs nothing is called ready that is not, and what is whole is`, async () => {
  test.setTimeout(240_000);
  const done = new Map<string, number>();
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const any = seededRandom(seed);
    // Each in its turn; the rest is chance.
    const fault = FAULTS[seed % FAULTS.length];
    const shuffled = articles.map((article) => {
      const isNeeded = fault?.needs?.(article) === true;
      return { article, key: isNeeded ? 0 : any() };
    });
    const chosen = shuffled
      .sort((a, b) => a.key - b.key)
      .slice(0, AT_A_TIME)
      .map(({ article }) => article);
    const changed: ReadonlyMap<Packed, Said> = fault?.does(chosen, any) ?? new Map();
    const what = `run ${seed}: ${fault?.name}`;
    if (fault !== undefined && changed.size > 0) done.set(fault.name, (done.get(fault.name) ?? 0) + 1);
    const expected = chosen.map((each): Said => changed.get(each) ?? [each.title, each.status, each.missingImages]);
    const checked = await check(chosen);
    expect(await electron.evaluate(() => departure.bugs()), what).toEqual([]);
    expect(saidOf(checked), what).toEqual(expected);
    expect(checked.ready, what).toBe(expected.filter(([, status]) => status === 'ready').length);
    // Whatever is touched afterwards is proved no more, and nothing else is.
    const touched = pick(chosen, any);
    const file = touched && pick([...touched.pictures.map(assetOf), join(folderOf(touched), 'content.html')], any);
    if (touched !== undefined && file !== undefined && existsSync(file) && existsSync(folderOf(touched))) {
      utimesSync(file, new Date(), new Date());
      const rows = await electron.evaluate((_electron, trip) => departure.rows(trip), checked.trip);
      const after = expected.map((said, index): Said =>
        chosen[index] === touched ? [touched.title, 'unproved', 0] : said,
      );
      expect(saidOf({ rows }), `${what}, then ${touched.title} touched`).toEqual(after);
    }
    bringBack(chosen);
    if (fault?.name === 'a missing typeface') bringBackFonts();
  }
  // Each could be done to what chance had chosen, at least once.
  expect([...done.keys()].sort()).toEqual(
    FAULTS.map(({ name }) => name)
      .filter((name) => name !== 'nothing')
      .sort(),
  );
});
