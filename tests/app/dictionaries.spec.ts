// The dictionaries in the settings: added from a file, put in order, switched off, taken out and brought back.
import { expect, test } from '../helpers/appPage.ts';
import { aFolder, starDict } from '../unit/dictionary/writeDictionary.ts';
import { expectNoFault } from './faults.ts';

test('a dictionary is added from a file, asked first, switched off, removed and brought back', async ({ app }) => {
  const { page } = app;
  const folder = aFolder();
  const files = starDict([['Apfel', 'apple']], { ifo: { bookname: 'Little deu-eng' } });
  app.dictionariesToChoose.push(folder.write('little.ifo', files.ifo));
  folder.write('little.idx', files.idx);
  folder.write('little.dict', files.dict);
  await app.start('#/settings');
  const part = page.getByRole('region', { name: 'Dictionaries' });
  await expect(part).toContainText('WordNet 3.1');
  await expect(part).toContainText('147,478 words');
  await part.getByRole('button', { name: 'Add a dictionary from a file…' }).click();
  await expect(part).toContainText('German to English · 1 word');
  await expect(page.getByText('Added “Little deu-eng” with 1 word.')).toBeVisible();

  await part.getByRole('button', { name: 'Ask “Little deu-eng” earlier' }).click();
  await expect(part.getByRole('listitem').first()).toContainText('Little deu-eng');
  await part.getByRole('checkbox', { name: 'Ask “WordNet 3.1”' }).uncheck();
  await expect
    .poll(() => app.layover.library.settings().dictionaries)
    .toEqual([
      { name: 'little-deu-eng', isOn: true },
      { name: 'wordnet', isOn: false },
    ]);
  await expectNoFault(page);

  await part.getByRole('button', { name: 'Remove “Little deu-eng”' }).click();
  await expect(part.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(part.getByRole('listitem')).toHaveCount(2);
  folder.remove();
});

test('a file that is no dictionary is refused in words, and nothing changes', async ({ app }) => {
  const { page } = app;
  const folder = aFolder();
  app.dictionariesToChoose.push(folder.write('notes.zip', 'no archive'));
  await app.start('#/settings');
  const part = page.getByRole('region', { name: 'Dictionaries' });
  await part.getByRole('button', { name: 'Add a dictionary from a file…' }).click();
  await expect(page.getByText(/This dictionary is damaged: its archive cannot be unpacked/)).toBeVisible();
  await expect(part.getByRole('listitem')).toHaveCount(1);
  folder.remove();
});
