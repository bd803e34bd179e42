// The address of a page in; its raw bytes and what they are out. Refuses what is not a page and says what it is instead.
import { unreachable, type AppError } from '#contract/errors.ts';
import { CookieJar } from 'tough-cookie';
import { openConnections, type Network } from './connections.ts';
import { lookAtDocument } from './documentLook.ts';
import { fetchBytes } from './fetchBytes.ts';
import { formatOf } from './formats/fileFormat.ts';
import { behindPortal, failure, type Subject } from './fetchFailure.ts';
import { PAGE_LIMITS, type FetchLimits } from './limits.ts';
import { portalIn } from './portalLook.ts';

/** A page as it came. */
export interface RawPage {
  /** As asked for. */
  readonly address: string;
  /** After redirects. */
  readonly finalAddress: string;
  readonly bytes: Uint8Array;
  /** The `charset` of the Content-Type header, as it stands there. */
  readonly headerCharset: string | null;
  /** `null` for a file of a format that is opened as if it had been saved. */
  readonly mediaType: 'text/html' | 'text/plain' | null;
  /** The final host when it is a private one (then the person typed it): pictures may be fetched from it too. Else `null`. */
  readonly privateHost: string | null;
  /** The cookies that the site gave on the way, for what else is fetched of it now. */
  readonly cookies: CookieJar;
}

/** How to fetch a page. */
export interface FetchPageOptions {
  readonly signal?: AbortSignal;
  /** Gets the bytes received so far. */
  readonly onProgress?: (receivedBytes: number) => void;
  /** Host name that may be a private one, because the person typed it and said so; none unless given. */
  readonly privateHost?: string | null;
  readonly acceptLanguage?: string;
  /** A further page of an article is fetched for the first one's sake; its failure is told as part of that. */
  readonly subject?: 'page' | 'further page';
  /** Those of an earlier page of the same article; a new jar otherwise. */
  readonly cookies?: CookieJar;
  readonly limits?: Partial<FetchLimits>;
  readonly network?: Network | undefined;
}

const ACCEPT =
  'text/html,application/xhtml+xml,application/pdf;q=0.9,application/epub+zip;q=0.9,text/plain;q=0.9,*/*;q=0.5';

/**
 * Fetches a page, at most 32 MiB of it. The bytes decide what it is. Throws `unreadable` when it is something else,
 * `no-content` when nothing came, and whatever `fetchBytes` throws; in every case nothing has been stored.
 */
export async function fetchPage(address: URL, options: FetchPageOptions = {}): Promise<RawPage> {
  const {
    signal,
    onProgress,
    acceptLanguage,
    privateHost = null,
    subject = 'page',
    cookies = new CookieJar(),
  } = options;
  const connections = openConnections({
    ...options.network,
    perHost: 1,
    privateHost,
  });
  try {
    const fetched = await fetchBytes(address, {
      connections,
      limits: { ...PAGE_LIMITS, ...options.limits },
      subject,
      accept: ACCEPT,
      mayDowngrade: false,
      cookies,
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(acceptLanguage === undefined ? {} : { acceptLanguage }),
    });
    const portal = portalIn(address, fetched.finalUrl, fetched.bytes);
    if (portal !== undefined) throw behindPortal(address.host, portal);
    const contentType = fetched.headers['content-type'] ?? '';
    const { hostname } = fetched.finalUrl;
    const admission = await connections.guard.admit(hostname);
    return {
      address: address.href,
      finalAddress: fetched.finalUrl.href,
      bytes: fetched.bytes,
      headerCharset: charsetOf(contentType),
      mediaType: pageType(fetched.bytes, essenceOf(contentType), subject),
      privateHost: admission.admitted && admission.reach === 'private' ? hostname : null,
      cookies,
    };
  } finally {
    connections.close();
  }
}

function pageType(bytes: Uint8Array, declared: string, subject: Subject): RawPage['mediaType'] {
  const format = formatOf(bytes);
  // A packed folder of anything is no page.
  if (subject === 'page' && format !== null && format !== 'zip') return null;
  const look = lookAtDocument(bytes);
  switch (look.is) {
    case 'empty':
      throw failure(
        subject,
        'no-content',
        'The site answered with an empty page.',
        'Open the address in your browser to see whether there is something.',
      );
    case 'other':
      throw notAPage(look.name, subject);
    case 'html':
      return 'text/html';
    case 'text':
      if (/[/+]json$/.test(declared)) throw notAPage('data for programs (JSON)', subject);
      if (/^text\/html$|xhtml/.test(declared)) return 'text/html';
      return declared === '' && look.hasTags ? 'text/html' : 'text/plain';
    default:
      return unreachable(look);
  }
}

function notAPage(name: string, subject: Subject): AppError {
  return failure(
    subject,
    'unreadable',
    `This address is ${name}, not a page.`,
    'Layover saves web pages and plain text; save the address of the page that shows it.',
  );
}

function essenceOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** The `charset` of a Content-Type header, as it stands there. */
export function charsetOf(contentType: string): string | null {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}
