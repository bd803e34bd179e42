// An empty folder in; a library with trips of all kinds out: one that is to be checked, one that nothing is on, one that has left, two that are over.
// What stands on their boards comes from real checks of what a real site has sent; the articles are of our own writing.
import { deflateSync } from 'node:zlib';
import type { ArticleId } from '#contract/article.ts';
import type { TripPlan } from '#contract/trip.ts';
import { openLayover } from '../../../electron/layover.ts';
import { startSite, type Route } from '../../helpers/site.ts';
import { seededRandom } from '../../unit/store/drafts.ts';
import { pngChunk } from '../../unit/capture/pictures.ts';
import { at, clicked, type Go } from './goTo.ts';
import type { Answers } from './staging.ts';

const SENTENCES = [
  'The keeper wrote every arrival down by hand, one line for each night, and never missed one in thirty years.',
  'What he did not write down, the sea did, in rings of salt on the lower steps of the stair.',
  'In summer the steamer brought newspapers, spare parts and people with instruments, who asked about the rings and stayed for the lamp.',
  'From the gallery one sees three harbours at once, and on clear nights the train that climbs out of the valley.',
] as const;

interface Letter {
  readonly title: string;
  readonly site: string;
  readonly minutes: number;
  readonly pictures: number;
  /** Of its pictures the site has lost so many. */
  readonly lost?: number;
  readonly asksToSignIn?: boolean;
}

const LETTERS: readonly Letter[] = [
  { title: 'How the tide tables were made', site: 'Harbour Notes', minutes: 14, pictures: 2 },
  { title: 'A timetable is a promise', site: 'The Long Platform', minutes: 7, pictures: 1 },
  { title: 'Salt roads, and who still walks them', site: 'Field Letters', minutes: 31, pictures: 3 },
  { title: 'Winter quarters of the pilot boats', site: 'Harbour Notes', minutes: 22, pictures: 2 },
  { title: 'What the night mail carried', site: 'The Long Platform', minutes: 11, pictures: 3, lost: 2 },
  { title: 'On being unreachable', site: 'Slow Post', minutes: 12, pictures: 1 },
  { title: 'Fog signals of the northern coast', site: 'Ice Ledger', minutes: 8, pictures: 1 },
  { title: 'The keeper’s second table', site: 'Harbour Notes', minutes: 4, pictures: 1 },
  { title: 'The map room under the station', site: 'The Long Platform', minutes: 17, pictures: 2 },
  { title: 'Letters to a lighthouse', site: 'Slow Post', minutes: 9, pictures: 1, asksToSignIn: true },
  { title: 'Three harbours in one night', site: 'Field Letters', minutes: 19, pictures: 2 },
];

const TRIPS = {
  planned: 'Lisbon, by night train',
  stopped: 'The islands, in March',
  past: 'Bergen, last week',
  empty: 'Somewhere warm',
  unread: 'Two days without a signal',
  read: 'The slow boat back',
} as const;

const DAY_MS = 86_400_000;
const PLAN: Omit<TripPlan, 'name' | 'departure'> = {
  minutes: 180,
  sizeBytes: 50_000_000,
  fetchBytes: null,
  sources: [{ from: 'queue' }],
  reminds: false,
};

