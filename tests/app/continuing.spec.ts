// Going on: where the person was, in the same copy or another; the article read last; the neighbours in the queue; the person's own speed.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { numbered, pageFile, pageHtml } from './pages.ts';

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).press('Enter');
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText(title);
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
}

/** Scrolls as far as a paragraph and waits until its place is kept. */
async function readTo(page: Page, paragraph: string): Promise<void> {
  await page
    .frameLocator('iframe')
    .locator('p', { hasText: paragraph })
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect.poll(() => topParagraph(page)).toBe(paragraph);
  // The window hears of it with the next frame, and nobody leaves sooner.
  await page.evaluate(
    () =>
      new Promise((heard) => {
        requestAnimationFrame(() => requestAnimationFrame(heard));
      }),
  );
}

async function topParagraph(page: Page): Promise<string> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => {
      const top = [...body.querySelectorAll('p')].find(
        (each) =>
          each.textContent.replaceAll('\u00AD', '').startsWith('Paragraph') && each.getBoundingClientRect().bottom > 26,
      );
      return /^Paragraph \d+\./.exec(top?.textContent.replaceAll('\u00AD', '') ?? '')?.[0] ?? 'none';
    });
}

const SAID =
  'tide keeper salt stair night lamp rope harbour gull winter ledger north boat signal stone wall bell fog'.split(' ');

/** Paragraphs that have little in common. */
function unlike(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const said = Array.from(
      { length: 60 },
      (_each, k) => SAID[(i * 5 + k * (i + 3) + ((k * k) % (i + 7))) % SAID.length],
    );
    return `Paragraph ${i + 1}. The keeper said: ${said.join(' ')}.`;
  });
}

test('another copy of the article opens at the same paragraph, wherever it stands in it', async ({ app }) => {
  const { page, layover } = app;
  let paragraphs: readonly string[] = unlike(60);
  const site = await startSite({
    '/tide': (_request, response) => {
      const html = pageHtml({ title: 'The tide tables', address: 'a.example/tide', paragraphs });
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    },
  });
  await app.save({ from: 'address', address: site.url('/tide') });
  await app.start('#/library');
  await open(page, 'The tide tables');
  await readTo(page, 'Paragraph 40.');
  await page.keyboard.press('Escape');
  const [id] = layover.library.catalogue.ids();
  if (id === undefined) throw new Error('nothing was saved');
  await expect.poll(async () => (await layover.article(id)).reading.progress).toBeGreaterThan(0.5);
  const { saved } = await layover.article(id);

  // Ten new ones before it, and the paragraph itself edited a little.
  paragraphs = [
    ...Array.from({ length: 10 }, (_, i) => `Of the weather in week ${i + 1} the log says that it was fair and dry.`),
    ...paragraphs.map((text) => text.replace('Paragraph 40. The keeper', 'Paragraph 40. The old keeper')),
  ];
  await app.save({ from: 'address', address: site.url('/tide') });
  await open(page, 'The tide tables');
  await expect(page.frameLocator('iframe').getByText('The old keeper')).toHaveCount(1);
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40.');
  await readTo(page, 'Paragraph 55.');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await layover.article(id)).reading.places?.length).toBe(2);

  // Back to the first copy: on from where the second was read to.
  await layover.takeVersion(id, saved);
  await open(page, 'The tide tables');
  await expect(page.frameLocator('iframe').getByText('The old keeper')).toHaveCount(0);
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 55.');
  await site.close();
});

