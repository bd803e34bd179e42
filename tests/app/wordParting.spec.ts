// Words that are parted at the ends of lines, where the browser cannot by itself: it is seen, and whatever reads the text takes no note of it.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { textPage } from './textPages.ts';
import { ARTICLE, SAMPLE } from './frames.ts';

const WORD = 'Geschwindigkeitsbegrenzung';
const QUOTE = 'Die Straßenverkehrsordnung verlangt';
const TEXT = `Die Straßenverkehrsordnung verlangt seit der Wiedereröffnung der Küstenstraße eine <em>${WORD}</em> vor dem Aussichtsturm, und die Leuchtturmwärterin schreibt jede Unregelmäßigkeit in ihr Wetterbeobachtungstagebuch.`;
const CODE = '<pre><code>Geschwindigkeitsmessung = 1</code></pre>';

test.beforeEach(async ({ app }) => {
  const body = `<h2>Geschwindigkeitsmessungen</h2>${`<p>${TEXT}</p>`.repeat(12)}${CODE}${`<p>${TEXT}</p>`.repeat(12)}`;
  await app.save(textPage('tempo', { title: 'Tempo am Gezeitenweg', lang: 'de', body }));
  await app.page.setViewportSize({ width: 700, height: 700 });
});

async function openArticle(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Tempo am/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(ARTICLE)).toBeVisible();
}

/** How many soft hyphens elements of a frame have. */
function softIn(page: Page, frame: string, selector: string): Promise<number> {
  return page.evaluate(
    ([of, at]) => {
      const inner = document.querySelector<HTMLIFrameElement>(of)?.contentDocument;
      return [...(inner?.querySelectorAll(at) ?? [])].reduce(
        (sum, { textContent }) => sum + textContent.split('\u00AD').length - 1,
        0,
      );
    },
    [frame, selector] as const,
  );
}

/** Of the words of the article's paragraphs, those that stand on two lines. */
function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((of) => {
    const inner = document.querySelector<HTMLIFrameElement>(of)?.contentDocument;
    const broken: string[] = [];
    for (const paragraph of inner?.querySelectorAll('.content p') ?? []) {
      for (const node of paragraph.childNodes) {
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\u00AD]+/gu)) {
          const range = node.ownerDocument?.createRange();
          if (range === undefined || node.nodeType !== Node.TEXT_NODE) continue;
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
        }
      }
    }
    return broken;
  }, ARTICLE);
}

function highlighted(page: Page, name: string): Promise<readonly string[]> {
  return page.evaluate(
    ([of, wanted]) => {
      const inner = document.querySelector<HTMLIFrameElement>(of)?.contentDocument;
      const ranges = [...(inner?.defaultView?.CSS.highlights.get(wanted) ?? [])];
      return ranges.map(String).map((text) => text.replaceAll('\u00AD', ''));
    },
    [ARTICLE, name] as const,
  );
}

/** Before they are, nothing that is selected can be highlighted. */
function areHighlightsRead(page: Page): Promise<boolean> {
  return page.evaluate(
    (of) =>
      document.querySelector<HTMLIFrameElement>(of)?.contentDocument?.defaultView?.CSS.highlights.has('mark-yellow') ===
      true,
    ARTICLE,
  );
}

/** Selects the first words of a paragraph, with the article in focus. */
async function selectStart(page: Page, paragraph: number, words: string): Promise<void> {
  await page.evaluate(
    ([of, index, wanted]) => {
      const frame = document.querySelector<HTMLIFrameElement>(of);
      const node = frame?.contentDocument?.querySelectorAll('.content p')[index]?.firstChild;
      if (node == null) throw new Error('no text');
      const { 0: found = '', index: at } = new RegExp(Array.from(wanted).join('\u00AD?')).exec(
        node.textContent ?? '',
      ) ?? {
        index: -1,
      };
      frame?.focus();
      frame?.contentDocument?.getSelection()?.setBaseAndExtent(node, at, node, at + found.length);
    },
    [ARTICLE, paragraph, words] as const,
  );
}

test('in a narrow justified article words are parted, in running text alone, and whole again when that is not wished', async ({
  app,
}) => {
  const { page } = app;
  await app.layover.library.setSettings({ justified: true, hyphenated: false });
  await app.start('#/library');
  await openArticle(page);
  expect(await brokenWords(page)).toEqual([]);
  await page.keyboard.press('a');
  const panel = page.getByRole('dialog', { name: 'Look of the text' });
  await panel.getByLabel('Part words at the end of lines').check();
  await expect.poll(async () => (await brokenWords(page)).length).toBeGreaterThan(20);
  await expect(panel.getByText('This system cannot part')).toHaveCount(0);
  await expect.poll(() => softIn(page, ARTICLE, '.content p:last-child')).toBeGreaterThan(10);
  expect(await softIn(page, ARTICLE, 'h1, h2, pre')).toBe(0);
  await panel.getByLabel('Part words at the end of lines').uncheck();
  await expect.poll(() => softIn(page, ARTICLE, 'body')).toBe(0);
  expect(await brokenWords(page)).toEqual([]);
});

