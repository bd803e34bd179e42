// Addresses of an article's pictures come in; for each, in order, the stored picture or why it is missing goes out.
// Bytes decide what a picture is. A picture that fails never fails the article; only a bug, or being cancelled, does.
import { setMaxListeners } from 'node:events';
import type { CookieJar } from 'tough-cookie';
import type { MissingImage, StoredImage } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { isWeb, readUrl } from './address.ts';
import { openConnections, type Connections, type Network } from './connections.ts';
import { CUT_OFF, isCutOff } from './cutOffPicture.ts';
import { decodeDataUrl, isDataUrl, shortAddress } from './dataUrl.ts';
import { fetchBytes } from './fetchBytes.ts';
import type { EmbeddedResource } from './formats/openedFile.ts';
import { inspectImage, type InspectedImage } from './inspectImage.ts';
import { IMAGE_LIMITS, type ImageLimits } from './limits.ts';
import { runByHost } from './runByHost.ts';

/** What became of one address. Of a picture that was cut off `partial` is there: better than none, and still missing. */
export type ImageOutcome =
  | { readonly url: string; readonly stored: StoredImage }
  | { readonly url: string; readonly missing: MissingImage; readonly partial?: StoredImage };

/** How to fetch pictures. */
export interface FetchImagesOptions {
  /** Address of the page that names them. */
  readonly referer: string | null;
  /** The page's host when it is private and was reached (`RawPage.privateHost`); pictures on it are fetched too. */
  readonly privateHost: string | null;
  /** Pictures that came with the page, by address; what is here is not fetched. */
  readonly embedded?: ReadonlyMap<string, EmbeddedResource>;
  /** Cookies that the page's site gave; sent where they belong. */
  readonly cookies?: CookieJar | null;
  /** Whether nothing is asked of the network; what did not come with the page is then missing for now. */
  readonly isEmbeddedOnly?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  /** Keeps the bytes; resolves when they are on disk. An `AppError` makes the picture missing, anything else is a bug. */
  readonly store: (
    bytes: Uint8Array,
    image: InspectedImage,
  ) => Promise<{ readonly hash: string; readonly file: string }>;
  readonly acceptLanguage?: string;
  readonly limits?: Partial<ImageLimits>;
  readonly network?: Network | undefined;
}

const ACCEPT = 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5';

/**
 * Fetches, checks and stores pictures; an address named twice is fetched once. Outcomes stand in the order of `addresses`.
 * Beyond the limits of number, bytes or time the rest is named missing. Throws `cancelled` only.
 */
export async function fetchImages(
  addresses: readonly string[],
  options: FetchImagesOptions,
): Promise<readonly ImageOutcome[]> {
  const limits: ImageLimits = { ...IMAGE_LIMITS, ...options.limits };
  const unique = [...new Set(addresses)];
  const { privateHost } = options;
  const connections = openConnections({ ...options.network, perHost: limits.perHost, privateHost });
  const outcomes = new Map<string, ImageOutcome>();
  const batch = { limits, options, connections, bytesLeft: limits.maxTotalBytes };
  const late = new AbortController();
  // One for each picture under way; Node takes more than ten for a leak.
  setMaxListeners(0, late.signal);
  const timer = setTimeout(() => late.abort(), limits.totalMs);
  const stop = (): void => late.abort();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    const jobs = unique.map((url, index) => ({
      host: isDataUrl(url) || options.embedded?.has(url) === true ? '' : (readUrl(url)?.origin ?? ''),
      run: async () => {
        refuseCancelled(options.signal);
        const outcome =
          index >= limits.maxImages ? missing(url, beyondNumber(limits)) : await obtain(url, batch, late.signal);
        refuseCancelled(options.signal);
        outcomes.set(url, outcome);
        options.onProgress?.(outcomes.size, unique.length);
      },
    }));
    await runByHost(jobs, {
      atOnce: limits.atOnce,
      // A host gets all its connections when it has answered on one, so that a dead one keeps no place but that.
      perHost: (host) => (host === '' || connections.hasAnswered(host) ? limits.perHost : 1),
    });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
    connections.close();
  }
  return addresses.flatMap((url) => outcomes.get(url) ?? []);
}

