// A saved page dropped on the real window brings the folder of its pictures along; no other way leads to a file of the disk.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { pageHtml, numbered } from '../app/pages.ts';
import { appFolders, startApp } from '../helpers/electronApp.ts';
import { png } from '../unit/capture/pictures.ts';

test('a page with its folder is dropped, and a path that the window makes up is refused', async () => {
  const folders = appFolders();
  const desk = mkdtempSync(join(tmpdir(), 'layover-desk-'));
  mkdirSync(join(desk, 'Tides_files'));
  writeFileSync(join(desk, 'Tides_files', 'chart.png'), png(333, 222));
  const paragraphs = [...numbered(4), '<img src="./Tides_files/chart.png" alt="The chart">'];
  writeFileSync(join(desk, 'Tides.html'), pageHtml({ title: 'Tides', address: 'a.example/tides', paragraphs }));
  const app = await startApp(folders);
  const { window: page } = app;
  // As a file comes from the system: with the place where it lies.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'desk';
    document.body.append(input);
  });
  await page.locator('#desk').setInputFiles(join(desk, 'Tides.html'));
  await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#desk');
    const file = input?.files?.[0];
    if (file === undefined) throw new Error('no file was given');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    document.dispatchEvent(new DragEvent('dragenter', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    document
      .querySelector('.drop-overlay')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('button', { name: 'Complete: Tides' })).toBeVisible({ timeout: 20_000 });

  const refused = await page.evaluate(
    async (path) => {
      const made = await window.layover.dropped(
        Object.defineProperty(new File(['x'], 'x.html'), 'path', { value: path }),
      );
      const called: unknown = await window.layover.call('save.dropped', { path }).catch(() => 'refused');
      return [made, called];
    },
    join(desk, 'Tides.html'),
  );
  expect(refused).toEqual([null, 'refused']);
  await app.quit();
  rmSync(desk, { recursive: true });
  folders.remove();
});