/** Fills the library in the folder and closes it. Throws what a save throws. */
export async function fillTrips(folder: string, worker: string): Promise<void> {
  let clock = Date.now();
  const layover = await openLayover({
    folder,
    workerFile: worker,
    classify: () => 'public',
    now: () => new Date(clock),
    isPatient: false,
    report: (bug) => process.stderr.write(`${String(bug)}\n`),
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
  const site = await startSite(Object.fromEntries(LETTERS.flatMap(routesOf)));
  const ids: ArticleId[] = [];
  try {
    for (const [index, { title }] of LETTERS.entries()) {
      // One a fortnight, the first of them last winter.
      clock = Date.now() - (LETTERS.length - index) * 14 * DAY_MS;
      const { id } = await layover.saves.add({ from: 'address', address: site.url(`/${index}`) }, title);
      const { progress } = await layover.saves.settled(id);
      if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
      ids.push(progress.articleId);
    }
  } finally {
    await site.close();
  }
  clock = Date.now();
  const [, begun] = ids;
  if (begun !== undefined)
    await layover.change(begun, (article) => ({ ...article, reading: { ...article.reading, progress: 0.4 } }));
  const make = async (
    name: string,
    days: number,
    minutes = 180,
  ): Promise<Awaited<ReturnType<typeof layover.trips.make>>> => {
    const day = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    return layover.trips.make({ ...PLAN, name, minutes, departure: { day, time: '07:40', zone: 'Europe/Lisbon' } });
  };
  const mark = (count: number): Promise<unknown> =>
    Promise.all(
      ids.slice(0, count).map((id) =>
        layover.change(id, (article) => ({
          ...article,
          reading: { ...article.reading, progress: 1, read: new Date().toISOString(), seconds: 520 },
        })),
      ),
    );

  const unread = await make(TRIPS.unread, -9);
  await layover.trips.add(unread.id, ids.slice(0, 4));
  await layover.trips.leave(unread.id, false);
  await layover.trips.leave(unread.id, true);
  const over = await make(TRIPS.read, -6);
  await layover.trips.add(over.id, ids.slice(4, 8));
  await layover.trips.leave(over.id, false);
  const before = new Map((await layover.cards()).map(({ id, reading }) => [id, reading]));
  await mark(8);
  await layover.trips.leave(over.id, true);
  for (const [id, reading] of before) await layover.change(id, (article) => ({ ...article, reading }));
  await make(TRIPS.empty, 40);
  for (const [name, days] of [
    [TRIPS.planned, 3],
    [TRIPS.stopped, 20],
    [TRIPS.past, -7],
  ] as const) {
    const { id } = await make(name, days);
    const { items } = await layover.trips.fill(id);
    await layover.trips.lock(id, items[2]?.key ?? '', true);
  }
  await layover.close();
}

function routesOf(letter: Letter, index: number): readonly (readonly [string, Route])[] {
  const pictures = Array.from({ length: letter.pictures - (letter.lost ?? 0) }, (_, at): readonly [string, Route] => [
    `/${index}-${at}.png`,
    { headers: { 'content-type': 'image/png' }, body: seascape(index * 7 + at) },
  ]);
  return [[`/${index}`, { body: letter.asksToSignIn === true ? formOf(letter) : pageOf(letter, index) }], ...pictures];
}

function pageOf({ title, site, minutes, pictures }: Letter, index: number): string {
  const paragraphs = Array.from({ length: minutes * 3 }, (_, at) => {
    const text = [0, 1, 2, 3].map((step) => SENTENCES[(index + at + step) % SENTENCES.length]).join(' ');
    const picture =
      at < pictures ? `<figure><img src="/${index}-${at}.png" alt="The sea in the evening"></figure>` : '';
    return `${picture}<p>${text}</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="${site}"></head><body><main><article><h1>${title}</h1>${paragraphs.join('')}</article></main></body></html>`;
}

function formOf({ title, site }: Letter): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="${site}"></head>
<body><main><h1>${title}</h1><p>Sign in with your name and your password to read this letter; only those who are known to us are shown it.</p>
<style>${'form{display:grid}'.repeat(400)}</style><form><label>Name <input name="name"></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form></main></body></html>`;
}

/** An evening at sea as a PNG, as large as a photograph: a sky, a sun, and water. */
function seascape(seed: number): Buffer {
  const [width, height] = [1200, 720];
  const any = seededRandom(seed + 1);
  const [warm, sun] = [any(), 0.2 + any() * 0.6];
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const isSea = y > height * 0.62;
    const depth = isSea ? (y / height - 0.62) / 0.38 : y / (height * 0.62);
    for (let x = 0; x < width; x += 1) {
      const near = Math.max(0, 1 - Math.hypot((x / width - sun) * 1.7, (y / height - 0.55) * (isSea ? 0.8 : 2)) * 1.5);
      const wave = isSea ? Math.sin(y * 0.9 + Math.sin(x * 0.02 + y) * 3) * 14 * depth : 0;
      const light = near * near * 90 + wave + any() * 5;
      const base = isSea ? [40, 62, 78] : [92 + 110 * depth * warm, 104 + 60 * depth, 122 + 20 * depth];
      const at = y * (width * 3 + 1) + 1 + x * 3;
      base.forEach((value, channel) => {
        rows[at + channel] = Math.min(255, Math.max(0, value + light * (1 - channel * 0.22)));
      });
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 6 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const MOST_MS = 60_000;

/** Opens a trip by its name. */
const trip = (name: string, ...then: readonly Go[]): Go =>
  at('#/trips', async (stage) => {
    await stage.page.getByRole('button', { name, exact: true }).click();
    await stage.page.locator('.board-headline h2').waitFor();
    for (const step of then) await step(stage);
  });

/** Checks the trip that is open until so many of its articles were looked at; all of them unless said. */
const checked =
  (count?: number): Go =>
  async ({ page }) => {
    await page.keyboard.press('c');
    const progress = page.locator('.board-work progress');
    await progress.waitFor();
    if (count === undefined) await progress.waitFor({ state: 'detached', timeout: MOST_MS });
    else await page.waitForFunction((least) => (document.querySelector('progress')?.value ?? least) >= least, count);
  };

/** Opens what was found of a row. */
const unfolded =
  (index: number): Go =>
  async (stage) => {
    await clicked('.board-unfold', index)(stage);
    await stage.page.mouse.move(4, 4);
  };

const staged =
  (answers: Answers, go: Go): Go =>
  async (stage) => {
    await stage.answer(answers);
    await go(stage);
  };

/** Screens of the library of trips. */
export const TRIP_SCREENS: Readonly<Record<string, Go>> = {
  'board-unproved': trip(TRIPS.planned),
  'board-running': trip(TRIPS.planned, checked(6)),
  board: trip(TRIPS.planned, checked()),
  'board-found': trip(TRIPS.planned, checked(), unfolded(0), unfolded(4)),
  'board-stopped': trip(TRIPS.stopped, checked(4), clicked('.board-tools .trip-action')),
  'board-repairing': staged(
    { 'trip.board': { over: { work: { kind: 'repairing', done: 1, total: 2, receivedBytes: 840_000 } } } },
    trip(TRIPS.planned),
  ),
  'board-disk-full': staged({ 'trip.board': { over: { packed: 'disk' } } }, trip(TRIPS.planned)),
  'board-read-only': staged({ 'library.info': { over: { isReadOnly: true } } }, trip(TRIPS.planned, unfolded(0))),
  'trips-list': at('#/trips'),
  'trip-past': trip(TRIPS.past),
  'trip-empty': trip(TRIPS.empty),
  'trip-left': trip(TRIPS.stopped, clicked('.trip-when .trip-action')),
  'trip-unread': trip(TRIPS.unread),
  'trip-read': trip(TRIPS.read),
};
