// What a person asked to save, made into one decoded document: fetched, read or taken as pasted.
import type { StatedFacts } from '#contract/article.ts';
import type { SaveSource, SaveState } from '#contract/save.ts';
import { AppError, unreachable } from '#contract/errors.ts';
import type { CookieJar } from 'tough-cookie';
import { parseAddress, readUrl } from './address.ts';
import { readClipboardHtml } from './clipboardHtml.ts';
import type { Network } from './connections.ts';
import { decodeText } from './decodeText.ts';
import { fetchPage } from './fetchPage.ts';
import { formatOf } from './formats/fileFormat.ts';
import type { OpenFile } from './formats/fileOpener.ts';
import type { EmbeddedResource, OpenedFile } from './formats/openedFile.ts';
import { PAGE_LIMITS } from './limits.ts';
import { addressInSavedPage, readSavedFile } from './readFile.ts';

/** A document ready for extraction, with the bytes it came from. */
export interface Captured {
  /** `content` is HTML that is content from its first word to its last, such as a chapter. */
  readonly kind: 'html' | 'text' | 'content';
  readonly text: string;
  /** Absolute address it was found at, after redirects; for a saved page, the address written in it. */
  readonly address: string | null;
  readonly fileName: string | null;
  /** What the person named: the address as asked for, or the file's name. */
  readonly source: string | null;
  /** The page's host when it is a private one that the person typed: its pictures may be fetched from there. */
  readonly privateHost: string | null;
  readonly original: { readonly bytes: Uint8Array; readonly mediaType: string; readonly encoding: string | null };
  /** What the file it lay in says of it. */
  readonly facts: StatedFacts;
  /** See `Article.part`. */
  readonly part: string | null;
  /** Pictures that lie in the file itself, by the addresses that the text names them with. */
  readonly resources: ReadonlyMap<string, EmbeddedResource>;
  /** What the site gave on the way, for what else is fetched of the page now. */
  readonly cookies: CookieJar | null;
}

/** What capturing takes. */
export interface CaptureTools {
  readonly signal: AbortSignal;
  readonly report: (state: SaveState) => void;
  readonly openFile: OpenFile;
  /** Host that may be a private one, because the person typed it and said so; none unless given. */
  readonly privateHost?: string | null;
  readonly network?: Network | undefined;
  /** Most bytes of a page; `null` and nothing for as many as a page may have. */
  readonly mostBytes?: number | null;
}

/**
 * Gets the document, or the documents of a file that holds several, in order; at least one. Throws `AppError` with the reason;
 * nothing is stored by then.
 */
export async function captureSource(
  source: SaveSource,
  { signal, report, openFile, privateHost: allowed = null, network, mostBytes = null }: CaptureTools,
): Promise<readonly Captured[]> {
  switch (source.from) {
    case 'address': {
      report({ state: 'fetching', receivedBytes: 0 });
      const page = await fetchPage(parseAddress(source.address), {
        signal,
        privateHost: allowed,
        network,
        ...(mostBytes === null ? {} : { limits: { maxBytes: Math.min(mostBytes, PAGE_LIMITS.maxBytes) } }),
        onProgress: (receivedBytes) => report({ state: 'fetching', receivedBytes }),
      });
      const { privateHost, cookies } = page;
      const names = { address: page.finalAddress, fileName: null, source: page.address, privateHost };
      if (page.mediaType !== null) {
        return [{ ...fromBytes(page.bytes, page.mediaType, page.headerCharset, names), cookies }];
      }
      const name = nameIn(page.finalAddress);
      const format = formatOf(page.bytes) ?? 'zip';
      const opened = await openFile({ name, bytes: page.bytes, format }, signal);
      const documents = fromFile(name, page.bytes, opened);
      const [only] = documents;
      // Of several documents, none is what lies at the address.
      if (only === undefined || documents.length > 1) return documents;
      return [{ ...only, source: page.address, address: only.address ?? page.finalAddress }];
    }
    case 'file': {
      const { name, bytes } = source;
      const format = formatOf(bytes);
      if (format !== null) return fromFile(name, bytes, await openFile({ name, bytes, format }, signal));
      const file = readSavedFile(name, bytes);
      return [fromBytes(file.bytes, file.mediaType, null, { ...NOWHERE, fileName: name, source: name })];
    }
    case 'paste': {
      const text = source.html ?? source.text;
      if (text.trim() === '')
        throw new AppError('no-content', 'There was nothing to save in what was pasted. Copy some text and try again.');
      const isHtml = source.html !== null || looksLikeHtml(text);
      // The person chose this part of a page, so all of it is content; a whole page has a head.
      const kind = isHtml && !/<(?:head|title|meta\s+property)[\s>]/i.test(text) ? 'content' : undefined;
      const bytes = Buffer.from(isHtml ? readClipboardHtml(text) : text, 'utf8');
      if (isHtml && bytes.length > LARGE_PASTE) {
        // Pictures of many megabytes stand in it as text; the worker takes them out.
        const [pasted] = fromFile('', bytes, await openFile({ name: '', bytes, format: 'single-file' }, signal));
        return pasted === undefined ? [] : [{ ...pasted, ...NOWHERE, part: null, kind: kind ?? pasted.kind }];
      }
      const pasted = fromBytes(bytes, isHtml ? 'text/html' : 'text/plain', 'utf-8', NOWHERE);
      return [{ ...pasted, kind: kind ?? pasted.kind }];
    }
    default:
      return unreachable(source);
  }
}

