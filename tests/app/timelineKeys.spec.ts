// The timeline by keyboard alone, from opening it to saving a selection; and what narrows it, kept in the address.
import { startSite, type Site } from '../helpers/site.ts';
import { expect, test } from '../helpers/appPage.ts';
import { listed, pageFile, pageHtml } from './pages.ts';

let site: Site;

test.beforeEach(async ({ app }) => {
  site = await startSite({
    '/9': { body: pageHtml({ title: 'Letter nine', address: 'letters.example/9' }) },
    '/8': { body: pageHtml({ title: 'Letter eight', address: 'letters.example/8' }) },
  });
  const numbers = Array.from({ length: 30 }, (_, index) => index);
  const related = numbers.map((number) => {
    const month = ['March', 'May', 'August'][Math.floor(number / 10)] ?? '';
    const title = `<a href="${site.url(`/${number}`)}">Letter ${number}</a>${number % 3 === 0 ? ' – Video' : ''}`;
    return listed(title, `${month} ${(number % 10) + 1}, 20${12 + Math.floor(number / 10)}`);
  });
  await app.save(pageFile({ title: 'Winter quarters', address: 'notes.example/winter', related }));
});

test.afterEach(async () => {
  await site.close();
});

test('days, months, a date, a selection and its saving need no mouse', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const at = (name: RegExp) => page.getByRole('button', { name });
  await app.start();
  await keyboard.press('Control+2');
  await expect(at(/^Letter 29, Only known, August 10, 2014/)).toBeVisible();

  // Into the list: the first post of the newest day.
  await keyboard.press(']');
  await expect(at(/^Letter 28,/)).toBeFocused();
  await keyboard.press('[');
  await expect(at(/^Letter 29,/)).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(at(/^Letter 28,/)).toBeFocused();
  await keyboard.press('}');
  await expect(at(/^Letter 19, Only known, May 10, 2013/)).toBeFocused();
  await keyboard.press('}');
  await expect(at(/^Letter 9, Only known, March 10, 2012/)).toBeFocused();
  await keyboard.press('{');
  await expect(at(/^Letter 19,/)).toBeFocused();
  await keyboard.press('End');
  await expect(at(/^Winter quarters, Saved here/)).toBeFocused();
  await keyboard.press('Home');
  await expect(at(/^Letter 29,/)).toBeFocused();

  await keyboard.press('g');
  await keyboard.type('march 2012');
  await keyboard.press('Enter');
  await expect(at(/^Letter 9,/)).toBeInViewport();

  await at(/^Letter 9,/).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Letter 9' })).toContainText('March 10, 2012');
  await keyboard.press('Escape');
  await expect(at(/^Letter 9,/)).toBeFocused();

  await keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: 'Selected posts' })).toContainText('2 selected');
  await expect(at(/^Letter 8, Only known, March 9, 2012, selected/)).toBeFocused();
  await keyboard.press('s');
  await expect(page.getByText('2 saved.')).toBeVisible();
  await expect(at(/^Letter nine, Saved here|^Letter 9, Saved here/)).toBeVisible();
  await expect(page.getByRole('toolbar', { name: 'Selected posts' })).toBeHidden();
});

test('what narrows the timeline combines, can be taken away, and is undone by going back', async ({ app }) => {
  const { page } = app;
  await app.start('#/timeline');
  const status = page.getByRole('status').filter({ hasText: 'post' });
  await expect(status).toHaveText('31 posts on 30 days');

  await page.getByRole('button', { name: 'Kind' }).click();
  const video = page.getByRole('option', { name: 'Video 10' });
  await video.click();
  await page.keyboard.press('Escape');
  await expect(status).toHaveText('10 of 31 posts');
  await page.getByRole('button', { name: 'Dates' }).click();
  await page.getByLabel('From', { exact: true }).fill('2013');
  await page.getByLabel('To', { exact: true }).fill('2013-05');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(status).toHaveText('3 of 31 posts');
  await expect(page.locator('.post-row')).toHaveCount(3);

  // A link to this view leads to this view.
  const address = page.url();
  await app.start('#/library');
  await page.goto(address);
  await expect(status).toHaveText('3 of 31 posts');

  await page.getByRole('button', { name: 'Remove: Video' }).click();
  await expect(status).toHaveText('10 of 31 posts');
  await page.goBack();
  await expect(status).toHaveText('3 of 31 posts');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(status).toHaveText('31 posts on 30 days');
});

test('what is shown is written to a file in the form that was chosen', async ({ app }) => {
  const { page } = app;
  await app.start('#/timeline?kind=video');
  await expect(page.getByText('10 of 31 posts')).toBeVisible();
  for (const [form, begins] of [
    ['Table (CSV)', 'date'],
    ['Calendar (ICS)', 'BEGIN:VCALENDAR'],
    ['Page to print or pass on', '<!doctype html>'],
    ['Data (JSON)', '{'],
  ] as const) {
    const before = app.written.length;
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: form }).click();
    await expect.poll(() => app.written.length).toBe(before + 1);
    const content = String(app.written.at(-1)?.content);
    expect(content.toLowerCase().trimStart().startsWith(begins.toLowerCase())).toBe(true);
    expect(content.match(/Letter \d+/g)?.length ?? 0).toBeGreaterThanOrEqual(10);
    expect(content).not.toContain('Letter 1 ');
  }
  await expect(page.getByText(/^10 posts written to/).first()).toBeVisible();
});

test('on another axis the post one looks at stays in view', async ({ app }) => {
  const { page } = app;
  await app.start('#/timeline');
  const post = page.getByRole('button', { name: /^Letter 12,/ });
  await expect(page.getByRole('button', { name: /^Letter 29,/ })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.type('2013-05-03');
  await page.keyboard.press('Enter');
  await expect(post).toBeInViewport();
  await post.focus();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Updated' })).toBeChecked();
  await expect(post).toBeFocused();
  await expect(post).toBeInViewport();
});
