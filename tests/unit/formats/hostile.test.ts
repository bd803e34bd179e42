// Files made to do harm, and files broken on the way: each is refused in words that say why, and nothing of it is stored.
import { expect } from 'playwright/test';
import { png } from '../capture/pictures.ts';
import { binaryPlist, chapterPage, epub2, epub3, xmlPlist, zip, type Files } from './books.ts';
import { hashOf, test } from './filesTest.ts';
import { mhtml, storyPage } from './savedPages.ts';

const LOCKED: Files = {
  'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">
<EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><CipherData><CipherReference URI="OEBPS/a.html"/></CipherData></EncryptedData></encryption>`,
};
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>`;

function withPassword(bytes: Uint8Array): Uint8Array {
  const locked = Uint8Array.from(bytes);
  locked[6] = 1;
  return locked;
}

function manyFiles(): Uint8Array {
  return zip({
    mimetype: 'application/epub+zip',
    ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x/${index}.xhtml`, ''])),
  });
}

/** A list whose first object holds itself. */
function endlessPlist(): Uint8Array {
  const bytes = binaryPlist([['x']]);
  bytes.writeUInt16BE(0, 9);
  return bytes;
}

const REFUSED: readonly (readonly [string, string, () => Uint8Array, string, RegExp])[] = [
  ['a ZIP cut off in the middle', 'book.epub', () => epub2().subarray(0, 700), 'unreadable', /cut off or broken/],
  ['a book whose documents are noise', 'book.epub', () => noisy(epub2()), 'unreadable', /cut off or broken/],
  [
    'a bomb of 300 MB of zeros',
    'book.epub',
    () => zip({ mimetype: 'application/epub+zip', ...zeros(10) }),
    'too-large',
    /256 MB/,
  ],
  ['an archive of 10,000 files', 'book.epub', manyFiles, 'too-large', /more than 5000 files/],
  [
    'a name that leads out of the archive',
    'book.epub',
    () => epub2({ '../../etc/passwd.html': 'x' }),
    'unreadable',
    /outside of itself/,
  ],
  ['an archive with a password', 'book.epub', () => withPassword(epub2()), 'unreadable', /locked with a password/],
  ['a book locked by its seller', 'book.epub', () => epub2(LOCKED), 'unreadable', /locked by its seller/],
  [
    'a book without a package',
    'book.epub',
    () => zip({ mimetype: 'application/epub+zip', 'a.html': '<p>x' }),
    'unreadable',
    /no table of its own parts/,
  ],
  ['a package with entities', 'book.epub', () => epub2({ 'OEBPS/book.opf': ENTITIES }), 'unreadable', /cannot be read/],
  [
    'a book of empty chapters',
    'book.epub',
    () => epub2({ 'OEBPS/a.html': '<body/>', 'OEBPS/b.html': '<body> </body>' }),
    'no-content',
    /neither text nor a picture/,
  ],
  [
    'an Office document',
    'letter.docx',
    () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
    'unreadable',
    /no page and no book/,
  ],
  [
    'a binary list cut off',
    'x.webarchive',
    () => binaryPlist({ a: 'b' }).subarray(0, 30),
    'unreadable',
    /cannot be read/,
  ],
  ['a binary list that holds itself', 'x.webarchive', endlessPlist, 'unreadable', /cannot be|cannot be read/],
  ['an XML list cut off', 'x.webarchive', () => xmlPlist({ a: 'b' }).subarray(0, -20), 'unreadable', /cannot be read/],
  ['a list nested 5,000 deep', 'x.webarchive', () => deepList(5000), 'unreadable', /cannot be read/],
  [
    'a list that is no web archive',
    'x.webarchive',
    () => binaryPlist({ a: 'b' }),
    'no-content',
    /no page in this web archive/,
  ],
  ['a message of parts within parts without end', 'x.mhtml', deepMessage, 'no-content', /no page in this web archive/],
];

for (const [what, name, bytes, code, words] of REFUSED) {
  test(`${what} is refused and nothing is stored`, async ({ shelf }) => {
    const failure = await shelf.refused(name, bytes());
    expect(failure.message).toMatch(words);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('Nothing was stored');
    expect(await shelf.layover.cards()).toEqual([]);
  });
}

test('a refused file harms no other: what is asked beside it is saved', async ({ shelf }) => {
  const [failed, kept] = await Promise.all([
    shelf.add({ from: 'file', name: 'bomb.epub', bytes: zip({ mimetype: 'application/epub+zip', ...zeros(10) }) }),
    shelf.add({
      from: 'file',
      name: 'harbour.mhtml',
      bytes: mhtml([{ headers: { 'Content-Type': 'text/html' }, body: storyPage() }]),
    }),
  ]);
  expect(failed.progress.state).toBe('failed');
  expect(kept.progress.state).toBe('ready');
});

test('a chapter that is empty is passed over, the others are kept', async ({ shelf }) => {
  await shelf.keep('book.epub', epub2({ 'OEBPS/a.html': chapterPage('', '') }));
  expect((await shelf.all()).map(({ article }) => article.title)).toEqual(['High water']);
});

test('a picture that the book lacks, or that is none, is told as missing', async ({ shelf }) => {
  await shelf.keep('book.epub', epub3({ 'OEBPS/images/wall one.png': 'not a picture', 'OEBPS/images/cover.jpg': '' }));
  const wall = (await shelf.all()).find(({ article }) => article.title === 'The wall');
  expect(wall?.article.report).toMatchObject({ imagesFound: 1, imagesStored: 0 });
  expect(wall?.article.report.missing[0]?.url).toBe('cid:OEBPS/images/wall%20one.png');
});

test('a page of 10 MB in a message, with its picture, is kept whole', async ({ shelf }) => {
  const marks = Array.from(
    { length: 20_000 },
    (_, index) => `<p>Mark ${index}: ${'the water stood at the third step and fell. '.repeat(11)}</p>`,
  );
  const body = storyPage({ pictures: `<p><img src="cid:one@quay" alt="One"></p>${marks.join('\n')}` });
  const bytes = mhtml([
    { headers: { 'Content-Type': 'text/html' }, body },
    { headers: { 'Content-Type': 'image/png', 'Content-ID': '<one@quay>' }, body: png(20, 10), encoding: 'base64' },
  ]);
  expect(bytes.length).toBeGreaterThan(10_000_000);
  const { article, text } = await shelf.keep('long.mhtml', bytes);
  expect(text).toContain('Mark 0:');
  expect(text).toContain('Mark 19999:');
  expect(await shelf.pictures(article)).toEqual([hashOf(png(20, 10))]);
});

function zeros(count: number): Files {
  const zero = new Uint8Array(30 * 1024 * 1024);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x/${index}.xhtml`, zero]));
}

/** The same archive with every packed byte of its documents changed. */
function noisy(bytes: Uint8Array): Uint8Array {
  const noise = Uint8Array.from(bytes);
  const start = Buffer.from(noise.buffer).indexOf('META-INF/container.xml') + 22;
  for (let at = start; at < start + 100; at += 1) noise[at] = 0xff;
  return noise;
}

function deepList(depth: number): Uint8Array {
  return Buffer.from(`<plist version="1.0">${'<array>'.repeat(depth)}${'</array>'.repeat(depth)}</plist>`);
}

function deepMessage(): Uint8Array {
  const level = (index: number): string => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`;
  return Buffer.from(`From: x\r\n${Array.from({ length: 5000 }, (_, index) => level(index)).join('')}`);
}