test('highlights made before and after stand at the same words', async ({ app }) => {
  const { page } = app;
  await app.layover.library.setSettings({ justified: true, hyphenated: false });
  await app.start('#/library');
  await openArticle(page);
  await expect.poll(() => areHighlightsRead(page)).toBe(true);
  await selectStart(page, 0, QUOTE);
  await page.getByRole('button', { name: 'Highlight in green' }).click();
  await expect.poll(() => highlighted(page, 'mark-green')).toEqual([QUOTE]);
  await app.layover.library.setSettings({ hyphenated: true });
  await page.reload();
  await expect.poll(() => softIn(page, ARTICLE, '.content p:last-child')).toBeGreaterThan(10);
  await expect.poll(() => highlighted(page, 'mark-green')).toEqual([QUOTE]);
  await selectStart(page, 1, 'Wiedereröffnung');
  await page.getByRole('button', { name: 'Highlight in red' }).click();
  await expect.poll(() => highlighted(page, 'mark-red')).toEqual(['Wiedereröffnung']);

  const [article] = await app.layover.cards();
  if (article === undefined) throw new Error('not saved');
  const kept = await app.layover.library.highlights.of(article.id);
  expect(kept.map(({ target }) => target.quote.exact)).toEqual([QUOTE, 'Wiedereröffnung']);

  await page.keyboard.press('a');
  const toggle = page.getByRole('dialog', { name: 'Look of the text' }).getByLabel('Part words at the end of lines');
  for (const isOn of [false, true]) {
    await toggle.setChecked(isOn);
    await expect.poll(async () => (await softIn(page, ARTICLE, '.content p')) > 0).toBe(isOn);
    await expect.poll(() => highlighted(page, 'mark-red')).toEqual(['Wiedereröffnung']);
    expect(await highlighted(page, 'mark-green')).toEqual([QUOTE]);
  }
});

test('a parted word is found in the library and in the article, and copied as it was written', async ({ app }) => {
  const { page } = app;
  await app.start('#/library');
  await page.getByRole('textbox', { name: 'Search titles and texts' }).fill(WORD);
  await openArticle(page);
  await expect.poll(() => softIn(page, ARTICLE, '.content p:last-child')).toBeGreaterThan(10);
  expect(await highlighted(page, 'hit')).toEqual(Array.from({ length: 24 }, () => WORD));
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in this article' });
  await bar.getByRole('textbox').fill(WORD);
  await expect(bar.getByRole('status')).toHaveText(/ of 24$/);
  expect(await highlighted(page, 'hit')).toEqual(Array.from({ length: 24 }, () => WORD));

  await selectStart(page, 3, QUOTE);
  const before = await softIn(page, ARTICLE, '.content');
  await page.keyboard.press('Control+c');
  await bar.getByRole('textbox').fill('');
  await bar.getByRole('textbox').focus();
  await page.keyboard.press('Control+v');
  await expect(bar.getByRole('textbox')).toHaveValue(QUOTE);
  await expect.poll(() => softIn(page, ARTICLE, '.content')).toBe(before);
});

test('the paragraph that is read stays where it is while words are parted', async ({ app }) => {
  const { page } = app;
  await app.layover.library.setSettings({ hyphenated: false });
  await app.start('#/library');
  await openArticle(page);
  /** How far the paragraph is from where a view begins. */
  const topOf = (): Promise<number> =>
    page.evaluate((of) => {
      const inner = document.querySelector<HTMLIFrameElement>(of)?.contentDocument;
      const edge =
        inner == null ? '' : inner.defaultView?.getComputedStyle(inner.documentElement).scrollPaddingBlockStart;
      const top = inner?.querySelectorAll('.content p')[16]?.getBoundingClientRect().top ?? Number.NaN;
      return top - (Number.parseFloat(edge ?? '') || 0);
    }, ARTICLE);
  // Fonts and the place that was kept may still move lines.
  await expect(async () => {
    const by = await topOf();
    await page.evaluate(
      ([of, top]) =>
        document
          .querySelector<HTMLIFrameElement>(of)
          ?.contentDocument?.defaultView?.scrollBy({ top, behavior: 'instant' }),
      [ARTICLE, by] as const,
    );
    expect(await topOf()).toBeCloseTo(0, 0);
  }).toPass();
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Look of the text' }).getByLabel('Part words at the end of lines').check();
  await expect.poll(() => softIn(page, ARTICLE, '.content p:first-of-type')).toBeGreaterThan(10);
  expect(Math.abs(await topOf())).toBeLessThan(2);
});

test('the sample of the settings is parted, too', async ({ app }) => {
  const { page } = app;
  await app.start('#/settings');
  await expect.poll(() => softIn(page, SAMPLE, '.content p')).toBeGreaterThan(3);
  await page.getByLabel('Part words at the end of lines').uncheck();
  await expect.poll(() => softIn(page, SAMPLE, '.content p')).toBe(0);
});
