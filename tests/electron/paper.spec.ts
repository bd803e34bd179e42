// An article on paper: a PDF with its text, its images and where it is from, written where the person chooses; nothing is asked of the network.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openPdfium } from '../../electron/capture/formats/pdfium.ts';
import { numbered, pageHtml } from '../app/pages.ts';
import { allowLoopback, appFolders, startApp } from '../helpers/electronApp.ts';
import { startSite } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';

test('a PDF of an article has its text, its images and its source', async () => {
  const folders = appFolders();
  const desk = mkdtempSync(join(tmpdir(), 'layover-paper-'));
  const paragraphs = [
    'It begins with <a href="https://else.example/page">a link</a> on the first line of the first page, as it does.',
    '<img src="/chart.png" alt="The chart">',
    ...numbered(30),
    'And this is its last sentence.',
  ];
  const site = await startSite({
    '/tides': { body: pageHtml({ title: 'Tides: a survey', address: 'notes.example/tides', paragraphs }) },
    '/chart.png': { body: png(600, 400), headers: { 'content-type': 'image/png' } },
  });
  const app = await startApp(folders);
  const { window: page } = app;
  await allowLoopback(page);
  await page.evaluate(() => window.layover.call('settings.set', { theme: 'night' }));
  await page.getByLabel('Address of a page to save').fill(site.url('/tides'));
  await page.getByRole('button', { name: 'Save this page' }).click();
  await expect(page.getByRole('button', { name: 'Complete: Tides: a survey' })).toBeVisible({ timeout: 30_000 });
  await site.close();
  await page.getByRole('button', { name: 'Tides: a survey', exact: true }).click();
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();

  await app.electron.evaluate(({ dialog }, folder) => {
    Object.assign(dialog, {
      showSaveDialog: (_window: unknown, { defaultPath }: { readonly defaultPath: string }) =>
        Promise.resolve({ canceled: false, filePath: `${folder}/${defaultPath}` }),
    });
  }, desk);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('article as a PDF');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Written: Tides a survey.pdf')).toBeVisible({ timeout: 30_000 });

  const bytes = readFileSync(join(desk, 'Tides a survey.pdf'));
  const pdf = await openPdfium(bytes, readFileSync(join(import.meta.dirname, '../../out/pdfium.wasm')));
  expect(pdf.pageCount).toBeGreaterThan(2);
  let text = '';
  let images = 0;
  for (let index = 0; index < pdf.pageCount; index += 1) {
    pdf.onPage(index, ({ glyphs, objects }) => {
      text += glyphs.map((glyph) => glyph.text).join('');
      images += objects.filter(({ kind }) => kind === 'image').length;
    });
  }
  const folded = text.replace(/\s+/g, ' ');
  expect(folded).toContain('Tides: a survey');
  expect(folded).toContain('https://notes.example/tides · Saved 20');
  expect(folded).toContain('a link (https://else.example/page) on the first line');
  expect(folded).toContain('Paragraph 30.');
  expect(folded).toContain('And this is its last sentence.');
  expect(images).toBe(1);
  // Paper is white, whatever the theme.
  const corner = pdf.onPage(0, ({ draw }) => draw({ left: 0, bottom: 0, right: 20, top: 20 }, 1));
  expect([...(corner?.pixels.subarray(0, 3) ?? [])]).toEqual([255, 255, 255]);
  expect(await app.foreignRequests()).toEqual([]);

  await page.evaluate(() => window.layover.call('text.copy', { text: 'plain', html: '<b>rich</b>' }));
  await app.quit();
  rmSync(desk, { recursive: true });
  folders.remove();
});
