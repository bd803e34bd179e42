// Files as people have them: saved pages, notes, and things that only look like them.
import iconv from 'iconv-lite';
import { expect, test } from 'playwright/test';
import { decodeText } from '../../../electron/capture/decodeText.ts';
import { addressInSavedPage, readSavedFile } from '../../../electron/capture/readFile.ts';
import { failureOf } from './failureOf.ts';

const HTML =
  '<!DOCTYPE html>\n<html><head><title>Café</title></head><body><p>Der Zug fährt über die Brücke.</p></body></html>';
const JAPANESE = '夜行列車はゆっくりと森を抜けていった。窓の外には長いあいだ灯りひとつ見えなかった。';
const CHINESE = '第一天，一列夜行列车缓缓穿过森林。\r\n窗外一直看不到一点灯光。\r\n';

const READABLE: readonly (readonly [string, string, Uint8Array, 'text/html' | 'text/plain', string])[] = [
  ['a page in UTF-8', 'page.html', Buffer.from(HTML), 'text/html', HTML],
  ['a page in Latin-1', 'page.htm', Buffer.from(HTML, 'latin1'), 'text/html', HTML],
  ['a page in UTF-16 with a mark', 'page.html', Buffer.from(`\uFEFF${HTML}`, 'utf16le'), 'text/html', HTML],
  ['a page in UTF-16 without one', 'page.html', Buffer.from(HTML, 'utf16le'), 'text/html', HTML],
  ['a page in big-endian UTF-16', 'page.html', Buffer.from(HTML, 'utf16le').swap16(), 'text/html', HTML],
  ['a page in Shift_JIS', 'page.html', iconv.encode(`<p>${JAPANESE}`, 'shift_jis'), 'text/html', `<p>${JAPANESE}`],
  ['a note in Shift_JIS', 'note.txt', iconv.encode(JAPANESE, 'shift_jis'), 'text/plain', JAPANESE],
  [
    'a note in UTF-16',
    'note.txt',
    Buffer.from('Plain words.\r\nMore of them.', 'utf16le'),
    'text/plain',
    'Plain words.\r\nMore of them.',
  ],
  ['a Chinese note in UTF-16', 'note.txt', Buffer.from(CHINESE, 'utf16le'), 'text/plain', CHINESE],
  ['a page without an ending in its name', 'page', Buffer.from(HTML), 'text/html', HTML],
  ['a page called .txt', 'page.txt', Buffer.from(HTML), 'text/html', HTML],
  [
    'a piece of a page',
    'piece.html',
    Buffer.from('Words first, <b>then</b> a tag.'),
    'text/html',
    'Words first, <b>then</b> a tag.',
  ],
  [
    'a note that names tags',
    'note.md',
    Buffer.from('Use <body> and <p> for this.'),
    'text/plain',
    'Use <body> and <p> for this.',
  ],
  ['one letter', 'x.txt', Buffer.from('x'), 'text/plain', 'x'],
];

for (const [what, name, bytes, mediaType, text] of READABLE) {
  test(`${what} is read`, () => {
    const file = readSavedFile(name, bytes);
    expect(file).toEqual({ name, bytes, mediaType });
    expect(decodeText(file.bytes, null, mediaType === 'text/html').text).toBe(text);
  });
}

const REFUSED: readonly (readonly [string, string, Uint8Array, string, RegExp])[] = [
  ['an empty file', 'page.html', new Uint8Array(0), 'no-content', /“page\.html” is empty\. Nothing was stored\./],
  ['a file of line ends', 'page.html', Buffer.from('\r\n\r\n'), 'no-content', /is empty/],
  ['a file of zeros', 'page.html', Buffer.alloc(4096), 'no-content', /is empty/],
  [
    'a picture named .html',
    'page.html',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'unreadable',
    /picture \(PNG\)\. Nothing was stored/,
  ],
  ['a PDF named .html', 'page.html', Buffer.from('%PDF-1.4\n'), 'unreadable', /seems to be a PDF/],
  ['a program named .html', 'page.html', Buffer.from('MZ\x90\0\x03', 'latin1'), 'unreadable', /a program/],
  ['an Office document', 'letter.txt', Buffer.from('PK\x03\x04\x14\0', 'latin1'), 'unreadable', /Office document/],
  ['a sound named .html', 'page.html', soundBytes(), 'unreadable', /sound file|binary data/],
  [
    'noise named .txt',
    'note.txt',
    Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919 + 13) % 255)),
    'unreadable',
    /binary data/,
  ],
  [
    'numbers of two bytes',
    'note.txt',
    Buffer.from(new Uint16Array(Array.from({ length: 900 }, (_, index) => (index % 30) + 1)).buffer),
    'unreadable',
    /binary data/,
  ],
  [
    'a web archive',
    'page.mhtml',
    Buffer.from('From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n'),
    'unreadable',
    /MHTML/,
  ],
  ['a file beyond 32 MiB', 'page.html', Buffer.alloc(32 * 1024 * 1024 + 1, '<p>'), 'too-large', /32 MB/],
];

for (const [what, name, bytes, code, words] of REFUSED) {
  test(`${what} is refused for what it is`, async () => {
    const failure = await failureOf(Promise.resolve().then(() => readSavedFile(name, bytes)));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(words);
    expect(failure.message).toContain('Nothing was stored');
  });
}

test('a file of 20 MB is read whole', () => {
  const text = `<!doctype html><p>${'A long journey. '.repeat(1_310_720)}</p>`;
  const file = readSavedFile('long.html', Buffer.from(text));
  expect(decodeText(file.bytes, null, true).text.length).toBe(text.length);
});

const NOTES: readonly (readonly [string, string, string | null])[] = [
  [
    'Chromium',
    '<!DOCTYPE html>\n<!-- saved from url=(0031)https://example.org/story?a=1&b=2 -->\n<html>',
    'https://example.org/story?a=1&b=2',
  ],
  ['Chromium, with dashes', '<!-- saved from url=(0027)https://example.org/a%2D%2Db -->', 'https://example.org/a--b'],
  [
    'SingleFile',
    '<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://example.org/story#part \n saved date: Mon Jan 01 2024\n--><meta charset=utf-8>',
    'https://example.org/story#part',
  ],
  ['a page from a disk', '<!-- saved from url=(0022)file:///home/x/page.html -->', null],
  ['the mark of the web', '<!-- saved from url=(0014)about:internet -->', null],
  ['a script', '<!-- saved from url=(0014)javascript:alert(1) -->', null],
  ['no note', '<!DOCTYPE html><html><body>saved from url=(0020)https://example.org</body>', null],
  ['a note far down', `<!DOCTYPE html>${' '.repeat(20_000)}<!-- saved from url=(0020)https://example.org/ -->`, null],
];

for (const [what, text, address] of NOTES) {
  test(`the address in a page saved by ${what}: ${address}`, () => {
    expect(addressInSavedPage(text)).toBe(address);
  });
}

test('a hostile note is answered at once', () => {
  expect(addressInSavedPage(`<!-- saved from url=(${'0'.repeat(100_000)})`)).toBeNull();
  expect(addressInSavedPage('<!-- saved from url=(1)x '.repeat(20_000))).toBeNull();
});

/** MPEG audio without a tag: a frame mark, then what sounds like noise. */
function soundBytes(): Uint8Array {
  return Buffer.from([0xff, 0xfb, 0x90, 0x64, ...Array.from({ length: 2000 }, (_, index) => (index * 31) % 256)]);
}
