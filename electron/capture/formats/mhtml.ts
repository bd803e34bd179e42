// An MHTML file comes in (RFC 2557, as Chromium and Internet Explorer write it); its page and the pictures in it go out. A mail is
// opened in the same way. Refuses a file without a document to read; frames of the page are left aside.
import { AppError } from '#contract/errors.ts';
import type { StatedFacts } from '#contract/article.ts';
import { decodeText } from '../decodeText.ts';
import { decodeWords, readMime, type MimeMessage, type MimePart } from './mime.ts';
import type { EmbeddedResource, FileDocument, OpenedFile } from './openedFile.ts';
import { partAddress, webAddressOf } from './partNames.ts';
import { pointAtParts } from './pointAtParts.ts';

/** Opens the file. Throws `no-content` when none of its parts is HTML or text, `incomplete` when the page itself is cut off. */
export function openMhtml(bytes: Uint8Array): OpenedFile {
  const message = readMime(bytes);
  const main = mainPart(message);
  if (main === undefined) {
    throw new AppError(
      'no-content',
      'There is no page in this web archive; it may have been cut off. Nothing was stored; the file is unchanged.',
    );
  }
  if (!main.isWhole) {
    throw new AppError(
      'incomplete',
      'This web archive is cut off in the middle of its page. Nothing was stored; the file is unchanged. Get the file once more and add it again.',
    );
  }
  const { text } = decodeText(main.bytes, main.charset, main.mediaType !== 'text/plain');
  const resources = new Map<string, EmbeddedResource>();
  const document = main.mediaType === 'text/plain' ? mail(message, text) : page(message, main, text, resources);
  return { documents: [document], resources, mediaType: 'multipart/related', encoding: null };
}

/** What `start` names, else the part at the address of the snapshot, else the first document. */
function mainPart({ headers, parts }: MimeMessage): MimePart | undefined {
  const start = /\bstart\s*=\s*"?([^";\s]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  const snapshot = headers.get('snapshot-content-location');
  const pages = parts.filter(({ mediaType }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType));
  return (
    (start === undefined ? undefined : pages.find((part) => part.headers.get('content-id') === start)) ??
    (snapshot === undefined ? undefined : pages.find((part) => part.headers.get('content-location') === snapshot)) ??
    pages[0] ??
    parts.find(({ mediaType, bytes }) => mediaType === 'text/plain' && bytes.length > 0)
  );
}

function page(
  { headers, parts }: MimeMessage,
  main: MimePart,
  text: string,
  resources: Map<string, EmbeddedResource>,
): FileDocument {
  const stated = [main.headers.get('content-location'), headers.get('snapshot-content-location')];
  const address = stated
    .map((each) => (each === undefined ? null : webAddressOf(each, null)))
    .find((each) => each !== null);
  const base = stated.find((each) => each !== undefined) ?? null;
  const byReference = new Map<string, string>();
  for (const { headers: own, mediaType, bytes } of parts) {
    if (!mediaType.startsWith('image/') && mediaType !== 'application/octet-stream') continue;
    const location = own.get('content-location');
    const id = own.get('content-id')?.replace(/^<|>$/g, '');
    const web = location === undefined ? null : webAddressOf(location, base);
    const key = web ?? partAddress(id ?? location ?? String(resources.size));
    if (!resources.has(key)) resources.set(key, { bytes, mediaType });
    if (id !== undefined) byReference.set(`cid:${id}`, key);
    if (location !== undefined) byReference.set(location, key);
  }
  const find = (reference: string): string | undefined => {
    const web = webAddressOf(reference, base);
    return web !== null && resources.has(web) ? web : byReference.get(withoutEscapes(reference.trim()));
  };
  return {
    kind: 'html',
    text: pointAtParts(text, {
      find,
      isPlaceholder: (part) => (resources.get(part)?.bytes.length ?? 0) < PLACEHOLDER_BYTES,
    }),
    address: address ?? null,
    facts: {},
    part: null,
    original: null,
  };
}

const PLACEHOLDER_BYTES = 200;

/** The header that a reader of mail looks for, before the text. */
function mail({ headers }: MimeMessage, text: string): FileDocument {
  const names = ['From', 'Subject', 'Date'];
  const lines = names.flatMap((name) => {
    const value = headers.get(name.toLowerCase());
    return value === undefined ? [] : [`${name}: ${decodeWords(value)}`];
  });
  const facts: StatedFacts = {};
  return { kind: 'text', text: `${lines.join('\n')}\n\n${text}`, address: null, facts, part: null, original: null };
}

function withoutEscapes(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return reference;
  }
}
