// The window in other languages: every word translated, the other way round where the language is written so, and changed from the settings.
import type { Locator, Page } from 'playwright/test';
import { ar } from '../../renderer/words/ar/catalogue.ts';
import { de } from '../../renderer/words/de/catalogue.ts';
import { en } from '../../renderer/words/en/catalogue.ts';
import { expect, test } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { dissect, listMessages } from '../unit/words/messages.ts';
import { postRoutes } from '../unit/saving/site.ts';
import { listed, numbered, pageFile, pageHtml } from './pages.ts';

const GERMAN = {
  title: 'Das Leuchtfeuer',
  address: 'hafen.example/feuer',
  paragraphs: ['Der Turm steht.', 'Das Meer schweigt und die Nacht ist lang. '.repeat(30)],
  related: [listed('Nebel', '2012-09-07', '2012-10-01'), listed('Ebbe', '2012-09-06')],
} as const;

async function middleOf(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  return box === null ? Number.NaN : box.x + box.width / 2;
}

test('in Arabic the window runs from right to left, and dates are Arabic', async ({ app }) => {
  const { page } = app;
  const related = [listed('Signal box', '2012-09-07')];
  const link = 'Read of <a href="https://elsewhere.example/fog">the fog</a> first, in which all of this begins.';
  const paragraphs = [link, ...numbered(6)];
  await app.save(pageFile({ title: 'Night Mail', address: 'notes.example/mail', paragraphs, related }));
  await app.start('?lang=ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  expect(await middleOf(page.getByRole('navigation', { name: ar.placesLabel }))).toBeGreaterThan(1280 - 250);

  await page.getByRole('button', { name: 'Night Mail', exact: true }).click();
  const header = page.locator('.reader-header');
  await expect(header.getByText('سبتمبر')).toBeVisible();
  const back = page.getByRole('button', { name: ar.reader.backTo.queue });
  expect(await middleOf(back)).toBeGreaterThan(await middleOf(header.getByRole('toolbar')));
  // The arrow points to where the queue is.
  expect(await back.locator('svg').evaluate((icon) => getComputedStyle(icon).scale)).toBe('-1 1');
  // The article keeps the direction of its own language.
  const article = page.frameLocator('iframe');
  expect(
    await article
      .locator('p')
      .nth(2)
      .evaluate((text) => getComputedStyle(text).direction),
  ).toBe('ltr');
  // What is said of a link stands at the link.
  const fog = article.getByRole('link', { name: 'the fog' });
  await fog.click();
  const offer = page.getByRole('dialog', { name: ar.reader.linkTitle });
  await expect(offer).toBeVisible();
  const endOf = async (locator: Locator): Promise<number> => {
    const box = await locator.boundingBox();
    return box === null ? Number.NaN : box.x + box.width;
  };
  expect(Math.abs((await endOf(offer)) - (await endOf(fog)))).toBeLessThan(8);
  await page.keyboard.press('Escape');
  await expect(offer).toBeHidden();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'سبتمبر 2012', exact: true })).toBeVisible();
  // What drives the browser listens in every frame it presses in, and none may run a script.
  const own = app.problems.filter((problem) => !problem.startsWith('console: Blocked script execution'));
  app.problems.splice(0, app.problems.length, ...own);
});

/** Words that are seen or read out: texts, names, titles, placeholders. What says its own language is not the interface's. */
async function wordsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('[lang]') !== document.documentElement) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description']) {
        const text = element.getAttribute(name);
        if (text !== null) found.push(text);
      }
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE) found.push(child.textContent ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** Pieces of English messages with at least a word of three letters that no German message has. */
function englishPieces(): readonly string[] {
  const piecesOf = (messages: Parameters<typeof listMessages>[0]): readonly string[] =>
    listMessages(messages).flatMap(([, message]) => dissect(message, 'en').literals.map((piece) => piece.trim()));
  const german = piecesOf(de).join('\n').toLowerCase();
  return [...new Set(piecesOf(en))].filter((piece) => /\p{L}{3}/u.test(piece) && !german.includes(piece.toLowerCase()));
}

test('in German no English word of the catalogue is left in any place', async ({ app }) => {
  const { page } = app;
  await app.save(pageFile(GERMAN));
  await app.start('?lang=de');
  const pieces = englishPieces();
  expect(pieces).toContain('Like the system');
  for (const [fragment, heading] of [
    ['#/queue', de.places.queue],
    ['#/timeline', de.places.timeline],
    ['#/library', de.places.library],
    ['#/library/highlights', de.places.library],
    ['#/library/trash', de.places.library],
    ['#/library/storage', de.places.library],
    ['#/settings', de.places.settings],
  ] as const) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, fragment);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText(de.loading)).toHaveCount(0);
    const told = await wordsOn(page);
    expect(told).toContain(de.save);
    const english = told.filter((text) =>
      pieces.some((piece) =>
        new RegExp(`(?<!\\p{L})${piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!\\p{L})`, 'u').test(text),
      ),
    );
    expect(english, fragment).toEqual([]);
  }
});

