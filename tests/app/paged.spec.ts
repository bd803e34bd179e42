// Pages instead of scrolling: every line once and whole, the place kept over everything that moves lines, in either direction of writing.
import type { FrameLocator, Page } from 'playwright/test';
import type { SaveSource } from '#contract/save.ts';
import { expect, test } from '../helpers/appPage.ts';
import { numbered, pageHtml } from './pages.ts';

const CODE = Array.from({ length: 60 }, (_, i) => `const level${i} = read(${i}); // of the gauge at the bridge`).join(
  '\n',
);
const TABLE = `<table><tr><th>Station</th><th>Arrivals</th></tr>${Array.from({ length: 8 }, (_, i) => `<tr><td>Halt ${i}</td><td>${i * 7}</td></tr>`).join('')}</table>`;

function article(direction: 'ltr' | 'rtl'): SaveSource {
  const paragraphs = [...numbered(50)];
  paragraphs.splice(9, 0, `</p><h2>On the way</h2>${TABLE}<p>`);
  paragraphs.splice(20, 0, `</p><pre>${CODE}</pre><p>`);
  const html = pageHtml({ title: 'The echo survey', address: 'notes.example/echo', paragraphs });
  const turned = direction === 'ltr' ? html : html.replace('<html lang="en">', '<html lang="ar" dir="rtl">');
  return { from: 'file', name: 'page.html', bytes: Buffer.from(turned) };
}

/** Every line of text: how often it was whole in view, and whether it was ever cut by an edge of the view. */
interface Lines {
  readonly whole: Readonly<Record<string, number>>;
  readonly cut: readonly string[];
  readonly all: number;
}

/** The lines in view now; each is told by its block and its number in it. */
async function linesInView(frame: FrameLocator): Promise<Lines> {
  return frame.locator('body').evaluate((body) => {
    const [width, height] = [window.innerWidth, window.innerHeight];
    const whole: Record<string, number> = {};
    const cut: string[] = [];
    let all = 0;
    for (const [index, block] of [...body.querySelectorAll('h1, h2, p, pre, td, th')].entries()) {
      const range = document.createRange();
      range.selectNodeContents(block);
      for (const [line, rect] of [...range.getClientRects()].entries()) {
        if (rect.width === 0) continue;
        all += 1;
        const isIn = rect.right > 0.5 && rect.left < width - 0.5 && rect.bottom > 0.5 && rect.top < height - 0.5;
        const isWhole =
          rect.left >= -0.5 && rect.right <= width + 0.5 && rect.top >= -0.5 && rect.bottom <= height + 0.5;
        if (isIn && isWhole) whole[`${index}.${line}`] = 1;
        else if (isIn) cut.push(`${index}.${line}`);
      }
    }
    return { whole, cut, all };
  });
}

async function openPaged(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'The echo survey', exact: true }).press('Enter');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('header h1')).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByText(/^Page 1 of \d+$/)).toBeVisible();
  return frame;
}

async function pagesOf(page: Page): Promise<readonly [number: number, count: number]> {
  const text = (await page.getByText(/^Page \d+ of \d+$/).textContent()) ?? '';
  const [, number = 0, count = 0] = /(\d+) of (\d+)/.exec(text) ?? [];
  return [Number(number), Number(count)];
}

/** Paragraphs of which something is in view. */
async function paragraphsInView(frame: FrameLocator): Promise<readonly string[]> {
  return frame.locator('body').evaluate((body) =>
    [...body.querySelectorAll('p')].flatMap((each) => {
      const isIn = [...each.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          right > 1 && left < window.innerWidth - 1 && bottom > 25 && top < window.innerHeight - 1,
      );
      return isIn ? [/^Paragraph \d+/.exec(each.textContent.replaceAll('\u00AD', ''))?.[0] ?? ''] : [];
    }),
  );
}

