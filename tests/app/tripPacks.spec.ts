// The files of a trip in the hands of a person: the page opened without a network, and a pack that is dropped on the window or chosen to be imported.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TRIP_PACK_WORDS } from '#contract/tripPackWords.ts';
import type { TripId, TripPack } from '#contract/trip.ts';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { fillShelf } from '../unit/exchange/shelf.ts';
import { TRIP_PLAN } from '../unit/trips/plans.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-packs-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

/** Calls as the window does; a file that is dropped has no other way into a test. */
function ask({ page }: AppPage, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([call, given]): unknown => Reflect.apply(Reflect.get(window, 'askLayover'), undefined, [call, given]),
    [name, input] as const,
  );
}

async function write(app: AppPage, id: TripId, pack: TripPack): Promise<string> {
  const file = join(folder, `trip.${pack}`);
  app.targetsToChoose.push(file);
  expect(await ask(app, 'trip.export', { id, pack, words: TRIP_PACK_WORDS })).toMatchObject({ ok: true });
  await expect.poll(() => ask(app, 'export.job', undefined)).toMatchObject({ value: { state: 'done', added: 24 } });
  return file;
}

test('a trip is read from one file without a network, and its pack is joined however it comes', async ({
  app,
  browser,
}) => {
  test.setTimeout(90_000);
  const { page, layover } = app;
  const ids = (await fillShelf(layover, 36)).slice(12);
  const { id } = await layover.trips.make({ ...TRIP_PLAN, minutes: 60, sources: [] });
  await layover.trips.add(id, ids);
  await app.start('#/library');
  const file = await write(app, id, 'html');
  await expect(page.getByText('Written: trip.html, with 24 articles.')).toBeVisible();

  const elsewhere = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    viewport: { width: 390, height: 800 },
  });
  const reader = await elsewhere.newPage();
  const asked: string[] = [];
  const refused: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('console', (message) => refused.push(message.text()));
  const address = pathToFileURL(file).href;
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1, name: 'Lisbon' })).toBeVisible();
  const table = reader.getByRole('table').first();
  await expect(table.getByRole('columnheader', { name: 'Status' })).toBeAttached();
  await expect(table.getByRole('row')).toHaveCount(25);
  const found = await reader.evaluate(async () => {
    const images = [...document.images];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    const inside = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? '');
    return {
      lost: inside.filter((href) => document.getElementById(href.slice(1)) === null),
      inside: inside.length,
      images: images.length,
      undrawn: images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => alt),
      scripts: document.scripts.length,
      width: document.documentElement.scrollWidth,
    };
  });
  expect(found).toMatchObject({ lost: [], undrawn: [], scripts: 0, width: 390 });
  expect(found.inside).toBeGreaterThan(150);
  expect(found.images).toBeGreaterThan(15);
  const related = reader.locator(`#a-${ids[0]} .related .here a`);
  await related.click();
  expect(new URL(reader.url()).hash).toBe(`#a-${ids[3]}`);
  await expect(reader.locator(`#a-${ids[3]} h2`)).toBeInViewport();
  await reader.locator(`#a-${ids[3]}`).getByRole('link', { name: 'Departure board' }).click();
  await expect(reader.getByRole('heading', { name: 'Departure board' })).toBeInViewport();
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
  expect(refused).toEqual([]);
  await elsewhere.close();

  const pack = await write(app, id, 'layover');
  const [lost] = ids;
  if (lost === undefined) throw new Error('no articles');
  await layover.trips.remove(id);
  await layover.remove(lost);
  expect(await ask(app, 'save.dropped', { path: pack })).toEqual({ ok: true, value: null });
  await expect(page.getByText('Restored from trip.layover: no article is new, 1 that was here')).toBeVisible();
  expect((await layover.trips.list()).map(({ name, items }) => [name, items])).toEqual([['Lisbon', 24]]);

  // Chosen among files to save, under any name, and while another is joined: both are, one after the other, and nothing is saved.
  const articles = layover.library.catalogue.count;
  const other = join(folder, 'archive.zip');
  copyFileSync(pack, other);
  await layover.trips.remove(id);
  app.filesToChoose.push(pack, other);
  expect(await ask(app, 'save.choose', undefined)).toEqual({ ok: true, value: [] });
  await expect(page.getByText('Restored from archive.zip: no article is new, none that was here')).toBeVisible();
  expect((await layover.trips.list()).map(({ name, items }) => [name, items])).toEqual([['Lisbon', 24]]);
  // Put into the watched folder.
  const watched = join(folder, 'watched');
  mkdirSync(watched);
  app.foldersToChoose.push(watched);
  expect(await ask(app, 'watch.choose', undefined)).toMatchObject({ ok: true });
  await layover.trips.remove(id);
  copyFileSync(pack, join(watched, 'found.layover'));
  await expect(page.getByText('Restored from found.layover: no article is new, none that was here')).toBeVisible();
  expect((await layover.trips.list()).map(({ name }) => name)).toEqual(['Lisbon']);
  expect(layover.library.catalogue.count).toBe(articles);
  expect(layover.saves.list()).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import from');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  app.importsToChoose.push(pack);
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog.getByText('trip.layover: a trip with 24 articles.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Join it with this library' }).click();
  await expect(dialog.getByText('Restored from trip.layover: no article is new, none that was here')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();

  // By the command, as a person does it, in the words of the window.
  await app.start(`#/trips/${id}`);
  await expect(page.getByRole('heading', { name: 'Lisbon', level: 1 })).toBeVisible();
  const again = join(folder, 'again.html');
  app.targetsToChoose.push(again);
  await page.getByRole('button', { name: 'Find articles, places and commands' }).click();
  await page.keyboard.type('one HTML file');
  await expect(page.getByRole('menuitem', { name: 'Write the trip to one HTML file…' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Written: again.html, with 24 articles.')).toBeVisible();
  // The same file to the last letter, since the words are the same.
  expect(readFileSync(again, 'utf8') === readFileSync(file, 'utf8')).toBe(true);
});
