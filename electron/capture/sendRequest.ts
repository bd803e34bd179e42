// One request to one host, up to the complete headers of its answer. Connects only to addresses the guard admitted.
// Follows nothing, judges no status.
import { request as requestHttp, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { unreachable, type AppError } from '#contract/errors.ts';
import type { Connections } from './connections.ts';
import { codeOf, cutShort, insecure, malformed, tooSlow, unreached, unresolved, type Subject } from './fetchFailure.ts';
import type { Admission, HostAddress } from './guard.ts';
import type { FetchLimits } from './limits.ts';

/** What one request needs. */
export interface Sending {
  readonly connections: Connections;
  readonly limits: FetchLimits;
  readonly subject: Subject;
  readonly headers: OutgoingHttpHeaders;
  /** Aborted when the whole fetch must end. */
  readonly signal: AbortSignal;
}

/** An answer whose body is still to come. */
export interface Answer {
  readonly response: IncomingMessage;
  /** Why the request failed after its headers had come, when Node said so on the request only. */
  readonly lateFailure: () => unknown;
}

/** How a host took a request: answered, refused by the guard, or an `AppError` thrown. */
export type Sent = { readonly admitted: true; readonly answer: Answer } | { readonly admitted: false };

type Try =
  | { readonly end: 'answer'; readonly answer: Answer }
  | { readonly end: 'unreached'; readonly cause: unknown }
  | { readonly end: 'failed'; readonly error: AppError; readonly isHostDown: boolean }
  | { readonly end: 'stale' };

// RFC 9112 lets a server close an idle connection at any time, also just as we begin to use it.
const STALE = new Set(['ECONNRESET', 'EPIPE']);
const MAX_SHARE_MS = 3000;
const MAX_HEADER_BYTES = 32 * 1024;

/**
 * Sends a GET. Tries the host's addresses in turn within `connectMs`. Throws `network`, `timeout`, `tls`, `incomplete` or
 * `bad-response`; a host found dead here fails at once the next time, with the same words.
 */
export async function sendRequest(url: URL, sending: Sending): Promise<Sent> {
  const { connections, subject } = sending;
  const down = connections.down(url);
  if (down !== undefined) throw down;
  const deadline = performance.now() + sending.limits.connectMs;
  const admission = await admit(url, sending);
  if (!admission.admitted) return admission;
  let lastCause: unknown;
  const addresses = connections.inOrder(url, admission.addresses);
  for (const [index, address] of addresses.entries()) {
    const left = Math.max(1, deadline - performance.now());
    // A dead IPv6 must leave time for a living IPv4.
    const isLast = index === addresses.length - 1;
    const connectMs = isLast ? left : Math.min(left / (addresses.length - index), MAX_SHARE_MS);
    const times = { connectMs, deadline };
    // A pool at its bound would give the place of a failed connection to the next one, with the address that failed.
    let tried = await tryAddress(url, address, times, index > 0, sending);
    if (tried.end === 'stale') tried = await tryAddress(url, address, times, true, sending);
    if (tried.end !== 'unreached') connections.markWorking(url, address);
    switch (tried.end) {
      case 'answer':
        connections.markAnswered(url);
        return { admitted: true, answer: tried.answer };
      case 'unreached':
        lastCause = tried.cause;
        break;
      case 'stale':
        throw cutShort(subject, url.host);
      case 'failed':
        if (tried.isHostDown) connections.markDown(url, tried.error);
        throw tried.error;
      default:
        return unreachable(tried);
    }
  }
  const error =
    lastCause === undefined
      ? tooSlow(subject, url.host, `${url.host} could not be connected to in time.`)
      : unreached(subject, url, lastCause);
  connections.markDown(url, error);
  throw error;
}

async function admit(url: URL, { connections, limits, subject, signal }: Sending): Promise<Admission> {
  try {
    return await within(connections.guard.admit(url.hostname), limits.connectMs, signal);
  } catch (cause) {
    if (signal.aborted) throw cause;
    const error =
      cause === LATE
        ? tooSlow(subject, url.host, `The name ${url.hostname} could not be looked up in time.`)
        : unresolved(subject, url.hostname, cause);
    connections.markDown(url, error);
    throw error;
  }
}

const LATE = new Error('late');

/** A look-up cannot be stopped; it can be left. */
function within<T>(work: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('stopped'));
    if (signal.aborted) return stop();
    const timer = setTimeout(() => reject(LATE), ms);
    signal.addEventListener('abort', stop, { once: true });
    void work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    });
  });
}

