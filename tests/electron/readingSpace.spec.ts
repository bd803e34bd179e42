// The same way through the real app where there is less: without motion, at twice the size, and in the smallest window. Nothing is out of reach or cut.
import { expect, test, type Locator } from 'playwright/test';
import { allowLoopback, appFolders, startApp, type RunningApp } from '../helpers/electronApp.ts';
import { expectReading, pressCommand, startPages } from './journeySite.ts';

test.describe.configure({ timeout: 180_000 });

const WAYS = [
  {
    name: 'with reduced motion',
    prepare: ({ window }: RunningApp) => window.emulateMedia({ reducedMotion: 'reduce' }),
    isStill: true,
  },
  {
    name: 'at 200 %',
    prepare: ({ electron }: RunningApp) =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2)),
    isStill: false,
  },
  {
    name: 'in a window of 900 × 600',
    prepare: ({ electron }: RunningApp) =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600)),
    isStill: false,
  },
] as const;

/** That it can be pressed where it is, all of it in view, and that nothing makes the window scroll sideways. */
async function expectWhole(target: Locator): Promise<void> {
  await expect(target).toBeInViewport({ ratio: 0.99 });
  const { isOnTop, over } = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const root = document.documentElement;
    return {
      isOnTop: hit !== null && (element.contains(hit) || hit.contains(element)),
      over: root.scrollWidth - root.clientWidth,
    };
  });
  expect({ isOnTop, over }, String(target)).toEqual({ isOnTop: true, over: 0 });
}

for (const { name, prepare, isStill } of WAYS) {
  test(name, async () => {
    const folders = appFolders();
    const site = await startPages();
    const app = await startApp(folders);
    const { window: page } = app;
    await prepare(app);
    // Lines that move while words are parted are the matter of other tests.
    await app.window.evaluate(() => window.layover.call('settings.set', { hyphenated: false }));
    await app.window.reload();
    const still = async (): Promise<void> => {
      if (isStill) expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    };
    const sees = async (...targets: readonly Locator[]): Promise<void> => {
      await still();
      for (const target of targets) await expectWhole(target);
    };

    await allowLoopback(page);
    const field = page.getByLabel('Address of a page to save');
    await sees(field, page.getByRole('button', { name: 'Save this page' }));
    await field.fill(site.url('/lamps'));
    await page.getByRole('button', { name: 'Save this page' }).click();
    const row = page.getByRole('main').getByRole('button', { name: 'Three lamps', exact: true });
    await expect(row).toBeVisible({ timeout: 20_000 });
    await sees(row);
    await row.click();
    await expectReading(page, 'Three lamps');
    const bar = page.getByRole('toolbar', { name: 'Article' });
    for (const button of await bar.getByRole('button').all()) await sees(button);

    await pressCommand(page, 'Highlights beside the text');
    await sees(page.getByRole('complementary', { name: 'Highlights' }).getByRole('heading', { name: 'Highlights' }));
    await pressCommand(page, 'Highlights beside the text');
    await pressCommand(page, 'Find in this article');
    const find = page.getByRole('search', { name: 'Find in this article' });
    for (const part of await find.getByRole('button').all()) await sees(part);
    await sees(find.getByRole('textbox'));
    await find.getByRole('button', { name: 'Close' }).click();
    await expect(find).toHaveCount(0);
    await still();

    await page.keyboard.press('m');
    const highlight = page.getByRole('dialog', { name: 'Highlights' });
    await sees(
      highlight.getByRole('textbox', { name: 'Note', exact: true }),
      highlight.getByRole('button', { name: 'Close' }),
    );
    await page.keyboard.press('Escape');
    await expect(highlight).toHaveCount(0);
    await still();
    await pressCommand(page, 'Look of the text…');
    const look = page.getByRole('dialog', { name: 'Look of the text' });
    for (const part of await look.getByRole('radio').all()) {
      await part.focus();
      await expect(part).toBeFocused();
    }
    await sees(page.locator('.look-popover'));
    await page.keyboard.press('Escape');
    await expect(look).toHaveCount(0);

    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    const reset = page.getByRole('button', { name: 'Change the key of: Mark as read or unread' });
    await reset.scrollIntoViewIfNeeded();
    await sees(reset, page.getByRole('navigation').getByText('Library'));
    expect(await app.foreignRequests()).toEqual([]);
    await app.quit();
    await site.close();
    folders.remove();
  });
}
