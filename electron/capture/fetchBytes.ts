// One fetch under limits: an address in; the bytes at the end of its redirects out.
// Judges every hop, refuses what is not http(s), keeps cookies only in the jar it is given, sends no names or passwords.
import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { CookieJar } from 'tough-cookie';
import type { AppError } from '#contract/errors.ts';
import { isWeb, readUrl } from './address.ts';
import type { Connections } from './connections.ts';
import {
  badRedirect,
  behindPortal,
  cancelled,
  privateHost,
  refusedStatus,
  tooSlow,
  type Subject,
} from './fetchFailure.ts';
import type { FetchLimits } from './limits.ts';
import { readBody } from './readBody.ts';
import { readRetryAfter } from './retryAfter.ts';
import { sendRequest, type Answer } from './sendRequest.ts';

/** How to fetch. */
export interface FetchOptions {
  readonly connections: Connections;
  readonly limits: FetchLimits;
  readonly subject: Subject;
  readonly accept: string;
  /** As the header of that name; the default asks for English, then anything. */
  readonly acceptLanguage?: string;
  /** Page that names what is fetched; cut down for other sites as browsers do. */
  readonly referer?: string | null;
  /** Lets an address that began as http come back to http from https. */
  readonly mayDowngrade: boolean;
  /** Cookies of one save, by the rules of RFC 6265; none are kept without it. */
  readonly cookies?: CookieJar;
  /** What an earlier answer said of its state, to be told whether it is still the same. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null };
  /** Statuses beside a success that are an answer, without a body, and no failure. */
  readonly alsoAnswers?: readonly number[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (receivedBytes: number) => void;
}

/** What was fetched; the status was a success or one of `alsoAnswers`. */
export interface Fetched {
  readonly finalUrl: URL;
  /** Where the address was sent on to for good (301, 308), from its first hop on; the address itself when it was not. */
  readonly movedTo: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

const DEFAULT_LANGUAGE = 'en-US,en;q=0.9,*;q=0.5';
const PLATFORMS: Readonly<Record<string, string>> = {
  win32: 'Windows NT 10.0; Win64; x64',
  darwin: 'Macintosh; Intel Mac OS X 10_15_7',
};
// Many sites turn away what does not look like a browser; the name at the end is for those who read their logs.
const USER_AGENT = `Mozilla/5.0 (${PLATFORMS[process.platform] ?? 'X11; Linux x86_64'}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Layover`;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/**
 * Fetches. Throws an `AppError` of code network, timeout, tls, redirect, http-status, bad-response, incomplete, too-large,
 * cancelled, or bad-input for a private host nobody typed. An abort ends it at once, whatever it waits for.
 */
export async function fetchBytes(url: URL, options: FetchOptions): Promise<Fetched> {
  const { subject, limits, signal } = options;
  const abort = new AbortController();
  let stopped: AppError | undefined;
  const stop = (why: AppError): void => {
    stopped ??= why;
    abort.abort();
  };
  const cancel = (): void => stop(cancelled(subject));
  if (signal?.aborted === true) throw cancelled(subject);
  signal?.addEventListener('abort', cancel, { once: true });
  const total = setTimeout(() => stop(tooSlow(subject, url.host, `${url.host} took too long.`)), limits.totalMs);
  try {
    return await follow(url, options, abort.signal);
  } catch (failure) {
    throw stopped ?? failure;
  } finally {
    clearTimeout(total);
    signal?.removeEventListener('abort', cancel);
  }
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  const { subject, limits } = options;
  const chain: URL[] = [];
  const asked = new Set<string>();
  let current = start;
  let movedTo = start;
  for (;;) {
    chain.push(current);
    asked.add(questionOf(current, options));
    const sent = await sendRequest(current, { ...options, signal, headers: headersFor(current, options) });
    if (!sent.admitted) {
      throw chain.length === 1
        ? privateHost(subject, current.host)
        : // That is also how a hotel's network leads to its sign-in page.
          badRedirect(subject, `${start.host} sends on to a private network, which was not asked.`, chain, {
            outlook: { kind: 'portal', address: current.href },
          });
    }
    const { response } = sent.answer;
    for (const cookie of response.headers['set-cookie'] ?? []) {
      // A cookie that is not well-formed, or meant for another site, is none.
      options.cookies?.setCookieSync(cookie, current.href, { ignoreError: true });
    }
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) {
      return {
        finalUrl: current,
        movedTo,
        status,
        headers: response.headers,
        bytes: await bodyOf(sent.answer, current, options, signal),
      };
    }
    response.destroy();
    if (options.alsoAnswers?.includes(status) === true)
      return { finalUrl: current, movedTo, status, headers: response.headers, bytes: new Uint8Array() };
    if (!REDIRECTS.has(status)) throw refused(subject, current, response);
    const isForGood = PERMANENT.has(status) && movedTo === current;
    current = nextHop(response.headers.location, chain, options);
    if (isForGood) movedTo = current;
    // The same question gets the same answer, so one repetition is a loop; with another cookie it is another question.
    if (asked.has(questionOf(current, options))) {
      throw badRedirect(subject, 'The site sends on in a circle.', [...chain, current]);
    }
    if (chain.length > limits.maxRedirects)
      throw badRedirect(subject, `${start.host} sends on more than ${limits.maxRedirects} times.`, [...chain, current]);
  }
}

function refused(subject: Subject, url: URL, { statusCode = 0, headers }: IncomingMessage): AppError {
  if (statusCode === 511) return behindPortal(url.host, url.href);
  const retryAfterMs = readRetryAfter(headers['retry-after'], headers.date, new Date());
  return refusedStatus(subject, url, statusCode, retryAfterMs);
}

async function bodyOf(answer: Answer, url: URL, options: FetchOptions, signal: AbortSignal): Promise<Uint8Array> {
  const { limits, subject, onProgress = () => undefined } = options;
  try {
    return await readBody(answer, { limits, subject, host: url.host, signal, onProgress });
  } finally {
    if (!answer.response.complete) answer.response.destroy();
  }
}

function nextHop(location: string | undefined, chain: readonly URL[], { subject, mayDowngrade }: FetchOptions): URL {
  const current = chain[chain.length - 1];
  if (current === undefined || location === undefined)
    throw badRedirect(subject, 'The site sends on without saying where.', chain);
  let next: URL;
  try {
    // Node reads headers as Latin-1; many servers write addresses in UTF-8.
    const bytes = Buffer.from(location, 'latin1');
    next = new URL(isUtf8(bytes) ? bytes.toString('utf8') : location, current);
  } catch (cause) {
    throw badRedirect(subject, 'The site sends on to something that is no address.', chain, { cause });
  }
  if (!isWeb(next))
    throw badRedirect(subject, `The site sends on to “${next.protocol}”, which is not a web page.`, chain);
  if (next.hash === '') next.hash = current.hash;
  if (current.protocol === 'https:' && next.protocol === 'http:' && !mayDowngrade) {
    throw badRedirect(subject, 'The site sends on from a secure connection to an open one.', [...chain, next]);
  }
  return next;
}

function questionOf(url: URL, { cookies }: FetchOptions): string {
  return `${url.origin}${url.pathname}${url.search} ${cookies?.getCookieStringSync(url.href) ?? ''}`;
}

function headersFor(
  url: URL,
  { accept, acceptLanguage, referer, subject, cookies, validators }: FetchOptions,
): OutgoingHttpHeaders {
  const cookie = cookies?.getCookieStringSync(url.href) ?? '';
  const refererSent = refererFor(url, referer ?? null);
  return {
    'User-Agent': USER_AGENT,
    Accept: accept,
    'Accept-Language': acceptLanguage ?? DEFAULT_LANGUAGE,
    'Accept-Encoding': 'gzip, deflate, br',
    ...(validators?.etag == null ? {} : { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified == null ? {} : { 'If-Modified-Since': validators.lastModified }),
    ...(subject !== 'picture' && subject !== 'feed' ? { 'Upgrade-Insecure-Requests': '1' } : {}),
    ...(refererSent === null ? {} : { Referer: refererSent }),
    ...(cookie === '' ? {} : { Cookie: cookie }),
  };
}

/** `strict-origin-when-cross-origin`, the default of browsers. */
function refererFor(url: URL, referer: string | null): string | null {
  const from = referer === null ? null : readUrl(referer);
  if (from === null || !isWeb(from) || (from.protocol === 'https:' && url.protocol === 'http:')) return null;
  if (from.origin !== url.origin) return `${from.origin}/`;
  return `${from.origin}${from.pathname}${from.search}`;
}
