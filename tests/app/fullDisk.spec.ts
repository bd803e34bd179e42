// A disk without room while somebody writes: nothing that was typed is lost, and the window says what is the matter.
import { expect, test } from '../helpers/appPage.ts';
import { pageFile } from './pages.ts';

test('a note for which the disk has no room stays in its field and says so, and is kept once there is room', async ({
  app,
}) => {
  const { page } = app;
  await app.save(pageFile({ title: 'The tide tables', address: 'a.example/tide' }));
  const [card] = await app.layover.cards();
  if (card === undefined) throw new Error('not saved');
  await app.start(`#/library/article/${card.id}`);
  await expect(page.frameLocator('iframe').getByText('Paragraph 1.')).toBeVisible();
  await expect(page.locator('iframe.article-frame:not(.article-frame-waiting)')).toBeVisible();
  await page.keyboard.press('m');
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  await page.evaluate(() => {
    const { layover } = window;
    const full = { ok: false, error: { code: 'disk', message: 'The disk is full. Make room and try again.' } };
    Object.assign(window, {
      hasRoom: false,
      layover: {
        ...layover,
        call: async (name: string, input: unknown): Promise<unknown> =>
          name === 'highlight.change' && Reflect.get(window, 'hasRoom') === false ? full : layover.call(name, input),
      },
    });
  });
  await page.keyboard.type('Forty days');
  await page.keyboard.press('Tab');
  const dialog = page.getByRole('dialog', { name: 'Highlights' });
  await expect(dialog).toContainText('Not saved yet: The disk is full. Make room and try again.');
  await expect(field).toHaveValue('Forty days');
  await page.evaluate(() => Object.assign(window, { hasRoom: true }));
  await field.focus();
  await page.keyboard.press('Tab');
  await expect(dialog).toContainText('Saved');
  expect((await app.layover.highlights.of(card.id)).map(({ note }) => note)).toEqual(['Forty days']);
});
