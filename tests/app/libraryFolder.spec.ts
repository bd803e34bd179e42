// The library's place in the settings: moving it, what came of it, the old one, and another library.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { expect, test } from '../helpers/appPage.ts';
import { openLibrary } from '../../electron/store/library.ts';

test('a library is copied and read back before it is used elsewhere; what hinders the last step is said, and the old one can go', async ({
  app,
}) => {
  const { page } = app;
  const elsewhere = mkdtempSync(join(tmpdir(), 'layover-elsewhere-'));
  try {
    await app.save({ from: 'paste', text: 'The boat leaves at nine.', html: null });
    await app.start('#/settings');
    app.foldersToChoose.push(elsewhere);
    await page.getByRole('button', { name: 'Move the library…', exact: true }).click();
    await expect(page.getByText(/^The copy in .* is complete and was read back/).first()).toBeVisible();
    // Not a library before it is proved to be all of it.
    expect(readdirSync(elsewhere)).toEqual(['Layover library.unfinished']);

    // Another has it open: this window itself, which a real one closes first.
    await expect.poll(() => app.restarts.length).toBe(1);
    await app.restarts[0]?.();
    expect(readdirSync(elsewhere)).toEqual([]);
    await page.reload();
    const failed = page.getByText(/^The library was not moved, and is where it was\. This library is already open/);
    await expect(failed).toBeVisible();
    await page.getByRole('button', { name: 'All right' }).click();
    await expect(failed).toBeHidden();

    const other = join(elsewhere, 'other');
    await (await openLibrary(other, { now: () => new Date() })).close();
    app.staged.set('folder.state', {
      isOurs: true,
      moved: { from: other, at: '2026-03-01T10:00:00.000Z' },
      failed: null,
    });
    await page.reload();
    await expect(
      page.getByText(/^The library was moved here on .* The old one is still in .*other, complete/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Move the old one to the trash…' }).click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText(other);
    await question.getByRole('button', { name: 'Leave it' }).click();
    app.staged.delete('folder.state');

    // What another machine changed at the same time is said, and listed with what became of it.
    const copy = join(app.layover.library.folder, 'settings (Ann’s conflicted copy 2026-01-01).json');
    writeFileSync(copy, JSON.stringify({ format: 1, ...DEFAULT_SETTINGS, theme: 'night' }));
    await app.layover.syncing.look();
    await expect(page.getByText('Another computer had changed 1 thing at the same time.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /^Settings .*joined on/ })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
    await page.getByRole('button', { name: 'Show the copies' }).click();
    expect(app.opened.at(-1)).toBe(join(app.layover.library.folder, 'conflicts'));

    app.foldersToChoose.push(other);
    await page.getByRole('button', { name: 'Open another library…', exact: true }).click();
    await expect(page.getByText('Layover starts again with the other library.')).toBeVisible();
    expect(app.restarts.length).toBe(2);

    const empty = join(elsewhere, 'empty');
    mkdirSync(empty);
    app.foldersToChoose.push(empty);
    await page.getByRole('button', { name: 'Open another library…', exact: true }).click();
    await expect(page.getByRole('alertdialog', { name: 'There is no library' })).toContainText(empty);
    await page.getByRole('button', { name: 'Make a library there' }).click();
    await expect.poll(() => app.restarts.length).toBe(3);
    expect(readdirSync(empty)).toContain('library.json');
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});
