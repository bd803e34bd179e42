// The dictionary that comes with Layover, as it was built, asked as the app asks it: in its thread, with words as they stand in texts.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'playwright/test';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { createDictionaries, type Dictionaries } from '../../../electron/library/dictionaries.ts';
import { makeFolders } from '../../../electron/store/libraryFolders.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { aFolder, starDict, type Entry } from './writeDictionary.ts';

const out = join(import.meta.dirname, '../../../out');
const bundledFolder = join(out, 'dictionaries/english');

let folder: ReturnType<typeof aFolder>;
let dictionaries: Dictionaries;
test.beforeEach(async () => {
  folder = aFolder();
  await makeFolders(nodeDisk, join(folder.path, 'library/temp'));
  dictionaries = createDictionaries({
    library: { folder: join(folder.path, 'library'), assertWritable: () => {}, settings: () => DEFAULT_SETTINGS },
    workerFile: join(out, 'dictionaryWorker.cjs'),
    bundledFolder,
  });
});
test.afterEach(async () => {
  await dictionaries.close();
  folder.remove();
});

test('words are found in the forms in which they stand in a text, with what they mean', async () => {
  const headwords = async (word: string): Promise<readonly string[]> =>
    (await dictionaries.lookUp({ word, lang: 'en-GB' })).found.map((each) => each.headword);
  expect(await headwords('book')).toEqual(['book']);
  expect(await headwords('ran')).toEqual(['run']);
  expect(await headwords('mice')).toEqual(['mouse']);
  expect(await headwords('Stopped')).toEqual(['stopped', 'stop']);
  expect(await headwords('paris')).toEqual(['Paris']);
  expect((await dictionaries.lookUp({ word: 'rasberry', lang: 'en' })).nearest).toContain('raspberry');

  const [book] = (await dictionaries.lookUp({ word: 'book', lang: 'en' })).found;
  expect(
    book?.blocks.slice(0, 3).map(({ kind, number, runs }) => [kind, number, runs.map(({ text }) => text).join('')]),
  ).toEqual([
    ['part', null, 'noun'],
    ['item', 1, 'a written work or composition that has been published (printed on pages bound together)'],
    ['example', null, 'I am reading a good book on economics'],
  ]);
  expect(await readFile(join(bundledFolder, 'LICENSE.txt'), 'utf8')).toContain(
    'Copyright 2011 by Princeton University',
  );
});

test('a text in another language is told that there is no dictionary for it', async () => {
  expect(await dictionaries.lookUp({ word: 'Fernweh', lang: 'de' })).toMatchObject({
    found: [],
    hasLanguage: false,
    asked: 1,
  });
});

test('a dictionary from a zip is copied under names of its own, asked first for its language, taken out and brought back', async () => {
  const files = starDict([['Apfel', 'apple']], { ifo: { bookname: '../../Äpfel: deu-eng' } });
  const zip = zipSync({
    'x/../../evil.ifo': Buffer.from(files.ifo),
    'x/../../evil.idx': files.idx,
    'x/../../evil.dict': files.dict,
  });
  await writeFile(join(folder.path, 'given.zip'), zip);
  const added = await dictionaries.add(join(folder.path, 'given.zip'));
  expect(added).toMatchObject({ name: 'apfel-deu-eng', from: 'de', to: 'en', entries: 1, failure: null });
  expect(existsSync(join(folder.path, 'library/dictionaries/apfel-deu-eng/dictionary.idx'))).toBe(true);
  expect(existsSync(join(folder.path, 'evil.ifo'))).toBe(false);
  expect((await dictionaries.lookUp({ word: 'apfel', lang: 'de' })).found).toMatchObject([{ headword: 'Apfel' }]);

  const again = await dictionaries.add(join(folder.path, 'given.zip'));
  expect(again.name).toBe('apfel-deu-eng-2');
  await dictionaries.remove('apfel-deu-eng');
  expect((await dictionaries.list()).map(({ name }) => name)).toEqual(['wordnet', 'apfel-deu-eng-2']);
  await dictionaries.restore('apfel-deu-eng');
  expect((await dictionaries.list()).map(({ name }) => name)).toEqual(['wordnet', 'apfel-deu-eng', 'apfel-deu-eng-2']);
  await expect(dictionaries.remove('wordnet')).rejects.toMatchObject({ code: 'not-found' });
});

test('what is no dictionary, or a damaged one, leaves nothing behind', async () => {
  const files = starDict([['Apfel', 'apple']]);
  const ifo = folder.write('cut.ifo', files.ifo);
  folder.write('cut.idx', files.idx.subarray(0, -1));
  folder.write('cut.dict', files.dict);
  await expect(dictionaries.add(ifo)).rejects.toMatchObject({ code: 'unreadable' });
  await expect(
    dictionaries.add(folder.write('a.zip', Buffer.from(zipSync({ 'a.txt': Buffer.from('a') })))),
  ).rejects.toMatchObject({ code: 'bad-input' });
  await expect(dictionaries.add(folder.write('a.doc', 'a'))).rejects.toMatchObject({ code: 'bad-input' });
  expect((await dictionaries.list()).map(({ name }) => name)).toEqual(['wordnet']);
  expect(await nodeDisk.list(join(folder.path, 'library/temp'))).toEqual([]);
});

test('one of 200,000 words answers within 20 ms of work, again and again', async () => {
  const entries: Entry[] = Array.from({ length: 200_000 }, (_, i) => [
    `${(i * 7919) % 200_000}wörter${i % 7}`,
    `said of ${i}`,
  ]);
  const files = starDict(entries, { ifo: { bookname: 'Large deu-deu' } });
  const ifo = folder.write('large.ifo', files.ifo);
  folder.write('large.idx', files.idx);
  folder.write('large.dict', files.dict);
  await dictionaries.add(ifo);
  const question = (i: number) => ({ word: entries[(i * 991) % entries.length]?.[0] ?? '', lang: 'de' });
  expect((await dictionaries.lookUp(question(1))).found).toHaveLength(1);
  const rounds = 200;
  const began = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) expect((await dictionaries.lookUp(question(i))).found).toHaveLength(1);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000 / rounds).toBeLessThan(20);
});
