// Nothing in; how long the real app takes from the key until the first text of a long article is painted out. The floor is the same document
// as a bare file, opened by a key in an otherwise empty window of the same Electron.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright/test';
import { openLibrary } from '../../../electron/store/library.ts';
import { articleDocument } from '../../../electron/serve/articleDocument.ts';
import { allowLoopback, electronPath, startApp, type AppFolders } from '../../helpers/electronApp.ts';
import { startSite } from '../../helpers/site.ts';
import { writeEmptyApp } from './emptyApp.ts';
import { percentile, type Figure } from './figures.ts';
import { LONG_PICTURES, LONG_TITLE, longArticleRoutes } from './longArticle.ts';

const ROUNDS = 25;
const MOST_MS = 5 * 60_000;
const EMPTY_PAGE =
  '<!doctype html><meta charset="utf-8"><title>Floor</title><h1>Floor</h1><script src="page.js"></script>';
/** Goes to the article by a key, and tells in its address when the key was pressed. */
const BY_KEY = `addEventListener('keydown', () => { location.href = 'article.html#' + (performance.timeOrigin + performance.now()); });`;

/** Saves the article from a site of this machine, and opens it again and again on both sides. */
export async function measureReader(): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'layover-reader-'));
  const folders: AppFolders = {
    library: join(root, 'library'),
    profile: join(root, 'profile'),
    remove: () => undefined,
  };
  try {
    const own = await measureApp(folders);
    const floor = await measureFloor(root, folders.library);
    const against = 'the same document as a bare file';
    const figure = (name: string, values: readonly number[], peers: readonly number[], share: number): Figure => ({
      bench: 'reader',
      size: null,
      name,
      unit: 'ms',
      value: percentile(values, share),
      peer: percentile(peers, share),
      against,
    });
    return [
      figure('20,000 words, 60 pictures: first text painted, first time', own.slice(0, 1), floor.slice(0, 1), 1),
      figure('first text painted, p50', own.slice(1), floor.slice(1), 0.5),
      figure('first text painted, p95', own.slice(1), floor.slice(1), 0.95),
      figure('first text painted, most', own.slice(1), floor.slice(1), 1),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureApp(folders: AppFolders): Promise<readonly number[]> {
  const site = await startSite(longArticleRoutes());
  const saving = await startApp(folders);
  saving.window.setDefaultTimeout(MOST_MS);
  await allowLoopback(saving.window);
  await saving.window.evaluate(async (address) => {
    await window.layover.call('save.add', { source: { from: 'address', address }, isTyped: true });
  }, site.url('/long'));
  await saving.window.getByRole('main').getByText(LONG_TITLE).first().waitFor();
  await saving.quit();
  await site.close();

  const app = await startApp(folders);
  const page = app.window;
  const row = page.getByRole('main').getByRole('button', { name: LONG_TITLE, exact: true });
  await row.waitFor();
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await row.focus();
    await page.evaluate(noteNextKey);
    await page.keyboard.press('Enter');
    times.push(await paintedInFrame(page));
    await page.keyboard.press('Escape');
    await page.locator('iframe.article-frame').waitFor({ state: 'detached' });
  }
  await app.quit();
  return times;
}

/** Notes in the window when the next key is pressed: when the person did it, not when the window came to hear of it. */
function noteNextKey(): void {
  const note = (event: KeyboardEvent): void => void Object.assign(globalThis, { pressedAt: event.timeStamp });
  document.addEventListener('keydown', note, { once: true, capture: true });
}

/**
 * Milliseconds from the noted key until the first contentful paint (W3C Paint Timing) of the article's frame, which is hidden until it is
 * dressed; what is hidden is not painted.
 */
async function paintedInFrame(page: Page): Promise<number> {
  const painted = await page.waitForFunction(
    () => {
      const inner = document.querySelector<HTMLIFrameElement>('iframe.article-frame')?.contentWindow?.performance;
      const paint = inner?.getEntriesByName('first-contentful-paint')[0];
      const pressed: unknown = Reflect.get(globalThis, 'pressedAt');
      if (inner === undefined || paint === undefined || typeof pressed !== 'number') return false;
      return inner.timeOrigin + paint.startTime - (performance.timeOrigin + pressed);
    },
    undefined,
    { polling: 'raf' },
  );
  return Number(await painted.jsonValue());
}

async function measureFloor(root: string, folder: string): Promise<readonly number[]> {
  const args = writeEmptyApp(root, EMPTY_PAGE, BY_KEY);
  await writeBareFile(join(root, 'empty'), folder);
  const app = await _electron.launch({ executablePath: electronPath(), args: [...args] });
  try {
    const page = await app.firstWindow();
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      await page.locator('h1', { hasText: 'Floor' }).waitFor();
      await page.keyboard.press('k');
      await page.waitForURL(/article\.html/);
      times.push(await paintedHere(page));
      await page.goBack();
    }
    return times;
  } finally {
    await app.close();
  }
}

/** Milliseconds from the key that the address tells of until this document's first contentful paint. */
async function paintedHere(page: Page): Promise<number> {
  const painted = await page.waitForFunction(
    () => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return paint === undefined ? false : performance.timeOrigin + paint.startTime - Number(location.hash.slice(1));
    },
    undefined,
    { polling: 'raf' },
  );
  return Number(await painted.jsonValue());
}

/** The article's document with its style, fonts and pictures beside it, so that it can be opened without any program of ours. */
async function writeBareFile(to: string, folder: string): Promise<void> {
  const built = join(process.env['QUALITY_ROOT'] ?? '', 'out');
  const library = await openLibrary(folder, { now: () => new Date(), readOnly: true });
  try {
    const [id] = library.catalogue.ids();
    if (id === undefined) throw new Error('the article was not saved');
    const article = await library.article(id);
    if (article.images.length !== LONG_PICTURES) throw new Error(`only ${article.images.length} pictures were saved`);
    const page = articleDocument(article, await library.content(id), null, 'withDocument')
      .replaceAll('../../../assets/', 'assets/')
      .replaceAll('href="/', 'href="');
    writeFileSync(join(to, 'article.html'), page);
    for (const name of ['page.css'])
      writeFileSync(
        join(to, name),
        readFileSync(join(built, 'resources', name), 'utf8').replaceAll("url('/fonts/", "url('fonts/"),
      );
    mkdirSync(join(to, 'assets'));
    cpSync(join(folder, 'assets'), join(to, 'assets'), { recursive: true });
    cpSync(join(built, 'fonts'), join(to, 'fonts'), { recursive: true });
  } finally {
    await library.close();
  }
}
