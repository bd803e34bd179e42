// How a text looks: what is chosen for all articles and for one, what the system asks for, and what a language needs.
import type { FrameLocator, Page } from 'playwright/test';
import type { TextFont } from '#contract/settings.ts';
import type { Article } from '#contract/article.ts';
import { expect, test, type AppPage } from '../helpers/appPage.ts';
import { ARTICLE, boxIn, isFaceLoaded, SAMPLE, sidewaysIn, styleIn } from './frames.ts';
import { arabicPage, germanPage, japanesePage, piecesPage } from './textPages.ts';
import { pageFile } from './pages.ts';

/** Opens an article from the library by its title. */
async function open(page: Page, title: RegExp): Promise<FrameLocator> {
  await page.getByRole('button', { name: title }).first().focus();
  await page.keyboard.press('Enter');
  const article = page.frameLocator('iframe.article-frame');
  await expect(article.locator('header h1')).toHaveCount(1);
  await expect(page.locator('iframe.article-frame')).toBeVisible();
  return article;
}

const FACES: Readonly<Record<TextFont, string>> = {
  serif: 'Literata Latin',
  sans: 'Hanken Grotesk Latin',
  legible: 'Atkinson Hyperlegible',
  dyslexic: 'OpenDyslexic',
  mono: 'JetBrains Mono Latin',
};

test('each font is there and is used, in the article and in the sample', async ({ app }) => {
  const { page } = app;
  await app.save(piecesPage());
  await app.start('#/settings');
  for (const [font, name] of [
    ['sans', 'Hanken Grotesk'],
    ['legible', 'Atkinson Hyperlegible'],
    ['dyslexic', 'OpenDyslexic'],
    ['mono', 'JetBrains Mono'],
    ['serif', 'Literata'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    const face = FACES[font];
    await expect.poll(() => styleIn(page, SAMPLE, '.content p', 'font-family')).toContain(face);
    await expect.poll(() => isFaceLoaded(page, SAMPLE, face)).toBe(true);
  }
  await page.getByText('OpenDyslexic', { exact: true }).click();
  await page.keyboard.press('Control+3');
  await open(page, /^How the tide/);
  await expect.poll(() => styleIn(page, ARTICLE, '.content p', 'font-family')).toContain('OpenDyslexic');
  await expect.poll(() => isFaceLoaded(page, ARTICLE, 'OpenDyslexic')).toBe(true);
});

test('the sample is drawn again with every change', async ({ app }) => {
  const { page } = app;
  await app.start('#/settings');
  const sample = page.frameLocator('iframe.look-preview');
  await expect(sample.getByRole('heading', { name: 'What to take along' })).toBeVisible();
  for (const part of ['blockquote', 'li', 'figcaption', 'pre code'])
    await expect(sample.locator(part).first()).toBeVisible();
  await page.getByText('Night', { exact: true }).click();
  await expect.poll(() => styleIn(page, SAMPLE, 'html', 'background-color')).toBe('rgb(28, 26, 23)');
  await page.getByText('Indented', { exact: true }).click();
  await expect.poll(() => styleIn(page, SAMPLE, '.content p + p', 'text-indent')).not.toBe('0px');
  await page.getByLabel('Justified lines').check();
  await expect.poll(() => styleIn(page, SAMPLE, '.content p', 'text-align')).toBe('justify');
  await page.getByRole('slider', { name: 'Text size' }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => styleIn(page, SAMPLE, 'body', 'font-size')).toBe('32px');
  // Lines of so large a letter have no room for 45 characters here.
  await page.setViewportSize({ width: 900, height: 600 });
  await expect.poll(() => styleIn(page, SAMPLE, '.content p', 'text-align')).toBe('start');
});

test('words are parted by the language of the article, and never without one', async ({ app }) => {
  const { page } = app;
  await app.save(germanPage());
  await app.save(
    pageFile({
      title: 'Without a language',
      address: 'texts.example/none',
      paragraphs: ['1 2 3 4 5', '6 7 8 9 10 11 12'],
    }),
  );
  await app.layover.library.setSettings({ justified: true });
  for await (const { id, title } of app.layover.library.eachArticle()) {
    if (title === 'Without a language') await app.layover.library.update(id, (article) => ({ ...article, lang: null }));
  }
  await app.start('#/library');
  await open(page, /^Das Leuchtfeuer/);
  expect(await styleIn(page, ARTICLE, '.content p', 'hyphens')).toBe('auto');
  expect(await styleIn(page, ARTICLE, '.content p', 'text-align')).toBe('justify');
  expect(await styleIn(page, ARTICLE, 'h1', 'hyphens')).toBe('manual');
  await page.keyboard.press('Escape');
  await open(page, /^Without a language/);
  expect(await styleIn(page, ARTICLE, '.content p', 'hyphens')).toBe('manual');
});

test('a look of one article is kept with it, over another day and another copy, and is taken back', async ({ app }) => {
  const { page } = app;
  await app.save(germanPage());
  await app.save(piecesPage());
  await app.start('#/library');
  let article = await open(page, /^Das Leuchtfeuer/);
  await page.keyboard.press('a');
  const panel = page.getByRole('dialog', { name: 'Look of the text' });
  await panel.getByLabel('Only for this article').check();
  await panel.getByText('Sepia', { exact: true }).click();
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await panel.getByText('Atkinson Hyperlegible', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.keyboard.press('+');
  await expect.poll(() => styleIn(page, ARTICLE, 'body', 'font-size')).toBe('20px');
  expect(app.layover.library.settings()).toMatchObject({ theme: 'system', font: 'serif', textSize: 19 });

  await page.keyboard.press('Escape');
  article = await open(page, /^How the tide/);
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.keyboard.press('Escape');
  await app.save(germanPage());
  await page.reload();
  article = await open(page, /^Das Leuchtfeuer/);
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await expect(article.locator('html')).toHaveAttribute('data-font', 'legible');
  await expect.poll(() => styleIn(page, ARTICLE, 'body', 'font-size')).toBe('20px');
  await expect(page.locator('.reader')).toHaveAttribute('data-theme', 'sepia');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');

  await page.keyboard.press('a');
  await panel.getByRole('button', { name: 'Back to my settings' }).click();
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'paper');
  await expect.poll(() => styleIn(page, ARTICLE, 'body', 'font-size')).toBe('19px');
});

test('where the system asks for more contrast, it has it, until a theme is chosen', async ({ app }) => {
  const { page } = app;
  await app.save(germanPage());
  await app.start('#/library');
  const article = await open(page, /^Das Leuchtfeuer/);
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'dark' });
  await expect(article.locator('html')).toHaveAttribute('data-theme', 'night');
});

