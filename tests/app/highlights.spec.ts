// Passages of articles are highlighted, noted, found again after the page was edited, listed, searched and written down; all can be taken back.
import type { Page } from 'playwright/test';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { startSite, type Site } from '../helpers/site.ts';
import { painted, select } from './highlighting.ts';
import { numbered, pageFile, pageHtml } from './pages.ts';

const LEDGER = 'In the winter of that year no ship came for forty days, and the ledger stayed white.';
const STAIR = 'The stair was counted twice, once by the keeper and once by the sea itself.';

let site: Site;
let paragraphs: readonly string[];

test.beforeEach(async () => {
  paragraphs = [...numbered(3), LEDGER, STAIR, ...numbered(4)];
  site = await startSite({
    '/tide': (_request, response) => {
      const html = pageHtml({ title: 'The tide tables', address: 'a.example/tide', paragraphs });
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    },
  });
});

test.afterEach(() => site.close());

async function openTide(app: AppPage): Promise<ArticleId> {
  await app.save({ from: 'address', address: site.url('/tide') });
  const [card] = await app.layover.cards();
  if (card === undefined) throw new Error('not saved');
  await openAt(app, card.id);
  return card.id;
}

async function openAt(app: AppPage, id: ArticleId): Promise<void> {
  await app.start(`#/library/article/${id}`);
  await app.page.reload();
  await expect(app.page.frameLocator('iframe').getByText(LEDGER.slice(0, 20))).toBeVisible();
  await expect.poll(() => painted(app.page)).toBeDefined();
}

async function stored(app: AppPage, id: ArticleId): Promise<readonly Highlight[]> {
  return app.layover.library.highlights.of(id);
}

test('a note that is asked for before the text was looked through is opened once it was', async ({ app }) => {
  const { page } = app;
  await app.save({ from: 'address', address: site.url('/tide') });
  await app.start('#/library');
  await page.evaluate(() => {
    const { layover } = window;
    const mayGo = new Promise((resolve) => Object.assign(window, { letGo: resolve }));
    Object.assign(window, {
      layover: {
        ...layover,
        call: async (name: string, input: unknown): Promise<unknown> => {
          if (name === 'highlights.of') await mayGo;
          return layover.call(name, input);
        },
      },
    });
  });
  await page.getByRole('button', { name: 'The tide tables' }).first().click();
  await expect(page.frameLocator('iframe').getByText(LEDGER.slice(0, 20))).toBeVisible();
  await expect(page.locator('iframe.article-frame:not(.article-frame-waiting)')).toBeVisible();
  await page.keyboard.press('m');
  await page.evaluate(() => Reflect.get(window, 'letGo')());
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused();
});

test('a passage is highlighted with the pointer, noted, tagged, and is there again when the article is opened again', async ({
  app,
}) => {
  const { page } = app;
  const id = await openTide(app);
  await select(page, 'no ship came for forty days');
  const bar = page.getByRole('toolbar', { name: 'Selected text' });
  await bar.getByRole('button', { name: 'Highlight in green' }).click();
  await expect.poll(() => painted(page)).toEqual({ green: ['no ship came for forty days'] });
  await expect(bar).toHaveCount(0);

  await page
    .frameLocator('iframe')
    .getByText(LEDGER.slice(0, 20))
    .click({ position: { x: 300, y: 12 } });
  const popover = page.getByRole('dialog', { name: 'Highlights' });
  await expect(popover.getByRole('radio', { name: 'Green' })).toBeChecked();
  await popover.getByRole('textbox', { name: 'Note' }).fill('Why white?');
  await popover.getByRole('textbox', { name: 'Tags' }).fill('winter');
  await expect(popover.getByRole('status')).toHaveText('Saved');
  await page.keyboard.press('Enter');
  await expect(popover.getByRole('button', { name: 'Remove the tag “winter”' })).toBeVisible();
  await popover.getByRole('radio', { name: 'Blue' }).click({ force: true });
  await expect.poll(() => painted(page)).toEqual({ blue: ['no ship came for forty days'] });
  await page.keyboard.press('Escape');
  await expect(popover).toHaveCount(0);

  await openAt(app, id);
  await expect.poll(() => painted(page)).toEqual({ blue: ['no ship came for forty days'] });
  // What drives the browser listens in every frame it presses in, and none may run a script.
  const own = app.problems.filter((problem) => !problem.startsWith('console: Blocked script execution'));
  app.problems.splice(0, app.problems.length, ...own);
  expect(await stored(app, id)).toMatchObject([{ note: 'Why white?', tags: ['winter'], color: 'blue' }]);
});

