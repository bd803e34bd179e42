// Bytes come in; what kind of document they are goes out, by looking only at the bytes themselves.
// A name or a header may say otherwise; both lie often enough that they decide only between HTML and plain text.

/** What bytes are. `other` has a name to tell the person, such as “a PDF”; `hasTags` says that a text mentions a page's tags. */
export type Look =
  | { readonly is: 'empty' }
  | { readonly is: 'html' }
  | { readonly is: 'text'; readonly hasTags: boolean }
  | { readonly is: 'other'; readonly name: string };

// White space, NUL, and the bytes of byte order marks.
const BLANK = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xfe, 0xff, 0xef, 0xbb, 0xbf]);
const HEAD_BYTES = 4096;
const SAMPLE_BYTES = 65_536;

// [name, offset, bytes as Latin-1]; the first that fits counts.
const SIGNATURES: readonly (readonly [string, number, string])[] = [
  ['a PDF', 0, '%PDF-'],
  ['a picture (PNG)', 0, '\x89PNG\r\n\x1a\n'],
  ['a picture (JPEG)', 0, '\xff\xd8\xff'],
  ['a picture (GIF)', 0, 'GIF87a'],
  ['a picture (GIF)', 0, 'GIF89a'],
  ['a picture (WebP)', 8, 'WEBPVP8'],
  ['a picture (AVIF)', 4, 'ftypavif'],
  ['a picture (HEIC)', 4, 'ftypheic'],
  ['a picture (TIFF)', 0, 'II*\0'],
  ['a picture (TIFF)', 0, 'MM\0*'],
  ['a picture (icon)', 0, '\0\0\x01\0'],
  ['a Photoshop picture', 0, '8BPS'],
  ['a video (MP4)', 4, 'ftyp'],
  ['a video (WebM or Matroska)', 0, '\x1a\x45\xdf\xa3'],
  ['a video (AVI)', 8, 'AVI '],
  ['a video (FLV)', 0, 'FLV\x01'],
  ['a sound file (MP3)', 0, 'ID3'],
  ['a sound file (Ogg)', 0, 'OggS'],
  ['a sound file (FLAC)', 0, 'fLaC'],
  ['a sound file (WAV)', 8, 'WAVE'],
  ['an e-book (EPUB)', 30, 'mimetypeapplication/epub+zip'],
  ['a ZIP archive or an Office document', 0, 'PK\x03\x04'],
  ['a ZIP archive', 0, 'PK\x05\x06'],
  ['a gzip archive', 0, '\x1f\x8b\x08'],
  ['an archive (7z)', 0, '7z\xbc\xaf\x27\x1c'],
  ['an archive (RAR)', 0, 'Rar!\x1a\x07'],
  ['an archive (xz)', 0, '\xfd7zXZ\0'],
  ['an archive (bzip2)', 0, 'BZh'],
  ['an archive (Zstandard)', 0, '\x28\xb5\x2f\xfd'],
  ['an archive (tar)', 257, 'ustar'],
  ['an old Office document', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a formatted text (RTF)', 0, '{\\rtf'],
  ['a PostScript document', 0, '%!PS'],
  ['a program', 0, '\x7fELF'],
  ['a program', 0, '\xca\xfe\xba\xbe'],
  ['a program', 0, '\xcf\xfa\xed\xfe'],
  ['a program', 0, '\0asm'],
  ['a database (SQLite)', 0, 'SQLite format 3\0'],
  ['a font', 0, 'wOFF'],
  ['a font', 0, 'wOF2'],
  ['a font', 0, 'OTTO'],
  ['a web archive (plist)', 0, 'bplist00'],
];

// The tags a page may begin with, after the list of the WHATWG MIME Sniffing Standard and today's sectioning tags.
const PAGE_START =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|base|style|script|iframe|h[1-6]|div|font|table|a|b|br|p|span|article|main|section|header|nav|aside|figure|ul|ol|li|dl|tr|td|blockquote|pre|img|hr|center|form|noscript|frameset|em|i|strong)(?:[\s>/]|$)/i;
const XML_ROOTS: readonly (readonly [RegExp, string])[] = [
  [/^<(?:rss|feed|rdf:RDF)[\s>]/i, 'a feed (RSS or Atom)'],
  [/^<(?:[\w.-]+:)?svg[\s>]/i, 'a picture (SVG)'],
  [/^<opml[\s>]/i, 'a list of feeds (OPML)'],
  [/^<(?:urlset|sitemapindex)[\s>]/i, 'a site map (XML)'],
];

/** Looks at the beginning of a document. Constant time, whatever its length. */
export function lookAtDocument(bytes: Uint8Array): Look {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE_BYTES));
  if (isBlank(bytes)) return { is: 'empty' };
  const head = sample.toString('latin1', 0, HEAD_BYTES);
  const known = signatureOf(head);
  if (known !== null) return { is: 'other', name: known };
  const wide = wideEncodingOf(sample);
  if (wide === null && binaryShare(sample) > 0.01) return { is: 'other', name: 'binary data, not text' };
  return lookAtText(wide === null ? head : wideText(sample.subarray(0, HEAD_BYTES), wide));
}

