// A number of pages in; what it costs to save them in the real app out: articles a minute, bytes, memory of all its processes, and how
// long the window and the main process were not to be spoken to. The floor is plain Node fetching and writing the same bytes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appFolders, startApp } from '../../helpers/electronApp.ts';

const IMAGES = 10;
const AT_ONCE = 4;
const PROBE_MS = 10;
const MOST_MS = 20 * 60_000;

/** Measures and answers the table. */
export async function measureCapture(pages: number): Promise<string> {
  const site = fork(join(process.env['QUALITY_PROGRAMS'] ?? '', 'siteProcess.mjs'));
  const [origin] = await once(site, 'message');
  if (typeof origin !== 'string') throw new Error('the site did not start');
  try {
    const app = await measureApp(origin, pages);
    const floor = await measureFloor(origin, pages);
    const rows: readonly (readonly [string, string])[] = [
      ['pages', `${pages} of ${IMAGES} pictures each`],
      ['articles a minute', (pages / app.minutes).toFixed(0)],
      [
        'of the floor',
        `${((floor.minutes / app.minutes) * 100).toFixed(0)} %, which is ${(pages / floor.minutes).toFixed(0)} a minute`,
      ],
      ['pictures stored', `${app.images} of ${pages * IMAGES}`],
      ['bytes on disk', `${(app.bytes / 1e6).toFixed(1)} MB for ${(floor.bytes / 1e6).toFixed(1)} MB that came`],
      ['peak memory', `${app.peakMb.toFixed(0)} MB in all processes, ${app.idleMb.toFixed(0)} MB before`],
      ['lag of the window', lagLine(app.windowLags)],
      ['lag of the main process', lagLine(app.mainLags)],
    ];
    return rows.map(([name, value]) => `${name.padEnd(24)}  ${value}\n`).join('');
  } finally {
    site.kill();
  }
}

interface AppCost {
  readonly minutes: number;
  readonly images: number;
  readonly bytes: number;
  readonly peakMb: number;
  readonly idleMb: number;
  /** Milliseconds that a timer came late, one for each time it came. */
  readonly windowLags: readonly number[];
  readonly mainLags: readonly number[];
}

async function measureApp(origin: string, pages: number): Promise<AppCost> {
  const folders = appFolders();
  const app = await startApp(folders);
  const { window: page, electron } = app;
  const idleMb = await electron.evaluate(({ app: own }) =>
    own.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  );
  await electron.evaluate(({ app: own }, probeMs) => {
    const probe = { peakMb: 0, lags: [] as number[] };
    Object.assign(globalThis, { probe });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      probe.lags.push(Math.max(0, now - last - probeMs));
      last = now;
    }, probeMs);
    setInterval(() => {
      const mb = own.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0);
      probe.peakMb = Math.max(probe.peakMb, mb);
    }, 200);
  }, PROBE_MS);
  await page.evaluate((probeMs) => {
    const lags: number[] = [];
    Object.assign(globalThis, { lags });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      lags.push(Math.max(0, now - last - probeMs));
      last = now;
    }, probeMs);
  }, PROBE_MS);
  const started = performance.now();
  await page.evaluate(
    async (addresses) => {
      for (const address of addresses) await window.layover.call('save.add', { source: { from: 'address', address } });
    },
    Array.from({ length: pages }, (_, index) => `${origin}/page/${index}`),
  );
  await page.getByRole('region', { name: 'Saves under way' }).waitFor({ state: 'hidden', timeout: MOST_MS });
  const minutes = (performance.now() - started) / 60_000;
  const windowLags = numbersIn(await page.evaluate((): unknown => Reflect.get(globalThis, 'lags')));
  const probe = await electron.evaluate((): unknown => Reflect.get(globalThis, 'probe'));
  const cards = await page.evaluate(async (): Promise<unknown> => window.layover.call('library.cards', undefined));
  await app.quit();
  const bytes = await sizeOf(folders.library);
  folders.remove();
  return { minutes, images: imagesIn(cards), bytes, idleMb, windowLags, ...probeIn(probe) };
}

/** Fetches the same addresses, as many at once as the app does, and writes each so that it is durable. */
async function measureFloor(
  origin: string,
  pages: number,
): Promise<{ readonly minutes: number; readonly bytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'layover-floor-'));
  const queue = Array.from({ length: pages }, (_, index) => index);
  let bytes = 0;
  async function keep(address: string, name: string): Promise<void> {
    const body = new Uint8Array(await (await fetch(address)).arrayBuffer());
    bytes += body.byteLength;
    const file = await open(join(folder, name), 'wx');
    await file.write(body);
    await file.sync();
    await file.close();
  }
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        await keep(`${origin}/page/${index}`, `${index}.html`);
        await Promise.all(
          Array.from({ length: IMAGES }, (_, at) =>
            keep(`${origin}/${index ?? 0}-${at}.png`, `${index ?? 0}-${at}.png`),
          ),
        );
      }
    }),
  );
  const minutes = (performance.now() - started) / 60_000;
  await rm(folder, { recursive: true });
  return { minutes, bytes };
}

async function sizeOf(folder: string): Promise<number> {
  let size = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return size;
}

function lagLine(lags: readonly number[]): string {
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
}

function probeIn(value: unknown): { readonly peakMb: number; readonly mainLags: readonly number[] } {
  if (typeof value !== 'object' || value === null || !('peakMb' in value) || !('lags' in value))
    throw new Error('no probe');
  return { peakMb: Number(value.peakMb), mainLags: numbersIn(value.lags) };
}

function imagesIn(reply: unknown): number {
  if (typeof reply !== 'object' || reply === null || !('value' in reply) || !Array.isArray(reply.value)) return 0;
  return reply.value.reduce((sum: number, card: unknown) => {
    const stored = typeof card === 'object' && card !== null && 'imagesStored' in card ? Number(card.imagesStored) : 0;
    return sum + stored;
  }, 0);
}