function tryAddress(
  url: URL,
  address: HostAddress,
  { connectMs, deadline }: { readonly connectMs: number; readonly deadline: number },
  isFresh: boolean,
  sending: Sending,
): Promise<Try> {
  const { limits, subject, signal } = sending;
  return new Promise((resolve) => {
    let stage: 'connecting' | 'handshake' | 'asked' | 'answered' = 'connecting';
    let timer: NodeJS.Timeout | undefined;
    let lateFailure: unknown;
    let request: ClientRequest;

    function end(tried: Try): void {
      clearTimeout(timer);
      if (tried.end !== 'answer') request.destroy();
      resolve(tried);
    }
    function failed(error: AppError, isHostDown: boolean): void {
      end({ end: 'failed', error, isHostDown });
    }
    function asked(): void {
      stage = 'asked';
      clearTimeout(timer);
      timer = setTimeout(
        () => failed(tooSlow(subject, url.host, `${url.host} did not answer in time.`), true),
        limits.firstByteMs,
      );
    }
    function connectTimedOut(): void {
      if (stage === 'connecting') end({ end: 'unreached', cause: undefined });
      else failed(tooSlow(subject, url.host, `${url.host} did not finish the secure connection in time.`), true);
    }
    function broke(cause: unknown): void {
      const code = codeOf(cause);
      if (stage === 'answered' || signal.aborted) lateFailure ??= cause;
      else if (stage === 'connecting') end({ end: 'unreached', cause });
      else if (stage === 'handshake') failed(insecure(subject, url, cause), true);
      else if (code.startsWith('HPE_'))
        failed(malformed(subject, `${url.host} gave an answer that no browser would understand.`, cause), false);
      else if (request.reusedSocket && !isFresh && STALE.has(code)) end({ end: 'stale' });
      else failed(cutShort(subject, url.host, cause), false);
    }

    request = (url.protocol === 'https:' ? requestHttps : requestHttp)(bare(url), {
      ...sending.connections.transport(url, isFresh),
      method: 'GET',
      headers: sending.headers,
      lookup: only(address),
      maxHeaderSize: MAX_HEADER_BYTES,
      insecureHTTPParser: false,
      rejectUnauthorized: true,
      signal,
    });
    request.on('socket', (socket) => {
      if (!socket.connecting) return asked();
      timer = setTimeout(connectTimedOut, connectMs);
      socket.once('connect', () => {
        if (url.protocol === 'http:') return asked();
        stage = 'handshake';
        clearTimeout(timer);
        timer = setTimeout(connectTimedOut, Math.max(1, deadline - performance.now()));
      });
      socket.once('secureConnect', asked);
    });
    request.on('response', (response) => {
      stage = 'answered';
      end({ end: 'answer', answer: { response, lateFailure: () => lateFailure } });
    });
    request.on('error', broke);
    request.on('close', () => {
      // An abort before the connection gives no better event than this one.
      if (stage !== 'answered') end({ end: 'failed', error: cutShort(subject, url.host), isHostDown: false });
    });
    request.end();
  });
}

/** Names and passwords in an address of a page are never sent. */
function bare(url: URL): URL {
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  copy.hash = '';
  return copy;
}

/** Answers every look-up with the address that was judged. */
function only({ address, family }: HostAddress): LookupFunction {
  return (_host, options, answer) => {
    if (options.all === true) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
}
