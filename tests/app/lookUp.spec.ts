// Looking words up beside the text: by keyboard and by pointer, in dictionaries and in the library, found or not, and the way back.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { expectNoFault } from './faults.ts';
import { numbered, pageFile } from './pages.ts';

/** A busy machine takes its time to open 147,000 words for the first time. */
const FIRST = { timeout: 45_000 };

test.describe.configure({ timeout: 150_000 });

const TEXT = 'At the harbour the mice were singing; a rasberry grew by the harbour wall, and nobody said why.';

/** Selects a word of the open article as a double click does. */
async function selectWord(page: Page, word: string): Promise<void> {
  const article = page.frameLocator('iframe');
  await article.locator('p', { hasText: 'rasberry' }).evaluate((paragraph, wanted) => {
    const [text] = paragraph.childNodes;
    if (text === undefined) throw new Error('no text');
    const { 0: found = '', index: at } = new RegExp([...wanted].join('\u00AD?')).exec(text.textContent ?? '') ?? {
      index: -1,
    };
    paragraph.ownerDocument.getSelection()?.setBaseAndExtent(text, at, text, at + found.length);
  }, word);
}

test.beforeEach(async ({ app }) => {
  await app.save(
    pageFile({
      title: 'The lamp room',
      address: 'notes.example/lamps',
      paragraphs: ['Every harbour has one.', ...numbered(3)],
    }),
  );
  await app.save(pageFile({ title: 'Singing', address: 'notes.example/sing', paragraphs: [TEXT, ...numbered(8)] }));
  await app.start('#/library');
  await app.page.getByRole('button', { name: /^Singing/ }).click();
  await expect(app.page.frameLocator('iframe').locator('h1')).toBeVisible();
});

test('a word is looked up by its key, in its base form, and Escape gives the text back', async ({ app }) => {
  const { page } = app;
  await selectWord(page, 'mice');
  await page.keyboard.press('d');
  const popover = page.getByRole('dialog', { name: 'Look up' });
  await expect(popover.getByRole('heading', { name: 'mouse' })).toBeVisible(FIRST);
  await expect(popover).toContainText('WordNet 3.1');
  await expect(popover).toContainText('any of numerous small rodents');
  await expect(popover).toContainText('In this article once');
  await expect(popover.getByRole('textbox', { name: 'Word to look up' })).toBeFocused();
  await expectNoFault(page);
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  expect(
    await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate((body) => String(body.ownerDocument.getSelection())),
  ).toBe('mice');
});

test('words that a definition names are followed, and the way back is walked', async ({ app }) => {
  const { page } = app;
  await selectWord(page, 'harbour');
  await page.keyboard.press('d');
  const popover = page.getByRole('dialog', { name: 'Look up' });
  await popover.getByRole('button', { name: 'Look up “haven”' }).first().click(FIRST);
  await expect(popover.getByRole('heading', { name: 'haven' })).toBeVisible();
  await popover.getByRole('button', { name: 'Back to the word before' }).click();
  await expect(popover.getByRole('heading', { name: 'harbour' })).toBeVisible();
  await popover.getByRole('button', { name: 'Forward to the next word' }).click();
  await expect(popover.getByRole('heading', { name: 'haven' })).toBeVisible();
});

test('the library’s other articles with the word are one press away, with the word searched in them', async ({
  app,
}) => {
  const { page } = app;
  await selectWord(page, 'harbour');
  await page.keyboard.press('d');
  const popover = page.getByRole('dialog', { name: 'Look up' });
  await expect(popover).toContainText('In this article 2 times');
  await expect(popover).toContainText('In 1 other article');
  const hit = popover.getByRole('button', { name: /^The lamp room/ });
  await expect(hit).toContainText('Every harbour has one');
  await hit.click();
  await expect(page.frameLocator('iframe').locator('h1')).toHaveText('The lamp room');
  await expect(page.getByRole('group', { name: 'What you searched for' })).toContainText('1 of 1');
});

test('a word in no dictionary is told, with those that are spelt nearly so', async ({ app }) => {
  const { page } = app;
  await selectWord(page, 'rasberry');
  await page.keyboard.press('d');
  const popover = page.getByRole('dialog', { name: 'Look up' });
  await expect(popover).toContainText('No dictionary has “rasberry”.', FIRST);
  await expect(popover).toContainText('No other article has it.');
  await expectNoFault(page);
  await popover.getByRole('button', { name: 'raspberry' }).click();
  await expect(popover.getByRole('heading', { name: 'raspberry' })).toBeVisible();
});

test('without a selection one writes the word, and without a dictionary one learns how to add one', async ({ app }) => {
  const { page } = app;
  await app.layover.library.setSettings({ dictionaries: [{ name: 'wordnet', isOn: false }] });
  await page.keyboard.press('d');
  const popover = page.getByRole('dialog', { name: 'Look up' });
  await expect(popover).toContainText('Select a word in the article, or write one above.');
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await expect(popover).toContainText('No dictionary is switched on.');
  await popover.getByRole('button', { name: 'Add a dictionary…' }).click();
  await expect(page.getByRole('region', { name: 'Dictionaries' })).toBeVisible();
});

test('what is copied says where it is from, in the style the person chose', async ({ app }) => {
  const { page } = app;
  await selectWord(page, 'the mice were singing');
  await page.keyboard.press('c');
  await expect(page.getByText('Copied with its source.')).toBeVisible();
  expect(app.copied[0]?.text).toMatch(
    /^“the mice were singing”\n\n— “Singing”, Harbour Notes, September 4, 2026, saved \w+ \d+, \d{4}\.\nhttps:\/\/notes\.example\/sing$/,
  );
  expect(app.copied[0]?.html).toContain('<a href="https://notes.example/sing"><cite');
});

test('the article is printed, and its folder shown, by command', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('Control+p');
  await expect.poll(() => app.printed).toHaveLength(1);
  const id = app.printed[0]?.split('/')[2] ?? '';
  await page.keyboard.press('Control+k');
  await page.keyboard.type('article’s folder');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.opened.at(-1)).toContain(id);
});
