// Listening to an article: sentence by sentence, marked and followed, with voices of the test's own.
import type { Page } from 'playwright/test';
import { expect, test } from '../helpers/appPage.ts';
import { fakeVoices, type FakeVoice } from './fakeVoices.ts';
import { numbered, pageFile } from './pages.ts';

const ENGLISH: readonly FakeVoice[] = [
  { name: 'Anna', lang: 'de-DE' },
  { name: 'Far away', lang: 'en-GB', localService: false },
  { name: 'Daniel', lang: 'en-GB' },
  { name: 'Samantha', lang: 'en-US' },
];

const FIRST = 'The lamp was lit at dusk. It burned until the morning, as it had for ninety years.';
const SECOND = 'Nobody asked the keeper, e.g. on the pier. He would not have said.';

function marked(page: Page, name: 'spoken' | 'spoken-word'): Promise<string> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body, wanted) => {
      const ranges = [...(body.ownerDocument.defaultView?.CSS.highlights.get(wanted) ?? [])];
      return ranges
        .map((range) => (range instanceof Range ? range.toString().replaceAll('\u00AD', '') : range.constructor.name))
        .join('|');
    }, name);
}

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title, exact: true }).click();
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText(title);
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
}

const player = (page: Page) => page.getByRole('toolbar', { name: 'Listening' });

test.beforeEach(async ({ app }) => {
  const paragraphs = [FIRST, SECOND, ...numbered(30)];
  await app.save(pageFile({ title: 'The lamp', address: 'notes.example/lamp', paragraphs }));
});

test('the sentences are said in their order, each marked while it is said, and its word', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  expect(await voices.start()).toBe('The lamp');
  await expect(player(page)).toBeVisible();
  await voices.end();
  expect(await voices.start()).toBe('The lamp was lit at dusk.');
  expect(await marked(page, 'spoken')).toBe('The lamp was lit at dusk.');
  await voices.word(4, 4);
  expect(await marked(page, 'spoken-word')).toBe('lamp');
  await voices.end();
  await voices.start();
  await voices.end();
  expect(await voices.start()).toBe('Nobody asked the keeper, e.g. on the pier.');
  expect(await voices.said()).toContainEqual({
    text: 'The lamp was lit at dusk.',
    voice: 'Samantha',
    rate: 1,
    isCancelled: false,
  });
});

test('one skips by sentence and by paragraph, by key and by button, pauses and goes on', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  await voices.start();
  await page.keyboard.press('>');
  expect(await voices.start()).toBe('The lamp was lit at dusk.');
  await page.keyboard.press('.');
  expect(await voices.start()).toContain('It burned until');
  await player(page).getByRole('button', { name: 'Next paragraph' }).click();
  expect(await voices.start()).toContain('Nobody asked');
  await player(page).getByRole('button', { name: 'Previous sentence' }).click();
  expect(await voices.start()).toContain('It burned until');
  await player(page).getByRole('button', { name: 'Pause' }).click();
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();
  expect((await voices.said()).at(-1)).toMatchObject({ isCancelled: true });
  await page.keyboard.press('Shift+P');
  expect(await voices.start()).toContain('It burned until');
});

test('the speed and the voice that are chosen are taken at once and kept', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  await voices.start();
  await player(page).getByRole('button', { name: 'Speed: 1×' }).click();
  await page.getByRole('menuitemradio', { name: '1.5×' }).click();
  await expect.poll(() => voices.said()).toHaveLength(2);
  await player(page).getByRole('button', { name: 'Voice: Samantha' }).click();
  const menu = page.getByRole('menu', { name: 'Voice' });
  // What would need a network is not offered.
  await expect(menu.getByRole('menuitemradio')).toHaveText([/^Samantha/, /^Daniel/, /^Anna/]);
  await menu.getByRole('menuitemradio', { name: 'Daniel' }).click();
  await expect.poll(async () => (await voices.said()).at(-1)).toMatchObject({ voice: 'Daniel', rate: 1.5 });
  await expect.poll(() => app.layover.library.settings()).toMatchObject({ speechRate: 1.5, voices: { en: 'Daniel' } });
});

test('closing the article ends it; the keys for media are taken only meanwhile', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  expect(app.mediaKeys).toEqual([]);
  await page.keyboard.press('Shift+P');
  await voices.start();
  await expect.poll(() => app.mediaKeys).toEqual([true]);
  app.pressMediaKey('next');
  expect(await voices.start()).toContain('The lamp was lit');
  app.pressMediaKey('playPause');
  await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();
  app.pressMediaKey('playPause');
  await voices.start();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Search titles and texts' })).toBeVisible();
  await expect.poll(() => app.mediaKeys).toEqual([true, false]);
  expect((await voices.said()).at(-1)).toMatchObject({ isCancelled: true });
  await open(page, 'The lamp');
  await expect(player(page)).toHaveCount(0);
});

