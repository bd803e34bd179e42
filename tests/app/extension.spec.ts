// The browser extension in a real browser, with the real door of a real library: paired, a page handed over, and kept while Layover is closed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect as baseExpect, test, type BrowserContext, type Page, type Worker } from 'playwright/test';
import { createDoorKeeper, type DoorKeeper } from '../../electron/serve/doorKeeper.ts';
import { openLayover, type Layover } from '../../electron/layover.ts';
import { startSite, type Site } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';
import { numbered } from './pages.ts';

// A browser of its own beside the app takes its time on a busy machine.
const expect = baseExpect.configure({ timeout: 15_000 });

const extension = join(import.meta.dirname, '../../extension');
const builtFolder = join(import.meta.dirname, '../../out');

let folder: string;
let layover: Layover;
let door: DoorKeeper;
let browser: BrowserContext;
let worker: Worker;
let site: Site;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-extension-'));
  const text = numbered(6).map((each) => `<p>${each}</p>`);
  site = await startSite({
    '/quay': (request, response) => {
      const isMember = request.headers.cookie?.includes('member=yes') === true;
      response.setHeader('set-cookie', 'member=yes').setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><title>The quay</title><main id="root"></main><script>
        document.querySelector('#root').innerHTML = ${JSON.stringify(`<article><h1>The quay</h1>${text.join('')}<img src="/quay.png" alt="The quay"><p>${isMember ? 'You are known here.' : 'Who are you?'}</p></article>`)};
        </script></html>`,
      );
    },
    '/quay.png': (request, response) => {
      const isMember = request.headers.cookie?.includes('member=yes') === true;
      response.writeHead(isMember ? 200 : 403, { 'content-type': 'image/png' }).end(png(420, 200));
    },
  });
  layover = await openLayover({
    folder: join(folder, 'library'),
    workerFile: join(builtFolder, 'extractWorker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
  await openDoor([0]);
  browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env['LAYOVER_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--headless=new',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    headless: false,
  });
  worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
});

test.afterEach(async () => {
  await browser.close();
  await door.close();
  await layover.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function openDoor(ports: readonly number[]): Promise<void> {
  door = createDoorKeeper(
    layover,
    (bug) => {
      throw bug;
    },
    ports,
  );
  if (layover.library.settings().doorCode === null) await door.set(true);
  else await door.start();
}

/** As a person does it: paste the code into the options. The test's door listens at a port of its own. */
async function pair(): Promise<Page> {
  const { port, code } = door.state();
  await worker.evaluate(async (known) => chrome.storage.local.set({ port: known }), port);
  const options = await browser.newPage();
  await options.goto(new URL('options.html', worker.url()).href);
  await options.getByLabel('Code').fill(code ?? '');
  await expect(options.getByRole('status')).toHaveText('Connected.');
  return options;
}

/** Presses the button beside the address, which lies outside every page. */
async function pressButton(page: Page): Promise<void> {
  await page.bringToFront();
  await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    // The event of an extension can be fired by itself alone.
    Reflect.get(chrome.action.onClicked, 'dispatch').call(chrome.action.onClicked, tab);
  });
}

const badge = (): Promise<string> => worker.evaluate(() => chrome.action.getBadgeText({}));

test('the page one sees is handed over with its pictures, as the site shows it to that person', async () => {
  await pair();
  const page = await browser.newPage();
  await page.goto(site.url('/quay'));
  await page.reload();
  await pressButton(page);
  await expect.poll(badge).toBe('✓');
  await expect.poll(async () => (await layover.cards()).length).toBe(1);
  const [card] = await layover.cards();
  if (card === undefined) throw new Error('there is one');
  expect(card).toMatchObject({ title: 'The quay', imagesFound: 1, imagesStored: 1 });
  expect(await layover.library.text(card.id)).toContain('You are known here.');
  expect((await layover.article(card.id)).source).toBe(site.url('/quay'));
});

test('with Layover closed the extension keeps the pages, and hands them over once it is open', async () => {
  const options = await pair();
  const port = door.state().port ?? 0;
  await door.close();
  const page = await browser.newPage();
  await page.goto(site.url('/quay'));
  await pressButton(page);
  await expect.poll(badge).toBe('1');
  await options.reload();
  await expect(options.getByText('1 page waits here for Layover.')).toBeVisible();
  await expect(options.getByRole('status')).toContainText('Pages are kept here');
  expect(await layover.cards()).toEqual([]);

  await openDoor([port]);
  // The alarm of the next minute.
  await worker.evaluate(() =>
    Reflect.get(chrome.alarms.onAlarm, 'dispatch').call(chrome.alarms.onAlarm, { name: 'deliver' }),
  );
  await expect.poll(badge).toBe('✓');
  await expect.poll(async () => (await layover.cards()).map(({ title }) => title)).toEqual(['The quay']);
});

test('without the code nothing is handed over, and the options open by themselves', async () => {
  const { port } = door.state();
  await worker.evaluate(async (known) => chrome.storage.local.set({ port: known, code: 'x'.repeat(26) }), port);
  const page = await browser.newPage();
  await page.goto(site.url('/quay'));
  const opening = browser.waitForEvent('page');
  await pressButton(page);
  const options = await opening;
  await expect(options.getByRole('status')).toHaveText('Layover has another code. Copy it once more.');
  expect(await layover.cards()).toEqual([]);
  await options.getByLabel('Code').fill(door.state().code ?? '');
  await expect.poll(async () => (await layover.cards()).length).toBe(1);
});

test('the bookmark hands over the page one is at', async () => {
  const page = await browser.newPage();
  await page.goto(site.url('/quay'));
  const { bookmarklet } = door.state();
  await page.evaluate((code) => {
    const link = document.createElement('a');
    link.href = code;
    link.click();
  }, bookmarklet ?? '');
  await expect.poll(async () => (await layover.cards()).map(({ title }) => title)).toEqual(['The quay']);
});
