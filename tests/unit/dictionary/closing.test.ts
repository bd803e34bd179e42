// A library that is closed while a dictionary is added to it: the copy ends by itself, and nothing half is left.
import { existsSync, mkdirSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'playwright/test';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { createDictionaries, type Dictionaries } from '../../../electron/library/dictionaries.ts';
import { unpackDictionary } from '../../../electron/dictionary/unpackDictionary.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { makeFolders } from '../../../electron/store/libraryFolders.ts';
import { aFolder, starDict } from './writeDictionary.ts';

const OUT = join(import.meta.dirname, '../../../out');
/** All of it a hole, so that it takes no room where it is read from. */
const LARGE_BYTES = 1_500_000_000;

let folder: ReturnType<typeof aFolder>;
test.beforeEach(() => {
  folder = aFolder();
});
test.afterEach(() => folder.remove());

function write(name: string): ReturnType<typeof starDict> {
  const files = starDict([
    ['boat', 'goes by water'],
    ['coat', 'is worn'],
  ]);
  for (const part of ['ifo', 'idx', 'dict'] as const) folder.write(`${name}.${part}`, files[part]);
  return files;
}

test('closing while a large dictionary is copied gives the copy up and leaves nothing of it', async () => {
  const library = join(folder.path, 'library');
  await makeFolders(nodeDisk, join(library, 'temp'));
  const open = (): Dictionaries =>
    createDictionaries({
      library: { folder: library, assertWritable: () => {}, settings: () => DEFAULT_SETTINGS },
      workerFile: join(OUT, 'dictionaryWorker.cjs'),
      bundledFolder: join(OUT, 'dictionaries/english'),
    });
  write('large');
  truncateSync(join(folder.path, 'large.dict'), LARGE_BYTES);
  const dictionaries = open();
  const added = dictionaries.add(join(folder.path, 'large.ifo')).then(
    () => 'added',
    (failure: unknown) => failure,
  );
  const copies = (): readonly string[] =>
    readdirSync(join(library, 'temp'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dict'));
  let copied = 0;
  await expect
    .poll(
      () => {
        for (const name of copies()) copied = statSync(join(library, 'temp', name)).size;
        return copied;
      },
      { intervals: [5] },
    )
    .toBeGreaterThan(0);
  expect(copied).toBeLessThan(LARGE_BYTES);
  await dictionaries.close();
  expect(readdirSync(join(library, 'temp'))).toEqual([]);
  expect(existsSync(join(library, 'dictionaries'))).toBe(false);
  // Said by the copy itself; one that is stopped from outside says nothing of a dictionary.
  expect(await added).toMatchObject({ code: 'cancelled', message: expect.stringContaining('the dictionary') });

  // The same library takes one in as ever.
  write('small');
  const again = open();
  await again.add(join(folder.path, 'small.ifo'));
  expect((await again.list()).map(({ isBundled, entries }) => isBundled || entries)).toEqual([true, 2]);
  await again.close();
});

test('whatever it comes in, unpacking that is told to end does', async () => {
  const { ifo, idx, dict } = write('small');
  const parts = { 'small.ifo': Buffer.from(ifo), 'small.idx': idx, 'small.dict': dict };
  folder.write('small.zip', Buffer.from(zipSync(parts)));
  folder.write('small.tar.gz', gzipSync(Buffer.alloc(64 << 20)));
  for (const name of ['small.ifo', 'small.zip', 'small.tar.gz']) {
    const ending = new AbortController();
    const into = join(folder.path, `into ${name}`);
    mkdirSync(into);
    const unpacked = unpackDictionary(join(folder.path, name), into, ending.signal);
    ending.abort();
    await expect(unpacked, name).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(into), name).not.toContain('dictionary.dict');
  }
});
