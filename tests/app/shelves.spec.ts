// The library as a place to keep things in order: tags, views, many at once, the trash, what takes the room, and rules.
import type { Page } from 'playwright/test';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

const titles = (page: Page) => page.getByRole('article').getByRole('heading');

async function tag(app: AppPage, title: string, tags: readonly string[]): Promise<void> {
  const card = (await app.layover.cards()).find((each) => each.title === title);
  if (card === undefined) throw new Error(`${title} is not there`);
  await app.layover.change(card.id, (article) => ({ ...article, tags }));
}

test.beforeEach(async ({ app }) => {
  for (const [title, site] of [
    ['Salt roads', 'roads.example'],
    ['Winter quarters', 'roads.example'],
    ['Lamp oil', 'lights.example'],
  ] as const)
    await app.save(pageFile({ title, address: `${site}/${title.length}` }));
});

test('articles are found by all of several tags, or by any of them, and the query says so', async ({ app }) => {
  const { page } = app;
  await tag(app, 'Salt roads', ['sea', 'long reads']);
  await tag(app, 'Lamp oil', ['sea']);
  await app.start('#/library');
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await page.getByRole('option', { name: /sea/ }).click();
  await expect(titles(page)).toHaveText(['Lamp oil', 'Salt roads']);
  await page.getByRole('option', { name: /long reads/ }).click();
  await expect(titles(page)).toHaveText(['Salt roads']);
  await page.getByRole('radio', { name: 'any of them' }).click();
  await expect(titles(page)).toHaveText(['Lamp oil', 'Salt roads']);
  await page.keyboard.press('Escape');
  const field = page.getByRole('textbox', { name: 'Search titles and texts' });
  await expect(field).toHaveValue('(tag:sea OR tag:"long reads")');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(titles(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'long reads', exact: true }).click();
  await expect(field).toHaveValue('tag:"long reads"');
});

test('several articles are selected by keyboard, tagged, starred, removed, and all of it taken back', async ({
  app,
}) => {
  const { page } = app;
  await app.start('#/library');
  await page.getByRole('button', { name: 'Lamp oil', exact: true }).focus();
  await page.keyboard.press('x');
  const bar = page.getByRole('toolbar', { name: 'Selected articles' });
  await expect(bar).toContainText('1 of 3 selected');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 of 3 selected');
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Tags of 2 articles' });
  await page.keyboard.type('to carry, winter,');
  await expect(dialog.getByRole('listitem')).toHaveText(['to carry', 'winter']);
  await dialog.getByRole('button', { name: 'Remove: winter' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText(['to carry']);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'to carry', exact: true })).toHaveCount(2);

  await bar.getByRole('button', { name: 'Star', exact: true }).click();
  await expect(page.getByRole('img', { name: 'Starred' })).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('img', { name: 'Starred' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Lamp oil', exact: true }).focus();
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('3 of 3 selected');
  await bar.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add a sample to look around' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(titles(page)).toHaveCount(3);
});

test('a view keeps a search with its order under a name, over a new start, and can be forgotten', async ({ app }) => {
  const { page } = app;
  await app.start('#/library?q=site:roads.example');
  await expect(titles(page)).toHaveCount(2);
  await page.getByLabel('Order').selectOption('Title');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('The long way');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^The long way/ })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(titles(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: /^The long way/ }).click();
  await expect(titles(page)).toHaveText(['Salt roads', 'Winter quarters']);
  await page.getByRole('button', { name: 'Rename: The long way' }).click();
  await page.keyboard.type('The short way');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^The short way/ })).toBeVisible();
  await page.getByRole('button', { name: 'Forget: The short way' }).click();
  await expect(page.getByRole('button', { name: /^The long way/ })).toHaveCount(0);
});

test('a view is found among the commands by its name, for as long as there is one', async ({ app }) => {
  const { page } = app;
  const view = {
    id: 'far',
    name: 'The long way',
    query: 'site:roads.example',
    sort: 'title',
    isReversed: false,
  } as const;
  await app.layover.library.setSettings({ views: [{ ...view, icon: null }] });
  await app.start('#/queue');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('long way');
  await expect(page.getByRole('menuitem').first()).toContainText('View: The long way');
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText(['Salt roads', 'Winter quarters']);
  await expect(page.getByLabel('Order')).toHaveValue('title');

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Forget: The long way' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('long way');
  await expect(page.getByRole('menuitem')).toHaveText([/^Search all texts/]);
});

test('what was removed lies in the trash, comes back, or goes for good once the person agrees', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  for (const title of ['Salt roads', 'Lamp oil']) await page.getByRole('button', { name: `Remove: ${title}` }).click();
  await expect(titles(page)).toHaveText(['Winter quarters']);
  await page.getByRole('navigation', { name: 'Parts of the library' }).getByRole('button', { name: 'Trash' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Lamp oil', 'Salt roads']);
  await expect(page.getByText('30 days left')).toHaveCount(2);
  await page.getByRole('button', { name: 'Bring back: Salt roads' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Lamp oil']);
  await page.getByRole('button', { name: 'Remove for good: Lamp oil' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Lamp oil']);
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  expect((await app.layover.cards()).map(({ title }) => title).toSorted()).toEqual(['Salt roads', 'Winter quarters']);
});

test('what takes the room is told by kind, site and article, and leads there', async ({ app }) => {
  const { page } = app;
  await app.start('#/library/storage');
  const sites = page.getByRole('table').filter({ hasText: 'roads.example' });
  await expect(sites.getByRole('row').filter({ hasText: 'roads.example' })).toContainText('2');
  await page.getByRole('checkbox', { name: 'Keep the library below' }).check();
  await page.getByRole('textbox', { name: 'Gigabytes' }).fill('0.01');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.layover.library.settings().capBytes).toBe(10_000_000);
  await page.getByRole('radio', { name: /to the trash/ }).check();
  await expect.poll(() => app.layover.library.settings().capPolicy).toBe('trash');
  await page.getByRole('button', { name: 'roads.example', exact: true }).click();
  await expect(titles(page)).toHaveCount(2);
});

test('a rule is written, tags what is saved from then on, and what is saved already when it is asked to', async ({
  app,
}) => {
  const { page } = app;
  await app.start('#/settings');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: 'When an article is' }).fill('roads');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Only filters can stand here')).toBeVisible();
  await page.getByRole('textbox', { name: 'When an article is' }).fill('site:roads.example');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'give it the tags' }).fill('on foot, far');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'On: New rule' }).check();
  await expect.poll(() => app.layover.library.settings().rules[0]?.isOn).toBe(true);
  await app.save(pageFile({ title: 'Milestones', address: 'roads.example/milestones' }));
  const tagsOf = async (): Promise<readonly (readonly [string, string])[]> =>
    (await app.layover.cards())
      .map(({ title, tags }) => [title, tags.join()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  await expect.poll(tagsOf).toEqual([
    ['Lamp oil', ''],
    ['Milestones', 'on foot,far'],
    ['Salt roads', ''],
    ['Winter quarters', ''],
  ]);
  await page.getByRole('button', { name: 'Apply to what is saved now' }).click();
  await expect(page.getByText('The rule changed 2 articles.')).toBeVisible();
  expect((await tagsOf()).filter(([, tags]) => tags === 'on foot,far')).toHaveLength(3);
});