/** `UTF-16LE` or `UTF-16BE` when a text is so encoded, with a byte order mark or, by its zero bytes, without; else `null`. */
export function wideEncodingOf(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES) & ~1);
  const little = wideMarks(wideText(head, 'UTF-16LE'));
  const big = wideMarks(wideText(head, 'UTF-16BE'));
  const encoding = little > big ? 'UTF-16LE' : 'UTF-16BE';
  if (Math.max(little, big) < Math.max(1, head.length * 0.01) || Math.min(little, big) * 2 > Math.max(little, big))
    return null;
  return isReadable(wideText(head, encoding)) ? encoding : null;
}

/**
 * What every script's text is full of when read the right way round: spaces, line ends, marks of sentences and of tags.
 * In one-byte text none of these pairs of bytes occurs, for each holds a byte that is a control character there.
 */
function wideMarks(text: string): number {
  return text.match(/[ \n\r<>/="、。，.,]/g)?.length ?? 0;
}

/** Small numbers, as programs and sounds are full of, make control characters and broken surrogates when read as UTF-16. */
function isReadable(text: string): boolean {
  const odd = text.match(/[^\P{C}\t\n\f\r\p{Cf}]/gu)?.length ?? 0;
  return odd <= text.length * 0.01 + 1;
}

function lookAtText(text: string): Look {
  const start = text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)?\s*/, '');
  if (/^from:[^\n]*\r?\n[\s\S]{0,2000}^mime-version:/im.test(start))
    return { is: 'other', name: 'a web archive (MHTML)' };
  const root = withoutProlog(start);
  if (PAGE_START.test(root)) return { is: 'html' };
  const xml = XML_ROOTS.find(([pattern]) => pattern.test(root));
  if (xml !== undefined) return { is: 'other', name: xml[1] };
  if (start.startsWith('<?xml'))
    return /<html[\s>]/i.test(root) ? { is: 'html' } : { is: 'other', name: 'an XML document' };
  return { is: 'text', hasTags: /<(?:html|body|p|div|br|a|h[1-6])[\s>/]/i.test(text) };
}

/** Without comments, processing instructions and a doctype that is not HTML's. */
function withoutProlog(text: string): string {
  let rest = text;
  for (;;) {
    const end = rest.startsWith('<!--')
      ? rest.indexOf('-->') + 3
      : /^<(?:\?|!doctype\s+(?!html))/i.test(rest)
        ? rest.indexOf('>') + 1
        : 0;
    if (end < 3) return rest;
    rest = rest.slice(end).trimStart();
  }
}

function signatureOf(head: string): string | null {
  const found = SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset));
  if (found !== undefined) return found[0];
  if (head.startsWith('MZ') && head.includes('\0')) return 'a program';
  return head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0' ? 'a picture (BMP)' : null;
}

/** Share of bytes that no text has; ESC stays out, since ISO-2022 texts are full of it. */
function binaryShare(sample: Uint8Array): number {
  let count = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) count += 1;
  }
  return count / Math.max(1, sample.length);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => BLANK.has(byte));
}

function wideText(sample: Buffer, encoding: 'UTF-16LE' | 'UTF-16BE'): string {
  const whole = Buffer.from(sample.subarray(0, sample.length & ~1));
  return (encoding === 'UTF-16LE' ? whole : whole.swap16()).toString('utf16le');
}
