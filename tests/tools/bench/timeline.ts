// A number of posts in; what a timeline of them costs in the library process and in the real window out, beside a plain array of as many
// objects and an empty virtual list of as many rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { rolldown } from 'rolldown';
import { layoutOf } from '../../../electron/store/layout.ts';
import { appArguments, electronPath } from '../../helpers/electronApp.ts';
import { writeEmptyApp } from './emptyApp.ts';
import { percentile, type Figure } from './figures.ts';
import { makeTimelineLibrary } from './timelineLibrary.ts';
import { measureTimelineProcess } from './timelineProcess.ts';

const ROUNDS = 20;
const FRAMES = 1_200;
const MOST_MS = 10 * 60_000;
/** The app looks over its library a few seconds after its first screen. */
const SETTLED_MS = 12_000;
/** A frame of sixty in a second, with what its clock is off. */
const FRAME_MS = 17;
const POST = '.post-row';
const ROW = '.empty-row';
const FILTERS = ['kind=video', 'state=saved', 'from=2005&to=2010-06', 'text=a', 'text=st'] as const;
const FLOOR = 'an empty list of as many rows';

/** What one side took, in milliseconds. */
interface Measured {
  readonly opened: readonly number[];
  readonly switched: readonly number[];
  readonly filtered: readonly number[];
  readonly jumped: readonly number[];
  readonly frames: readonly number[];
  readonly heapMb: number;
}

/** Makes the library, which takes some ten seconds for 100,000 posts, and measures both. */
export async function measureTimeline(size: number): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'layover-timeline-'));
  try {
    const folder = join(root, 'library');
    const posts = await makeTimelineLibrary(folder, size);
    const about = { bench: 'timeline', size: posts };
    const inProcess = await measureTimelineProcess(folder, posts);
    rmSync(join(layoutOf(folder).catalogue, 'posts'));
    const floor = await measureFloor(root, posts);
    const own = await measureWindow(root, folder);
    const ms = (name: string, values: readonly number[], peers: readonly number[], share = 0.95): Figure => {
      const [value, peer] = [percentile(values, share), percentile(peers, share)];
      return { ...about, name, unit: 'ms', value, peer, against: FLOOR };
    };
    const late = (frames: readonly number[]): number =>
      (frames.filter((frame) => frame > FRAME_MS).length / frames.length) * 100;
    return [
      ...inProcess,
      ms('view opened, library never seen before', own.opened.slice(0, 1), floor.opened.slice(0, 1), 1),
      ms('view opened, first time in a session', own.opened.slice(1, 2), floor.opened.slice(0, 1), 1),
      ms('view opened, from then on, p50', own.opened.slice(2), floor.opened.slice(1), 0.5),
      ms('view opened, from then on, p95', own.opened.slice(2), floor.opened.slice(1)),
      ms('axis switched and painted, p50', own.switched, floor.switched, 0.5),
      ms('axis switched and painted, p95', own.switched, floor.switched),
      ms('filtered and painted, p95', own.filtered, floor.switched),
      ms('jumped and painted, p95', own.jumped, floor.jumped),
      {
        ...about,
        name: 'frames late, end to end',
        unit: '%',
        value: late(own.frames),
        peer: late(floor.frames),
        against: FLOOR,
      },
      ms('longest frame, end to end', own.frames, floor.frames, 1),
      {
        ...about,
        name: 'renderer heap after it all',
        unit: 'MB',
        value: own.heapMb,
        peer: floor.heapMb,
        against: FLOOR,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureWindow(root: string, library: string): Promise<Measured> {
  const folders = { library, profile: join(root, 'profile'), remove: () => undefined };
  // The first time the library is new to the app, which reads its texts and lists behind the window.
  const cold = await inWindow(appArguments(folders), async (page) => {
    await page.locator('[data-row-main]').first().waitFor();
    const ms = await timed(page, { hash: '#/timeline' }, POST);
    await page.waitForFunction(isWhole, undefined, { polling: 200 });
    return ms;
  });
  return inWindow(appArguments(folders), async (page) => {
    await page.locator('[data-row-main]').first().waitFor();
    await page.waitForTimeout(SETTLED_MS);
    const opened = [cold];
    for (let round = 0; round < ROUNDS; round += 1) {
      opened.push(await timed(page, { hash: '#/timeline' }, POST));
      await page.evaluate(() => location.assign('#/settings'));
      await page.waitForFunction(() => document.querySelector('.timeline-place') === null);
    }
    await timed(page, { hash: '#/timeline' }, POST);
    const [switched, filtered, jumped]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const key of ['2', '3', '4', '1']) switched.push(await timed(page, { key }, POST));
      for (const filter of FILTERS) filtered.push(await timed(page, { hash: `#/timeline?${filter}` }, POST));
      await timed(page, { hash: '#/timeline' }, POST);
      for (const bar of ['End', 'PageUp', 'PageUp', 'Home']) jumped.push(await timed(page, { bar }, POST));
    }
    const frames = await scrollThrough(page);
    return { opened, switched, filtered, jumped, frames, heapMb: await heapMb(page) };
  });
}

/** Whether nothing is being read any more; runs in the window. */
async function isWhole(): Promise<boolean> {
  const answer = await window.layover.call('library.progress', undefined);
  return JSON.stringify(answer) === '{"ok":true,"value":{"articles":null,"texts":null,"lists":null}}';
}

async function measureFloor(root: string, rows: number): Promise<Measured> {
  const html = `<!doctype html><html data-rows="${rows}"><meta charset="utf-8"><style>html, body, #app { height: 100%; margin: 0 }
.virtual-list { height: 100%; overflow-y: auto; overflow-anchor: none }</style><div id="app"></div><script src="page.js"></script></html>`;
  return inWindow(writeEmptyApp(root, html, await bundledList()), async (page) => {
    const [opened, switched, jumped]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round <= ROUNDS; round += 1) {
      opened.push(await timed(page, { key: '1' }, ROW));
      for (const key of ['2', '3', '4']) switched.push(await timed(page, { key }, ROW));
      for (const share of [1, 0.9, 0.8, 0]) jumped.push(await timed(page, { share }, ROW));
      await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '0' })));
      await page.waitForFunction(() => document.querySelector('.virtual-list') === null);
    }
    await timed(page, { key: '1' }, ROW);
    const frames = await scrollThrough(page);
    return { opened, switched, filtered: switched, jumped, frames, heapMb: await heapMb(page) };
  });
}