test('a language chosen in the settings is drawn at once, at the same place, and is kept', async ({ app }) => {
  const { page } = app;
  await app.start('#/settings');
  await expect.poll(() => app.shellWords.at(-1)).toEqual(en.shell);
  await page.getByRole('combobox', { name: en.settings.languageLabel }).selectOption('Deutsch');
  await expect(page.getByRole('heading', { level: 1, name: de.places.settings })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect.poll(() => app.shellWords.at(-1)).toEqual(de.shell);
  expect(app.layover.library.settings().language).toBe('de');

  await page.getByRole('combobox', { name: de.settings.languageLabel }).selectOption(de.settings.languageSystem);
  await expect(page.getByRole('heading', { level: 1, name: en.places.settings })).toBeVisible();
  expect(app.layover.library.settings().language).toBe('system');
});

test('what is missing of an article is told in the language of the window, in the article as well', async ({ app }) => {
  const { page } = app;
  const site = await startSite(postRoutes({ pages: 5, instead: { 3: { status: 503, body: '' } } }));
  await app.start('?lang=de');
  await page.getByLabel(de.firstRun.label).fill(site.url('/clock'));
  await page.getByRole('button', { name: de.firstRun.action }).click();
  await page.getByRole('button', { name: 'Winding the clock', exact: true }).click();
  const notice = page.frameLocator('iframe').getByRole('complementary');
  await expect(notice).toContainText('Die Seiten 3 bis 5 fehlen.');
  await expect(notice).toContainText(de.failures['http-status']);
  await expect(notice).toHaveAttribute('lang', 'de');
  await notice.getByRole('link', { name: de.reader.goOnThere }).click();
  await page.getByRole('dialog').getByRole('button', { name: de.actions.browser }).click();
  await expect.poll(() => app.opened).toEqual([site.url('/clock?page=3')]);
  await site.close();
});

test('why a picture is missing is told in the language of the window, in the article and beside it', async ({
  app,
}) => {
  const { page } = app;
  const figure = '<figure><img src="/gone.png" alt=""></figure>';
  const site = await startSite({
    '/pier': {
      body: pageHtml({ title: 'The pier', address: 'notes.example/pier', paragraphs: [...numbered(3), figure] }),
      headers: { 'content-type': 'text/html' },
    },
  });
  await app.save({ from: 'address', address: site.url('/pier') });
  await site.close();
  await app.start('?lang=de#/library');
  await page.getByRole('article').locator('.badge').click();
  await expect(page.getByRole('dialog').getByText(de.pictureFailures.gone)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'The pier', exact: true }).click();
  const gap = page.frameLocator('iframe').locator('.missing-image');
  await expect(gap).toHaveText(de.details.image);
  await expect(gap).toHaveAttribute('title', de.pictureFailures.gone);
});

for (const [language, catalogue] of [
  ['de', de],
  ['ar', ar],
] as const) {
  test(`in ${language}, what failed and what is wrong with a search is told with its details`, async ({ app }) => {
    const { page } = app;
    const site = await startSite({});
    const address = site.url('/gone');
    const { host } = new URL(address);
    await app.save(pageFile({ title: 'Night Mail', address: 'notes.example/mail' }));
    await app.save({ from: 'address', address });
    await site.close();
    await app.start(`?lang=${language}#/library`);
    await page.keyboard.press('Control+j');
    const saves = page.getByRole('dialog', { name: catalogue.saving.dialog });
    const [before = '', after = ''] = catalogue.failureDetails.notThere.split('{what}');
    const told = after.replace('{status}', '404');
    await expect(saves).toContainText(language === 'ar' ? `${host}\u{2069}` : `${before}${host}${told}`);
    await expect(saves).toContainText(/404/);
    await page.keyboard.press('Escape');

    await page.getByRole('textbox', { name: catalogue.library.searchLabel }).fill('kind:nothing words:many');
    const problems = page.locator('.search-problem');
    await expect(problems.first()).toContainText('article, video, audio, gallery');
    await expect(problems.last()).toContainText(catalogue.queryFaults.number);
  });
}
