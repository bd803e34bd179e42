// The bytes of a file come in; the format it is to be opened as goes out, by looking only at the bytes themselves.
// `null` is plain HTML or text, or what nobody opens here.
import { lookAtDocument } from '../documentLook.ts';
import type { FileFormat } from './openedFile.ts';

const HEAD_BYTES = 8192;

/** Judges a file in constant time, whatever its length. A name is never asked. */
export function formatOf(bytes: Uint8Array): FileFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  // Readers of PDF accept its mark anywhere in the first kilobyte.
  if (/^[^<]{0,1000}%PDF-\d/.test(head)) return 'pdf';
  if (head.startsWith('bplist0')) return 'webarchive';
  if (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE plist[^>]{0,200}>\s*)?<plist[\s>]/.test(head))
    return 'webarchive';
  if (head.startsWith('PK\x03\x04')) return zipFormat(head);
  if (head.startsWith('PK\x05\x06')) return 'zip';
  if (isMessage(head)) return 'mhtml';
  if (/<!--\s*Page saved with SingleFile\s/i.test(head) && lookAtDocument(bytes).is === 'html') return 'single-file';
  return null;
}

/** The name of the first entry of what `packPage` makes. */
export const PAGE_FOLDER_MARK = 'layover-page';

function zipFormat(head: string): FileFormat {
  if (head.startsWith('mimetypeapplication/epub+zip', 30)) return 'epub';
  return head.startsWith(PAGE_FOLDER_MARK, 30) ? 'page-folder' : 'zip';
}

/** A MIME message with parts, or of one part that is HTML; a mail in plain text is a text. */
function isMessage(head: string): boolean {
  const start = head.replace(/^\s+/, '');
  if (!/^[A-Za-z][\w-]{0,60}:[^\n]*\n/.test(start)) return false;
  const headers = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^content-type:\s*(?:multipart\/|text\/html)/im.test(headers);
}