/** What is done: going to an address, pressing a key, a key on the strip, or scrolling to a share of the whole. */
type Act = Partial<Readonly<Record<'hash' | 'key' | 'bar', string>>> & { readonly share?: number };

/** Milliseconds from the act until the first frame is painted that shows what it asked for, with no row that waits for its post. */
async function timed(page: Page, act: Act, row: string): Promise<number> {
  return page.evaluate(
    async ([{ hash, key, bar, share }, wanted]) => {
      const before = document.querySelector('.virtual-list');
      const top = before?.scrollTop;
      before?.setAttribute('data-old', '');
      const started = performance.now();
      if (hash !== undefined) location.assign(hash);
      if (key !== undefined) document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      if (bar !== undefined)
        document
          .querySelector('[role=slider]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: bar, bubbles: true }));
      if (share !== undefined && before !== null)
        before.scrollTop = (before.scrollHeight - before.clientHeight) * share;
      return new Promise<number>((resolve) => {
        const look = (): void => {
          const list = document.querySelector('.virtual-list');
          const isMoved = bar !== undefined || share !== undefined;
          const isThere = list !== null && (isMoved ? list.scrollTop !== top : !list.hasAttribute('data-old'));
          if (isThere && list.querySelector(wanted) !== null && list.querySelector('.post-row-waiting') === null)
            setTimeout(() => resolve(performance.now() - started));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    [act, row] as const,
  );
}

/** From one end to the other in so many frames; milliseconds between them. */
async function scrollThrough(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    (frames) =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('.virtual-list');
        const between: number[] = [];
        let before: number | undefined;
        let frame = 0;
        const step = (now: number): void => {
          if (before !== undefined) between.push(now - before);
          before = now;
          frame += 1;
          if (list !== null) list.scrollTop = ((list.scrollHeight - list.clientHeight) * frame) / frames;
          if (frame > frames) resolve(between);
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    FRAMES,
  );
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

async function inWindow<T>(args: readonly string[], measure: (page: Page) => Promise<T>): Promise<T> {
  const app: ElectronApplication = await _electron.launch({ executablePath: electronPath(), args: [...args] });
  try {
    const page = await app.firstWindow({ timeout: MOST_MS });
    page.setDefaultTimeout(MOST_MS);
    await page.waitForLoadState();
    return await measure(page);
  } finally {
    await app.close();
  }
}

/** The list with React as one script. */
async function bundledList(): Promise<string> {
  const root = process.env['QUALITY_ROOT'] ?? '';
  const bundle = await rolldown({
    cwd: root,
    input: join(root, 'tests/tools/bench/emptyList.tsx'),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    moduleTypes: { '.css': 'empty' },
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return output[0].code;
}
