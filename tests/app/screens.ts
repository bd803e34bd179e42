// Every screen of the window, one after the other, each asked for its faults: a library of our own in, nothing out but what is found.
import type { Locator, Page } from 'playwright/test';
import { expect, type AppPage } from '../helpers/appPage.ts';
import { aTarget } from '../helpers/highlights.ts';
import { startSite } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';
import { expectNoFault, expectNoFaultInArticle } from './faults.ts';
import { ARTICLE, noteIn, pressIn } from './frames.ts';
import { listed, numbered, pageFile, pageHtml } from './pages.ts';
import { piecesPage } from './textPages.ts';

/** A library with something for every screen: lists, pictures, notes, copies, a failed save, the trash, highlights that were found and lost. */
export async function fill(app: AppPage): Promise<void> {
  const { layover } = app;
  const related = ['Tide tables', 'Lamp oil', 'Harbour radio', 'Fog signals'].map((title, i) =>
    listed(
      `<a href="https://${i % 2 === 0 ? 'rails' : 'tides'}.example/${i}">${title}</a>${i === 2 ? ' – Video' : ''}`,
      `March ${i + 3}, 20${10 + i}`,
      `March ${i + 3}, 20${12 + i}`,
    ),
  );
  let paragraphs: readonly string[] = [
    'The bay is <a href="https://else.example/bay">charted elsewhere</a> as well.',
    '<figure><img src="/chart.png" alt="A chart of the bay"><figcaption>The bay in 1823.</figcaption></figure>',
    ...numbered(8),
  ];
  const site = await startSite({
    '/plates': (_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageHtml({ title: 'Plates', address: 'notes.example/plates', paragraphs }));
    },
    '/chart.png': { body: png(1000, 700), headers: { 'content-type': 'image/png' } },
  });
  await app.save({ from: 'address', address: site.url('/plates') });
  paragraphs = ['To read on, become a member. It costs less than a cup of coffee.', ...numbered(2)];
  await app.save({ from: 'address', address: site.url('/plates') });
  await app.save({ from: 'address', address: site.url('/gone') });
  await site.close();
  await app.save(piecesPage());
  await app.save(pageFile({ title: 'Lamp oil', address: 'tides.example/1' }));
  await app.save(pageFile({ title: 'Put away', address: 'tides.example/away' }));
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
  for (const card of await layover.cards()) {
    if (card.title === 'Put away') await layover.remove(card.id);
    else await layover.change(card.id, (article) => ({ ...article, tags: ['sea'] }));
    if (card.title !== 'Winter quarters') continue;
    const made = { color: 'green', note: 'A note', tags: ['salt roads'] } as const;
    await layover.highlights.add(card.id, { ...made, target: aTarget('A passage that the page has lost since then') });
    await layover.highlights.add(card.id, { ...made, target: aTarget('Paragraph 1. The keeper wrote') });
  }
}

/** Waits for a dialog by its name. */
export async function dialogOf(page: Page, name: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Closes what lies over the window. */
export async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('[role="dialog"], [role="menu"], [role="listbox"]')).toHaveCount(0);
}

/** Opens an article from the library and waits until it is drawn. */
export async function read(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: title, exact: true }).click();
  await expect(page.frameLocator(ARTICLE).locator('header h1')).toHaveText(title);
  await expect(page.frameLocator(ARTICLE).locator('header h1')).toBeVisible();
  await page.locator(`${ARTICLE}:not(.article-frame-waiting)`).waitFor();
}

/** Every place before anything is saved. */
export async function walkEmpty(app: AppPage): Promise<void> {
  const { page } = app;
  for (const [place, sign] of [
    ['#/queue', 'Add a sample to look around'],
    ['#/library', 'Add a sample to look around'],
    ['#/timeline', ''],
    ['#/library/highlights', 'Nothing is highlighted yet'],
    ['#/library/trash', 'The trash is empty'],
    ['#/library/storage', 'free on this disk'],
  ] as const) {
    await app.start(place);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByRole('main').getByText(sign).first()).toBeVisible();
    await expectNoFault(page, { screen: `${place}, empty` });
  }
}