for (const direction of ['ltr', 'rtl'] as const) {
  test(`turned by keys, the pages of a text (${direction}) show every line once and whole`, async ({ app }) => {
    const { page } = app;
    await app.save(article(direction));
    await app.start();
    const frame = await openPaged(page);
    const [, count] = await pagesOf(page);
    expect(count).toBeGreaterThan(5);
    const keys = direction === 'ltr' ? [' ', 'PageDown', 'ArrowRight'] : [' ', 'PageDown', 'ArrowLeft'];
    const seen: Record<string, number> = {};
    let all = 0;
    for (let number = 1; number <= count; number += 1) {
      await expect(page.getByText(`Page ${number} of ${count}`, { exact: true })).toBeVisible();
      const lines = await linesInView(frame);
      expect(lines.cut, `cut on page ${number}`).toEqual([]);
      for (const line of Object.keys(lines.whole)) seen[line] = (seen[line] ?? 0) + 1;
      all = lines.all;
      if (number < count) await page.keyboard.press(keys[number % 3] ?? ' ');
    }
    expect(Object.keys(seen)).toHaveLength(all);
    expect(Object.values(seen).filter((times) => times !== 1)).toEqual([]);
    await page.keyboard.press('Home');
    await expect(page.getByText(`Page 1 of ${count}`, { exact: true })).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByText(`Page ${count} of ${count}`, { exact: true })).toBeVisible();
    await page.keyboard.press(direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight');
    await expect(page.getByText(`Page ${count - 1} of ${count}`, { exact: true })).toBeVisible();
  });

  test(`the paragraph of a text (${direction}) stays over pages, scrolling, size and window`, async ({ app }) => {
    const { page } = app;
    await app.save(article(direction));
    await app.start();
    const frame = await openPaged(page);
    for (let turns = 0; turns < 4; turns += 1) await page.keyboard.press(' ');
    await expect(page.getByText(/^Page 5 of/)).toBeVisible();
    const [first = 'none'] = await paragraphsInView(frame);
    expect(first).toMatch(/^Paragraph/);
    const stays = async (): Promise<void> => {
      await expect.poll(() => paragraphsInView(frame)).toContain(first);
    };
    await page.keyboard.press('v');
    await expect(page.getByText(/^Page \d/)).toBeHidden();
    await stays();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await stays();
    await page.keyboard.press('v');
    await stays();
    await page.setViewportSize({ width: 800, height: 600 });
    await stays();
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await stays();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(page.getByText(/^Page 5 of/)).toBeVisible();
    await stays();
    // Nobody has read on meanwhile, so another day begins there as well.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'The echo survey', exact: true }).press('Enter');
    await expect(page.getByText(/^Page 5 of/)).toBeVisible();
    await stays();
  });
}

test('a page that was turned to stays, however soon after it a font or a picture moves the lines', async ({ app }) => {
  const { page } = app;
  await app.save(article('ltr'));
  await app.start();
  const frame = await openPaged(page);
  for (const shown of [2, 3]) {
    await frame.locator('body').evaluate((body) => {
      body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }));
      document.fonts.dispatchEvent(new Event('loadingdone'));
      body.dispatchEvent(new Event('load'));
    });
    await expect(page.getByText(`Page ${shown} of`)).toBeVisible();
  }
  const others = app.problems.filter((problem) => !problem.includes('Blocked script execution'));
  app.problems.splice(0, app.problems.length, ...others);
});

test('a hit, a link within the text and the focus bring their page into view; the wheel turns one page', async ({
  app,
}) => {
  const { page } = app;
  const paragraphs = [...numbered(40)];
  paragraphs[0] =
    'Of the <a href="#late">late arrivals</a> more is said below, where the keeper counts them one by one.';
  paragraphs[29] = `</p><h2 id="late">Late arrivals</h2><p>${paragraphs[29]} Here a heliograph was seen.`;
  await app.save({
    from: 'file',
    name: 'page.html',
    bytes: Buffer.from(pageHtml({ title: 'The echo survey', address: 'notes.example/echo', paragraphs })),
  });
  await app.start('#/library?q=heliograph');
  await page.getByRole('button', { name: 'The echo survey', exact: true }).press('Enter');
  const frame = page.frameLocator('iframe');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await page.keyboard.press('v');
  await page.keyboard.press('Home');
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await page.keyboard.press('n');
  await expect.poll(() => paragraphsInView(frame)).toContain('Paragraph 30');
  await page.keyboard.press('Home');
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await frame
    .locator('.content a')
    .first()
    .evaluate((link) => {
      if (link instanceof HTMLElement) link.click();
    });
  await expect.poll(() => paragraphsInView(frame)).toContain('Paragraph 30');
  const [number] = await pagesOf(page);
  await frame.locator('body').evaluate((body) => {
    body.dispatchEvent(new WheelEvent('wheel', { deltaY: 120, bubbles: true }));
  });
  await expect(page.getByText(`Page ${number + 1} of`)).toBeVisible();
  // The focus goes back to a link of the first page, and the view with it.
  await frame
    .locator('.content a')
    .first()
    .evaluate((link) => {
      if (link instanceof HTMLElement) link.blur();
      if (link instanceof HTMLElement) link.focus();
    });
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  // Playwright's own listeners, which its looking into the document left there, may not run in it either.
  const others = app.problems.filter((problem) => !problem.includes('Blocked script execution'));
  app.problems.splice(0, app.problems.length, ...others);
});
