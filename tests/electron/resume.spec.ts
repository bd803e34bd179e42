// The app killed while somebody reads: started again, it has the same article open at the same paragraph.
import type { Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { openLayover } from '../../electron/layover.ts';
import { appFolders, startApp } from '../helpers/electronApp.ts';
import { numbered, pageFile } from '../app/pages.ts';

async function topParagraph(window: Page): Promise<string> {
  return window
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

test('killed in the middle of an article, the app opens at the same paragraph of it', async () => {
  test.setTimeout(120_000);
  const folders = appFolders();
  const first = await startApp(folders);
  await first.window.evaluate(async (text) => {
    await window.layover.call('save.add', { source: { from: 'paste', text: 'The echo survey', html: text } });
  }, Buffer.from(bytesOf()).toString('utf8'));
  await first.window.getByRole('button', { name: 'The echo survey', exact: true }).press('Enter', { timeout: 30_000 });
  const paragraph = first.window.frameLocator('iframe').locator('p', { hasText: 'Paragraph 40.' });
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect.poll(() => topParagraph(first.window)).toBe('Paragraph 40.');
  await expect.poll(() => keptBlock(folders.library)).toBeGreaterThan(30);
  const killed = first.electron.waitForEvent('close');
  first.electron.process().kill('SIGKILL');
  await killed;

  const again = await startApp(folders);
  await expect(again.window.frameLocator('iframe').locator('header h1')).toHaveText('The echo survey', {
    timeout: 30_000,
  });
  await expect.poll(() => topParagraph(again.window)).toBe('Paragraph 40.');
  await again.quit();

  // With an address to save, that is what the person wants to see.
  const asked = await startApp(folders, ['https://notes.invalid/other']);
  await expect(asked.window.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(asked.window.locator('iframe')).toHaveCount(0);
  await asked.quit();
  folders.remove();
});

function bytesOf(): Uint8Array {
  const source = pageFile({ title: 'The echo survey', address: 'notes.example/echo', paragraphs: numbered(60) });
  if (source.from !== 'file') throw new Error('not a file');
  return source.bytes;
}

/** The block that the only article is kept at, as the disk has it. */
async function keptBlock(folder: string): Promise<number> {
  const layover = await openLayover({
    folder,
    readOnly: true,
    workerFile: 'out/extractWorker.cjs',
    now: () => new Date(),
    report: () => undefined,
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
  const [card] = await layover.cards();
  await layover.close();
  return card?.reading.block ?? 0;
}