/** The queue and the parts of the library. */
export async function walkLists(app: AppPage): Promise<void> {
  const { page } = app;
  await app.start('#/queue');
  await expect(page.getByRole('button', { name: 'Lamp oil', exact: true })).toBeVisible();
  await expectNoFault(page, { screen: 'queue' });

  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Lamp oil', exact: true }).focus();
  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toBeVisible();
  await expectNoFault(page, { screen: 'library with a selection' });
  await page.keyboard.press('g');
  await dialogOf(page, 'The tags');
  await expectNoFault(page, { screen: 'tags' });
  await leave(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await dialogOf(page, 'Views');
  await expectNoFault(page, { screen: 'views' });
  await leave(page);
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await expect(page.getByRole('option', { name: /sea/ })).toBeVisible();
  await expectNoFault(page, { screen: 'filter of tags' });
  await leave(page);
  const field = page.getByRole('textbox', { name: 'Search titles and texts' });
  for (const [query, sign] of [
    ['keeper', '^[0-9]+ articles'],
    ['is:archived', 'Nothing found'],
    ['xylophone', 'Nothing found'],
  ] as const) {
    await field.fill(query);
    await expect(page.getByText(new RegExp(sign, 'i')).first()).toBeVisible();
    await expectNoFault(page, { screen: `search for ${query}` });
  }
  await field.fill('');
  await app.start('#/library/highlights');
  await expect(page.getByRole('group', { name: 'All highlights' })).toContainText('salt roads');
  await expectNoFault(page, { screen: 'highlights' });
  await app.start('#/library/trash');
  await expect(page.getByRole('heading', { name: 'Put away' })).toBeVisible();
  await expectNoFault(page, { screen: 'trash' });
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Remove for good?' })).toBeVisible();
  await expectNoFault(page, { screen: 'question before the trash is emptied' });
  await page.getByRole('button', { name: 'Keep' }).click();
  await app.start('#/library/storage');
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectNoFault(page, { screen: 'storage' });
}

/** The timeline. */
export async function walkTimeline(app: AppPage): Promise<void> {
  const { page } = app;
  await app.start('#/timeline');
  await expect(page.getByText('Harbour radio')).toBeVisible();
  await expectNoFault(page, { screen: 'timeline' });
  const post = page.getByRole('button', { name: /^Fog signals, Only known/ });
  await post.click();
  await dialogOf(page, 'Fog signals');
  await expectNoFault(page, { screen: 'post' });
  await leave(page);
  await post.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected posts' })).toBeVisible();
  await expectNoFault(page, { screen: 'timeline with a selection' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Site' }).click();
  await page.getByRole('option', { name: /tides\.example/ }).click();
  await expectNoFault(page, { screen: 'filter of sites' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoFault(page, { screen: 'export' });
  await leave(page);
  await page.keyboard.press('f');
  await page.keyboard.type('no such post');
  await expect(page.getByText('No post fits')).toBeVisible();
  await expectNoFault(page, { screen: 'timeline in which nothing fits' });
}

/** The settings and everything that opens over the window. */
export async function walkDialogs(app: AppPage): Promise<void> {
  const { page } = app;
  await app.start('#/settings');
  await expect(page.getByText('WordNet').first()).toBeVisible();
  await expectNoFault(page, { screen: 'settings' });
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('button', { name: 'Change the key of: Mark as read or unread' }).click();
  await expect(page.getByText('Also the key of').first()).toBeVisible();
  await expectNoFault(page, { screen: 'settings with a rule and a key that is changed' });
  await page.keyboard.press('Escape');

  await app.start('#/library');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  // The arrow keys of the field, which has the focus, scroll the list.
  await expectNoFault(page, { screen: 'palette', except: ['scrollable-region-focusable'] });
  await leave(page);
  await page.keyboard.press('?');
  await dialogOf(page, 'Keys');
  await expectNoFault(page, { screen: 'keys' });
  await leave(page);
  await page.keyboard.press('Control+n');
  await (await dialogOf(page, 'Save to Layover')).getByRole('textbox').fill('A note of a few words');
  await expectNoFault(page, { screen: 'save' });
  await leave(page);
  await page.keyboard.press('Control+j');
  await expect(await dialogOf(page, 'Saves')).toContainText('404');
  await expectNoFault(page, { screen: 'saves' });
  await leave(page);
  await page.getByRole('article').filter({ hasText: 'Plates' }).locator('.badge').click();
  const details = await dialogOf(page, 'What is on this computer');
  await expectNoFault(page, { screen: 'details' });
  await details.getByRole('button', { name: 'Copies…' }).click();
  const copies = await dialogOf(page, 'Copies of this article');
  await expect(copies.getByRole('list', { name: 'Copies' }).getByRole('listitem')).toHaveCount(2);
  await expect(copies.getByRole('region', { name: 'Compare' })).toContainText('become a member');
  await expectNoFault(page, { screen: 'copies' });
  await leave(page);
}

/** An article and what stands beside and over it. */
export async function walkReader({ page }: AppPage): Promise<void> {
  await read(page, 'Winter quarters');
  const panel = page.getByRole('complementary', { name: 'Related posts' });
  await expect(panel).toContainText('Harbour radio');
  await expectNoFault(page, { screen: 'reader' });
  await expectNoFaultInArticle(page, { screen: 'reader' });
  await panel.getByRole('button', { name: 'Save posts…' }).click();
  await page.getByLabel('And then').selectOption('What their lists name');
  await expectNoFault(page, { screen: 'which posts to save' });
  await leave(page);
  await page.keyboard.press('a');
  await dialogOf(page, 'Look of the text');
  await expectNoFault(page, { screen: 'look of the text' });
  await leave(page);
  await page.keyboard.press('e');
  await expect(page.getByText('Archived “Winter quarters”.')).toBeVisible();
  await expectNoFault(page, { screen: 'message' });
  await page.keyboard.press('Control+z');

  await page.keyboard.press('Shift+H');
  const highlights = page.getByRole('complementary', { name: 'Highlights' });
  await expect(highlights.getByRole('heading', { name: 'Could not be found in this copy' })).toBeVisible();
  await page
    .frameLocator(ARTICLE)
    .locator('p', { hasText: 'Paragraph 1.' })
    .evaluate((block) => block.ownerDocument.getSelection()?.selectAllChildren(block));
  await expect(page.getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await expectNoFault(page, { screen: 'highlights beside the text, selected text' });
  await highlights.getByRole('button', { name: 'Paragraph 1.' }).click();
  await dialogOf(page, 'Highlights');
  await expectNoFault(page, { screen: 'highlight' });
  await leave(page);
  await page.keyboard.press('Shift+H');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('keeper');
  await expect(page.getByRole('search', { name: 'Find in this article' })).toContainText(/ of /);
  await expectNoFault(page, { screen: 'found in the article' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  const lookUp = await dialogOf(page, 'Look up');
  await lookUp.getByRole('textbox').fill('harbour');
  await page.keyboard.press('Enter');
  await expect(lookUp.getByRole('heading', { name: 'harbour' })).toBeVisible({ timeout: 45_000 });
  await expectNoFault(page, { screen: 'looked up' });
  await leave(page);
  await page.keyboard.press('Shift+P');
  await expect(page.getByText('This system has no voice')).toBeVisible();
  await expectNoFault(page, { screen: 'no voice' });
}

/** Links, images, headings, pages and notes of articles. */
export async function walkPieces({ page }: AppPage): Promise<void> {
  await read(page, 'Plates');
  await pressIn(page, 'a[href*="else.example"]');
  await dialogOf(page, 'This page is not saved here');
  await expectNoFault(page, { screen: 'link' });
  await leave(page);
  await page.keyboard.press('i');
  await dialogOf(page, 'Image 1 of 1');
  await expectNoFault(page, { screen: 'image' });
  await leave(page);
  await expectNoFaultInArticle(page, { screen: 'article with images' });

  await read(page, 'How the tide tables were made');
  await page.keyboard.press('u');
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
  await expectNoFault(page, { screen: 'contents' });
  await page.keyboard.press('v');
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await expectNoFault(page, { screen: 'pages' });
  await page.keyboard.press('v');
  await pressIn(page, '[role="doc-noteref"]');
  await expect.poll(() => noteIn(page)).toContain('Printed by');
  await expectNoFaultInArticle(page, { screen: 'article with tables, code, formulas and an open note' });
}
