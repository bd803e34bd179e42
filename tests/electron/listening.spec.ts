// Listening in the real app: the voices of this system, if it has any, and the keys for media, which are taken only meanwhile.
import { expect, test } from 'playwright/test';
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
