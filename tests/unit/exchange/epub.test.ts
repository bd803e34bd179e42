// Books that leave Layover, judged by EPUBCheck, which knows nothing of us; and by what a reader looks for in them.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'playwright/test';
import { fillShelf, openShelf } from './shelf.ts';

const run = promisify(execFile);
const EPUBCHECK = ['/usr/bin/epubcheck', '/usr/share/java/epubcheck.jar'].find((path) => existsSync(path));

/** What EPUBCheck says, line by line. */
async function judge(book: string, jar: string): Promise<readonly string[]> {
  const said = await run('java', ['-jar', jar, book], { maxBuffer: 1 << 26 }).catch((failure: unknown) => failure);
  const [out, err] = ['stdout', 'stderr'].map((name): unknown => Reflect.get(Object(said), name));
  return `${String(out)}\n${String(err)}`
    .split('\n')
    .filter((line) => /^(?:FATAL|ERROR|WARNING|Messages|No errors)/.test(line));
}

test('a hundred articles of all kinds make one book that EPUBCheck has nothing to say of', async () => {
  const testInfo = test.info();
  test.setTimeout(240_000);
  const shelf = await openShelf(testInfo.outputPath('library'));
  const ids = await fillShelf(shelf.layover, 100);
  const book = testInfo.outputPath('all.epub');
  const job = await shelf.export({}, book);
  expect(job).toMatchObject({ state: 'done', done: 100, added: 100, leftOutCount: 0 });
  const bytes = readFileSync(book);
  // The kind of file stands first, as it is.
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  const files = unzipSync(bytes);
  const pages = Object.keys(files).filter((name) => name.startsWith('EPUB/text/'));
  expect(pages).toHaveLength(100);
  expect(shelf.bugs).toEqual([]);
  // A link to an article that is in the book leads into the book; so does that of a list.
  const first = strFromU8(files[`EPUB/text/${ids[20]}.xhtml`] ?? new Uint8Array());
  expect(first).toContain(`<a href="${ids[21]}.xhtml">Next</a>`);
  expect(first).toContain(`<a href="${ids[23]}.xhtml">One of these</a>`);
  await shelf.close();
  test.skip(EPUBCHECK === undefined, 'EPUBCheck is not installed here (Debian: epubcheck), so nobody judged the book');
  expect(await judge(book, EPUBCHECK ?? '')).toEqual([
    'No errors or warnings detected.',
    'Messages: 0 fatals / 0 errors / 0 warnings / 0 infos',
  ]);
});

test('a book of one article from the right is turned from the right, and says who wrote it', async () => {
  test.setTimeout(180_000);
  const testInfo = test.info();
  const shelf = await openShelf(testInfo.outputPath('library'));
  const ids = await fillShelf(shelf.layover, 16);
  const rtl = ids[15];
  if (rtl === undefined) throw new Error('no such article');
  const article = await shelf.layover.library.article(rtl);
  expect(article.dir).toBe('rtl');
  const book = join(testInfo.outputPath(), 'one.epub');
  await shelf.export({ scope: { ids: [rtl] } }, book);
  await shelf.close();
  const files = unzipSync(readFileSync(book));
  const opf = strFromU8(files['EPUB/package.opf'] ?? new Uint8Array());
  expect(opf).toContain('<spine page-progression-direction="rtl">');
  expect(opf).toContain(`<dc:language>${article.lang}</dc:language>`);
  expect(opf).toContain('<dc:creator>Ada Marsh</dc:creator><dc:creator>Bo Lind</dc:creator>');
  expect(opf).toContain('properties="cover-image"');
  const nav = strFromU8(files['EPUB/contents.xhtml'] ?? new Uint8Array());
  for (const type of ['toc', 'landmarks', 'cover', 'bodymatter']) expect(nav).toContain(`epub:type="${type}"`);
  expect(strFromU8(files[`EPUB/text/${rtl}.xhtml`] ?? new Uint8Array())).toContain(
    `xml:lang="${article.lang}" dir="rtl"`,
  );
  test.skip(EPUBCHECK === undefined, 'EPUBCheck is not installed here (Debian: epubcheck), so nobody judged the book');
  expect(await judge(book, EPUBCHECK ?? '')).toContain('No errors or warnings detected.');
});