test('by keyboard alone: the paragraph one reads, a selection, the bar beside it, the list, and the way back', async ({
  app,
}) => {
  const { page } = app;
  const id = await openTide(app);
  await page.keyboard.press('h');
  await expect.poll(async () => (await painted(page))?.['yellow']?.[0]).toMatch(/^Paragraph 1\./);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stored(app, id)).toEqual([]);

  await selectByScript(page, 'counted twice');
  await page.locator('iframe').focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('button', { name: 'Highlight in yellow' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page)).toEqual({ red: ['counted twice'] });

  await selectByScript(page, 'the sea itself');
  await page.locator('iframe').focus();
  await page.keyboard.press('m');
  const note = page.getByRole('dialog', { name: 'Highlights' }).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('Twice!');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await stored(app, id)).map((each) => each.note)).toEqual(['', 'Twice!']);

  await page.keyboard.press('Shift+H');
  const panel = page.getByRole('complementary', { name: 'Highlights' });
  await panel.getByRole('button', { name: 'counted twice' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue('Twice!');
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('button', { name: 'the sea itself' })).toBeFocused();
});

/** Selects as a screen reader or caret browsing would, without the pointer. */
async function selectByScript(page: Page, passage: string): Promise<void> {
  await page
    .frameLocator('iframe')
    .locator('p', { hasText: passage })
    .first()
    .evaluate((block, wanted) => {
      const node = block.firstChild;
      if (node === null) throw new Error('no text');
      const { 0: found = '', index: at } = new RegExp(Array.from(wanted).join('\u00AD?')).exec(block.textContent) ?? {
        index: -1,
      };
      block.scrollIntoView({ block: 'center', behavior: 'instant' });
      block.ownerDocument.getSelection()?.setBaseAndExtent(node, at, node, at + found.length);
    }, passage);
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
}

test('a note being written stays open while something else is saved', async ({ app }) => {
  const { page } = app;
  paragraphs = [...paragraphs, 'See <a href="https://a.example/other">the other log</a>.'];
  await openTide(app);
  await page.keyboard.press('m');
  const note = page.getByRole('dialog', { name: 'Highlights' }).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('Half a th');
  await app.save(pageFile({ title: 'The other log', address: 'a.example/other' }));
  await expect(page.frameLocator('iframe').locator('a[data-saved]')).toHaveText('the other log');
  await page.keyboard.type('ought');
  await expect(note).toHaveValue('Half a thought');
});

test('everything done to a highlight can be taken back', async ({ app }) => {
  const { page } = app;
  const id = await openTide(app);
  await selectByScript(page, 'counted twice');
  await page.getByRole('button', { name: 'Highlight in red' }).click();
  await expect.poll(() => painted(page)).toEqual({ red: ['counted twice'] });
  await page.keyboard.press('Shift+H');
  await page.getByRole('button', { name: 'counted twice' }).click();
  const popover = page.getByRole('dialog', { name: 'Highlights' });
  await popover.getByRole('textbox', { name: 'Note' }).fill('A note');
  await popover.getByRole('radio', { name: 'Green' }).click({ force: true });
  await expect.poll(() => painted(page)).toEqual({ green: ['counted twice'] });
  await popover.getByRole('button', { name: 'Remove highlight' }).click();
  await expect.poll(() => painted(page)).toEqual({});
  for (const [said, after] of [
    ['The highlight was removed.', { color: 'green', note: 'A note' }],
    ['The colour was changed.', { color: 'red', note: 'A note' }],
    ['The note was changed.', { color: 'red', note: '' }],
  ] as const) {
    await page.getByRole('alertdialog', { name: said }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => stored(app, id)).toMatchObject([after]);
  }
  await expect.poll(() => painted(page)).toEqual({ red: ['counted twice'] });
});