/**
 * Gets a later page of an article from the host its first page came from; a private one only if the person typed it.
 * `bytesLeft` is what all its pages together may still take. Throws `AppError` with the reason, in words about that page alone.
 */
export async function captureFurtherPage(
  address: string,
  first: Pick<Captured, 'privateHost' | 'cookies'>,
  options: { readonly signal: AbortSignal; readonly bytesLeft: number; readonly network?: Network | undefined },
): Promise<Captured & { readonly address: string }> {
  const asked = parseAddress(address);
  if (options.bytesLeft <= 0) {
    throw new AppError('too-large', 'The pages before it take all the room that an article may have.');
  }
  const page = await fetchPage(asked, {
    signal: options.signal,
    subject: 'further page',
    privateHost: first.privateHost,
    network: options.network,
    limits: { maxBytes: options.bytesLeft },
    ...(first.cookies === null ? {} : { cookies: first.cookies }),
  });
  const found = new URL(page.finalAddress);
  if (found.host !== asked.host) {
    throw new AppError('redirect', `${asked.host} sends on to ${found.host}, where this page is not.`);
  }
  const names = { fileName: null, source: page.address, privateHost: page.privateHost };
  if (page.mediaType === null) throw new Error('a further page is never a file');
  const captured = fromBytes(page.bytes, page.mediaType, page.headerCharset, { ...names, address: found.href });
  return { ...captured, address: found.href };
}

const LARGE_PASTE = 1024 * 1024;
const NOWHERE = { address: null, fileName: null, source: null, privateHost: null };

function fromBytes(
  bytes: Uint8Array,
  mediaType: 'text/html' | 'text/plain',
  headerCharset: string | null,
  names: Pick<Captured, 'address' | 'fileName' | 'source' | 'privateHost'>,
): Captured {
  const isHtml = mediaType === 'text/html';
  const { text, encoding } = decodeText(bytes, headerCharset, isHtml);
  const address = names.address ?? (isHtml ? addressInSavedPage(text) : null);
  return {
    kind: isHtml ? 'html' : 'text',
    text,
    ...names,
    address,
    original: { bytes, mediaType, encoding },
    facts: {},
    part: null,
    resources: new Map(),
    cookies: null,
  };
}

function fromFile(name: string, bytes: Uint8Array, opened: OpenedFile): readonly Captured[] {
  const { documents, resources, mediaType, encoding } = opened;
  return documents.map(({ original, ...document }) => ({
    ...document,
    fileName: name,
    source: name,
    privateHost: null,
    original: original ?? { bytes, mediaType, encoding },
    resources,
    cookies: null,
  }));
}

/** The name that a browser would save it under. */
function nameIn(address: string): string {
  const last = readUrl(address)?.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return last;
  }
}

/** Pasted source code of a page is a page; a sentence with a `<` in it is not. */
function looksLikeHtml(text: string): boolean {
  return (
    /^\s*Version:\d[^<]{0,4000}StartHTML:/i.test(text) ||
    /^\s*<(!doctype html|html|head|body|article|main|section|div|p|h[1-6]|ul|ol|table|figure)[\s>]/i.test(text)
  );
}
