// A prepared library in; what saving a thousand pasted articles costs in the real app out: articles a minute beside writing the same bytes
// bare, and how late the timers of the window and of the main process come meanwhile, beside the same app left alone.
import { mkdirSync, rmSync } from 'node:fs';
import * as v from 'valibot';
import { appFolders, startApp } from '../../helpers/electronApp.ts';
import { percentiles, type Figure } from './figures.ts';
import { timed, writeBare } from './floors.ts';
import { readProbe, startProbe } from './lagProbe.ts';
import { seededArticle, seededPicture, type SeededArticle } from './seededArticles.ts';
import { toJsonText } from '../../../electron/store/jsonAdapter.ts';
import type { PreparedLibrary } from './preparedLibrary.ts';
import { pack } from './writeSeeded.ts';

const ARTICLES = 1_000;
const AT_ONCE = 4;
const IDLE_MS = 10_000;
const MOST_MS = 30 * 60_000;

/** Leaves the articles in the library, which is a copy. */
export async function measureImport({ seeded, folder }: PreparedLibrary): Promise<readonly Figure[]> {
  const { posts } = seeded;
  const own = appFolders();
  const app = await startApp({ ...own, library: folder });
  const { electron, window: page } = app;
  await page.locator('[data-row-main]').first().waitFor({ timeout: MOST_MS });
  await startProbe(electron, page);
  await page.waitForTimeout(IDLE_MS);
  const idle = await readProbe(electron, page);
  const picture = seededPicture();
  const articles = Array.from({ length: ARTICLES }, (_, index) =>
    seededArticle(posts, posts.saved * 2 + index, picture),
  );
  const pasted = articles.map(({ article, files }) => {
    return { text: files.text, html: `<h1>${article.title}</h1>${files.content}` };
  });
  const started = performance.now();
  await page.evaluate(async (all) => {
    for (const { text, html } of all) await window.layover.call('save.add', { source: { from: 'paste', text, html } });
  }, pasted);
  await page.getByRole('region', { name: 'Saves under way' }).waitFor({ state: 'hidden', timeout: MOST_MS });
  const minutes = (performance.now() - started) / 60_000;
  const busy = await readProbe(electron, page);
  const info: unknown = await page.evaluate(() => window.layover.call('library.info', undefined));
  const { articles: now } = v.parse(v.object({ value: v.object({ articles: v.number() }) }), info).value;
  await app.quit();
  own.remove();
  const bareMs = await writeAllBare(`${folder}.bare`, articles);
  const about = { bench: 'import', size: posts.saved };
  return [
    {
      ...about,
      name: 'articles',
      unit: '/min',
      value: ARTICLES / minutes,
      peer: ARTICLES / (bareMs / 60_000),
      against: 'the same files written bare',
    },
    {
      ...about,
      name: 'articles in the library',
      unit: 'articles',
      value: now,
      peer: posts.saved + ARTICLES,
      against: 'before, and those asked for',
    },
    ...percentiles({ ...about, name: 'lag of the window', against: 'left alone' }, busy.window, idle.window),
    ...percentiles({ ...about, name: 'lag of the main process', against: 'left alone' }, busy.main, idle.main),
    { ...about, name: 'peak memory', unit: 'MB', value: busy.peakMb, peer: idle.peakMb, against: 'left alone' },
  ];
}

/** As many at once as the app saves. */
async function writeAllBare(folder: string, articles: readonly SeededArticle[]): Promise<number> {
  mkdirSync(folder);
  const waiting = articles.map((seeded) => {
    const { article, files } = pack(seeded);
    return [Buffer.from(toJsonText(article)), ...files.map(([, bytes]) => bytes)];
  });
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let files = waiting.pop(); files !== undefined; files = waiting.pop()) await writeBare(folder, files);
      }),
    ),
  );
  rmSync(folder, { recursive: true });
  return ms;
}
