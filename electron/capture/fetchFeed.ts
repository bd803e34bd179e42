// The address of a feed or a page in, with what was said of it the last time; its decoded text, or that it is as it was or ended, out.
// Goes to a private host only where the person typed that host, and to none that a redirect names.
import { openConnections, type Network } from './connections.ts';
import { decodeText } from './decodeText.ts';
import { behindPortal } from './fetchFailure.ts';
import { charsetOf } from './fetchPage.ts';
import { fetchBytes } from './fetchBytes.ts';
import { PAGE_LIMITS, type FetchLimits } from './limits.ts';
import { portalIn } from './portalLook.ts';

/** What to ask for. */
export interface FeedRequest {
  readonly address: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Host name that the person typed, which may be a private one; `null` for none. */
  readonly privateHost: string | null;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** How the site answered: with a text, that nothing changed (304), or that it is gone for good (410). */
export type FeedAnswer =
  | { readonly kind: 'unchanged'; readonly movedTo: string; readonly cacheControl: string | undefined }
  | { readonly kind: 'gone'; readonly movedTo: string; readonly cacheControl: string | undefined }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** After all redirects. */
      readonly address: string;
      /** Where it is from now on: the address asked for, or where it was sent on to for good. */
      readonly movedTo: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly cacheControl: string | undefined;
    };

const ACCEPT =
  'application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.8,*/*;q=0.5';
const LONGEST_VALIDATOR = 1_000;

/** Fetches it. Throws whatever `fetchBytes` throws, and `portal`. */
export async function fetchFeed(
  { address, etag, lastModified, privateHost, maxBytes, signal }: FeedRequest,
  network: Network = {},
  limits: Partial<FetchLimits> = {},
): Promise<FeedAnswer> {
  const asked = new URL(address);
  const connections = openConnections({ ...network, perHost: 1, privateHost });
  try {
    const fetched = await fetchBytes(asked, {
      connections,
      limits: { ...PAGE_LIMITS, maxBytes, ...limits },
      subject: 'feed',
      accept: ACCEPT,
      mayDowngrade: false,
      validators: { etag, lastModified },
      alsoAnswers: [304, 410],
      signal,
    });
    const { headers, status, bytes, finalUrl } = fetched;
    const movedTo = fetched.movedTo.href;
    const cacheControl = headers['cache-control'];
    if (status === 410 || status === 304) return { kind: status === 410 ? 'gone' : 'unchanged', movedTo, cacheControl };
    const portal = portalIn(asked, finalUrl, bytes);
    if (portal !== undefined) throw behindPortal(asked.host, portal);
    const { text } = decodeText(bytes, charsetOf(headers['content-type'] ?? ''), true);
    return {
      kind: 'text',
      text,
      address: finalUrl.href,
      movedTo,
      etag: validator(headers.etag),
      lastModified: validator(headers['last-modified']),
      cacheControl,
    };
  } finally {
    connections.close();
  }
}

/** What cannot be sent back as it came is none. */
function validator(header: string | undefined): string | null {
  return header === undefined || header.length > LONGEST_VALIDATOR || /[^\t\x20-\x7e\x80-\xff]/.test(header)
    ? null
    : header;
}