test('when the page was edited, highlights are found where they are now; what is gone is listed and can be placed again', async ({
  app,
}) => {
  const { page } = app;
  const id = await openTide(app);
  for (const passage of ['no ship came for forty days', 'once by the sea itself', 'never missed one in thirty years']) {
    await selectByScript(page, passage);
    await page.getByRole('button', { name: 'Highlight in yellow' }).click();
    await expect.poll(async () => (await painted(page))?.['yellow']).toContain(passage);
  }
  const before = await stored(app, id);
  const [first = '', ...rest] = numbered(3);
  paragraphs = [
    'A new paragraph stands before all others now, and moves everything.',
    STAIR,
    first,
    ...rest,
    LEDGER.replace(/no ship .* days/, 'nothing at all was written by anybody, it is said'),
    ...numbered(4),
  ];
  const again = await app.layover.saves.add({ from: 'address', address: site.url('/tide') }, 'tide');
  await app.layover.saves.settled(again.id);
  await openAt(app, id);
  await expect
    .poll(async () => (await painted(page))?.['yellow'])
    .toEqual(['once by the sea itself', 'never missed one in thirty years']);
  const after = await stored(app, id);
  expect(after.map(({ target }) => target.quote)).toEqual(before.map(({ target }) => target.quote));
  await expect
    .poll(async () => (await stored(app, id)).map(({ target }) => target.refound !== null))
    .toEqual([false, true, true]);

  await page.keyboard.press('Shift+H');
  const panel = page.getByRole('complementary', { name: 'Highlights' });
  await expect(panel.getByRole('heading', { name: 'Could not be found in this copy' })).toBeVisible();
  await expect(panel).toContainText('1 highlight could not be found in this copy.');
  await panel.getByRole('button', { name: 'Show in the copy it was made in' }).click();
  const older = page.getByRole('dialog', { name: /^As it stood in the copy of/ });
  await expect(older.locator('mark')).toHaveText('no ship came for forty days');
  await expect(older).toContainText('In the winter of that year');
  await page.keyboard.press('Escape');

  await selectByScript(page, 'nothing at all was written');
  await panel.getByRole('button', { name: 'Place again on the selected text' }).click();
  await expect
    .poll(async () => (await painted(page))?.['yellow'])
    .toEqual(['once by the sea itself', 'never missed one in thirty years', 'nothing at all was written']);
  await expect(panel.getByRole('heading', { name: 'Could not be found in this copy' })).toHaveCount(0);
});

test('all highlights are listed, searched, narrowed, opened at their place and written to a file', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter' }));
  const id = await openTide(app);
  await selectByScript(page, 'no ship came for forty days');
  await page.getByRole('button', { name: 'Highlight in green' }).click();
  await expect.poll(() => painted(page)).toEqual({ green: ['no ship came for forty days'] });
  const [made] = await stored(app, id);
  if (made === undefined) throw new Error('not highlighted');
  await layover.highlights.change(id, made.id, { note: 'Wéather', tags: ['Ice'] });
  const other = (await layover.cards()).find(({ title }) => title === 'Winter quarters')?.id ?? '';
  if (!isArticleId(other)) throw new Error('not saved');
  await layover.highlights.add(other, {
    color: 'red',
    note: '',
    tags: [],
    target: { ...made.target, quote: { ...made.target.quote, exact: 'Salt on the steps' } },
  });

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Highlights', exact: true }).click();
  expect(new URL(page.url()).hash).toBe('#/library/highlights');
  const list = page.getByRole('group', { name: 'All highlights' });
  await expect(list.getByRole('heading')).toHaveText(['Winter quarters', 'The tide tables']);
  const search = page.getByRole('textbox', { name: 'Search quotes, notes, tags and titles' });
  await search.fill('weather ship');
  await expect(list.getByRole('heading')).toHaveText(['The tide tables']);
  await search.fill('');
  await page.getByRole('button', { name: 'Red' }).click();
  await expect(list.getByRole('heading')).toHaveText(['Winter quarters']);
  await page.getByRole('button', { name: 'Red' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('Ice');
  await expect(page.getByText('1 highlight', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As Markdown' }).click();
  await expect(page.getByText('1 highlight was written to')).toBeVisible();
  expect(app.written[0]?.name).toBe('The tide tables - highlights.md');
  expect(app.written[0]?.content).toContain('> no ship came for forty days');
  expect(app.written[0]?.content).not.toContain('Salt');
  await search.fill('nothing like it');
  await expect(page.getByText('No highlight fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();

  await list.getByRole('button', { name: 'no ship came' }).click();
  await expect(page.getByRole('dialog', { name: 'Highlights' }).getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Wéather',
  );
});
