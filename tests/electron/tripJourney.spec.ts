// A trip from its plan to its end, in the real app: filled from a list of sixty posts, packed from a site with faults, proved, repaired, read with
// the site gone, and landed from. What the board says is compared with what the site knows that it has sent.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, type Locator, type Page } from 'playwright/test';
import { buildProgram } from '../helpers/buildProgram.ts';
import { appFolders, startApp, type AppFolders } from '../helpers/electronApp.ts';
import { expectReading } from './journeySite.ts';
import { LIST_TITLE, numberOf, startTripSite, type TripSite } from './tripSite.ts';

test.describe.configure({ timeout: 180_000 });

let folders: AppFolders;
let site: TripSite;

test.beforeEach(async () => {
  folders = appFolders();
  site = await startTripSite();
});

test.afterEach(async () => {
  await site.close();
  folders.remove();
});

test('a trip is filled, packed, proved, repaired, read without a network and landed from, and the board says what is true', async () => {
  // A folder, since the app takes a file that is named on its command line for one to be saved.
  const internet = join(dirname(folders.library), 'internet');
  await buildProgram('tests/helpers/playedInternet.ts', join(internet, 'index.js'));
  const app = await startApp(folders, [], ['-r', internet]);
  const { window: page, electron } = app;
  page.setDefaultTimeout(15_000);
  await page.getByLabel('Address of a page to save').fill(site.url('/'));
  await page.getByRole('button', { name: 'Save this page' }).click();
  await page.getByRole('main').getByRole('button', { name: LIST_TITLE, exact: true }).click();
  await expectReading(page, LIST_TITLE);
  await page.getByRole('button', { name: 'Save posts…' }).click();
  await page.getByRole('radio', { name: /The best for/ }).check();
  await page.getByRole('button', { name: /^Save \d+ posts$/ }).click();
  await expect(page.getByRole('radio', { name: /The best for/ })).toHaveCount(0);

  await page.getByRole('navigation').getByText('Trips').click();
  await page.getByRole('button', { name: 'Plan a trip' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Ferry');
  await page.getByLabel('Hours to fill').fill('3');
  await page.getByLabel('Room on the disk, in MB').fill('50');
  await page.getByRole('button', { name: 'Add a source' }).click();
  await page.keyboard.type('Letters');
  await page.getByRole('option', { name: `Related posts of: ${LIST_TITLE}` }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Draw no more from The queue' }).click();
  await page.getByRole('button', { name: 'Fold the plan' }).click();
  await expect(page.getByText(`3 h to fill · at most 50 MB · Related posts of: ${LIST_TITLE}`)).toBeVisible();
  await page.getByRole('button', { name: 'Fill', exact: true }).click();
  await expect(headline(page)).toHaveText(/^(?:2 h 5\d min|3 h) · \d+ kB · 0 of 2\d proved$/);
  const filled = await rowsOf(page);
  expect(filled.filter(({ reason }) => reason === '')).toEqual([]);

  await work(page, 'Pack and check');
  const packed = await expectTrue(page);
  expect(packed.map(({ title }) => numberOf(title))).toEqual(filled.map(({ title }) => numberOf(title)));
  // Whatever can be said of an article is said of one of them.
  expect(new Set(packed.map(({ status }) => status.replace(/^\d+ images?/, 'images')))).toEqual(
    new Set(['Ready', 'images missing', 'Text only', 'Needs sign-in', 'Not fetched']),
  );
  for (const title of harmed.keys()) expect(packed).toContainEqual(expect.objectContaining({ title, status: 'Ready' }));

  harm();
  await work(page, 'Check');
  await expectTrue(page, harmed);
  site.mend();
  await work(page, 'Repair all');
  const repaired = await expectTrue(page);
  expect(readyOf(repaired)).toBe(readyOf(packed) + 6);
  await work(page, 'Check');
  const checked = await expectTrue(page);
  expect(checked).toEqual(repaired);
  await expect(headline(page)).toContainText(`${readyOf(checked)} of ${checked.length} proved at`);

  await site.close();
  const connections = site.connections;
  await electron.evaluate(({ session }) =>
    session.fromPartition('persist:app').enableNetworkEmulation({ offline: true }),
  );
  await page.getByRole('button', { name: 'Leave now' }).click();
  const there = checked.filter(({ status }) => status !== 'Not fetched' && status !== 'Needs sign-in');
  await expect(headline(page)).toContainText(`0 of ${checked.length} read`);
  await page.keyboard.press('n');
  for (const { title, status } of there) {
    await expectReading(page, title);
    if (status === 'Ready') await expectWhole(page);
    await page.keyboard.press('r');
    await page.keyboard.press('j');
  }
  await expect(page.getByText('Everything on this trip is read.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(headline(page)).toContainText(`${there.length} of ${checked.length} read`);
  await page.getByRole('button', { name: 'I have landed' }).click();
  await expect(headline(page)).toHaveText(`Landed · ${there.length} of ${checked.length} read`);
  const landing = page.getByRole('region', { name: 'What came of it' });
  await expect(landing.locator('dl > div').first()).toHaveText(`Read to the end${there.length}`);
  await expect(landing.locator('dl > div').nth(2)).toHaveText(`Left over${checked.length - there.length}`);
  expect(site.connections).toBe(connections);
  expect(await app.foreignRequests()).toEqual([]);
  await app.quit();
});

/** What a board must say of articles that `harm` has seen to. */
const harmed = new Map([
  ['Letter 15, from the pier', 'Text only'],
  ['Letter 16, from the pier', 'Broken'],
]);

/** Takes away the picture of one article, and a letter of the other. */
function harm(): void {
  const [pictured, written] = [...harmed.keys()].map((title) => {
    const folder = readdirSync(join(folders.library, 'articles'), { recursive: true, encoding: 'utf8' })
      .filter((path) => basename(path) === 'article.json')
      .map((path) => join(folders.library, 'articles', dirname(path)))
      .find((each) => Reflect.get(JSON.parse(readFileSync(join(each, 'article.json'), 'utf8')), 'title') === title);
    if (folder === undefined) throw new Error(`“${title}” is not here`);
    return folder;
  });
  const file = /"file":\s*"([^"]+)"/.exec(readFileSync(join(pictured ?? '', 'article.json'), 'utf8'))?.[1];
  rmSync(join(folders.library, 'assets', file ?? ''));
  const content = join(written ?? '', 'content.html');
  writeFileSync(content, readFileSync(content, 'utf8').replace('lamp', 'lump'));
}

interface Row {
  readonly title: string;
  readonly reason: string;
  readonly status: string;
}

function headline(page: Page): Locator {
  return page.locator('.board-headline h2');
}

/** Presses a button of the board and waits until what it began is done. */
async function work(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0, { timeout: 60_000 });
}

/** Each row says what the site knows to be true of it. */
async function expectTrue(page: Page, harmed: ReadonlyMap<string, string> = new Map()): Promise<readonly Row[]> {
  const rows = await rowsOf(page);
  expect(rows.map(({ title, status }) => [title, status])).toEqual(
    rows.map(({ title }) => [title, harmed.get(title) ?? site.truthOf(title)]),
  );
  return rows;
}

function readyOf(rows: readonly Row[]): number {
  return rows.filter(({ status }) => status === 'Ready').length;
}

/** All pictures of the open article are drawn. */
async function expectWhole(page: Page): Promise<void> {
  const pictures = page.frameLocator('iframe.article-frame').locator('.content img');
  await expect
    .poll(() =>
      pictures.evaluateAll((images) => images.filter((image) => Reflect.get(image, 'naturalWidth') === 0).length),
    )
    .toBe(0);
}

/** All rows of the board in their order: those that are not in view are not in the page, so it is scrolled through. */
async function rowsOf(page: Page): Promise<readonly Row[]> {
  const found = new Map<number, Row>();
  const count = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1;
  const scroller = page.locator('.trip-page');
  for (let top = 0; found.size < count; top += 300) {
    await scroller.evaluate((element, to) => {
      element.scrollTo(0, to);
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, top);
    const seen = await page.locator('.board-item').evaluateAll((items) =>
      items.map((item) => {
        const textOf = (selector: string): string => item.querySelector(selector)?.textContent ?? '';
        const at = Number(item.querySelector('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
        return [
          at,
          {
            title: textOf('.board-name'),
            reason: textOf('.board-reason'),
            status: textOf('.board-status .visually-hidden'),
          },
        ] as const;
      }),
    );
    for (const [at, row] of seen) found.set(at, row);
  }
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}
