// The app killed at random moments of a long save: nothing is lost, nothing is doubled, nothing is half.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'playwright/test';
import { openLayover } from '../../electron/layover.ts';
import { allowLoopback, appArguments, appFolders, electronPath, startApp } from '../helpers/electronApp.ts';
import { extent } from '../helpers/extent.ts';
import { startSite, type Routes } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';
import { seededRandom } from '../unit/store/drafts.ts';

const PAGES = extent(80, 200);
const KILLS = extent(12, 30);
const LINES = 12;

function routes(): Routes {
  const all: Record<string, Routes[string]> = {};
  for (let index = 0; index < PAGES; index += 1) {
    const text = Array.from(
      { length: LINES },
      (_, at) =>
        `<p>Load ${index}.${at}: the carters of yard ${index} brought ${at + 3} crates over the bridge before noon and wrote them down on the slate beside the gate.</p>`,
    ).join('');
    all[`/yard/${index}`] = {
      body: `<!doctype html><html lang="en"><title>Yard ${index}</title><main><article><h1>Yard ${index}</h1>${text}<img src="/a-${index}.png" alt="The gate"><img src="/b-${index}.png" alt="The slate"></article></main></html>`,
    };
    // Pictures that come slowly make saves that are cut in their middle.
    for (const [name, width] of [
      ['a', 200],
      ['b', 400],
    ] as const) {
      all[`/${name}-${index}.png`] = (_request, response) => {
        setTimeout(() => response.setHeader('content-type', 'image/png').end(png(width + index, 90)), 40);
      };
    }
  }
  return all;
}

test(`killed ${KILLS} times while it saves ${PAGES} pages, the app ends with each of them once and whole`, async () => {
  test.setTimeout(400_000);
  const folders = appFolders();
  const site = await startSite(routes());
  const random = seededRandom(20);
  const first = await startApp(folders);
  await allowLoopback(first.window);
  await first.window.evaluate(
    async (addresses) => {
      for (const address of addresses)
        await window.layover.call('save.add', { source: { from: 'address', address }, isTyped: true });
    },
    Array.from({ length: PAGES }, (_, index) => site.url(`/yard/${index}`)),
  );
  const killed = first.electron.waitForEvent('close');
  first.electron.process().kill('SIGKILL');
  await killed;
  const asked: number[] = [];
  for (let kills = 1; kills < KILLS; kills += 1) {
    const before = site.requests.length;
    const app = spawn(electronPath(), appArguments(folders), { stdio: 'ignore', detached: true });
    const exit = once(app, 'exit');
    // Counted in what it asked of the site, so that every kill falls into work, on a fast machine and on a slow one.
    const until = before + 1 + Math.floor(random() * 14);
    await expect.poll(() => site.requests.length, { timeout: 30_000, intervals: [5] }).toBeGreaterThanOrEqual(until);
    asked.push(site.requests.length - before);
    // Its helper processes die with it, as when the battery does.
    process.kill(-(app.pid ?? 0), 'SIGKILL');
    await exit;
  }
  expect(asked.every((count) => count > 0)).toBe(true);

  const last = await startApp(folders);
  const underWay = last.window.getByRole('region', { name: 'Saves under way' });
  // It is not there before the library is open, either.
  await expect(underWay).toBeVisible();
  await expect(underWay).toBeHidden({ timeout: 200_000 });
  await last.quit();
  await site.close();

  const layover = await openLayover({
    folder: folders.library,
    workerFile: 'out/extractWorker.cjs',
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    readOnly: true,
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
  expect(layover.saves.list()).toEqual([]);
  expect(layover.library.unreadable).toEqual([]);
  const titles = (await layover.cards()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(Array.from({ length: PAGES }, (_, index) => `Yard ${index}`).toSorted());
  for (const { id, title, imagesStored } of await layover.cards()) {
    expect(imagesStored, title).toBe(2);
    const text = await layover.library.text(id);
    for (let at = 0; at < LINES; at += 1) expect(text).toContain(`Load ${title.slice('Yard '.length)}.${at}:`);
    for (const { file } of (await layover.article(id)).images)
      expect(await layover.library.assetFile(file)).toBeDefined();
  }
  await layover.close();
  folders.remove();
});
