// A number of pages in; what it costs to save them in the real app out: articles a minute, bytes, memory of all its processes, and how
// long the window and the main process were not to be spoken to. The floor is plain Node fetching and writing the same bytes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allowLoopback, appFolders, startApp } from '../../helpers/electronApp.ts';
import { percentiles, type Figure } from './figures.ts';
import { memoryMb, readProbe, startProbe, type Lags } from './lagProbe.ts';

const IMAGES = 10;
const AT_ONCE = 4;
const MOST_MS = 20 * 60_000;
const IDLE_MS = 3_000;

/** Saves pages of ten pictures each from a site of this machine. */
export async function measureCapture(pages: number): Promise<readonly Figure[]> {
  const site = fork(join(process.env['QUALITY_PROGRAMS'] ?? '', 'siteProcess.mjs'));
  const [origin] = await once(site, 'message');
  if (typeof origin !== 'string') throw new Error('the site did not start');
  try {
    const app = await measureApp(origin, pages);
    const floor = await measureFloor(origin, pages);
    const about = { bench: 'capture', size: pages };
    const bare = 'fetched and written bare';
    return [
      {
        ...about,
        name: 'articles',
        unit: '/min',
        value: pages / app.minutes,
        peer: pages / floor.minutes,
        against: bare,
      },
      { ...about, name: 'bytes on disk', unit: 'MB', value: app.bytes / 1e6, peer: floor.bytes / 1e6, against: bare },
      { ...about, name: 'peak memory', unit: 'MB', value: app.busy.peakMb, peer: app.idleMb, against: 'before' },
      ...percentiles({ ...about, name: 'lag of the window', against: 'idle' }, app.busy.window, app.idle.window),
      ...percentiles({ ...about, name: 'lag of the main process', against: 'idle' }, app.busy.main, app.idle.main),
    ];
  } finally {
    site.kill();
  }
}

interface AppCost {
  readonly minutes: number;
  readonly bytes: number;
  readonly idleMb: number;
  readonly idle: Lags;
  readonly busy: Lags;
}

async function measureApp(origin: string, pages: number): Promise<AppCost> {
  const folders = appFolders();
  const app = await startApp(folders);
  const { window: page, electron } = app;
  await allowLoopback(page);
  const idleMb = await memoryMb(electron);
  await startProbe(electron, page);
  await page.waitForTimeout(IDLE_MS);
  const idle = await readProbe(electron, page);
  const started = performance.now();
  await page.evaluate(
    async (addresses) => {
      for (const address of addresses)
        await window.layover.call('save.add', { source: { from: 'address', address }, isTyped: true });
    },
    Array.from({ length: pages }, (_, index) => `${origin}/page/${index}`),
  );
  await page.getByRole('region', { name: 'Saves under way' }).waitFor({ state: 'hidden', timeout: MOST_MS });
  const minutes = (performance.now() - started) / 60_000;
  const busy = await readProbe(electron, page);
  await app.quit();
  const stored = (await readdir(join(folders.library, 'assets'), { recursive: true })).filter((name) =>
    name.endsWith('.png'),
  ).length;
  if (stored !== pages * IMAGES) process.stderr.write(`${stored} pictures were stored of ${pages * IMAGES}\n`);
  const bytes = await sizeOf(folders.library);
  folders.remove();
  return { minutes, bytes, idleMb, idle, busy };
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
