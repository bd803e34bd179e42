// What is asked to be saved, and what is said when it cannot be.
import { writeFileSync } from 'node:fs';
import { expect, test } from '../helpers/appPage.ts';
import { startSite } from '../helpers/site.ts';
import { numbered, pageHtml } from './pages.ts';

test('what cannot be asked for at all is refused in the dialog, and what was typed stays', async ({ app }) => {
  const { page } = app;
  await app.start();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save to Layover' });
  const field = dialog.getByRole('textbox');
  const endless = `https://notes.example/${'a'.repeat(9000)}`;
  await field.fill(endless);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nothing was changed');
  await expect(field).toHaveValue(endless);
});

test('a page that cannot be fetched stands in the tray with its reason, is tried again, and is dismissed', async ({
  app,
}) => {
  const { page } = app;
  const site = await startSite({});
  await app.start();
  await page.getByRole('textbox', { name: 'Address of a page to save' }).fill(site.url('/gone'));
  await page.getByRole('button', { name: 'Save this page' }).click();
  const tray = page.getByRole('region', { name: 'Saves under way' });
  await expect(tray).toContainText('404');
  await tray.getByRole('button', { name: /Try again/ }).click();
  await expect.poll(() => site.requests.filter((path) => path === '/gone').length).toBeGreaterThan(1);
  await expect(tray.getByRole('button', { name: /Dismiss/ })).toBeVisible();
  await tray.getByRole('button', { name: /Dismiss/ }).click();
  await expect(tray).toBeHidden();
  await site.close();
});

test('several addresses are saved at once, and each is said when it is there', async ({ app }) => {
  const { page } = app;
  const site = await startSite({
    '/one': { body: pageHtml({ title: 'Salt roads', address: 'notes.example/one' }) },
    '/two': { body: pageHtml({ title: 'Winter quarters', address: 'notes.example/two' }) },
  });
  await app.start();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Save to Layover' });
  await dialog.getByRole('textbox').fill(`${site.url('/one')}\n${site.url('/two')}`);
  await expect(dialog).toContainText('kept as 2 articles');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Saved “Salt roads”.')).toBeVisible();
  await page.getByRole('heading', { name: 'Winter quarters' }).click();
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText('Winter quarters');
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  await site.close();
});

test('a save under way can be cancelled', async ({ app }) => {
  const { page } = app;
  const site = await startSite({ '/slow': (_request, response) => void response.write('<!doctype html>') });
  await app.start();
  await page.getByRole('textbox', { name: 'Address of a page to save' }).fill(site.url('/slow'));
  await page.getByRole('button', { name: 'Save this page' }).click();
  const tray = page.getByRole('region', { name: 'Saves under way' });
  await tray.getByRole('button', { name: /Cancel/ }).click();
  await expect(tray.getByRole('button', { name: /Cancel/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add a sample to look around' })).toBeEnabled();
  await site.close();
});

test('what is pasted on the window is shown before it is saved, and keeps its formatting', async ({ app }) => {
  const { page } = app;
  await app.start();
  const sentences = numbered(4);
  const html = `<h1>The bridge that hums</h1>${sentences.map((each) => `<p>${each}</p>`).join('')}<blockquote><p>One counts the planks by ear.</p></blockquote><p>${sentences[0]}</p>`;
  await page.evaluate(
    ([asText, asHtml]) => {
      const clipboard = new DataTransfer();
      clipboard.setData('text/plain', asText);
      clipboard.setData('text/html', asHtml);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
    },
    [`The bridge that hums\n${sentences.join('\n')}`, html] as const,
  );
  const dialog = page.getByRole('dialog', { name: 'Save to Layover' });
  await expect(dialog.getByRole('textbox')).toHaveValue(/The bridge that hums/);
  await expect(dialog).toContainText('with its formatting');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.frameLocator('iframe').locator('blockquote')).toHaveText('One counts the planks by ear.');
});

test('a file dropped anywhere is saved', async ({ app }) => {
  const { page } = app;
  await app.start();
  const html = pageHtml({ title: 'Counting swifts at dusk', address: 'notes.example/swifts' });
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'swifts.html', { type: 'text/html' }));
    return transfer;
  }, html);
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer: dropped });
  await expect(page.getByText('Drop to save')).toBeVisible();
  await page.locator('.drop-overlay').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('Drop to save')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Counting swifts at dusk' })).toBeVisible();
});

test('files chosen in the system’s dialog are saved', async ({ app }, testInfo) => {
  const { page } = app;
  const html = pageHtml({ title: 'A village with two noons', address: 'notes.example/noons' });
  const file = testInfo.outputPath('noons.html');
  writeFileSync(file, html);
  app.filesToChoose.push(file);
  await app.start();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(page.getByRole('heading', { name: 'A village with two noons' })).toBeVisible();
});