test('on paper that is drawn slowly nothing moves', async ({ app }) => {
  const { page } = app;
  await app.save(germanPage());
  await app.layover.library.setSettings({ theme: 'eink' });
  await app.start('#/library');
  await page.evaluate(() => {
    document.addEventListener('animationstart', () => document.body.setAttribute('data-moved', ''));
    document.addEventListener('transitionstart', () => document.body.setAttribute('data-moved', ''));
  });
  await page
    .getByRole('button', { name: /^Das Leuchtfeuer/ })
    .first()
    .hover();
  await open(page, /^Das Leuchtfeuer/);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByText(/^Archived “/)).toBeVisible();
  await expect(page.locator('body')).not.toHaveAttribute('data-moved');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('an Arabic article runs from right to left, upright and with room between its lines', async ({ app }) => {
  const { page } = app;
  await app.save(arabicPage());
  await app.start('#/library');
  await open(page, /^حارس/);
  expect(await styleIn(page, ARTICLE, '.content p', 'direction')).toBe('rtl');
  expect(await styleIn(page, ARTICLE, '.content em', 'font-style')).toBe('normal');
  expect(await styleIn(page, ARTICLE, 'h1', 'letter-spacing')).toMatch(/^(?:normal|0px)$/);
  expect(await styleIn(page, ARTICLE, '.content code', 'direction')).toBe('ltr');
  expect(Number.parseFloat(await styleIn(page, ARTICLE, '.content p', 'line-height'))).toBeGreaterThan(19 * 1.7);
});

test('a Japanese article can be set from top to bottom; the wheel and the keys go on in it, and its place is kept', async ({
  app,
}) => {
  const { page } = app;
  await app.save(japanesePage());
  await app.start('#/library');
  await open(page, /^灯台守/);
  await page.keyboard.press('a');
  await page.getByLabel('Lines from top to bottom').check();
  await page.keyboard.press('Escape');
  await expect.poll(() => styleIn(page, ARTICLE, 'html', 'writing-mode')).toBe('vertical-rl');
  const left = async (): Promise<number> => (await sidewaysIn(page, 'html')).left;
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 600);
  await expect.poll(left).toBeLessThan(-500);
  const wheeled = await left();
  await page.keyboard.press('PageDown');
  await expect.poll(left).toBeLessThan(wheeled - 300);
  await expect.poll(async () => (await firstArticle(app.layover)).reading.block).toBeGreaterThan(5);
  const { block } = (await firstArticle(app.layover)).reading;

  await page.keyboard.press('Escape');
  await expect(page.locator('iframe.article-frame')).toHaveCount(0);
  await page.reload();
  await open(page, /^灯台守/);
  await expect
    .poll(async () => {
      const { right, width } = await boxIn(page, '.content p', block);
      return Math.abs(width - right);
    })
    .toBeLessThan(60);
});

async function firstArticle({ library }: AppPage['layover']): Promise<Article> {
  for await (const article of library.eachArticle()) return article;
  throw new Error('the library is empty');
}

test('the first screen asks for each file once, and for the letters of no script that it does not show', async ({
  app,
}) => {
  const { page } = app;
  await app.save(pageFile({ title: 'Winter quarters', address: 'a.example/1' }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await app.start('#/queue');
  await expect(page.getByRole('heading', { name: 'Winter quarters' })).toBeVisible();
  await expect(page.locator('#app')).not.toHaveAttribute('aria-busy');
  expect(asked.filter((path, at) => asked.indexOf(path) < at)).toEqual([]);
  const fonts = asked.filter((path) => path.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((path) => !/-latin(?:-ext)?-/.test(path))).toEqual([]);
});
