// Addresses in; pages as a browser shows them out, in a window that nobody sees, one after another. Whatever the page does, it ends in time.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import { LOCKED } from './lockdown.ts';
import { AppError } from '#contract/errors.ts';
import type { RenderedPage, RenderPage } from '../capture/renderedPage.ts';
import { openBrowserSession, tame, type BrowserSession } from './browserSession.ts';
import { BRING_IN_LAZY, FLATTEN, IS_QUIET, PAGE_WORLD } from './pageScripts.ts';

/** How long a page may take, in milliseconds. */
export interface RenderLimits {
  /** All together. */
  readonly totalMs: number;
  /** Until its document is there; then whatever has come is taken. */
  readonly loadMs: number;
  /** Until it has come to rest. */
  readonly quietMs: number;
}

const LIMITS: RenderLimits = { totalMs: 45_000, loadMs: 20_000, quietMs: 8_000 };
const MAX_BYTES = 64 * 1024 * 1024;
const FRAMES_A_SECOND = 10;

/** Makes the renderer. */
export function createPageRenderer(limits: RenderLimits = LIMITS): RenderPage {
  let last: Promise<unknown> = Promise.resolve();
  return (address, options) => {
    const rendered = last.then(() => render(address, { ...options, limits }));
    last = rendered.catch(() => undefined);
    return rendered;
  };
}

interface RenderJob {
  readonly privateHost: string | null;
  readonly signal: AbortSignal;
  readonly limits: RenderLimits;
}

async function render(address: string, { privateHost, signal, limits }: RenderJob): Promise<RenderedPage> {
  if (signal.aborted) throw cancelled();
  const browser = await openBrowserSession({ privateHost, maxBytes: MAX_BYTES });
  const window = new BrowserWindow({
    show: false,
    width: 1280,
    height: 1000,
    webPreferences: {
      ...LOCKED,
      session: browser.session,
      // Draws without a screen, so that what waits until it is seen is seen.
      offscreen: true,
      disableDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
    },
  });
  tame(window.webContents);
  window.webContents.setFrameRate(FRAMES_A_SECOND);
  const host = new URL(address).host;
  let timer: NodeJS.Timeout | undefined;
  let onAbort = (): void => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow(host, limits.totalMs)), limits.totalMs);
    onAbort = () => reject(cancelled());
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    window.webContents.on('render-process-gone', () => reject(crashed(host)));
  });
  try {
    return await Promise.race([ended, show(window.webContents, address, browser, limits)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    window.destroy();
    await browser.clear();
  }
}

async function show(
  contents: WebContents,
  address: string,
  browser: BrowserSession,
  { loadMs, quietMs }: RenderLimits,
): Promise<RenderedPage> {
  const loading = contents.loadURL(address).catch((failure: unknown) => failure);
  const failure = await Promise.race([loading, afterMs(loadMs)]);
  // A page that goes on elsewhere by itself breaks its first load off; one that never ends is taken as far as it came.
  if (failure !== undefined && !/^https?:/.test(contents.getURL())) throw notLoaded(new URL(address).host, failure);
  await rest(contents, browser, quietMs);
  await run(contents, BRING_IN_LAZY);
  await rest(contents, browser, quietMs);
  await run(contents, FLATTEN);
  contents.stop();
  return { bytes: await pageBytes(contents), address: contents.getURL() };
}

/** Waits until nothing is being fetched and the page has stopped changing, but no longer than `mostMs`. */
async function rest(contents: WebContents, browser: BrowserSession, mostMs: number): Promise<void> {
  const until = performance.now() + mostMs;
  while (performance.now() < until) {
    const isQuiet = await run(contents, IS_QUIET);
    if (isQuiet === true && browser.inFlight() === 0) return;
  }
}

async function run(contents: WebContents, code: string): Promise<unknown> {
  const answer: unknown = await contents.executeJavaScriptInIsolatedWorld(PAGE_WORLD, [{ code }]);
  return answer;
}

/** The page with its pictures as MHTML, which the browser writes from what it has fetched already. */
export async function pageBytes(contents: WebContents): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'layover-page-'));
  try {
    const file = join(folder, 'page.mhtml');
    await contents.savePage(file, 'MHTML');
    if ((await stat(file)).size > MAX_BYTES) throw tooLarge();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function afterMs(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

function cancelled(): AppError {
  return new AppError('cancelled', 'Cancelled. Nothing was stored; the link is kept. Save it again whenever you like.');
}

function tooSlow(host: string, ms: number): AppError {
  return new AppError(
    'timeout',
    `The page of ${host} did not come to rest within ${Math.round(ms / 1000)} seconds. Nothing was stored; the link is kept.`,
  );
}

function crashed(host: string): AppError {
  return new AppError('unreadable', `The page of ${host} made its browser fail. Nothing was stored; the link is kept.`);
}

function notLoaded(host: string, cause: unknown): AppError {
  return new AppError('network', `${host} could not be opened in a browser. Nothing was stored; the link is kept.`, {
    cause,
  });
}

function tooLarge(): AppError {
  return new AppError(
    'too-large',
    'This page is larger than 64 MB with its pictures. Nothing was stored; the link is kept.',
  );
}