interface Batch {
  readonly limits: ImageLimits;
  readonly options: FetchImagesOptions;
  readonly connections: Connections;
  bytesLeft: number;
}

async function obtain(url: string, batch: Batch, signal: AbortSignal): Promise<ImageOutcome> {
  try {
    const within = bytesWithin(url, batch);
    if (within === undefined && batch.options.isEmbeddedOnly === true)
      throw new AppError('network', 'This picture has not been asked for yet. Fetch what is missing while online.');
    const bytes = within ?? (await fetchPatiently(url, batch, signal));
    const image = await inspectImage(bytes, batch.limits);
    if (bytes.length > batch.bytesLeft) throw beyondBytes(batch.limits);
    batch.bytesLeft -= bytes.length;
    const kept = await batch.options.store(bytes, image);
    const stored = { ...image, ...kept, url: shortAddress(url), sizeBytes: bytes.length };
    return (await isCutOff(bytes, image.mediaType)) ? { ...missing(url, cutOff()), partial: stored } : { url, stored };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return missing(url, failure.code === 'cancelled' ? outOfTime() : failure);
  }
}

/** The picture's bytes when they came with the page; `undefined` when they lie on the web. */
function bytesWithin(url: string, { limits, options }: Batch): Uint8Array | undefined {
  const { maxBytes } = limits.each;
  if (isDataUrl(url)) return decodeDataUrl(url, maxBytes);
  const embedded = options.embedded?.get(url);
  if (embedded === undefined && url.startsWith('cid:')) {
    throw new AppError('not-found', 'This picture did not come along with what was saved.');
  }
  if (embedded !== undefined && embedded.bytes.length > maxBytes) {
    throw new AppError('too-large', 'The picture in the saved file is too large.');
  }
  return embedded?.bytes;
}

/** A transfer that broke off is tried once more; hotel networks do that. */
async function fetchPatiently(address: string, batch: Batch, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await fetchOnce(address, batch, signal);
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'incomplete') return fetchOnce(address, batch, signal);
    throw failure;
  }
}

async function fetchOnce(
  address: string,
  { limits, options, connections, bytesLeft }: Batch,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = readUrl(address);
  if (url === null || !isWeb(url))
    throw new AppError('bad-input', 'The page names something that is not the address of a picture.');
  if (bytesLeft <= 0) throw beyondBytes(limits);
  const { acceptLanguage, referer, cookies } = options;
  const fetched = await fetchBytes(url, {
    connections,
    limits: { ...limits.each, maxBytes: Math.min(limits.each.maxBytes, bytesLeft) },
    subject: 'picture',
    accept: ACCEPT,
    referer,
    mayDowngrade: url.protocol === 'http:',
    signal,
    ...(acceptLanguage === undefined ? {} : { acceptLanguage }),
    ...(cookies == null ? {} : { cookies }),
  });
  return fetched.bytes;
}

function missing(url: string, { code, message }: AppError): Extract<ImageOutcome, { readonly missing: MissingImage }> {
  return { url, missing: { url: shortAddress(url), code, reason: message } };
}

function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true)
    throw new AppError(
      'cancelled',
      'Cancelled. Nothing was stored; your link is kept. Save it again whenever you like.',
    );
}

function beyondNumber(limits: ImageLimits): AppError {
  return new AppError(
    'too-large',
    `The page has more than ${limits.maxImages} pictures; only the first ones are stored.`,
  );
}

function beyondBytes(limits: ImageLimits): AppError {
  return new AppError(
    'too-large',
    `The pictures of the page together are larger than ${Math.round(limits.maxTotalBytes / (1024 * 1024))} MB.`,
  );
}

function cutOff(): AppError {
  return new AppError('incomplete', CUT_OFF);
}

function outOfTime(): AppError {
  return new AppError('timeout', 'The pictures of the page took too long together.');
}
