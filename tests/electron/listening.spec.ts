// Listening in the real app: the voices of this system, if it has any, and the keys for media, which are taken only meanwhile.
import { expect, test } from 'playwright/test';
import { fakeVoices } from '../app/fakeVoices.ts';
import { numbered } from '../app/pages.ts';
import { appFolders, startApp } from '../helpers/electronApp.ts';

test('an article is read out, or it is said that the system has no voice; keys for media are let go afterwards', async () => {
  const folders = appFolders();
  const app = await startApp(folders);
  const { window: page, electron } = app;
  const hasKeys = (): Promise<readonly boolean[]> =>
    electron.evaluate(({ globalShortcut }) =>
      ['MediaPlayPause', 'MediaNextTrack', 'MediaPreviousTrack', 'MediaStop'].map((name) =>
        globalShortcut.isRegistered(name),
      ),
    );
  await page.evaluate(async () => {
    const text = 'Two lights\n\nThe keeper kept a ledger. He lost it to the sea.';
    await window.layover.call('save.add', { source: { from: 'paste', text, html: null } });
  });
  await expect(page.getByText('Saved “Two lights”.')).toBeVisible();
  await page.getByRole('navigation').getByText('Library').click();
  await page.getByRole('button', { name: 'Two lights', exact: true }).click();
  await page.frameLocator('iframe').getByText('The keeper kept').waitFor();
  expect(await hasKeys()).toEqual([false, false, false, false]);
  await page.keyboard.press('Shift+P');
  const hasVoice = await page.evaluate(async () => {
    window.speechSynthesis.getVoices();
    await new Promise((ready) => {
      window.speechSynthesis.addEventListener('voiceschanged', ready);
      window.setTimeout(ready, 2000);
    });
    return window.speechSynthesis.getVoices().length > 0;
  });
  if (hasVoice) {
    await expect(page.getByRole('toolbar', { name: 'Listening' })).toBeVisible();
  } else {
    await expect(page.getByRole('region', { name: 'Listening' })).toContainText('This system has no voice');
    expect(await hasKeys()).toEqual([false, false, false, false]);
    await page.evaluate(() => window.layover.call('listening.set', { isOn: true }));
  }
  await expect.poll(hasKeys).toEqual([true, true, true, true]);
  await (hasVoice
    ? page.keyboard.press('x')
    : page.evaluate(() => window.layover.call('listening.set', { isOn: false })));
  await expect.poll(hasKeys).toEqual([false, false, false, false]);
  await app.quit();
  folders.remove();
});

test('a turn of the mouse wheel over the article scrolls it, and what is said is no longer followed', async () => {
  const folders = appFolders();
  const app = await startApp(folders);
  const { window: page } = app;
  const voices = await fakeVoices(page, [{ name: 'Samantha', lang: 'en-US' }]);
  await page.evaluate(
    async (text) => {
      await window.layover.call('save.add', { source: { from: 'paste', text, html: null } });
    },
    ['Two lights', ...numbered(40)].join('\n\n'),
  );
  await expect(page.getByText('Saved “Two lights”.')).toBeVisible();
  await page.reload();
  await page.getByRole('navigation').getByText('Library').click();
  await page.getByRole('button', { name: 'Two lights', exact: true }).click();
  const heading = page.frameLocator('iframe').locator('header h1');
  await expect(heading).toBeInViewport();
  await page.keyboard.press('Shift+P');
  expect(await voices.start()).toBe('Two lights');
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, 1200);
  await expect(page.getByRole('button', { name: 'Back to where it reads' })).toBeVisible();
  await expect(heading).not.toBeInViewport();
  await app.quit();
  folders.remove();
});