test('what is said is kept in view, until the person scrolls away; a button leads back', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  await voices.start();
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('>');
    await voices.start();
  }
  const tenth = page.frameLocator('iframe').getByText('Paragraph 10.');
  await expect(tenth).toBeInViewport();
  await page.keyboard.press('Home');
  const back = page.getByRole('button', { name: 'Back to where it reads' });
  await expect(back).toBeVisible();
  await expect(tenth).not.toBeInViewport();
  await voices.end();
  await voices.start();
  await expect(tenth).not.toBeInViewport();
  await back.click();
  await expect(tenth).toBeInViewport();
  await expect(back).toHaveCount(0);
  // The place is where it was read, not where the article was opened.
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await app.layover.cards())[0]?.reading.progress).toBeGreaterThan(0.2);
});

test('one listens from the place one has scrolled to', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page
    .frameLocator('iframe')
    .getByText('Paragraph 20.')
    .evaluate((paragraph) => paragraph.scrollIntoView());
  await page.keyboard.press('Shift+P');
  expect(await voices.start()).toBe('Paragraph 20.');
});

test('the next article of the queue follows where that is wished', async ({ app }) => {
  const { page } = app;
  await app.save(
    pageFile({ title: 'A short one', address: 'notes.example/short', paragraphs: ['Only this was left of it.'] }),
  );
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/queue');
  await open(page, 'A short one');
  await page.keyboard.press('Shift+P');
  await voices.start();
  await player(page).getByRole('button', { name: 'When to stop' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Go on with the next article of the queue' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('>');
  expect(await voices.start()).toBe('Only this was left of it.');
  await voices.end();
  expect(await voices.start()).toBe('The lamp');
  await expect(page.frameLocator('iframe').locator('header h1')).toHaveText('The lamp');
  await expect(page.frameLocator('iframe').locator('header h1')).toBeVisible();
  expect(await marked(page, 'spoken')).toBe('The lamp');
});

test('a system without voices is said to have none, with what to do, and looked at again', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, []);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  const told = page.getByRole('region', { name: 'Listening' });
  await expect(told).toContainText('This system has no voice');
  await expect(told).toContainText('speech-dispatcher');
  await told.getByRole('button', { name: 'Look again' }).click();
  await expect(told).toContainText('This system has no voice');
  // What comes late, as from a system that has very many, is taken by itself.
  await voices.change(ENGLISH);
  expect(await voices.start()).toBe('The lamp');
});

test('where no voice speaks the language, it is said, and another may be chosen', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, [{ name: 'Anna', lang: 'de-DE' }]);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  const told = page.getByRole('region', { name: 'Listening' });
  await expect(told).toContainText('No voice speaks English');
  await told.getByRole('button', { name: 'Choose a voice' }).click();
  await page.getByRole('menuitemradio', { name: 'Anna' }).click();
  await voices.start();
  expect((await voices.said()).at(-1)).toMatchObject({ text: 'The lamp', voice: 'Anna' });
});

test('a voice that fails again and again is said to', async ({ app }) => {
  const { page } = app;
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'The lamp');
  await page.keyboard.press('Shift+P');
  for (let i = 0; i < 3; i += 1) {
    await expect.poll(() => voices.said()).toHaveLength(i + 1);
    await voices.fail('synthesis-failed');
  }
  await expect(player(page)).toContainText('This voice says nothing.');
  await player(page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => voices.said()).toHaveLength(4);
});

test('footnote marks, long listings and what is folded away are not said; tables are, row by row', async ({ app }) => {
  const { page } = app;
  const code = Array.from({ length: 8 }, (_, i) => `let lamp${i} = ${i};`).join('\n');
  const rest = [
    'Oil was dear<sup><a href="#n1">1</a></sup> and the area was 9 m<sup>2</sup>, har&shy;bour included.',
    ...numbered(3),
  ];
  const source = pageFile({ title: 'Oil', address: 'notes.example/oil', paragraphs: rest });
  if (source.from !== 'file') throw new Error('a page is a file');
  const html = Buffer.from(source.bytes)
    .toString()
    .replace(
      '<p>Paragraph 1.',
      `<pre><code>${code}</code></pre><table><thead><tr><th>Year</th><th>Oil</th><th>Nights</th></tr></thead>
<tbody><tr><td>1901</td><td>12 barrels</td><td>365</td></tr><tr><td>1902</td><td>11 barrels</td><td>365</td></tr>
<tr><td>1903</td><td>14 barrels</td><td>364</td></tr></tbody></table><p>Paragraph 1.`,
    );
  await app.save({ ...source, bytes: Buffer.from(html) });
  const voices = await fakeVoices(page, ENGLISH);
  await app.start('#/library');
  await open(page, 'Oil');
  await page.keyboard.press('Shift+P');
  const heard: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    heard.push(await voices.start());
    await voices.end();
  }
  expect(heard).toEqual([
    'Oil',
    'Oil was dear and the area was 9 m2, harbour included.',
    'Year, Oil, Nights',
    '1901, 12 barrels, 365',
    '1902, 11 barrels, 365',
  ]);
});
