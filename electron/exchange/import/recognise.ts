// A file comes in; what it is goes out, by what is in it and never by its name: whose export, a saved page, an archive to look into, or
// nothing we know. Constant time, whatever its length.
import type { ImportFormat } from '#contract/imports.ts';
import type { ImportTools } from './importTools.ts';
import { keysOf } from './jsonKeys.ts';
import { recogniseAddresses } from './readAddresses.ts';
import { recogniseTable } from './readTable.ts';

/** What a file is. `archive` is looked into. */
export type Recognised = ImportFormat | 'archive' | 'unknown';

const HEAD_BYTES = 262_144;
const POCKET_PAGE: ReadonlySet<string> = new Set(['url', 'title', 'highlights', 'cursor']);
const ARCHIVE_HEADS = ['PK\x03\x04', 'PK\x05\x06'] as const;

/** Judges a file. */
export function recognise(bytes: Uint8Array, tools: ImportTools): Recognised {
  const head = bytes.subarray(0, HEAD_BYTES);
  const raw = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  // Readers of PDF accept its mark anywhere in the first kilobyte.
  if (/^[^<]{0,1000}%PDF-\d/.test(raw.slice(0, 1100))) return 'saved-pages';
  if (ARCHIVE_HEADS.some((each) => raw.startsWith(each))) return isPage(raw) ? 'saved-pages' : 'archive';
  if (raw.startsWith('bplist0')) return recogniseBinaryPlist(bytes);
  if (isMessage(raw.slice(0, 8192))) return 'saved-pages';
  if (isBinary(raw)) return 'unknown';
  return recogniseText(tools.decode(head, raw.trimStart().startsWith('<')).trimStart());
}

/** A book, or a page with its folder of parts as Layover packs it. */
function isPage(raw: string): boolean {
  return raw.startsWith('mimetypeapplication/epub+zip', 30) || raw.startsWith('layover-page', 30);
}

function recogniseBinaryPlist(bytes: Uint8Array): Recognised {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (whole.includes('com.apple.ReadingList')) return 'safari';
  return whole.includes('WebMainResource') ? 'saved-pages' : 'unknown';
}

/** A MIME message that is a page. */
function isMessage(raw: string): boolean {
  const start = raw.trimStart();
  if (!/^[a-z][\w-]{0,60}:[^\n]*\n/i.test(start)) return false;
  const headers = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^content-type:\s*(?:multipart\/related|text\/html)/im.test(headers);
}

/** Texts have no zero bytes but where every second byte may be one. */
function isBinary(raw: string): boolean {
  const start = raw.slice(0, 4096);
  const zeros = start.split('\0').length - 1;
  return zeros > 0 && zeros < start.length / 5;
}

function recogniseText(text: string): Recognised {
  if (text.startsWith('{') || text.startsWith('[')) return recogniseJson(text);
  if (text.startsWith('<')) return recogniseMarkup(text);
  return recogniseTable(text)?.format ?? recogniseAddresses(text) ?? 'unknown';
}

function recogniseMarkup(text: string): Recognised {
  const start = text.slice(0, 65_536);
  if (/^(?:<!--.{0,4000}?-->\s*)?<!doctype\s+netscape-bookmark/is.test(start)) return 'bookmarks';
  if (/^(?:<[?!][^>]{0,1000}>\s*){0,5}<opml[\s>]/i.test(start)) return 'opml';
  if (/^(?:<[?!][^>]{0,1000}>\s*){0,5}<plist[\s>]/i.test(start)) {
    if (text.includes('com.apple.ReadingList') || text.includes('ReadingList')) return 'safari';
    return text.includes('WebMainResource') ? 'saved-pages' : 'unknown';
  }
  if (/\btime_added=["']?\d/i.test(start) && /<li>\s*<a\s/i.test(start)) return 'pocket';
  if (/<title>\s*Instapaper:? Export/i.test(start)) return 'instapaper';
  if (/<dt>\s*<(?:a\s|h3)/i.test(start) && /<dl>/i.test(start) && /\badd_date=/i.test(start)) return 'bookmarks';
  if (text.startsWith('<?xml') && !/<html[\s>]/i.test(start))
    return /<is_archived>|<is_starred>/i.test(text) && /<url>/i.test(text) ? 'wallabag' : 'unknown';
  if (/<(?:html|head|body|title|meta|article|div|p|h1)[\s>/]/i.test(start)) return 'saved-pages';
  return recogniseAddresses(text) ?? 'unknown';
}

function recogniseJson(text: string): Recognised {
  const { top, inner } = keysOf(text);
  const has = (...names: readonly string[]): boolean => names.every((name) => inner.has(name));
  if (text.startsWith('[')) {
    if (has('slug', 'url') && (has('readingProgress') || has('savedAt') || has('state'))) return 'omnivore';
    if (has('url') && (has('is_archived') || has('is_starred') || has('is_read', 'is_fav'))) return 'wallabag';
    // Of the highlights that go with Pocket's tables, each object is a page.
    if (has('url', 'title', 'highlights') && [...inner].every((name) => POCKET_PAGE.has(name))) return 'pocket';
    if (has('href') && (has('extended') || has('toread'))) return 'pinboard';
    if (has('url', 'addedAt') || has('url', 'originalURL')) return 'goodlinks';
    const folded = new Set([...inner].map((name) => name.toLowerCase()));
    return ['url', 'link', 'href', 'uri', 'address'].some((name) => folded.has(name)) ? 'addresses' : 'unknown';
  }
  if (/^\{\s*"format"\s*:\s*"layover-library"/.test(text)) return 'layover';
  if (top.has('roots') && /"(?:bookmark_bar|other|synced)"/.test(text)) return 'chrome';
  if (text.includes('text/x-moz-place')) return 'firefox';
  if (top.has('bookmarks') && (has('content') || has('createdAt') || /"bookmarks"\s*:\s*\[\s*\]/.test(text)))
    return 'karakeep';
  if (top.has('collections')) return 'linkwarden';
  return 'unknown';
}