test('the window opens where it was left, unless the person does not want that', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'The echo survey', address: 'notes.example/echo', paragraphs: numbered(60) }));
  await app.save(pageFile({ title: 'Salt roads', address: 'notes.example/salt' }));
  await app.start('#/library');
  await open(page, 'The echo survey');
  await readTo(page, 'Paragraph 40.');
  await expect.poll(async () => (await layover.cards()).some(({ reading }) => reading.progress > 0.5)).toBe(true);
  await expect.poll(() => layover.library.readingMemory().address).toContain('/article/');

  await app.start();
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText('The echo survey');
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible();

  // Left in the queue, the article is one key away.
  await page.keyboard.press('Control+1');
  const line = page.getByRole('button', { name: /^Continue The echo survey/ });
  await expect(line).toContainText('left');
  await page.keyboard.press('c');
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText('The echo survey');
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40.');

  await layover.library.setSettings({ resumes: false });
  await app.start();
  await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
  await expect(line).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);

  // What is gone is not opened: the window stands where the article was opened from.
  await layover.library.setSettings({ resumes: true });
  await page.keyboard.press('c');
  await expect.poll(() => topParagraph(page)).toBe('Paragraph 40.');
  await expect.poll(() => layover.library.readingMemory().address).toContain('/article/');
  const last = layover.library.readingMemory().article;
  if (last !== null) await layover.remove(last);
  await app.start();
  await expect(page.getByText('Salt roads')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('at its end an article offers what comes next, and keys lead along the queue', async ({ app }) => {
  const { page } = app;
  for (const title of ['Third post', 'Second post', 'First post']) {
    const paragraphs = numbered(30);
    await app.save(pageFile({ title, address: `notes.example/${title.slice(0, 5)}`, paragraphs }));
  }
  await app.start();
  await open(page, 'First post');
  const end = page.getByRole('region', { name: 'End of the article' });
  await expect(end).toBeHidden();
  await page.keyboard.press('End');
  await expect(end).toBeVisible();
  await end.getByRole('button', { name: 'Next: Second post' }).click();
  const heading = page.frameLocator('iframe').locator('header h1');
  await expect(heading).toHaveText('Second post');
  await expect(end).toBeHidden();
  await page.keyboard.press('j');
  await expect(heading).toHaveText('Third post');
  await page.keyboard.press('j');
  await expect(page.getByText('This is the last article in the queue.')).toBeVisible();
  await page.keyboard.press('k');
  await expect(heading).toHaveText('Second post');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
  // The end was reached, and nothing else was done about it.
  await expect(page.getByText('Read to the end')).toBeVisible();
  await expect(page.getByText('3 articles')).toBeVisible();
});

test('times are the person’s own once enough was read, and of most people after that is forgotten', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'The echo survey', address: 'notes.example/echo', paragraphs: numbered(120) }));
  const [card] = await layover.cards();
  const usual = card?.minutes ?? 0;
  await app.start();
  await expect(page.getByText(`${usual} min`, { exact: true })).toBeVisible();
  await page.evaluate(async () => {
    const stretches = Array.from({ length: 20 }, () => ({ lang: 'en', units: 200, seconds: 200 * (60 / 114) }));
    await window.layover.call('reading.measured', { stretches });
  });
  await app.start();
  const minutes = async (): Promise<number> => Number.parseInt(await page.getByText(/^\d+ min$/).innerText(), 10);
  await expect.poll(minutes).toBeGreaterThan(usual * 1.85);
  expect(await minutes()).toBeLessThan(usual * 2.15);
  await page.keyboard.press('Control+,');
  await expect(page.getByText(/^You read about 11\d words a minute in English \(from 4,000 words\)\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByText(/times to read are those of most people/)).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByText(`${usual} min`, { exact: true })).toBeVisible();
  await page.evaluate(async () => {
    await window.layover.call('settings.set', { measuresSpeed: false });
    await window.layover.call('reading.measured', { stretches: [{ lang: 'en', units: 200, seconds: 60 }] });
  });
  expect(layover.library.readingMemory().speed).toEqual({});
});

test('what is read page by page is measured, with the time spent', async ({ app }) => {
  const { page, layover } = app;
  await app.save(pageFile({ title: 'The echo survey', address: 'notes.example/echo', paragraphs: numbered(60) }));
  await app.start();
  // Time goes faster when the test says so.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    Object.assign(window, { skipped: 0 });
    performance.now = () => now() + Number(Reflect.get(window, 'skipped'));
  });
  await open(page, 'The echo survey');
  await page.keyboard.press('v');
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  for (let turns = 2; turns <= 5; turns += 1) {
    await page.evaluate((ms) => Object.assign(window, { skipped: ms }), (turns - 1) * 55_000);
    await page.keyboard.press(' ');
    await expect(page.getByText(new RegExp(`^Page ${turns} of`))).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => layover.library.readingMemory().speed['en']?.counted ?? 0).toBeGreaterThan(400);
  const [card] = await layover.cards();
  const article = card === undefined ? undefined : await layover.article(card.id);
  expect(article?.reading.seconds).toBeGreaterThan(150);
  expect(article?.reading.seconds).toBeLessThan(400);
});
