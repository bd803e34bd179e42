// A file a person chose or dropped comes in; its bytes and what they are go out. The bytes count more than the name.
// Refuses what is empty, too large, or neither HTML nor text.
import { AppError, unreachable } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { isWeb, readUrl } from './address.ts';
import { lookAtDocument } from './documentLook.ts';

/** A file ready to be decoded. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: 'text/html' | 'text/plain';
}

const MAX_BYTES = 32 * 1024 * 1024;
const HTML_NAME = /\.(?:html?|xhtml|xht|shtml)$/i;
const TEXT_NAME = /\.(?:te?xt|md|markdown|log|asc|rst)$/i;

/** Judges a file. Throws `no-content` when it is empty, `too-large` beyond 32 MiB, `unreadable` when it is neither HTML nor text. */
export function readSavedFile(name: string, bytes: Uint8Array): RawFile {
  if (bytes.length > MAX_BYTES) {
    throw new AppError(
      'too-large',
      `“${name}” is larger than the 32 MB that a page may have. Nothing was stored. Save a part of it instead.`,
      { detail: detail('largeFile', name, 32) },
    );
  }
  const look = lookAtDocument(bytes);
  switch (look.is) {
    case 'empty':
      throw new AppError(
        'no-content',
        `“${name}” is empty. Nothing was stored. Check that the file was saved completely, and add it again.`,
        { detail: detail('emptyFile', name) },
      );
    case 'other':
      throw new AppError(
        'unreadable',
        `“${name}” seems to be ${look.name}. Nothing was stored. Layover reads saved pages (HTML, MHTML, web archives), books (EPUB), PDF and plain text; save it as one of these and add that.`,
        { detail: detail('otherFile', name) },
      );
    case 'html':
      return { name, bytes, mediaType: 'text/html' };
    case 'text': {
      const isHtml = HTML_NAME.test(name) || (look.hasTags && !TEXT_NAME.test(name));
      return { name, bytes, mediaType: isHtml ? 'text/html' : 'text/plain' };
    }
    default:
      return unreachable(look);
  }
}

// Browsers write the length of the address before it; SingleFile writes its comment on lines of their own.
const BROWSER_NOTE = /<!--\s*saved from url=\(\d{1,6}\)(\S{1,4000}?)\s*-->/i;
const SINGLE_FILE_NOTE = /<!--\s*Page saved with SingleFile\s{1,20}url:\s*(\S{1,4000})/i;

/** The address that a browser's “save page as” or SingleFile wrote into the beginning of a saved page; `null` when there is none. */
export function addressInSavedPage(text: string): string | null {
  const head = text.slice(0, 16_384);
  const written = (BROWSER_NOTE.exec(head) ?? SINGLE_FILE_NOTE.exec(head))?.[1];
  // Two dashes may not stand in a comment, so Chromium writes them as `%2D%2D`.
  const url = written === undefined ? null : readUrl(written.replaceAll('%2D%2D', '--'));
  return url !== null && isWeb(url) ? url.href : null;
}
